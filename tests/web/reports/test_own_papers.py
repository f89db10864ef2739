"""Last year's Word report as a form: brought, looked at, kept, written into, renewed, taken back."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document as Word

from prongsai.core.access.decision import Refused
from prongsai.core.reports.snapshot import form_sha256
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.reports import actions
from prongsai.web.reports.forms_of import form_named, forms_for, layout_of
from prongsai.web.reports.models import Document, OwnForm, Report, Snapshot
from prongsai.web.reports.queries import newest_snapshot
from tests.cast import Cast
from tests.documents.writers.own_paper import papers
from tests.web.reports.story import begin

SignIn = Callable[[Person], Client]
FORMS, PAPERS = "/a/tha-khong/reports/forms/", "/a/tha-khong/reports/papers/"


def bring(cast: Cast, data: bytes | None = None, form: str = "") -> OwnForm:
    data = papers.with_memo() if data is None else data
    return actions.bring_paper(by=cast.somying, agency=cast.agency, data=data, name="รายงาน ๒๕๖๕.docx", form=form)


def kept(cast: Cast, data: bytes | None = None, form: str = "", name: str = "แบบของเรา") -> OwnForm:
    return actions.keep_paper(by=cast.somying, own=bring(cast, data, form), name=name)


def submitted(cast: Cast, form: str) -> tuple[Report, Snapshot]:
    story = begin(cast, form)
    snapshot = actions.submit(by=cast.somying, report=story.report, version=story.report.version)
    return story.report, snapshot


def upload(data: bytes, name: str = "รายงาน.docx") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, data)}


def content_of(document: Document) -> bytes:
    with document.file.open("rb") as file:
        return bytes(file.read())


def files() -> list[Path]:
    folder = Path(default_storage.path("forms"))
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_coordinator_brings_a_word_report_sees_what_was_found_and_keeps_it(cast: Cast, signed_in: SignIn) -> None:
    browser = signed_in(cast.somying)
    answer = browser.post(PAPERS, upload(papers.with_scores()))
    own = OwnForm.objects.of(cast.agency).get()
    assert answer.status_code == 302 and answer["Location"] == f"{PAPERS}{own.pk}/"
    page = browser.get(f"{PAPERS}{own.pk}/").content.decode()
    assert "วิธีดำเนินการ" in page and "ไม่รู้จัก จะเว้นว่างไว้" in page and "ในหัวกระดาษ" in page
    assert own.form not in {form.id for form in forms_for(cast.agency)}
    assert browser.post(f"{PAPERS}{own.pk}/", {"name": "แบบ Word ของเรา"}).status_code == 302
    assert "แบบ Word ของเรา" in {form.name_th for form in forms_for(cast.agency)}
    assert "แบบ Word ของเรา" in browser.get(FORMS).content.decode()
    assert Event.objects.of(cast.agency).filter(kind="form_added").count() == 1


def test_the_word_document_of_a_report_is_the_agencys_own_paper(cast: Cast, signed_in: SignIn) -> None:
    own = kept(cast)
    _report, snapshot = submitted(cast, own.form)
    made = actions.want_document(snapshot=snapshot, format="docx")
    word = Word(io.BytesIO(content_of(made)))
    assert len(word.inline_shapes) == 1 and word.sections[0].footer.paragraphs[0].text == "งานนิติการ"
    assert word.tables[0].cell(1, 1).text == "มาตรการที่หนึ่ง" and "๒๕๖๙" in "".join(papers.body_texts(word))
    assert made.sha256 == hashlib.sha256(content_of(made)).hexdigest()


@pytest.mark.parametrize("format", ["xlsx", "html"])
def test_other_formats_take_the_headings_that_were_found(cast: Cast, format: str) -> None:
    own = kept(cast)
    _report, snapshot = submitted(cast, own.form)
    made = actions.want_document(snapshot=snapshot, format=format)  # type: ignore[arg-type]  # one of FORMATS
    assert made.state == Document.State.READY
    assert [column.heading for column in form_named(cast.agency, own.form).tables[0].table.columns] == [
        *papers.NUMBERED
    ]


def test_the_report_page_tells_where_the_old_year_stays(cast: Cast, signed_in: SignIn) -> None:
    own = kept(cast, papers.plain())
    story = begin(cast, own.form)
    page = signed_in(cast.somying).get(f"/a/tha-khong/reports/{story.report.pk}/").content.decode()
    assert "ยังมีปี ๒๕๖๕ ในย่อหน้า" in page
    round_id = story.round.pk
    other = actions.begin_report(by=cast.somying, agency=cast.agency, round_id=round_id, form="half-year-with-memo")
    assert "ยังมีปี" not in signed_in(cast.somying).get(f"/a/tha-khong/reports/{other.pk}/").content.decode()


def test_a_new_file_is_a_new_version_and_what_was_submitted_keeps_its_own(cast: Cast) -> None:
    first = kept(cast)
    _report, snapshot = submitted(cast, first.form)
    second = kept(cast, papers.plain(), first.form, "แบบใหม่")
    assert (second.form, second.number) == (first.form, 2)
    word = Word(io.BytesIO(content_of(actions.want_document(snapshot=snapshot, format="docx"))))
    assert len(word.inline_shapes) == 1
    assert form_named(cast.agency, first.form).memo is False and form_named(cast.agency, first.form, 1).memo is True


def test_the_hash_of_a_snapshots_form_changes_with_the_file(cast: Cast) -> None:
    first = kept(cast)
    word = Word(io.BytesIO(papers.with_memo()))
    word.add_paragraph("อีกหนึ่งบรรทัด")
    second = kept(cast, papers.saved(word), first.form)
    layouts = [layout_of(one) for one in (first, second)]
    assert all(layouts) and layouts[0].tables[0].table.columns == layouts[1].tables[0].table.columns  # type: ignore[union-attr]  # by all()
    assert len({form_sha256(layout) for layout in layouts if layout}) == 2
    _report, snapshot = submitted(cast, first.form)
    assert snapshot.form_sha256 == form_sha256(form_named(cast.agency, first.form))


def test_a_version_that_waits_for_its_name_changes_no_report(cast: Cast) -> None:
    first = kept(cast)
    bring(cast, papers.plain(), first.form)
    assert form_named(cast.agency, first.form).version == 1
    report, _snapshot = submitted(cast, first.form)
    snapshot = newest_snapshot(report)
    assert snapshot is not None and '"version":1' in snapshot.content


@pytest.mark.parametrize("data", [b"hello", b"PK\x03\x04", papers.saved(Word())])
def test_what_is_no_word_report_is_refused_with_a_sentence(cast: Cast, signed_in: SignIn, data: bytes) -> None:
    before = files()
    page = signed_in(cast.somying).post(PAPERS, upload(data))
    assert page.status_code == 422 and page.context["paper"].errors["file"]
    assert not OwnForm.objects.of(cast.agency).exists() and files() == before


def test_a_file_that_nobody_keeps_goes_with_its_row(
    cast: Cast, signed_in: SignIn, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    before = files()
    own = bring(cast)
    assert len(files()) == len(before) + 1
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]  # a context manager
        assert signed_in(cast.somying).post(f"{PAPERS}{own.pk}/drop/").status_code == 302
    assert not OwnForm.objects.of(cast.agency).exists() and files() == before


def test_bringing_another_file_drops_the_one_that_waits(
    cast: Cast, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]  # a context manager
        bring(cast)
        second = bring(cast, papers.plain())
    assert [one.pk for one in OwnForm.objects.of(cast.agency)] == [second.pk]


def test_what_is_kept_cannot_be_taken_back(cast: Cast, signed_in: SignIn) -> None:
    own = kept(cast)
    assert signed_in(cast.somying).post(f"{PAPERS}{own.pk}/drop/").status_code == 302
    assert OwnForm.objects.of(cast.agency).filter(pk=own.pk).exists() and own.file.storage.exists(str(own.file.name))
    assert actions.keep_paper(by=cast.somying, own=own, name="อื่น").text == own.text


def test_what_waits_is_seen_by_who_brought_it_alone(cast: Cast, signed_in: SignIn) -> None:
    own = bring(cast)
    assert signed_in(cast.somying).get(f"{PAPERS}{own.pk}/").status_code == 200
    assert signed_in(cast.prasert).get(f"{PAPERS}{own.pk}/").status_code in (403, 404)
    assert signed_in(cast.somsak).get(f"{PAPERS}{own.pk}/").status_code == 404


def test_the_file_is_given_back_as_it_was_brought(cast: Cast, signed_in: SignIn) -> None:
    data = papers.plain()
    own = kept(cast, data)
    answer = signed_in(cast.somying).get(f"{PAPERS}{own.pk}/file/")
    assert b"".join(answer.streaming_content) == data  # type: ignore[attr-defined]  # a file response
    assert "attachment" in answer["Content-Disposition"]


def test_a_version_of_a_form_that_is_no_word_form_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused):
        bring(cast, form="half-year-with-memo")


def test_a_word_form_takes_no_version_from_yaml(cast: Cast) -> None:
    own = kept(cast)
    text = own.text.replace("version: 1", "version: 7", 1).encode()
    with pytest.raises(Refused):
        actions.add_form(by=cast.somying, agency=cast.agency, data=text, name="ours.yaml")


def test_an_officer_of_a_division_may_not(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).post(PAPERS, upload(papers.plain())).status_code == 403
