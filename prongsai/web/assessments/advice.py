"""Recommendations of a result report as lines that a person writes: the code first, the items where they are named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.known import Recommendation
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.results.advice import items_named

_CODE = re.compile(r"^([IiEeOo]\s?[0-9๐-๙]{1,2})(?![0-9๐-๙.])[\s.:)=]*")


def recommendation_lines(recommendations: Iterable[Recommendation], framework: Framework) -> str:
    """One a line: ``e15 text (O30, O17)``; items that the text names already are not named twice."""
    return "\n".join(_line(one, framework) for one in recommendations)


def recommendations_in(text: str, framework: Framework) -> list[Recommendation]:
    """The recommendations that a person wrote; a line without a code speaks of the agency as a whole."""
    return [_read(line.strip(), framework) for line in text.splitlines() if line.strip()]


def _line(one: Recommendation, framework: Framework) -> str:
    named = items_named(one.text, framework)
    missing = [code for code in one.items if code not in named]
    return " ".join(part for part in (one.code, one.text, f"({', '.join(missing)})" if missing else "") if part)


def _read(line: str, framework: Framework) -> Recommendation:
    found = _CODE.match(line)
    code = to_arabic(found[1]).replace(" ", "") if found else ""
    code = code.upper() if code[:1] in ("O", "o") else code.lower()
    text = line[found.end() :] if found else line
    return Recommendation(code, text, items_named(text, framework))
