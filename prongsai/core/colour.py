"""Colours that can be read: from the colour that an agency chose, those that its pages need.

Contrast is that of WCAG 2.2 (relative luminance, sRGB); the least for text is 4.5 (success criterion 1.4.3, level AA).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAST = 4.5
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
#: What links stand on: the ground of the pages, which is darker than their paper.
GROUND = (244, 247, 247)

Rgb = tuple[int, int, int]
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Palette:
    """Each as ``#rrggbb``. ``bar`` is the colour as chosen and ``on_bar`` what can be read on it; ``ink`` is for links
    and buttons on light ground, ``deep`` for what is pressed, ``tint`` a light ground of the same kind.
    """

    bar: str
    on_bar: str
    ink: str
    deep: str
    tint: str


def read_colour(text: str) -> Rgb | None:
    """``#rrggbb`` as three numbers of 0 to 255; None for anything else."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    red, green, blue = (int(found[1][at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def contrast(one: Rgb, other: Rgb) -> float:
    """From 1, the same, to 21, black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palette(chosen: Rgb) -> Palette:
    """Colours that can be read whatever was chosen: black or white can be read on any colour, and any colour becomes
    dark enough at last.
    """
    on_bar = WHITE if contrast(chosen, WHITE) >= LEAST else BLACK
    tint = _mixed(chosen, WHITE, 0.1)
    ink = chosen
    while min(contrast(ink, GROUND), contrast(ink, tint), contrast(ink, WHITE)) < LEAST:
        ink = _mixed(ink, BLACK, 0.94)
    return Palette(*(_hex(one) for one in (chosen, on_bar, ink, _mixed(ink, BLACK, 0.8), tint)))


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(one / 255) for one in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """So much of the colour, the rest of the other."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
