"""Letters that markup writes by their names or numbers, such as ``&amp;`` and ``&#3585;``."""

from __future__ import annotations

import html
import re

_ZEROS = re.compile(r"&#0+(?=[0-9])")
#: No letter has a number of so many digits, and Python refuses to read thousands of them.
_LONG_NUMBER = re.compile(r"&#([0-9]{9})[0-9]+")


def unescaped(text: str) -> str:
    """The text with these letters as themselves; a number that is that of no letter becomes U+FFFD."""
    return html.unescape(shortened(text))


def shortened(text: str) -> str:
    """The text with numbers of letters cut to nine digits, for a parser that reads them itself."""
    return _LONG_NUMBER.sub(r"&#\1", _ZEROS.sub("&#", text)) if "&#" in text else text
