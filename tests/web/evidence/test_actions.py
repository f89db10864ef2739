"""Keeping evidence, and taking it off."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pytest_django import Settings

from prongsai.core.access.decision import Refused
from prongsai.web.audit.models import Event
from prongsai.web.evidence import actions
from prongsai.web.evidence.models import Evidence
from tests.cast import Cast
from tests.factories.pictures import photo, upload


def _files() -> list[str]:
    return default_storage.listdir("evidence")[1] if default_storage.exists("evidence") else []


def _add(cast: Cast, data: bytes | None = None, name: str = "ภาพกิจกรรม.jpg") -> Evidence:
    return actions.add_file(by=cast.wichai, agency=cast.agency, upload=upload(data, name), fiscal_year=2570)


def test_it_keeps_the_original_with_its_hash_and_a_copy_to_show(cast: Cast) -> None:
    original = photo()
    kept = _add(cast, original)
    assert (kept.kind, kept.content_type, kept.size) == ("photo", "image/jpeg", len(original))
    assert kept.sha256 == sha256(original).hexdigest()
    with kept.file.open() as file, kept.shown.open() as shown:
        assert file.read() == original
        assert shown.read() != original
    assert len(_files()) == 3


def test_it_keeps_files_under_names_that_say_nothing(cast: Cast) -> None:
    kept = _add(cast, b"%PDF-1.7 x", "../ลับ.pdf")
    assert kept.file_name == kept.title == "ลับ.pdf"
    (stored,) = _files()
    assert kept.file.name == f"evidence/{stored}"
    assert "ลับ" not in stored
    assert len(stored) == 32


def test_it_says_in_the_history_who_added_what(cast: Cast) -> None:
    kept = _add(cast)
    event = Event.objects.of(cast.agency).get()
    assert (event.kind, event.by, event.subject_id) == ("evidence_added", cast.wichai, kept.pk)
    assert event.after["sha256"] == kept.sha256


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "ว่าง.pdf", "ว่างเปล่า"),
        (b"MZ\x90\x00", "virus.pdf", "ไม่รู้จักชนิด"),
        (b"\x00\x00\x00\x18ftypheic", "IMG_1.HEIC", "HEIC"),
        (b"\xff\xd8\xff broken", "ภาพ.jpg", "เสียหาย"),
    ],
)
def test_it_refuses_with_the_reason_and_keeps_nothing(cast: Cast, data: bytes, name: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        _add(cast, data, name)
    assert not Evidence.objects.of(cast.agency).exists()
    assert not Event.objects.of(cast.agency).exists()
    assert not _files()


def test_it_refuses_what_is_too_large_and_names_the_file(cast: Cast, settings: Settings) -> None:
    settings.EVIDENCE_MAX_BYTES = 2 * 1024 * 1024
    with pytest.raises(Refused) as refused:
        _add(cast, b"%PDF-" + b"x" * 2 * 1024 * 1024, "ใหญ่.pdf")
    assert "ใหญ่.pdf" in refused.value.why.th
    assert "2 MB" in refused.value.why.th


def test_it_takes_no_more_files_at_once_than_a_worker_bears(settings: Settings) -> None:
    settings.EVIDENCE_MAX_BYTES = 1000
    with pytest.raises(Refused, match="10 ไฟล์"):
        actions.prepare_all([upload(b"%PDF-1.7", "a.pdf")] * 11)
    with pytest.raises(Refused, match="รวมกัน"):
        actions.prepare_all([upload(b"%PDF-" + b"x" * 900, "a.pdf")] * 4)
    assert len(actions.prepare_all([upload(b"%PDF-1.7", "a.pdf")] * 10)) == 10


def test_a_bad_photo_is_named(settings: Settings) -> None:
    with pytest.raises(Refused, match="ภาพที่สอง"):
        actions.prepare_all([upload(), upload(b"\xff\xd8\xff", "ภาพที่สอง.jpg")])


def test_its_files_go_with_the_transaction_that_fails(cast: Cast) -> None:
    def fails() -> None:
        with actions.all_or_nothing():
            _add(cast)
            _add(cast, b"%PDF-1.7", "b.pdf")
            assert len(_files()) == 4
            raise RuntimeError("the caller fails")

    with pytest.raises(RuntimeError):
        fails()
    assert not _files()
    assert not Evidence.objects.of(cast.agency).exists()


def test_it_keeps_a_file_that_has_no_browser_behind_it(cast: Cast) -> None:
    scan = ContentFile(b"%PDF-1.7", name="สแกน.pdf")
    kept = actions.add_file(by=cast.somying, agency=cast.agency, upload=scan, fiscal_year=2570, title="หน้าลงนาม")
    assert (kept.kind, kept.title) == ("file", "หน้าลงนาม")


def test_it_keeps_an_address(cast: Cast) -> None:
    kept = actions.add_link(
        by=None, agency=cast.agency, url=" https://example.go.th/ก ", title="", fiscal_year=2570, through="ลิงก์ของกองช่าง"
    )
    assert (kept.kind, kept.url, kept.title) == ("link", "https://example.go.th/ก", "https://example.go.th/ก")
    assert kept.added_by is None
    assert Event.objects.of(cast.agency).get().through == "ลิงก์ของกองช่าง"


def test_it_refuses_an_address_that_would_run_something(cast: Cast) -> None:
    with pytest.raises(Refused, match="https://"):
        actions.add_link(by=cast.wichai, agency=cast.agency, url="javascript:x", title="", fiscal_year=2570)
    assert not Evidence.objects.of(cast.agency).exists()


def test_nothing_to_report_is_evidence_where_it_has_a_reason(cast: Cast) -> None:
    day = date(2026, 10, 31)
    with pytest.raises(Refused):
        actions.add_nothing(by=cast.wichai, agency=cast.agency, why="  ", on=day, fiscal_year=2570)
    kept = actions.add_nothing(by=cast.wichai, agency=cast.agency, why="ไม่มีเรื่องร้องเรียน", on=day, fiscal_year=2570)
    assert (kept.kind, kept.effective_on, kept.title) == ("nothing", day, "ไม่มีเรื่องร้องเรียน")


def test_taking_it_off_keeps_the_bytes_and_happens_once(cast: Cast) -> None:
    kept = _add(cast)
    actions.remove_evidence(by=cast.somying, evidence=kept, reason="แนบผิดเรื่อง")
    actions.remove_evidence(by=cast.somying, evidence=kept)
    assert kept.removed_at is not None
    assert len(_files()) == 3
    removed = Event.objects.of(cast.agency).filter(kind="evidence_removed")
    assert [event.reason for event in removed] == ["แนบผิดเรื่อง"]
