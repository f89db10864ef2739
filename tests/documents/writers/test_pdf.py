"""The PDF says exactly what the paper says, in our own font, and reaches for nothing outside."""

import ctypes
import sys
from dataclasses import replace

import pypdfium2
import pytest

from prongsai.core.reports.reading import Reading, ReadMeasure
from prongsai.documents.writers import WriterUnavailable, cells, write
from prongsai.documents.writers.pdf import _prepared
from prongsai.documents.writers.text_layer import glyph_texts
from tests.documents.writers.expected import PAGE_NUMBER, bare, body_text, head_text
from tests.documents.writers.forms import FORMS, form_with
from tests.documents.writers.sample import NAMES, REPORT

#: Words whose vowels and tones are drawn by other glyphs than the plain ones, or share a glyph with another letter.
HARD = (
    "ทำมาหากิน น้ำ ป้ำ ป๊ำ ฟำ ฝ่ำ ตำบล สำนักงาน ปั๊ม ป้า ญู ฐู ฝั่ง กตัญญู ฎุ ฏู ฬุ office flow ๑๒๓๔ ก็ ปี่ ปื้น ผู้ที่ "
    "อย่างยิ่ง ศูนย์ ฤๅ ฯลฯ “ก” – … ปิ่น ฟ้า ใช้ ซ้ำ ค่ำ ฐานันดร ญาณ เครื่องหมาย & < > \" ' E-Service ๕๐% (ก)"
)

CONSONANTS = [chr(code) for code in range(ord("ก"), ord("ฮ") + 1) if chr(code) not in "ฤฦ"]
TONES = ["", "่", "้", "๊", "๋"]

#: Each consonant under each vowel and tone mark: whatever a shaper does to place them, the text stays.
EVERY_CLUSTER = [
    *(f"{letter}{vowel}{tone}ง" for letter in CONSONANTS for vowel in "ัิีึืุู" for tone in [*TONES, "์"]),
    *(f"{letter}{tone}{end}" for letter in CONSONANTS for tone in TONES for end in ("า", "ำ", "อ")),
    *(f"{before}{letter}{tone}น" for letter in CONSONANTS for tone in TONES for before in "เแโใไ"),
    *(f"{letter}็น" for letter in CONSONANTS),
]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        return text.replace("\ufffe", "-")  # so pdfium marks a hyphen at the end of a line
    finally:
        document.close()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_its_text_layer_is_the_paper_to_the_letter_and_in_order(form):
    sheet = cells(REPORT, form, NAMES)
    found = bare(PAGE_NUMBER.sub("", text_of(write(REPORT, form, "pdf", names=NAMES))))
    for head in {head_text(table.columns) for table in sheet.tables}:
        assert head in found
        found = found.replace(head, "")
    assert found == body_text(sheet)


@pytest.mark.parametrize("words", [HARD.split(), EVERY_CLUSTER], ids=["hard words", "every cluster"])
def test_words_are_read_back_to_the_letter_in_both_weights(words):
    together = " ".join(words)
    form = form_with()
    form = replace(form, tables=(replace(form.tables[0], heading=together),))
    found = PAGE_NUMBER.sub(
        "", text_of(write(Reading(title="ก", measures=(ReadMeasure(title=together),)), form, "pdf"))
    )
    found = bare(found).replace(head_text(form.tables[0].table.columns), "")
    assert found == bare("ก" + together + together)


def test_no_line_begins_with_the_sign_of_repetition_and_its_word_stays_whole():
    rows = tuple(ReadMeasure(title="กา" * length + " เด็กต่าง ๆ และใด ๆ") for length in range(30))
    lines = text_of(write(Reading(measures=rows), form_with(), "pdf")).splitlines()
    assert any(line.startswith(("ต่าง ๆ", "เด็กต่าง ๆ", "ใด ๆ", "และใด ๆ")) for line in lines)
    assert not [line for line in lines if line.startswith(("ๆ", " ๆ", "ง ๆ", "าง ๆ", "ด ๆ"))]


def test_pages_are_numbered_in_thai_and_the_memo_page_is_not():
    pages = pypdfium2.PdfDocument(write(REPORT, form_with(memo=True), "pdf"))
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert not PAGE_NUMBER.search(texts[0])
    assert "หน้า ๒ / " in texts[1]


def test_only_our_fonts_are_inside_and_the_file_tells_its_title_and_language():
    made = write(REPORT, FORMS[0], "pdf", names=NAMES)
    document = pypdfium2.PdfDocument(made)
    assert REPORT.title in document.get_metadata_value("Title")
    fonts = {part.get_font().get_base_name() for page in document for part in page.get_objects(filter=[1])}
    assert {name.partition("+")[2] for name in fonts} == {"Prongsai-Sarabun", "Prongsai-Sarabun-Bold"}
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document.raw)
    language = (ctypes.c_ushort * 3)()
    pypdfium2.raw.FPDFCatalog_GetLanguage(document.raw, language, 6)
    assert bytes(language).decode("utf-16-le") == "th\0"


def test_it_opens_no_address_but_its_own_fonts():
    _, _, fetcher = _prepared()
    for address in ("https://example.org/a.png", "file:///etc/hostname", "http://127.0.0.1/"):
        with pytest.raises(ValueError, match="fetches nothing"):
            fetcher(address)


def test_markup_in_a_report_is_text():
    nasty = '<img src="file:///etc/hostname"><script>x</script>'
    reading = Reading(title=nasty, measures=(ReadMeasure(title=nasty),))
    assert bare(text_of(write(reading, form_with(), "pdf"))).count(bare(nasty)) == 2


def test_every_glyph_but_the_empty_ones_says_its_text():
    texts = glyph_texts()
    assert {"ำ", "า", "้", "ป", "☐", "☑", "✓", "๙"} <= set(texts.values())
    assert len(texts) > 700


def test_it_names_the_command_where_pango_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(WriterUnavailable) as told:
        write(REPORT, FORMS[0], "pdf")
    assert "apt-get install libpango" in told.value.sentence.th
    assert "apt-get install libpango" in told.value.sentence.en
