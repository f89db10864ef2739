"""Two rows report the same result word by word."""

from __future__ import annotations

from prongsai.core.review.checks import same_result as check
from tests.core.review.papers import item, look

TEXT = "จัดทำรายงานการประเมินจริยธรรมไปใช้ในการบริหารทรัพยากรบุคคลและเสนอผู้บริหาร"


def test_it_finds_the_second_row_with_the_same_words() -> None:
    found = look(check, item("O40", progress=(TEXT,)), item("O41", progress=(f"- {TEXT}",)))
    assert [one.path for one in found] == ["disclosures[1].progress"]
    assert "O40" in found[0].what.th


def test_it_passes_phrases_and_what_stands_in_many_rows() -> None:
    assert not look(check, *(item(code, progress=("เผยแพร่บนเว็บไซต์แล้ว",)) for code in ("O1", "O2")))
    assert not look(check, *(item(f"O{at}", progress=(TEXT,)) for at in range(1, 6)))


def test_it_passes_different_results() -> None:
    assert not look(check, item("O40", progress=(TEXT,)), item("O41", progress=(TEXT + " ครบทุกคน",)))
