"""The manual has every check."""

from __future__ import annotations

import re
from pathlib import Path

from prongsai.core.review.checks import CHECKS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "review.md"


def test_every_check_has_its_entry_in_the_manual() -> None:
    entries = re.findall(r"^### ([A-Z]\d\d) (.+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert entries == [(check.CODE, check.TITLE.th) for check in CHECKS]
