"""Findings in the order of the paper, and their fingerprints."""

from __future__ import annotations

from prongsai.core.review.review import fingerprints, review
from tests.core.review.papers import at_line, item, measure, subject

BAD = measure(result=("อบต.หนองแสงได้จัดทำคู่มือ", "ประชุม ๓๑ กุมภาพันธ์ ๒๕๖๖"), period="ต.ค. ๖๓ - ก.ย. ๖๔")


def test_findings_stand_in_the_order_of_their_lines() -> None:
    places = {
        "measures[0].period": at_line(8),
        "measures[0].result[0]": at_line(8),
        "measures[0].result[1]": at_line(9),
    }
    lines = ("เทศบาลนครสมมุติบุรี ได้จัดทำ", *[""] * 9)
    found = review(subject(BAD, places=places, lines=lines))
    assert [(one.line, one.code) for one in found] == [(1, "A01"), (8, "Y02"), (8, "A01"), (9, "Y07")]


def test_without_lines_they_stand_in_the_order_of_the_values() -> None:
    found = review(subject(measure(), BAD, item("O44"), district="บ้านแพ้ว"))
    assert [one.code for one in found] == ["A04", "Y02", "A01", "Y07", "S03", "N11"]


def test_a_check_that_is_switched_off_is_not_asked() -> None:
    assert {"A01", "Y02"} <= {one.code for one in review(subject(BAD))}
    assert "A01" not in {one.code for one in review(subject(BAD), {"A01"})}


def test_a_finding_tells_its_place_in_both_languages() -> None:
    places = {"measures[0].result[0]": at_line(8)}
    found = next(one for one in review(subject(BAD, places=places)) if one.code == "A01")
    assert found.where.th == "บรรทัด 8 มาตรการที่ 1 › ผลการดำเนินการ ข้อ 1"
    assert found.where.en == "line 8 measure 1 › result 1"


def test_where_the_source_has_pages_the_page_is_told() -> None:
    places = {"measures[0].result[0]": at_line(2)}
    found = next(one for one in review(subject(BAD, places=places, pages=(1, 3))) if one.code == "A01")
    assert (found.page, found.line) == (3, 2)
    assert found.where.th == "หน้า 3 มาตรการที่ 1 › ผลการดำเนินการ ข้อ 1"


def test_a_fingerprint_survives_moved_rows_and_lines() -> None:
    before = review(subject(BAD))
    after = review(subject(measure(title="มาตรการใหม่ที่เพิ่มเข้ามา"), BAD, places={"measures[1].period": at_line(99)}))
    assert {one.path for one in before}.isdisjoint(one.path for one in after)
    assert set(fingerprints(before)) == set(fingerprints(after))


def test_fingerprints_tell_equal_findings_apart_and_differ_with_the_text() -> None:
    twice = review(subject(BAD, BAD, fiscal_year=2566))
    marks = fingerprints(twice)
    assert len(set(marks)) == len(marks)
    other = measure(result=("อบต.โคกแสงได้จัดทำคู่มือ",))
    codes = {"A01"}
    first = fingerprints(one for one in review(subject(BAD)) if one.code in codes)
    assert set(first).isdisjoint(fingerprints(one for one in review(subject(other)) if one.code in codes))
