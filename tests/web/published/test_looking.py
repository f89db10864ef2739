"""What is said of files before they are published: findings, and which of them nobody could look into."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.cache import cache

from prongsai.web.published import file_words
from prongsai.web.published.file_words import look_at
from tests.factories.pictures import upload
from tests.web.published.made import offered

ID = "เลขประจำตัว 1-2345-67890-12-1"


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> None:
    cache.clear()


def test_a_text_is_looked_through() -> None:
    found = look_at([offered(f"บรรทัดแรก\n{ID}".encode())])["e1"]
    assert found.whole
    assert [one.where.th for one in found.found] == ["ไฟล์ “plan.txt” บรรทัด 2"]


def test_the_same_bytes_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    file = offered(ID.encode())
    first = look_at([file])
    monkeypatch.setattr(file_words, "_lines", lambda *_: pytest.fail("read again"))
    assert look_at([file]) == first


def test_a_photo_must_be_looked_at_by_a_person() -> None:
    data = upload().read()
    file = replace(offered(data, name="photo.jpg"), content_type="image/jpeg")
    assert look_at([file])["e1"].whole is False


def test_what_cannot_be_read_must_be_looked_at_by_a_person() -> None:
    assert look_at([offered(b"%PDF-1.7 broken", name="broken.pdf")])["e1"].whole is False


def test_patience_ends_and_what_was_not_read_is_told() -> None:
    assert look_at([offered(ID.encode())], patience=-1)["e1"] == file_words.LookedAt((), False)
    assert look_at([offered(ID.encode())])["e1"].whole, "with more patience it is read"
