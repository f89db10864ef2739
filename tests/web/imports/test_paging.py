"""Files that are read page by page: kept as they come, stopped, gone on with, and lost pages told."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence
from prongsai.documents.readers import Refusal
from prongsai.documents.readers.document import (
    Cell,
    Document,
    DoubtfulWord,
    Para,
    Region,
    Row,
    Source,
    Spot,
    Table,
)
from prongsai.documents.readers.isolated import Lost, Opened, PageRead
from prongsai.documents.readers.isolated.parent import Event
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event as History
from prongsai.web.imports import actions
from prongsai.web.imports.actions import paging
from prongsai.web.imports.models import ImportPage, ReportImport
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
PDF = b"%PDF-1.7 made up"
WHY = Sentence("หน้า 2 อ่านไม่ได้จึงข้ามไป", "Page 2 was left out.")
HEADER = ("ที่", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ")


def row(line: int, *cells: str) -> Row:
    return Row(tuple(Cell((Para(text, line),) if text else ()) for text in cells), line)


def page(number: int) -> Source:
    """One page of a made-up report: a title, a table of one measure whose period is doubtful."""
    cells = (str(number), f"มาตรการที่ {number} ของเทศบาล", "จัดประชุม", "กองคลัง", "ก.พ. - ก.ย.๖๖", "ประชุมแล้ว")
    rows = (row(2, *HEADER), row(3, *cells))
    region = Region(1, 0.6, 0.5, 0.8, 0.55)
    return Source(
        Document((Para("รายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ ๒๕๖๖", 1), Table(1, rows))),
        ("รายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ ๒๕๖๖", "\t".join(HEADER), "\t".join(cells)),
        regions={Spot(3, 5): region},
        doubtful=(DoubtfulWord("ก.ย.๖๖", 0.42, Spot(3, 5), region),),
    )


class Reader:
    """Stands for the process that reads: gives the events that were asked for, and remembers what was wanted."""

    def __init__(self, *events: Event, stop: Callable[[int], None] | None = None) -> None:
        self.events, self.wanted, self.ended, self.stop = events, list[tuple[int, ...]](), 0, stop

    def __call__(self, *_: object, pictures: Path, only: tuple[int, ...]) -> Generator[Event]:
        self.wanted.append(only)
        try:
            for event in self.events:
                if isinstance(event, (PageRead, Lost)):
                    if only and event.number not in only:
                        continue
                    if self.stop is not None:
                        self.stop(event.number)
                if isinstance(event, PageRead) and event.picture:
                    Image.new("L", (400, 600), 250).save(pictures / event.picture, "JPEG")
                yield event
        finally:
            self.ended += 1


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Reader]:
    def use(*events: Event, **more: Any) -> Reader:
        made = Reader(*events, **more)
        monkeypatch.setattr(paging, "read_apart", made)
        return made

    return use


def three_pages() -> tuple[Event, ...]:
    return (Opened(3), *(PageRead(number, page(number), f"page-{number:04}.jpg") for number in (1, 2, 3)))


def bring_in(cast: Cast) -> ReportImport:
    made = actions.read_report(by=cast.somying, agency=cast.agency, data=PDF, name="สแกน.pdf", background=False)
    assert made.state == "reading"
    return made


def pages(made: ReportImport) -> list[int]:
    return list(ImportPage.objects.of(made.agency).filter(report_import=made).values_list("number", flat=True))


def stored(settings: LazySettings) -> Iterator[Path]:
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])  # type: ignore[index]  # a string, in tests
    return (path for path in folder.rglob("*") if path.is_file())


def test_all_pages_become_one_paper(cast: Cast, reader: Callable[..., Reader]) -> None:
    reader(*three_pages())
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    made.refresh_from_db()
    assert (made.state, made.page_count, pages(made)) == ("read", 3, [1, 2, 3])
    assert [measure["number"] for measure in made.reading["measures"]] == [1, 2, 3]
    assert made.places["measures[1].period"][0]["page"] == 2
    assert [word[:3] for word in made.doubtful] == [[f"measures[{at}].period", "ก.ย.๖๖", 0.42] for at in range(3)]
    assert History.objects.of(cast.agency).filter(kind="import_finished").count() == 1


def test_an_upload_is_read_in_the_background(
    cast: Cast,
    signed_in: SignedIn,
    reader: Callable[..., Reader],
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    reader(*three_pages())
    with django_capture_on_commit_callbacks(execute=True):
        file = SimpleUploadedFile("สแกน.pdf", PDF)
        signed_in(cast.somying).post(reverse("imports:upload", args=["tha-khong"]), {"file": file})
    assert ReportImport.objects.of(cast.agency).get().state == "read"


def test_a_lost_page_never_costs_the_others(cast: Cast, signed_in: SignedIn, reader: Callable[..., Reader]) -> None:
    reader(Opened(3), PageRead(1, page(1), None), Lost(2, WHY), PageRead(3, page(3), None))
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    made.refresh_from_db()
    assert [measure["number"] for measure in made.reading["measures"]] == [1, 3]
    shown = signed_in(cast.somying).get(reverse("imports:check", args=["tha-khong", made.pk])).content.decode()
    assert WHY.th in shown
    again = reader(*three_pages())
    actions.resume(by=cast.somying, report_import=made)
    made.refresh_from_db()
    actions.read_pages(report_import=made)
    made.refresh_from_db()
    assert again.wanted == [(2,)]
    assert [measure["number"] for measure in made.reading["measures"]] == [1, 2, 3]


def test_lost_pages_are_not_tried_again_over_corrections(cast: Cast, reader: Callable[..., Reader]) -> None:
    reader(Opened(2), PageRead(1, page(1), None), Lost(2, WHY))
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    made.refresh_from_db()
    actions.correct(by=cast.somying, report_import=made, values={"title": "ชื่อใหม่"}, version=made.version)
    with pytest.raises(Refused, match="แก้ไขข้อมูลแล้ว"):
        actions.resume(by=cast.somying, report_import=made)


def test_a_restart_goes_on_where_it_was(cast: Cast, reader: Callable[..., Reader]) -> None:
    def power_cut(number: int) -> None:
        if number == 3:
            raise KeyboardInterrupt

    reader(*three_pages(), stop=power_cut)
    made = bring_in(cast)
    with pytest.raises(KeyboardInterrupt):
        actions.read_pages(report_import=made)
    made.refresh_from_db()
    assert (made.state, pages(made)) == ("reading", [1, 2])
    again = reader(*three_pages())
    assert actions.read_what_waits() == 1
    made.refresh_from_db()
    assert (made.state, again.wanted) == ("read", [(3,)])
    assert len(made.reading["measures"]) == 3


def test_a_stop_ends_the_process_and_keeps_what_is_done(
    cast: Cast, signed_in: SignedIn, reader: Callable[..., Reader]
) -> None:
    made = bring_in(cast)
    client = signed_in(cast.somying)

    def press(number: int) -> None:
        if number == 2:
            client.post(reverse("imports:stop", args=["tha-khong", made.pk]))

    used = reader(*three_pages(), stop=press)
    actions.read_pages(report_import=made)
    made.refresh_from_db()
    assert (made.state, pages(made), used.ended) == ("stopped", [1], 1)
    again = reader(*three_pages())
    client.post(reverse("imports:resume", args=["tha-khong", made.pk]))
    made.refresh_from_db()
    actions.read_pages(report_import=made)
    made.refresh_from_db()
    assert (made.state, again.wanted) == ("read", [(2, 3)])


def test_a_file_that_cannot_be_read_says_why_and_can_be_taken_out(
    cast: Cast, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    def refusing(*_: object, **__: object) -> Generator[Event]:
        raise Refusal("ไฟล์มีรหัสผ่าน โปรดเอาออก", "It has a password.")
        yield

    monkeypatch.setattr(paging, "read_apart", refusing)
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    client = signed_in(cast.somying)
    shown = client.get(reverse("imports:check", args=["tha-khong", made.pk])).content.decode()
    assert "ไฟล์มีรหัสผ่าน โปรดเอาออก" in shown
    assert client.get(reverse("imports:accept", args=["tha-khong", made.pk])).status_code == 404
    client.post(reverse("imports:drop", args=["tha-khong", made.pk]))
    assert not ReportImport.objects.of(cast.agency).exists()
    assert History.objects.of(cast.agency).filter(kind="import_dropped").exists()


def test_taking_out_takes_the_pictures_too(
    cast: Cast,
    reader: Callable[..., Reader],
    settings: LazySettings,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    reader(
        *three_pages(), stop=lambda number: actions.stop(by=cast.somying, report_import=made) if number == 3 else None
    )
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    assert len(list(stored(settings))) == 3  # the file and two pictures
    with django_capture_on_commit_callbacks(execute=True):
        actions.drop(by=cast.somying, report_import=made)
    assert not list(stored(settings))


@pytest.mark.django_db(transaction=True)
def test_taking_out_just_before_a_page_is_kept_leaves_nothing_and_fails_nothing(
    cast: Cast, reader: Callable[..., Reader], settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader(*three_pages())
    made = bring_in(cast)
    keep = paging._keep

    def late(found: ReportImport, event: Event, pictures: Path) -> None:
        if isinstance(event, PageRead) and event.number == 2:
            actions.stop(by=cast.somying, report_import=found)
            actions.drop(by=cast.somying, report_import=found)
        keep(found, event, pictures)

    monkeypatch.setattr(paging, "_keep", late)
    paging.read_in_background.call(made.agency_id, made.pk)
    assert not ReportImport.objects.of(cast.agency).exists()
    assert not list(stored(settings))


def test_what_has_been_read_cannot_be_taken_out(cast: Cast, reader: Callable[..., Reader]) -> None:
    reader(*three_pages())
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    with pytest.raises(Refused):
        actions.drop(by=cast.somying, report_import=made)
    with pytest.raises(Refused):
        actions.stop(by=cast.somying, report_import=made)
    with pytest.raises(Refused):
        actions.resume(by=cast.somying, report_import=made)


def test_the_cut_out_of_a_doubtful_value_stands_beside_it(
    cast: Cast, signed_in: SignedIn, reader: Callable[..., Reader]
) -> None:
    reader(*three_pages())
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    client = signed_in(cast.somying)
    shown = client.get(reverse("imports:part", args=["tha-khong", made.pk, "measure-2"])).content.decode()
    address = reverse("imports:cut", args=["tha-khong", made.pk, 6, 5])
    assert address in shown
    assert "“ก.ย.๖๖” 42%" in shown
    answer = client.get(address)
    with Image.open(BytesIO(answer.content)) as cut:
        assert cut.width == pytest.approx(0.2 * 400 + 2 * 3, abs=2)
        assert cut.height == pytest.approx(0.05 * 600 + 2 * 3, abs=2)
        assert len(cut.convert("RGB").getcolors(100_000) or ()) > 1, "the doubtful word is marked"
    assert client.get(reverse("imports:cut", args=["tha-khong", made.pk, 6, 1])).status_code == 404
    picture = client.get(reverse("imports:page", args=["tha-khong", made.pk, 2]))
    assert b"".join(picture.streaming_content).startswith(b"\xff\xd8")  # type: ignore[attr-defined]  # a FileResponse
    assert picture.headers["Content-Type"] == "image/jpeg"
    assert client.get(reverse("imports:page", args=["tha-khong", made.pk, 9])).status_code == 404
    assert signed_in(cast.somsak).get(address).status_code == 404


def test_a_corrected_doubt_is_gone_and_taking_a_measure_out_moves_the_others(
    cast: Cast, reader: Callable[..., Reader]
) -> None:
    reader(*three_pages())
    made = bring_in(cast)
    actions.read_pages(report_import=made)
    made.refresh_from_db()
    actions.remove_measure(by=cast.somying, report_import=made, index=0, version=made.version)
    made.refresh_from_db()
    assert [word[0] for word in made.doubtful] == ["measures[0].period", "measures[1].period"]


def test_the_page_of_a_file_being_read_tells_how_far_it_is_and_stays_light(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    made = bring_in(cast)
    ReportImport.objects.of(cast.agency).update(page_count=200)
    ImportPage.objects.add_all([ImportPage(agency=cast.agency, report_import=made, number=n) for n in range(1, 151)])
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        shown = client.get(reverse("imports:check", args=["tha-khong", made.pk])).content.decode()
    assert 'max="200" value="150"' in shown
    assert 'http-equiv="refresh"' in shown
    again = client.get(reverse("imports:check", args=["tha-khong", made.pk]), headers={"HX-Request": "true"})
    assert "HX-Refresh" not in again.headers
    ReportImport.objects.of(cast.agency).update(state="stopped")
    again = client.get(reverse("imports:check", args=["tha-khong", made.pk]), headers={"HX-Request": "true"})
    assert again.headers["HX-Refresh"] == "true"
