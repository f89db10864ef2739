"""Forms of the agency's own: brought, offered, kept for what was signed, withdrawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prongsai.core.access.decision import Refused
from prongsai.core.reports.snapshot import thaw
from prongsai.layouts import load_form, to_yaml
from prongsai.strict_yaml import Faulty
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.reports import actions
from prongsai.web.reports.forms_of import form_named, form_of, forms_for
from prongsai.web.reports.models import OwnForm
from prongsai.web.reports.queries import newest_snapshot
from tests.cast import Cast
from tests.web.reports.story import begin

SignIn = Callable[[Person], Client]
PAGE = "/a/tha-khong/reports/forms/"
OURS = to_yaml(load_form("measures-plain"), "ours")


def version(number: int, heading: str = "กิจกรรมของเรา") -> bytes:
    """The agency's form in a version, with a heading of its own."""
    return OURS.replace("version: 1", f"version: {number}").replace("มาตรการ/กิจกรรม", heading, 1).encode()


def bring(cast: Cast, data: bytes) -> OwnForm:
    return actions.add_form(by=cast.somying, agency=cast.agency, data=data, name="ours.yaml")


def upload(data: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("ours.yaml", data)}


def test_a_coordinator_brings_a_form_and_a_report_is_written_in_it(cast: Cast, signed_in: SignIn) -> None:
    browser = signed_in(cast.somying)
    assert browser.post(PAGE, upload(version(1))).status_code == 302
    story = begin(cast, "ours")
    page = browser.get(f"/a/tha-khong/reports/{story.report.pk}/paper/").content.decode()
    assert "กิจกรรมของเรา" in page


def test_it_is_offered_beside_the_shipped_ones_to_its_own_agency_only(cast: Cast) -> None:
    bring(cast, version(1))
    assert "ours" in {form.id for form in forms_for(cast.agency)}
    assert "ours" not in {form.id for form in forms_for(cast.neighbour)}


def test_faults_are_told_by_line_and_nothing_is_kept(cast: Cast, signed_in: SignIn) -> None:
    broken = version(1).replace(b"grammar: items", b"grammar: dance", 1)
    page = signed_in(cast.somying).post(PAGE, upload(broken))
    assert page.status_code == 422 and "บรรทัด 1" in page.content.decode() and "dance" in page.content.decode()
    assert not OwnForm.objects.of(cast.agency).exists()


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"\x00" * 70_000, b"<svg>", b"- 1", "ก".encode("tis-620"), b"a: &a [*a]"]
)
def test_what_is_no_form_is_refused_with_a_sentence(cast: Cast, signed_in: SignIn, data: bytes) -> None:
    page = signed_in(cast.somying).post(PAGE, upload(data))
    assert page.status_code == 422 and page.context["form"].errors["file"]


def test_an_id_of_a_shipped_form_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused):
        bring(cast, to_yaml(load_form("measures-plain"), "measures-plain").encode())


def test_a_version_that_is_there_is_refused_with_the_next_number(cast: Cast) -> None:
    bring(cast, version(3))
    for number in (1, 3):
        with pytest.raises(Refused) as refusal:
            bring(cast, version(number))
        assert "4" in refusal.value.why.th


def test_a_submitted_report_keeps_the_version_that_it_was_submitted_in(cast: Cast, signed_in: SignIn) -> None:
    bring(cast, version(1))
    story = begin(cast, "ours")
    actions.submit(by=cast.somying, report=story.report, version=story.report.version)
    bring(cast, version(2, "หัวข้อใหม่"))
    story.report.refresh_from_db()
    snapshot = newest_snapshot(story.report)
    assert snapshot is not None and thaw(snapshot.content).form_version == 1
    page = signed_in(cast.somying).get(f"/a/tha-khong/reports/{story.report.pk}/paper/").content.decode()
    assert "กิจกรรมของเรา" in page and "หัวข้อใหม่" not in page
    assert form_of(story.report).version == 2
    with actions.want_document(snapshot=snapshot, format="html").file.open() as made:
        assert "กิจกรรมของเรา" in made.read().decode()


def test_a_withdrawn_form_is_not_offered_and_its_reports_stay(cast: Cast, signed_in: SignIn) -> None:
    bring(cast, version(1))
    story = begin(cast, "ours")
    browser = signed_in(cast.somying)
    for _ in range(2):
        assert browser.post(f"{PAGE}ours/withdraw/").status_code == 302
    assert "ours" not in {form.id for form in forms_for(cast.agency)}
    assert form_of(story.report).id == "ours"
    assert Event.objects.of(cast.agency).filter(kind="form_withdrawn").count() == 1


def test_a_form_that_a_newer_program_cannot_read_is_named_and_stops_no_page(cast: Cast, signed_in: SignIn) -> None:
    own = bring(cast, version(1))
    OwnForm.objects.of(cast.agency).filter(pk=own.pk).update(text="schema: 1\n")
    page = signed_in(cast.somying).get(PAGE)
    assert "อ่านไม่ได้แล้ว" in page.content.decode()
    assert "ours" not in {form.id for form in forms_for(cast.agency)}


def test_files_to_begin_with_are_downloaded_and_read_back(cast: Cast, signed_in: SignIn) -> None:
    bring(cast, version(1))
    browser = signed_in(cast.somying)
    shipped = browser.get(f"{PAGE}full-with-disclosures/")
    assert "attachment" in shipped["Content-Disposition"]
    assert bring(cast, shipped.content).form == "tha-khong-full-with-disclosures"
    assert browser.get(f"{PAGE}ours/").content == version(1)
    assert browser.get(f"{PAGE}no-such/").status_code == 404


def test_an_officer_of_a_division_may_not(cast: Cast, signed_in: SignIn) -> None:
    browser = signed_in(cast.wichai)
    assert browser.get(PAGE).status_code == 403
    assert browser.post(PAGE, upload(version(1))).status_code == 403


def test_the_neighbour_sees_nothing_of_it(cast: Cast, signed_in: SignIn) -> None:
    bring(cast, version(1))
    assert signed_in(cast.somsak).get(PAGE).status_code == 404
    with pytest.raises(LookupError):
        form_named(cast.neighbour, "ours")
    with pytest.raises(Faulty):
        bring(cast, b"{}")
