"""A form of an agency's own: YAML that is read strictly, and can be written in every format."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.reports.layout import FITTING, FormLayout, Grammar, Holds
from prongsai.core.reports.reading import ReadDisclosure, Reading, ReadMeasure, Scores, Status
from prongsai.documents.writers import write
from prongsai.layouts import load_forms, parse_form, to_yaml
from prongsai.strict_yaml import Faulty

READING = Reading(
    agency="เทศบาลตำบลท่าโขง",
    fiscal_year=2569,
    measures=(
        ReadMeasure(1, None, "มาตรการหนึ่ง", ("ขั้นหนึ่ง", "ขั้นสอง"), ("กองช่าง",), "ต.ค. ๖๘", (), Status.DONE, ("แล้ว",)),
        ReadMeasure(None, 2, "การใช้งบประมาณ", suggestion="ควรเพิ่ม"),
    ),
    disclosures=(ReadDisclosure("O1", "โครงสร้าง", "9.1", ("แผนผัง",), ("สำนักปลัด",), Status.IN_PROGRESS, ("ทำอยู่",)),),
    scores=Scores({"1": 98.5}, 97.25),
)


def form(**changes: object) -> dict[str, object]:
    """A form of one table, as YAML tells it."""
    column = {"field": "title", "heading": "กิจกรรม", "grammar": "text", "width": 100}
    return {
        "schema": 1,
        "id": "tha-khong",
        "version": 1,
        "name": {"th": "แบบเทศบาล", "en": "Ours"},
        "title": "รายงานผล",
        "source": "หนังสือเวียน",
        "memo": True,
        "orientation": "landscape",
        "tables": [{"holds": "measures", "columns": [column]}],
    } | changes


def told(value: object) -> list[str]:
    """The faults of a form as lines."""
    with pytest.raises(Faulty) as caught:
        parse_form(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "ours.yaml")
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("shipped", load_forms(), ids=lambda one: one.id)
def test_a_shipped_form_is_a_beginning_that_is_read_back(shipped: FormLayout) -> None:
    again = parse_form(to_yaml(shipped, "ours"), "ours.yaml")
    for mine, theirs in zip(again.tables, shipped.tables, strict=True):
        assert (mine.heading, mine.by_sub_indicator) == (theirs.heading, theirs.by_sub_indicator)
        assert mine.table.columns == tuple(replace(column, variants=()) for column in theirs.table.columns)
    assert (again.id, again.title, again.memo, again.landscape) == (
        "ours",
        shipped.title,
        shipped.memo,
        shipped.landscape,
    )


def test_it_uses_shipped_tables_beside_its_own() -> None:
    parsed = parse_form(yaml.safe_dump(form(tables=[{"table": "scores", "heading": "ผลคะแนน"}])), "ours.yaml")
    assert parsed.tables[0].table.id == "scores"


def column(**changes: object) -> list[dict[str, object]]:
    """The tables of a form whose only column is changed."""
    return [
        {
            "holds": "measures",
            "columns": [{"field": "title", "heading": "ก", "grammar": "text", "width": 100} | changes],
        }
    ]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"id": "../etc"}, "id ใช้อักษร"),
        ({"version": 0}, "version เริ่มที่ 1"),
        ({"schema": 2}, "schema ต้องเป็น 1"),
        ({"orientation": "upright"}, "orientation"),
        ({"tables": []}, "แบบต้องมีตาราง"),
        ({"tables": ["measures-plain"]}, "ตารางในแบบ"),
        ({"tables": [{"table": "no-such"}]}, "ไม่มีตาราง “no-such”"),
        ({"tables": column(field="secret")}, "ไม่มี field “secret”"),
        ({"tables": column(grammar="items")}, "ใช้ grammar ได้เฉพาะ"),
        ({"tables": column(grammar="dance")}, "ไม่รู้จัก “dance”"),
        ({"tables": column(width=40)}, "รวมกันต้องได้ 100"),
        ({"tables": column(width=-1)}, "width ต้องมากกว่า 0"),
        ({"tables": column(width=True)}, "ค่าของ “width” ผิดชนิด"),
        ({"tables": column(heading=" ")}, "heading ว่างอยู่"),
        ({"tables": column(value="done")}, "ช่องติ๊ก"),
        ({"tables": [{"holds": "measures", "columns": []}]}, "คอลัมน์"),
        ({"extra": 1}, "ไม่รู้จักคำว่า “extra”"),
        ({"memo": "yes"}, "ค่าของ “memo”"),
    ],
)
def test_every_fault_names_its_line_and_the_way_out(changes: dict[str, object], says: str) -> None:
    lines = told(form(**changes))
    assert any(says in line for line in lines)
    assert all(line.startswith("ours.yaml:") for line in lines)


@given(
    st.text(max_size=200) | st.recursive(st.none() | st.integers() | st.text(max_size=9), st.lists).map(yaml.safe_dump)
)
def test_no_text_does_more_than_be_refused(text: str) -> None:
    with pytest.raises(Faulty):
        parse_form(text, "ours.yaml")


@st.composite
def tables(draw: st.DrawFn) -> dict[str, object]:
    """A table of any kind with any columns that fit it."""
    holds = draw(st.sampled_from(list(Holds)))
    chosen = draw(st.lists(st.sampled_from(sorted(FITTING[holds])), min_size=1, max_size=6))
    columns = []
    for field in chosen:
        grammar = draw(st.sampled_from(sorted(FITTING[holds][field])))
        value = {"value": draw(st.sampled_from([str(one) for one in Status]))} if grammar == Grammar.TICK else {}
        heading = draw(st.sampled_from(["กิจกรรม", "=1+1", "<b>ก</b>"]))
        columns.append(
            {"field": field, "heading": heading, "grammar": str(grammar), "width": 100 / len(chosen), **value}
        )
    return {"holds": str(holds), "columns": columns, "by_sub_indicator": draw(st.booleans())}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(tables(), min_size=1, max_size=3), st.sampled_from(["docx", "xlsx", "html", "txt"]))
def test_whatever_passes_can_be_written(parts: list[dict[str, object]], format: str) -> None:
    layout = parse_form(yaml.safe_dump(form(tables=parts), allow_unicode=True), "ours.yaml")
    assert write(READING, layout, format)  # type: ignore[arg-type]  # one of the four above


@pytest.mark.parametrize("text", ["a: " + "[" * 60_000, "a: " + "[" * 30_000 + "]" * 30_000, "{a: " * 16_000])
def test_nesting_without_end_is_a_fault_and_does_not_end_the_process(text: str) -> None:
    with pytest.raises(Faulty) as caught:
        parse_form(text, "ours.yaml")
    assert "50" in str(caught.value.faults[0])


@pytest.mark.parametrize("escaped", ["\\u0001", "\\x00", "\\uFFFE", "\\x9f"])
def test_characters_that_no_paper_can_carry_are_faults(escaped: str) -> None:
    text = yaml.safe_dump(form(title="TITLE"), allow_unicode=True).replace("TITLE", f'"ก{escaped}ข"')
    with pytest.raises(Faulty, match="control characters"):
        parse_form(text, "ours.yaml")
