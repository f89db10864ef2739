"""The copies of a photo tell nothing of where it was taken."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageFile

from prongsai.core.access.decision import Refused
from prongsai.core.evidence.kinds import JPEG, PNG, WEBP
from prongsai.web.evidence.photos import DAMAGED, TOO_LARGE, copies_of
from tests.factories.pictures import GPS_TAG, photo


def _open(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def _colour(data: bytes, x: float, y: float) -> str:
    picture = _open(data).convert("RGB")
    red, _, blue = picture.getpixel((int(picture.width * x), int(picture.height * y)))  # type: ignore[misc]  # three of RGB
    return "red" if red > blue else "blue"


@pytest.mark.parametrize(("kind", "format_"), [(JPEG, "JPEG"), (PNG, "PNG"), (WEBP, "WEBP")])
def test_it_leaves_location_and_maker_behind(kind: object, format_: str) -> None:
    original = photo(format_=format_)
    assert _open(original).getexif().get_ifd(GPS_TAG), "the original must have a location, or this shows nothing"
    copies = copies_of(original, kind)  # type: ignore[arg-type]  # of the three kinds above
    for copy in (copies.shown, copies.small):
        assert not _open(copy).getexif()
        assert b"Exif" not in copy
        assert b"Prongsai Phone" not in copy


def test_it_draws_no_larger_than_the_page_needs() -> None:
    copies = copies_of(photo(4000, 3000), JPEG)
    assert _open(copies.shown).size == (2000, 1500)
    assert _open(copies.small).size == (480, 360)
    assert len(copies.small) < len(copies.shown)


def test_it_leaves_a_small_photo_at_its_size() -> None:
    assert _open(copies_of(photo(300, 200), JPEG).shown).size == (300, 200)


@pytest.mark.parametrize(
    ("orientation", "size", "top"), [(1, (640, 480), "red"), (3, (640, 480), "blue"), (6, (480, 640), None)]
)
def test_it_turns_a_photo_upright(orientation: int, size: tuple[int, int], top: str | None) -> None:
    shown = copies_of(photo(orientation=orientation), JPEG).shown
    assert _open(shown).size == size
    if top:
        assert _colour(shown, 0.5, 0.1) == top
    else:  # a quarter turn clockwise: what was above is at the right
        assert (_colour(shown, 0.9, 0.5), _colour(shown, 0.1, 0.5)) == ("red", "blue")


def test_what_is_see_through_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    assert _open(copies_of(out.getvalue(), PNG).shown).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("truncated", [False, True])
def test_it_refuses_a_photo_that_was_cut_off(truncated: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", truncated)  # WeasyPrint switches it on when imported
    whole = photo(1200, 900)
    with pytest.raises(Refused) as refused:
        copies_of(whole[: len(whole) // 2], JPEG)
    assert refused.value.why is DAMAGED


def test_it_refuses_a_file_that_only_begins_like_a_photo() -> None:
    with pytest.raises(Refused) as refused:
        copies_of(b"\xff\xd8\xff<?php echo 1; ?>", JPEG)
    assert refused.value.why is DAMAGED


@pytest.mark.parametrize("side", [6000, 60_000])
def test_it_refuses_a_picture_bomb_before_it_goes_off(side: int) -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    with pytest.raises(Refused) as refused:
        copies_of(bomb, PNG)
    assert refused.value.why is TOO_LARGE
