"""An emblem as it is shown: drawn anew as a small PNG, so that nothing of the file that was sent is passed on."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence

SIDE = 160  # pixels: sharp on a phone, and a small part of a first view even where it is a photo
TYPE = "image/png"
#: Of bytes that are read at all, and of pixels that are drawn.
MOST_BYTES, MOST_PIXELS = 5_000_000, 20_000_000
_FORMATS = ("PNG", "JPEG", "WEBP")

WRONG = Sentence(
    "เปิดภาพตรานี้ไม่ได้ โปรดใช้ไฟล์ PNG, JPG หรือ WebP ที่เปิดดูได้ตามปกติ",
    "This picture cannot be opened. Please use a PNG, JPG or WebP file that opens as usual.",
)
TOO_LARGE = Sentence(
    "ภาพตรานี้ใหญ่เกินไป โปรดใช้ภาพไม่เกิน 5 MB และไม่เกิน 20 ล้านจุดภาพ",
    "This picture is too large. Please use one of at most 5 MB and 20 million pixels.",
)


def redrawn(data: bytes) -> bytes:
    """The picture as a PNG of at most ``SIDE`` pixels a side, what is see-through kept; Refused says why not."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _draw(data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refused(WRONG) from error


def _draw(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data), formats=_FORMATS) as checked:
        if checked.width * checked.height > MOST_PIXELS:
            raise Refused(TOO_LARGE)
        checked.verify()
    # A verified picture cannot be read any more: it is opened again.
    with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
        picture = ImageOps.exif_transpose(opened.convert("RGBA"))
    picture.thumbnail((SIDE, SIDE))
    bare = Image.new("RGBA", picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.quantize(256, method=Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()
