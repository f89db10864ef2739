"""What is written on a division's sheet comes back as it was, whatever it is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.documents.division_sheets import (
    FILLED,
    STATUS_WORDS,
    SheetRow,
    as_text,
    clean,
    edits,
    read_division_sheet,
    write_division_sheet,
)
from tests.documents.division_sheets.sample import sheet_of
from tests.documents.writers.strategies import PERIODS, sentences, some

texts = st.text(max_size=80) | sentences | st.lists(sentences, max_size=3).map("\n".join)
rows = st.builds(
    SheetRow,
    identity=st.text("abcXYZ019_-:=", min_size=1, max_size=120),
    number=st.none() | st.integers(0, 9999),
    title=texts,
    procedure=some,
    period=st.sampled_from(PERIODS),
    values=st.fixed_dictionaries(dict.fromkeys(FILLED, texts) | {"status": st.sampled_from([*STATUS_WORDS.values()])}),
)


@given(st.lists(rows, max_size=5))
@example([SheetRow("=1+1", 1, "=HYPERLINK()", (), "", dict.fromkeys(FILLED, "_x0041_ https://a.go.th ๑๒๓"))])
def test_what_is_written_is_read(sent: list[SheetRow]) -> None:
    back = read_division_sheet(write_division_sheet(sheet_of(*sent)), "กองช่าง.xlsx").rows
    assert [(row.identity, row.number, row.title, dict(row.values)) for row in back] == [
        (row.identity, row.number, clean(row.title), {name: clean(row.values[name]) for name in FILLED}) for row in sent
    ]
    assert {row.division for row in back} <= {"กองช่าง"}


@given(st.lists(texts.map(clean).filter(bool), max_size=5))
def test_entries_that_come_back_as_they_were_are_no_edit(entries: list[str]) -> None:
    assert edits(entries, as_text(entries)) == edits([], "")


@given(some, sentences)
def test_what_is_written_below_the_others_is_added(entries: tuple[str, ...], new: str) -> None:
    found = edits(entries, f"{as_text(entries)}\n{new}")
    assert (found.corrected, found.added, found.deleted) == ((), (new,), ())
