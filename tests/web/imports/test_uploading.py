"""The list of imports and the upload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from prongsai.core.reports.reading import Places, Reading
from prongsai.documents import readers
from prongsai.documents.readers.document import Document, Source
from prongsai.documents.readers.report import DoubtfulValue
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.imports import actions
from prongsai.web.imports.actions import reading as reading_action
from prongsai.web.imports.models import ReportImport
from tests.cast import Cast
from tests.web.imports.conftest import bring
from tests.web.imports.paper import DATA, LINES, PLACES, READING

SignedIn = Callable[[Person], Client]


@dataclass(frozen=True)
class Report:
    """What a reader returns, as far as an import asks for it."""

    reading: Reading = READING
    places: Places = None  # type: ignore[assignment]  # set below: a dictionary is no default
    source_lines: tuple[str, ...] = LINES
    source: Source = field(default_factory=lambda: Source(Document(()), LINES))
    doubtful: tuple[DoubtfulValue, ...] = ()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that finds the small paper in every file."""
    monkeypatch.setattr(readers, "read", lambda data, name: Report(places=PLACES))


def _stored(settings: LazySettings) -> list[Path]:
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])  # type: ignore[index]  # a string, in tests
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


@pytest.mark.usefixtures("reader")
def test_an_uploaded_report_waits_to_be_checked(cast: Cast, signed_in: SignedIn, settings: LazySettings) -> None:
    file = SimpleUploadedFile("รายงานปี ๖๖.txt", DATA)
    answer = signed_in(cast.somying).post(reverse("imports:upload", args=["tha-khong"]), {"file": file})
    made = ReportImport.objects.of(cast.agency).get()
    assert answer.headers["Location"] == reverse("imports:check", args=["tha-khong", made.pk])
    assert (made.file_name, made.state, made.by) == ("รายงานปี ๖๖.txt", "read", cast.somying)
    assert made.places["measures[0].title"][0]["line"] == 4
    assert [path.read_bytes() for path in _stored(settings)] == [DATA]
    assert Event.objects.of(cast.agency).get(kind="import_read").by == cast.somying


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("รายงาน.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "บันทึกเป็น .docx"),
        ("รายงาน.zip", b"PK\x03\x04" + bytes(100), "โปรดแตกไฟล์"),
        ("รายงาน.exe", b"MZ\x90\x00\x03\x00\x00", "ไม่ใช่ข้อความ"),
        ("รายงาน.txt", b"", "ไฟล์ว่างเปล่า"),
        ("รายงาน.txt", b"x" * (5 * 1024 * 1024 + 1), "เกินขนาดที่รับได้ 5 MB"),
    ],
)
def test_another_file_is_refused_and_nothing_is_kept(
    cast: Cast, signed_in: SignedIn, settings: LazySettings, name: str, data: bytes, words: str
) -> None:
    answer = signed_in(cast.somying).post(
        reverse("imports:upload", args=["tha-khong"]), {"file": SimpleUploadedFile(name, data)}
    )
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ReportImport.objects.of(cast.agency).exists()
    assert not _stored(settings)


def test_what_the_reader_refuses_is_told_in_its_words(
    cast: Cast, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(data: bytes, name: str) -> Report:
        raise readers.Refusal("ไม่พบตารางในไฟล์นี้", "There is no table in this file.")

    monkeypatch.setattr(readers, "read", refusing)
    answer = signed_in(cast.somying).post(
        reverse("imports:upload", args=["tha-khong"]), {"file": SimpleUploadedFile("a.txt", b"abc")}
    )
    assert answer.status_code == 422
    assert "ไม่พบตารางในไฟล์นี้" in answer.content.decode()


@pytest.mark.usefixtures("reader")
def test_a_failure_of_the_database_leaves_no_file(
    cast: Cast, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(**values: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(reading_action, "record", failing)
    with pytest.raises(RuntimeError):
        actions.read_report(by=cast.somying, agency=cast.agency, data=DATA, name="a.txt")
    assert not ReportImport.objects.of(cast.agency).exists()
    assert not _stored(settings)


@pytest.mark.usefixtures("reader")
def test_a_name_with_folders_is_only_a_name(cast: Cast) -> None:
    made = actions.read_report(by=cast.somying, agency=cast.agency, data=DATA, name="../../etc/x.txt")
    assert made.file_name == "x.txt"
    again = actions.read_report(by=cast.somying, agency=cast.agency, data=DATA, name="x.txt/..")
    assert again.file_name == "รายงาน"


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("name", ["a." + "ก" * 250, "a." + "b" * 300, "a.exe"])
def test_an_ending_that_is_not_offered_names_no_file(cast: Cast, name: str) -> None:
    made = actions.read_report(by=cast.somying, agency=cast.agency, data=DATA, name=name)
    assert made.file_name == name[:300]
    assert "." not in str(made.file.name)
    with made.file.open("rb") as file:
        assert file.read() == DATA


@pytest.mark.usefixtures("reader")
def test_the_file_comes_back_as_a_download_only(cast: Cast, signed_in: SignedIn) -> None:
    made = actions.read_report(by=cast.somying, agency=cast.agency, data=b"<script>x</script>", name="a.html")
    address = reverse("imports:original", args=["tha-khong", made.pk])
    answer = signed_in(cast.somying).get(address)
    assert b"".join(answer.streaming_content) == b"<script>x</script>"  # type: ignore[attr-defined]  # a FileResponse
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert signed_in(cast.somsak).get(address).status_code == 404
    assert signed_in(cast.wichai).get(address).status_code == 403


def test_the_list_pages_and_stays_light(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for at in range(30):
        bring(cast, file_name=f"รายงาน {at}.txt")
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("imports:list", args=["tha-khong"]))
    assert len(page.context["page"].object_list) == 25
    assert len(client.get(reverse("imports:list", args=["tha-khong"]) + "?page=2").context["page"].object_list) == 5


def test_the_list_is_for_those_who_may_and_of_one_agency(
    cast: Cast, brought: ReportImport, signed_in: SignedIn
) -> None:
    address = reverse("imports:list", args=["tha-khong"])
    assert Client().get(address).status_code == 302
    assert signed_in(cast.somsak).get(address).status_code == 404
    assert signed_in(cast.wichai).get(address).status_code == 403
    own = signed_in(cast.somsak).get(reverse("imports:list", args=["nong-saeng"]))
    assert brought.file_name not in own.content.decode()


def test_an_upload_is_for_those_who_may(cast: Cast, signed_in: SignedIn) -> None:
    address = reverse("imports:upload", args=["tha-khong"])
    file = SimpleUploadedFile("a.txt", DATA)
    assert signed_in(cast.wichai).post(address, {"file": file}).status_code == 403
    assert signed_in(cast.somsak).post(address, {"file": file}).status_code == 404
    assert signed_in(cast.somying).get(address).status_code == 405
