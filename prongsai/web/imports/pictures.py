"""Cut-outs of the pictures of pages, for a person to compare with what was read there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

#: So much of the page's width is shown around what is cut out.
_MARGIN = 0.008
#: The colour of the line under a doubtful word, and its thickness in dots.
_MARK, _THICK = (191, 96, 0), 3


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page: its edges as parts of the page's width and height, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


def cut_out(picture: bytes, around: Box, doubtful: Iterable[Box] = ()) -> bytes:
    """That part of a page's picture as JPEG, with a line under each doubtful word."""
    with Image.open(BytesIO(picture)) as page:
        whole = page.convert("RGB")
    draw = ImageDraw.Draw(whole)
    for word in doubtful:
        left, _, right, bottom = _dots(word, whole.size)
        draw.line((left, bottom + _THICK, right, bottom + _THICK), fill=_MARK, width=_THICK)
    left, top, right, bottom = _dots(around, whole.size)
    margin = round(_MARGIN * whole.width)
    part = whole.crop(
        (
            max(0, left - margin),
            max(0, top - margin),
            min(whole.width, max(right, left + 1) + margin),
            min(whole.height, max(bottom, top + 1) + margin),
        )
    )
    made = BytesIO()
    part.save(made, "JPEG", quality=82)
    return made.getvalue()


def _dots(box: Box, size: Sequence[int]) -> tuple[int, int, int, int]:
    wide, high = size
    return round(box.left * wide), round(box.top * high), round(box.right * wide), round(box.bottom * high)
