"""The responsible units that a cell names."""

import pytest

from prongsai.documents.readers.recognise.span import Span
from prongsai.documents.readers.recognise.units import units


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("กองช่าง/กองคลัง", ["กองช่าง", "กองคลัง"]),
        ("สำนักปลัดและกองช่าง", ["สำนักปลัด", "กองช่าง"]),
        ("กองคลัง/งานพัสดุ", ["กองคลัง", "งานพัสดุ"]),
        ("ทุกสำนัก/กอง", ["ทุกสำนัก/กอง"]),
        ("ทุกกอง/สำนัก/ฝ่าย", ["ทุกกอง/สำนัก/ฝ่าย"]),
        ("ทุกสำนัก/กองช่าง", ["ทุกสำนัก", "กองช่าง"]),
        ("", []),
    ],
)
def test_each_unit_is_named_once_and_a_kind_without_a_name_is_none(text, named):
    assert [span.text for span in units([Span(text, ())])] == named
