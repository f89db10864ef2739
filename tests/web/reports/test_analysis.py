"""The official analysis of a result: begun, shown as paper, frozen, signed, and used as evidence of its item."""

from decimal import Decimal
from io import BytesIO

import docx
import pytest

from prongsai.core.access.decision import Refused
from prongsai.core.reports.snapshot import thaw
from prongsai.core.reports.workflow import Act
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.web.assessments import actions as assessments
from prongsai.web.assessments.queries import result_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.measures import actions as measures
from prongsai.web.reports import actions, queries
from prongsai.web.reports.actions.signing import Signing
from prongsai.web.reports.models import Report
from tests.web.reports.story import YEAR, begin, content

FORM = "analysis-of-result"
BEGIN = f"/a/tha-khong/{YEAR}/reports/analysis/"


def result(cast, year, score):
    """Ten equal scores, and an item of indicator 10 that failed."""
    framework, _provisional = framework_for(cast.agency, year)
    code = framework.items_about("risk-assessment")[0].code
    known = KnownResult(
        year,
        dict.fromkeys(range(1, 11), Decimal(score)),
        items={code: ItemResult(Decimal(0), "ไม่พบมาตรการจัดการความเสี่ยง")},
    )
    assessments.record_known(by=cast.somying, agency=cast.agency, known=known, source="ทดสอบ")


@pytest.fixture
def story(cast):
    result(cast, YEAR - 2, "80")
    result(cast, YEAR - 1, "90")
    plan = measures.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=YEAR)
    measures.add_measures(by=cast.somying, plan=plan, contents=[content("จัดทำแผนความเสี่ยง", 1)])
    return cast


def draft(cast):
    return actions.begin_analysis(
        by=cast.somying, agency=cast.agency, fiscal_year=YEAR, result_year=YEAR - 1, form=FORM
    )


def signed(cast):
    report = draft(cast)
    actions.submit(by=cast.somying, report=report, version=report.version)
    for person in (cast.malee, cast.prasert):
        act = Act.ACKNOWLEDGED if person is cast.prasert else Act.ENDORSED
        actions.sign(by=person, report=report, signing=Signing(act), version=report.version)
    return report


def test_beginning_asks_for_sign_in_and_the_right_agency_and_permission(client, cast, signed_in):
    assert client.get(BEGIN).status_code == 302
    assert signed_in(cast.somsak).get(BEGIN).status_code == 404
    assert signed_in(cast.wichai).get(BEGIN).status_code == 403


def test_without_a_result_the_page_says_where_to_enter_it(cast, signed_in):
    assert f"/a/tha-khong/{YEAR - 1}/result/" in signed_in(cast.somying).get(BEGIN).content.decode()


def test_without_a_plan_the_page_leads_to_the_plan(cast, signed_in):
    result(cast, YEAR - 1, "90")
    assert f"/a/tha-khong/{YEAR}/plan/" in signed_in(cast.somying).get(BEGIN).content.decode()


def test_it_begins_with_last_years_result_and_its_memo_says_total_and_level(story, signed_in):
    response = signed_in(story.somying).post(BEGIN, {"result_year": YEAR - 1, "form": FORM})
    report = Report.objects.of(story.agency).get()
    assert response["Location"] == f"/a/tha-khong/reports/{report.pk}/"
    assert (report.kind, report.round, report.result_year) == ("analysis", None, YEAR - 1)
    first = report.memo["body"][0]
    assert "ได้คะแนนรวม ๙๐.๐๐ คะแนน" in first
    assert "ผ่านดี" in first


def test_a_year_without_a_result_cannot_be_chosen(story, signed_in):
    response = signed_in(story.somying).post(BEGIN, {"result_year": YEAR, "form": FORM})
    assert response.status_code == 422
    assert not Report.objects.of(story.agency).exists()


def test_a_result_that_lacks_an_indicator_is_refused_with_the_way_out(story):
    row = result_of(story.agency, YEAR - 1)
    nine = KnownResult(YEAR - 1, dict.fromkeys(range(1, 10), Decimal(90)))
    assessments.record_known(by=story.somying, agency=story.agency, known=nine, source="ทดสอบ", version=row.version)
    with pytest.raises(Refused, match="ครบทุกตัวชี้วัด"):
        draft(story)
    assert not Report.objects.of(story.agency).exists()


def test_its_paper_shows_two_years_the_weak_points_and_the_measures(story, signed_in):
    report = draft(story)
    client = signed_in(story.somying)
    assert client.get(f"/a/tha-khong/reports/{report.pk}/").status_code == 200
    paper = client.get(f"/a/tha-khong/reports/{report.pk}/paper/").content.decode()
    for words in ("๙๐.๐๐", "๘๐.๐๐", "+๑๐.๐๐", "ไม่พบมาตรการจัดการความเสี่ยง", "จัดทำแผนความเสี่ยง", "ต้องแก้ไขโดยเร่งด่วน"):
        assert words in paper


def test_it_stands_in_the_list_of_its_year(story, signed_in):
    draft(story)
    assert "การวิเคราะห์ผลปี 2568" in signed_in(story.somying).get(f"/a/tha-khong/{YEAR}/reports/").content.decode()


def test_what_was_submitted_stays_whatever_the_result_says_later(story, signed_in):
    report = draft(story)
    snapshot = actions.submit(by=story.somying, report=report, version=report.version)
    row = result_of(story.agency, YEAR - 1)
    other = KnownResult(YEAR - 1, dict.fromkeys(range(1, 11), Decimal(70)))
    assessments.record_known(by=story.somying, agency=story.agency, known=other, source="แก้", version=row.version)
    frozen = thaw(snapshot.content)
    assert snapshot.schema == 2
    assert frozen.analysis.lines[-1].score == Decimal("90.00")
    assert frozen.reading.measures[0].status is None
    paper = signed_in(story.somying).get(f"/a/tha-khong/reports/{report.pk}/paper/").content.decode()
    assert "๙๐.๐๐" in paper


def test_it_is_not_submitted_without_the_result_that_it_analyses(story):
    report = draft(story)
    row = result_of(story.agency, YEAR - 1)
    assessments.clear_result(by=story.somying, agency=story.agency, fiscal_year=YEAR - 1, version=row.version)
    with pytest.raises(Refused, match="ไม่ครบหรือถูกนำออก"):
        actions.submit(by=story.somying, report=report, version=report.version)
    assert Report.objects.of(story.agency).get().state == Report.State.DRAFT


@pytest.mark.parametrize("format", ["docx", "xlsx", "html"])
def test_its_documents_hold_the_analysis(story, format):
    report = signed(story)
    made = actions.want_document(snapshot=queries.newest_snapshot(report), format=format)
    assert made.state == "ready", made.problem
    with made.file.open("rb") as kept:
        data = kept.read()
    if format == "docx":
        assert len(docx.Document(BytesIO(data)).tables) == 5
    if format == "html":
        assert "ไม่พบมาตรการจัดการความเสี่ยง" in data.decode()


def test_acknowledged_it_becomes_evidence_of_the_item_that_asks_for_it_once(story, signed_in):
    report = signed(story)
    client = signed_in(story.somying)
    address = f"/a/tha-khong/reports/{report.pk}/evidence/"
    assert address in client.get(f"/a/tha-khong/reports/{report.pk}/").content.decode()
    for _twice in range(2):
        assert f"/a/tha-khong/{YEAR}/disclosures/" in client.post(address)["Location"]
    row = Disclosure.objects.of(story.agency).get(fiscal_year=YEAR, subject="ita-measures")
    assert row.evidence.count() == 1


def test_before_it_is_acknowledged_it_is_no_evidence(story, signed_in):
    report = draft(story)
    client = signed_in(story.somying)
    client.post(f"/a/tha-khong/reports/{report.pk}/evidence/")
    assert not Disclosure.objects.of(story.agency).exists()
    assert "/evidence/" not in client.get(f"/a/tha-khong/reports/{report.pk}/").content.decode()


def test_a_report_of_progress_takes_no_form_of_an_analysis(cast, signed_in):
    story = begin(cast)
    with pytest.raises(Refused):
        actions.begin_report(by=cast.somying, agency=cast.agency, round_id=story.round.pk, form=FORM)
    page = signed_in(cast.somying).get(f"/a/tha-khong/{YEAR}/reports/begin/").content.decode()
    assert FORM not in page


def test_the_page_of_an_analysis_asks_the_database_at_most_twelve_times(
    story, signed_in, django_assert_max_num_queries
):
    report = signed(story)
    client = signed_in(story.somying)
    address = f"/a/tha-khong/reports/{report.pk}/"
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)


def test_reviewing_an_analysis_asks_for_no_results_of_measures_to_come(story, signed_in):
    report = draft(story)
    page = signed_in(story.somying).get(f"/a/tha-khong/review/reports/{report.pk}/")
    assert page.status_code == 200
    assert "ไม่มีสถานะหรือผลการดำเนินการ" not in page.content.decode(), "of measures to come no results are asked"
