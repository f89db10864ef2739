"""Contents and drafts for the tests of what is published."""

from __future__ import annotations

import hashlib

from prongsai.core.publication.content import Content, Kind, Section
from prongsai.web.published.actions import Given
from prongsai.web.published.drafts import Draft, OfferedFile

YEAR = 2569
TEXT = "text/plain; charset=utf-8"


def content(text: str = "แผนปี 2569", code: str = "o12", year: int = YEAR) -> Content:
    """An item with one paragraph."""
    return Content(Kind.DISCLOSURE, year, code, "แผนการใช้จ่ายงบประมาณ", sections=(Section("", (text,)),), order=12)


def given(data: bytes = b"plan", name: str = "plan.txt") -> Given:
    """A file to publish."""
    return Given("แผนฉบับเต็ม", name, TEXT, data)


def offered(data: bytes = b"plan", key: str = "e1", name: str = "plan.txt") -> OfferedFile:
    """A file that may be published."""
    return OfferedFile(key, "แผนฉบับเต็ม", name, TEXT, len(data), hashlib.sha256(data).hexdigest(), lambda: data)


def draft(text: str = "แผนปี 2569", *files: OfferedFile) -> Draft:
    """What a domain would hand over."""
    return Draft(content(text), files)
