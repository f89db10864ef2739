"""Photos: the copy that is shown is drawn anew, so that nothing of where and by whom it was taken goes with it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from prongsai.core.access.decision import Refused
from prongsai.core.evidence.kinds import JPEG, FileKind
from prongsai.core.sentence import Sentence

LONGEST_SIDE = 2000  # pixels
SMALL_SIDE = 480  # pixels, for lists
QUALITY = 82

#: Pixels that are drawn at all. A JPEG is reduced while it is read, so that more fit in the same memory.
MOST_PIXELS = {"JPEG": 65_000_000, "PNG": 30_000_000, "WEBP": 30_000_000}

DAMAGED = Sentence(
    "เปิดภาพนี้ไม่ได้ ไฟล์อาจเสียหายหรือส่งมาไม่ครบ โปรดถ่ายหรือเลือกภาพใหม่",
    "This picture cannot be opened; it may be damaged or incomplete. Please take or choose another.",
)
TOO_LARGE = Sentence(
    "ภาพนี้มีจำนวนจุดภาพมากเกินไป โปรดย่อภาพหรือถ่ายด้วยความละเอียดปกติแล้วแนบใหม่",
    "This picture has too many pixels. Please make it smaller, or take it at the usual resolution.",
)


@dataclass(frozen=True, slots=True)
class Copies:
    """The copy for the page and the small one for lists, both JPEG without any metadata."""

    shown: bytes
    small: bytes


def copies_of(data: bytes, kind: FileKind) -> Copies:
    """The copies of a photo, turned upright. Raises Refused where it is damaged or too large."""
    try:
        with warnings.catch_warnings(), _whole_files_only():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _draw(data, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refused(DAMAGED) from error


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """WeasyPrint, once imported, lets Pillow take half a file for a whole picture everywhere in the process."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _draw(data: bytes, kind: FileKind) -> Copies:
    format_ = "JPEG" if kind is JPEG else kind.code.upper()
    with Image.open(io.BytesIO(data), formats=(format_,)) as checked:
        if checked.width * checked.height > MOST_PIXELS[format_]:
            raise Refused(TOO_LARGE)
        checked.verify()
    # A verified picture cannot be read any more: it is opened again.
    with Image.open(io.BytesIO(data), formats=(format_,)) as opened:
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture = _on_white(opened)
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture)
    shown = _jpeg(upright)
    upright.thumbnail((SMALL_SIDE, SMALL_SIDE))
    return Copies(shown, _jpeg(upright))


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture in plain colours; what is see-through becomes white, as paper is. Keeps the EXIF for turning."""
    exif = picture.getexif()
    flat: Image.Image
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        flat = Image.new("RGB", layered.size, "white")
        flat.paste(layered, mask=layered.getchannel("A"))
    else:
        flat = picture.convert("RGB")
    flat.info = {"exif": exif.tobytes()} if exif else {}
    return flat


def _jpeg(picture: Image.Image) -> bytes:
    """The pixels alone: a new picture takes no metadata along."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
