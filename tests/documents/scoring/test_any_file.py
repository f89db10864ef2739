"""Whatever a file holds, it is read or refused in words."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from prongsai import frameworks
from prongsai.documents.answers import read_answers
from prongsai.documents.readers.refusal import Refusal

OF_2566 = frameworks.load("ita", 2566)
WORDS = [
    "i1a",
    "i1",
    "i2",
    "I99",
    "e3",
    "รหัส",
    "คะแนน",
    "O1",
    "o๒",
    "รวม",
    "ระดับ",
    "4",
    "๑๐๐",
    "มากที่สุด",
    "-",
    "1e9",
    "EIT1-6",
    "9.1",
    "null",
]
ODD = ["คะแนน ปี 2566", "", '"', "9" * 40, "\u200b"]
CELLS = st.sampled_from([*WORDS, *ODD]) | st.text(max_size=8)
TABLES = st.lists(st.lists(CELLS, max_size=5), max_size=6).map(lambda rows: "\n".join(",".join(row) for row in rows))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CELLS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(CELLS | st.just("responses") | st.just("items"), inner),
    max_leaves=12,
)


def read(data: bytes) -> None:
    """Read a file; every score that is taken is one, every answer a choice, every complaint in both languages."""
    try:
        found = read_answers([("ก.csv", data)], OF_2566)
    except Refusal as refusal:
        assert refusal.sentence.th and refusal.sentence.en
        return
    assert all(score is None or 0 <= score <= 100 for score in found.scores.values())
    assert all(value in range(5) for response in found.responses for value in response.values())
    assert all("ก.csv" in problem.told.th and "ก.csv" in problem.told.en for problem in found.problems)
    found.known()


@given(TABLES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@example("i2\n" + "4\n" * 3000, "utf-8")
@settings(deadline=None)
def test_any_table_is_read_or_refused(text: str, encoding: str) -> None:
    read(text.encode(encoding, errors="replace"))


@given(VALUES)
@example({"responses": [{"i2": 10**400}, {"i9": True}], "items": {"O1": float("nan")}})
@settings(deadline=None)
def test_any_json_is_read_or_refused(value: object) -> None:
    read(json.dumps(value, ensure_ascii=False).encode(errors="replace"))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)
