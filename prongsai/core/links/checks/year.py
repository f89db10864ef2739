"""Whether what is shown is of the year that the item asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.core.links.addresses import split
from prongsai.core.links.link import Noticed, Reason
from prongsai.core.links.seen import Seen
from prongsai.core.links.years import has_any_year, mentions, other_years, wanted_year
from prongsai.core.thai.fiscal import ERA

#: Letters that a text must have before it is said that no year stands in it.
_ENOUGH = 400
_THAI = re.compile("[\u0e00-\u0e7f]")
_PLAIN = re.compile(r"[a-z0-9\s\u0e00-\u0e7f]")


def year(seen: Seen) -> Iterable[Noticed]:
    """Only other years are said (detail: them), or no year at all. Of what cannot be read nothing is claimed."""
    expected = seen.request.expected
    if expected.fiscal_year is None:
        return
    wanted = wanted_year(expected.fiscal_year, expected.year_rule)
    text = _text(seen)
    if wanted is None or not text:
        return
    if _is_in_markup(seen, wanted) or mentions(_around(seen), wanted) or mentions(text, wanted):
        return
    others = other_years(_own_text(seen, text), wanted)
    if others:
        yield Noticed(Reason.OTHER_YEAR, ", ".join(map(str, others)))
    elif _is_whole(seen) and not has_any_year(text) and len("".join(text.split())) >= _ENOUGH:
        yield Noticed(Reason.NO_YEAR, str(wanted))


def _text(seen: Seen) -> str:
    """What can be read of it; empty where that is nothing, or where the letters are not the right ones."""
    if seen.page is not None:
        return seen.page.text + "\n" + seen.page.title.lower() if seen.page.readable else ""
    if seen.paper is not None and seen.paper.opens:
        text = seen.paper.text.lower()
        return text if _is_sound(text) else ""
    return ""


def _own_text(seen: Seen, text: str) -> str:
    """Where another year is believed to be its own: news of other years stand beside every page, as links."""
    return f"{seen.page.title.lower()}\n{seen.page.text_beside_links}" if seen.page is not None else text


def _is_in_markup(seen: Seen, wanted: int) -> bool:
    """Whether the whole year stands in a link, in the name of a picture or file, or anywhere else in the HTML."""
    return seen.page is not None and any(str(one) in seen.page.html for one in (wanted, wanted - ERA))


def _around(seen: Seen) -> str:
    """Where the year may stand beside the text: in the addresses and in the name of the file."""
    said = seen.fetched.headers.get("content-disposition", "")
    paths = (f"{address.path}?{address.query}" for address in (split(seen.asks), split(seen.answers)))
    return "\n".join((*paths, said.lower()))


def _is_whole(seen: Seen) -> bool:
    """Whether nothing was left unread: neither further pages nor frames."""
    if seen.page is not None:
        return not seen.fetched.cut and "<iframe" not in seen.page.html and "<frame" not in seen.page.html
    return seen.paper is not None and seen.paper.whole


def _is_sound(text: str) -> bool:
    """Old programmes print Thai with fonts of their own: what is read out of such a PDF are other letters."""
    letters = "".join(text.split())
    if len(letters) < 20:
        return False
    strange = len(letters) - len(_PLAIN.findall(letters))
    return strange * 3 < len(letters) and len(_THAI.findall(letters)) * 5 > len(letters)
