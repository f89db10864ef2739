"""Cells that a spreadsheet cannot run, and figures that stay figures."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from prongsai.core.thai.digits import to_arabic
from prongsai.web.portal.data.columns import Cell

#: A text that begins so, after white space too, is run as a formula by one spreadsheet or another. The wide ones are
#: of Asian keyboards. Source: OWASP, “CSV Injection”.
_RUN = "=+-@＝＋－＠"
_BEFORE = "\t\r\n"
_FIGURE = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_THAILAND = ZoneInfo("Asia/Bangkok")
#: A spreadsheet keeps fifteen digits of a number: longer ones, such as those of accounts, are texts.
_DIGITS = 15


def harmless(text: str) -> str:
    """The text with a mark before what would be run; a plain figure, as −5 or +2.50, and a single dash stay."""
    if text == "-" or _FIGURE.fullmatch(text):
        return text
    return f"'{text}" if text.startswith(tuple(_BEFORE)) or text.lstrip()[:1] in tuple(_RUN) else text


def figure(text: str) -> Decimal | None:
    """The number that a cell of a column of figures says, with Thai digits and commas too; None where it says none."""
    plain = to_arabic(text).strip().replace("−", "-")  # the minus sign of typesetting
    if not _NUMBER.fullmatch(plain) or sum(letter.isdigit() for letter in plain) > _DIGITS:
        return None
    return Decimal(plain.replace(",", ""))


def as_text(cell: Cell) -> str:
    """The cell as it stands in CSV."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return moment(cell)
    return harmless(cell) if isinstance(cell, str) else format(cell, "f" if isinstance(cell, Decimal) else "d")


def as_json(cell: Cell) -> str | int | float | bool | None:
    """The cell as a value of JSON: whole numbers without a point."""
    if isinstance(cell, datetime):
        return moment(cell)
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell


def moment(when: datetime) -> str:
    """A moment as ISO 8601 in the time of Thailand."""
    return when.astimezone(_THAILAND).isoformat(timespec="seconds")
