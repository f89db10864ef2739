"""A text layer that does not say what is seen is noticed, and a sound one never is taken for such."""

import io

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.documents.readers.pdf.drawn import blocks_of, drawn, pages_of, saying, saying_nothing
from tests.documents.writers.sample import REPORT

TEXT = (
    "เทศบาลตำบลท่าโขงได้ดำเนินการจัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสประจำปี เพื่อให้บุคลากรถือปฏิบัติ "
    "ตามที่กำหนด สำนักปลัดรายงานผลการดำเนินงานให้ผู้บริหารทราบ จำนวน ๒ ครั้ง และเผยแพร่ให้ประชาชนทราบแล้ว น้ำท่วมต่ำกว่า"
)


def old_encoding(text):
    return "".join(chr(ord(letter) - 0xE00 + 0xA0) if "ก" <= letter <= "๛" else letter for letter in text)


BROKEN = {
    "stock WeasyPrint": None,
    "no letter is told": saying_nothing,
    "each letter is unknown": saying(lambda text: "\ufffd" * len(text)),
    "an old encoding": saying(old_encoding),
    "one vowel for another": saying(lambda text: text.replace("า", "ำ")),
    "the other way round": saying(lambda text: text.replace("ำ", "า")),
    "vowels from elsewhere": saying(lambda text: text.replace("น", "ั")),
    "private codes": saying(lambda text: "".join(chr(0xE000 + ord(letter) % 256) for letter in text)),
}


@pytest.mark.parametrize("finisher", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_layer_is_read_as_a_scan(finisher):
    assert pages_of(drawn(f"<p>{TEXT}</p>", finisher=finisher)) == [None]


@pytest.mark.parametrize("text", [" ".join(TEXT), TEXT.replace("่", " ่").replace("ี", " ี").replace("้", " ้")])
def test_white_space_inside_words_is_noticed(text):
    assert pages_of(drawn(f"<p>{text}</p>")) == [None]


def test_letters_that_are_printed_invisibly_over_a_picture_are_not_believed():
    document = pypdfium2.PdfDocument(drawn(f"<p>{TEXT}</p>"))
    page = document[0]
    for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        raw.FPDFTextObj_SetTextRenderMode(part.raw, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    page.gen_content()
    made = io.BytesIO()
    document.save(made)
    assert pages_of(made.getvalue()) == [None]


def test_a_page_of_a_picture_is_read_as_a_scan():
    picture = '<svg width="300" height="300"><path d="M0 0 L300 20 L200 300" fill="#777"/></svg>'
    assert pages_of(drawn(picture)) == [None]


def test_an_empty_page_is_empty():
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    made = io.BytesIO()
    document.save(made)
    (page,) = pages_of(made.getvalue())
    assert page.lines == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("ำ", " า"),
        lambda text: text.replace("ำ", "ํา"),
        lambda text: text.replace("แ", "เเ"),
        lambda text: text.replace("้", "\uf70b").replace("่", "\uf705"),
    ],
    ids=["sara am as Word writes it", "sara am in two", "sara ae in two", "codes of old fonts"],
)
def test_what_can_only_be_one_letter_is_read_as_that_letter(change):
    assert blocks_of(drawn(f"<p>{TEXT}</p>", finisher=saying(change))) == blocks_of(drawn(f"<p>{TEXT}</p>"))


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "๑๐๐",
        "หน้า ๓ / ๕",
        "Integrity and Transparency Assessment (ITA) 2566: https://example.go.th/ita?year=2566&x=1",
        "ดำเนินการแล้ว " * 40,
        "นโยบาย No Gift Policy “ไม่รับของขวัญ” ๒๕๖๖–๒๕๗๐ • ฯลฯ ๆ ฿ ๙๕.๔๕% ± 5 °C",
        "ก ข ค ง จ ช ส ด น ต O1 O2",
        "ก็ ฤดู ฦๅชา ณ ธ ฯ เกาะ เปรี๊ยะ แพะ โต๊ะ ไม้ ไทย ใด ๆ เสร็จ ศูนย์ สิทธิ์ ญี่ปุ่น กู้ ปู่ ฐู ญู",
    ],
)
def test_a_sound_page_is_never_taken_for_a_broken_one(text):
    assert pages_of(drawn(f"<p>{text}</p>")) != [None]


def test_no_page_of_a_whole_report_is_taken_for_a_broken_one():
    from prongsai.documents.writers import write
    from tests.documents.writers.forms import FORMS

    for form in FORMS:
        assert None not in pages_of(write(REPORT, form, "pdf"))
