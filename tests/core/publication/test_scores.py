"""Results for the public: exact figures, years from the oldest in the picture and the newest in the table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.publication.scores import Figure, PublicResult, YearTotal, scores_content

RESULT = PublicResult(
    (YearTotal(2567, Decimal("85.5"), "ผ่าน"), YearTotal(2568, Decimal("92.18"), "ผ่านดี")),
    (Figure("IIT", Decimal("90.1")),),
    (Figure("1 การปฏิบัติหน้าที่", Decimal("99.21")), Figure("2 การใช้งบประมาณ", Decimal(88), from_memory=True)),
    "ประกาศของสำนักงาน ป.ป.ช.",
)


def test_it_tells_the_newest_year_whole() -> None:
    content = scores_content(RESULT)
    assert (content.fiscal_year, content.code) == (2568, "scores")
    assert content.lead == "คะแนนรวม 92.18 จาก 100 คะแนน ระดับ ผ่านดี"
    assert [section.title for section in content.sections] == ["คะแนนรวมย้อนหลัง", "คะแนนรายแบบวัด", "คะแนนรายตัวชี้วัด"]


def test_the_picture_and_the_table_tell_the_same() -> None:
    history = scores_content(RESULT).sections[0]
    assert [bar.value for bar in history.charts[0].bars] == ["85.50", "92.18"]
    assert history.tables[0].rows == (("2568", "92.18", "ผ่านดี"), ("2567", "85.50", "ผ่าน"))


def test_a_name_from_memory_is_marked_and_the_mark_explained() -> None:
    instruments, indicators = scores_content(RESULT).sections[1:]
    assert [bar.label for bar in indicators.charts[0].bars] == ["1 การปฏิบัติหน้าที่", "2 การใช้งบประมาณ *"]
    assert "ความจำ" in indicators.paragraphs[0]
    assert instruments.paragraphs == ()


def test_no_year_is_no_result() -> None:
    with pytest.raises(ValueError, match="year"):
        scores_content(PublicResult((), (), ()))
