"""Tables as agencies keep them: what is read of them, what is asked, and what is refused."""

from __future__ import annotations

import pytest

from prongsai.core.disclosures.pasted import Pasted, as_text, read_pasted
from prongsai.core.disclosures.pasted_cells import addresses_of, code_of, split_code
from prongsai.core.disclosures.pasted_names import Known

ITEMS = (
    Known("O1", "โครงสร้าง"),
    Known("O2", "ข้อมูลผู้บริหาร"),
    Known("O12", "รายงานการกำกับติดตามการดำเนินงานและการใช้จ่ายงบประมาณประจำปี รอบ 6 เดือน"),
    Known("O13", "รายงานผลการดำเนินงานประจำปี"),
    Known("O20", "ประกาศต่าง ๆ เกี่ยวกับการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ"),
    Known("O40", "การขับเคลื่อนจริยธรรม"),
)
HEAD = "ข้อ\tรายการ\tURL\tคำอธิบาย\n"


def _read(text: str, choices: dict[int, str] | None = None) -> Pasted:
    return read_pasted(text, ITEMS, choices)


def _shown(pasted: Pasted) -> dict[str, list[str]]:
    return {one.code: [link.url for link in one.links] for one in pasted.items}


@pytest.mark.parametrize(
    "written",
    [
        *(
            "O12",
            "o12",
            "O 12",
            "O-12",
            "12",
            "๑๒",
            "๐๑๒",
            "012",
            "ข้อ 12",
            "ข้อ ๑๒",
            "ข้อที่ O12.",
            "O12.",
            "OIT 12",
            "12.0",
        ),
        *("O\u200b12", "\xa0O12", "О12", "Ol2", "0๑๒"),
    ],
)
def test_a_code_is_read_however_it_is_written(written: str) -> None:
    assert code_of(written) == "O12"


@pytest.mark.parametrize(
    ("written", "code"), [("01", "O1"), ("๐๑", "O1"), ("O10", "O10"), ("10", "O10"), ("O1O", "O10")]
)
def test_zero_at_the_front_is_the_letter(written: str, code: str) -> None:
    assert code_of(written) == code


@pytest.mark.parametrize("written", ["", "O", "0", "รายงาน", "O123", "2566", "12 เดือน", "O0"])
def test_what_is_no_code_is_none(written: str) -> None:
    assert code_of(written) == ""


def test_code_and_name_in_one_cell_are_told_apart() -> None:
    assert split_code("O12 รายงาน ปี ๒๕๖๖") == ("O12", "รายงาน ปี ๒๕๖๖")
    assert split_code("ข้อ ๑๒.รายงาน") == ("O12", "รายงาน")
    assert split_code("รายงาน O12") == ("", "รายงาน O12")


def test_a_table_of_excel_is_read() -> None:
    found = _read(HEAD + "O1\tโครงสร้าง\thttps://a.example/1\tผังโครงสร้าง\nO2\tข้อมูลผู้บริหาร\thttps://a.example/2\t\n")
    assert _shown(found) == {"O1": ["https://a.example/1"], "O2": ["https://a.example/2"]}
    assert (found.items[0].explanation, found.items[0].answer, found.items[0].rows) == ("ผังโครงสร้าง", "has", (2,))
    assert not (found.faults or found.notes or found.questions)


def test_without_headings_columns_are_known_by_what_is_in_them() -> None:
    found = _read("https://a.example/1\tผังโครงสร้าง\tO1\nhttps://a.example/2\tข้อมูลผู้บริหาร\tO2\n")
    assert _shown(found) == {"O1": ["https://a.example/1"], "O2": ["https://a.example/2"]}


def test_columns_stand_in_any_order_and_headings_have_slips() -> None:
    found = _read("คำอธิบายเพิมเติม\tลิงค์\tชื่อรายการ\tข้อ OIT\nผัง\thttps://a.example/1\tโครงสร้าง\t๐๑\n")
    assert [(one.code, one.explanation) for one in found.items] == [("O1", "ผัง")]


def test_a_cell_of_several_lines_as_excel_quotes_it() -> None:
    found = _read(
        HEAD + 'O1\tโครงสร้าง\t"1. ผัง https://a.example/1\n2. ตำแหน่ง https://a.example/2"\t"บรรทัด ""หนึ่ง""\nสอง"\n'
    )
    links = found.items[0].links
    assert [(one.url, one.title) for one in links] == [("https://a.example/1", "ผัง"), ("https://a.example/2", "ตำแหน่ง")]
    assert found.items[0].explanation == 'บรรทัด "หนึ่ง"\nสอง'


def test_a_cell_of_several_lines_as_word_pastes_it() -> None:
    found = _read(
        HEAD + "O1\tโครงสร้าง\thttps://a.example/1\nhttps://a.example/2\tผัง\nO2\tผู้บริหาร\thttps://a.example/3\tสอง\n"
    )
    assert _shown(found) == {"O1": ["https://a.example/1", "https://a.example/2"], "O2": ["https://a.example/3"]}
    assert [one.explanation for one in found.items] == ["ผัง", "สอง"]


def test_rows_without_a_code_go_on_with_the_item_above() -> None:
    found = _read(
        HEAD + "O1\tโครงสร้าง\thttps://a.example/1\tผัง\n\t\thttps://a.example/2\tต่อ\n\t\thttps://a.example/1\t\n"
    )
    assert _shown(found) == {"O1": ["https://a.example/1", "https://a.example/2"]}
    assert found.items[0].explanation == "ผัง\nต่อ"


def test_lines_of_text_without_any_column_are_read_too() -> None:
    found = _read("O1 โครงสร้าง https://a.example/1\nO2 https://a.example/2\nhttps://a.example/3\n")
    assert _shown(found) == {"O1": ["https://a.example/1"], "O2": ["https://a.example/2", "https://a.example/3"]}


def test_headings_that_are_repeated_and_rows_of_groups_are_passed_over() -> None:
    found = _read("ตาราง OIT ปี 2566\n" + HEAD + "9.1 ข้อมูลพื้นฐาน\t\t\t\nO1\tโครงสร้าง\thttps://a.example/1\t\n" + HEAD)
    assert _shown(found) == {"O1": ["https://a.example/1"]}
    assert not found.faults


def test_an_address_without_scheme_is_completed_and_told() -> None:
    found = _read(HEAD + "O1\tโครงสร้าง\twww.tha-khong.go.th/หน้า-แรก\t\nO2\tข้อมูลผู้บริหาร\ttha-khong.go.th\t\n")
    assert _shown(found) == {"O1": ["https://www.tha-khong.go.th/หน้า-แรก"], "O2": ["https://tha-khong.go.th"]}
    assert [(one.row, one.column) for one in found.notes] == [(2, 3), (3, 3)]


def test_thai_letters_and_brackets_stay_in_an_address() -> None:
    url = "https://a.example/แผน_(ปี-2566).pdf?หน้า=๓"
    assert [one.url for one in addresses_of(f"({url}),").links] == [url]
    assert [one.url for one in addresses_of("https://a.example/1,https://a.example/2;www.b.example/c").links][:2] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


def test_a_shortened_link_is_taken_with_a_warning() -> None:
    found = _read(HEAD + "O1\tโครงสร้าง\thttps://bit.ly/3abc\t\n")
    assert "ลิงก์ย่อ" in found.notes[0].what.th and _shown(found) == {"O1": ["https://bit.ly/3abc"]}


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("https://a.example/แผน ปี2566.pdf", "ช่องว่าง"),
        ("htp://a.example/1", "http://"),
        ("คลิกที่นี่", "ไม่ใช่ที่อยู่เว็บ"),
    ],
)
def test_what_is_no_address_is_refused_by_row_and_column(cell: str, said: str) -> None:
    found = _read(HEAD + f"O1\tโครงสร้าง\t{cell}\t\nO2\tข้อมูลผู้บริหาร\thttps://a.example/2\t\n")
    assert [(one.row, one.column) for one in found.faults] == [(2, 3)]
    assert said in found.faults[0].what.th and "แถว 2 คอลัมน์ C" in found.faults[0].place.th
    assert _shown(found) == {"O2": ["https://a.example/2"]}


def test_code_and_name_that_disagree_are_asked_about() -> None:
    text = HEAD + "O12\tรายงานผลการดำเนินงานประจำปี 2565\thttps://a.example/1\t\n"
    found = _read(text)
    assert [(one.row, one.options, one.chosen) for one in found.questions] == [(2, ("O13", "O12"), "O13")]
    assert _shown(found) == {"O13": ["https://a.example/1"]}
    assert _shown(_read(text, {2: "O12"})) == {"O12": ["https://a.example/1"]}
    assert _shown(_read(text, {2: ""})) == {}


def test_a_code_that_a_scanner_broke_is_found_by_the_name() -> None:
    found = _read(HEAD + "๐๕๐\tการขับเคลื่อนจริยธรรม\thttps://a.example/1\t\n")
    assert _shown(found) == {"O40": ["https://a.example/1"]}
    assert "จับคู่จากชื่อเป็น O40" in found.notes[0].what.th


def test_a_short_name_of_ones_own_raises_no_question() -> None:
    found = _read(HEAD + "O12\tรายงาน 6 เดือน\thttps://a.example/1\t\n")
    assert _shown(found) == {"O12": ["https://a.example/1"]} and not found.questions
    assert "โปรดตรวจว่าเป็นรหัสของปีนี้" in found.notes[0].what.th


def test_a_row_that_is_no_item_of_the_year_is_refused() -> None:
    found = _read(HEAD + "O44\tเรื่องอื่น\thttps://a.example/1\t\n")
    assert found.items == () and "“O44” ไม่ตรงกับรายการใด" in found.faults[0].what.th


@pytest.mark.parametrize(
    "row", ["O20\tประกาศ\tไม่มี\tปีนี้ไม่มีการจัดซื้อ", "O20\tประกาศ\t-\tไม่มีการจัดซื้อในปีนี้", "O20\tประกาศ\tไม่มีการจัดซื้อในปีนี้\t"]
)
def test_there_is_not_is_an_answer_with_its_reason(row: str) -> None:
    found = _read(HEAD + row)
    assert [(one.answer, one.links) for one in found.items] == [("has_not", ())]
    assert "การจัดซื้อ" in found.items[0].explanation


@pytest.mark.parametrize(("row", "said"), [("O20\tประกาศ\tไม่มี\t", "ต้องมีคำอธิบาย")])
def test_there_is_not_without_a_reason_is_refused(row: str, said: str) -> None:
    found = _read(HEAD + row)
    assert not found.items and said in found.faults[0].what.th


def test_an_answer_that_contradicts_its_address_is_refused() -> None:
    found = _read(
        "ข้อ\tรายการ\tมี/ไม่มี\tURL\nO1\tโครงสร้าง\tไม่มี\thttps://a.example/1\nO2\tข้อมูลผู้บริหาร\tมี\thttps://a.example/2\n"
    )
    assert [one.row for one in found.faults] == [2]
    assert [(one.code, one.answer) for one in found.items] == [("O2", "has")]


def test_an_item_in_two_rows_shows_the_links_of_both() -> None:
    found = _read(HEAD + "O1\tโครงสร้าง\thttps://a.example/1\tหนึ่ง\nO1\tโครงสร้าง\thttps://a.example/2\tสอง\n")
    assert _shown(found) == {"O1": ["https://a.example/1", "https://a.example/2"]}
    assert (found.items[0].explanation, found.items[0].rows) == ("หนึ่ง\nสอง", (2, 3))
    assert [(one.row, one.what.th) for one in found.notes] == [(3, "O1 มีหลายแถว รวมลิงก์ไว้ด้วยกัน")]


def test_items_with_nothing_beside_them_are_told() -> None:
    assert _read(HEAD + "O1\tโครงสร้าง\t\t\nO2\tข้อมูลผู้บริหาร\t-\t\n").empty == ("O1", "O2")


@pytest.mark.parametrize("text", ["", " \n\t\n", "สวัสดี", "a\n" * 2000])
def test_what_is_no_table_is_refused_whole(text: str) -> None:
    found = _read(text)
    assert not found.items and found.faults


def test_a_quotation_mark_that_never_ends_is_part_of_the_text() -> None:
    found = _read(HEAD + 'O1\t"โครงสร้าง\thttps://a.example/1\tผัง\n')
    assert _shown(found) == {"O1": ["https://a.example/1"]}


def test_a_sheet_becomes_the_text_that_would_be_pasted() -> None:
    rows = {
        1: {1: "ข้อ", 2: "รายการ", 3: "URL"},
        3: {1: "O1", 2: "โครงสร้าง", 3: "https://a.example/1\nhttps://a.example/2"},
    }
    found = _read(as_text(rows))
    assert _shown(found) == {"O1": ["https://a.example/1", "https://a.example/2"]}
    assert found.items[0].rows == (3,)
