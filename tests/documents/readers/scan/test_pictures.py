"""Files of pictures: what opens, and what is refused before it costs anything."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.scan.pictures import open_picture


def saved(kind, size=(60, 40), mode="L", **options):
    made = BytesIO()
    Image.new(mode, size, 200 if mode == "L" else None).save(made, kind, **options)
    return made.getvalue()


def pages(count):
    made = BytesIO()
    images = [Image.new("L", (30 + at, 20), 255) for at in range(count)]
    images[0].save(made, "TIFF", save_all=True, append_images=images[1:])
    return made.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP"])
def test_it_opens_the_kinds_that_scanners_and_telephones_make(kind):
    file = open_picture(saved(kind), "scan")
    assert file.page_count == 1
    page = file.picture(1)
    assert page.shape == (40, 60)
    assert page.dtype == np.uint8


@pytest.mark.parametrize("mode", ["1", "P", "RGB", "RGBA", "LA", "I;16", "CMYK"])
def test_every_way_to_keep_colours_becomes_grey(mode):
    assert open_picture(saved("TIFF" if mode == "CMYK" else "PNG", mode=mode), "scan").picture(1).shape == (40, 60)


def test_what_is_see_through_is_paper():
    made = BytesIO()
    Image.new("RGBA", (5, 5), (0, 0, 0, 0)).save(made, "PNG")
    assert open_picture(made.getvalue(), "scan").picture(1).min() == 255


def test_a_tiff_has_its_pages_in_order():
    file = open_picture(pages(3), "scan")
    assert [file.picture(at).shape[1] for at in range(1, file.page_count + 1)] == [30, 31, 32]


def test_two_hundred_pages_are_the_most():
    assert open_picture(pages(200), "scan").page_count == 200
    with pytest.raises(Refusal, match="200"):
        open_picture(pages(201), "scan")


def test_a_photo_is_turned_as_the_camera_was():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert open_picture(saved("JPEG", exif=exif), "photo").picture(1).shape == (60, 40)


@pytest.mark.parametrize(("dpi", "told"), [((200, 200), 200), ((72, 72), None), ((4000, 4000), None), (None, None)])
def test_it_tells_the_resolution_where_it_is_likely(dpi, told):
    data = saved("TIFF", dpi=dpi) if dpi else saved("TIFF")
    assert open_picture(data, "scan").resolution(1) == told


@pytest.mark.parametrize("size", [(50_000, 50_000), (9_000, 9_000), (40_000, 20)])
def test_a_picture_that_is_too_large_is_refused_before_it_is_decoded(size):
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big")
    body = header + b"\x08\0\0\0\0"
    import zlib

    data = body + zlib.crc32(body[12:]).to_bytes(4, "big")
    with pytest.raises(Refusal, match="too large"):
        open_picture(data + b"\0\0\0\0IDAT", "scan.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP"])
def test_a_file_that_was_cut_off_is_refused(kind):
    whole = saved(kind, size=(300, 300))
    with pytest.raises(Refusal, match=r"scan\.bin"):
        open_picture(whole[: len(whole) // 2], "scan.bin").picture(1)


@pytest.mark.parametrize("data", [b"", b"GIF89a" + bytes(40), b"%PDF-1.7", b"<svg/>", b"II*\0\x08\0\0\0"])
def test_other_files_are_refused(data):
    with pytest.raises(Refusal):
        open_picture(data, "scan").picture(1)


@settings(max_examples=150)
@given(st.sampled_from(["PNG", "JPEG", "TIFF", "WEBP", "BMP"]), st.data())
def test_a_damaged_file_opens_or_is_refused(kind, data):
    damaged = bytearray(saved(kind, size=(24, 16)))
    for at, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), min_size=1, max_size=8)
    ):
        damaged[at] = value
    try:
        file = open_picture(bytes(damaged), "scan")
        assert file.picture(1).ndim == 2
        file.resolution(1)
    except Refusal as told:
        assert told.sentence.th
