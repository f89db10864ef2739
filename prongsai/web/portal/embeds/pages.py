"""The badge and the lists as other sites show them: small, without a cookie, and the same for everybody."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from prongsai.web.portal.embeds.counting import YearShown, years_shown
from prongsai.web.portal.keeping import Asked, Made, Policy, kept, origin_of, rendered
from prongsai.web.portal.queries import front_of

SVG = "image/svg+xml"
#: Widths of letters in the badge, in its units: Thai and Latin ones of 13 are about as wide as that.
_LETTER, _EDGE = 7.4, 10
_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


@kept
def badge_picture(asked: Asked, year: int | None = None) -> Made | None:
    """How much is public, as a picture."""
    found = _year(asked, year)
    if found is None:
        return None
    label, count = badge_words(found)
    left, right = _width(label), _width(count)
    context = {
        "label": label,
        "count": count,
        "left": left,
        "right": right,
        "whole": left + right,
        "label_at": left / 2,
        "count_at": left + right / 2,
    }
    return rendered(asked, "embed_badge.svg", context, content_type=SVG, policy=Policy.EMBED)


@kept
def badge(asked: Asked, year: int | None = None) -> Made | None:
    """The same as a page for a frame, whose words are a link."""
    found = _year(asked, year)
    if found is None:
        return None
    label, count = badge_words(found)
    context = _frame(asked) | {"label": label, "count": count, "found": found}
    return rendered(asked, "embed_badge.html", context, policy=Policy.EMBED)


@kept
def items(asked: Asked, year: int, part: str = "") -> Made | None:
    """What is public of a year, or of one sub-indicator of it, for a frame."""
    found = _year(asked, year)
    parts = found.parts if found else []
    chosen = [one for one in parts if part in ("", one.code)]
    if not chosen or found is None:
        return None
    context = _frame(asked) | {"found": found, "parts": chosen, "part": part}
    return rendered(asked, "embed_items.html", context, policy=Policy.EMBED)


def badge_words(found: YearShown) -> tuple[str, str]:
    """What the badge says, in two halves."""
    label = _("ITA %(year)s disclosures") % {"year": found.year}
    if found.whole is None or found.shown > found.whole:
        return label, _("%(shown)s items") % {"shown": found.shown}
    return label, _("%(shown)s/%(whole)s items") % {"shown": found.shown, "whole": found.whole}


def _year(asked: Asked, year: int | None) -> YearShown | None:
    """The year that is asked for, or the newest of which something is public."""
    return next((one for one in years_shown(asked.agency) if year in (None, one.year)), None)


def _frame(asked: Asked) -> dict[str, Any]:
    return {"home": f"{origin_of(front_of(asked.agency))}{asked.base}"}


def _width(text: str) -> int:
    return round(sum(_LETTER for letter in text if letter not in _MARKS)) + 2 * _EDGE
