"""A sheet as a Word document that an official can edit: real tables, Thai fonts and digits, the memo's form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.reading import Memo
from prongsai.core.reports.sheet import Sheet, SignatureBlock
from prongsai.documents.writers.signing import signature_lines
from prongsai.documents.writers.word_xml import W, page_number, paragraph, styles, table, text

#: Twips (1 cm = 567): A4, the margins of an official memo, and those of wide tables.
_SHORT, _LONG = 11906, 16838
_MEMO_MARGINS = {"top": 850, "right": 1134, "bottom": 1134, "left": 1701}
_PAGE_MARGINS = {"top": 1417, "right": 1134, "bottom": 1134, "left": 1701}
_WIDE_MARGINS = {"top": 1134, "right": 850, "bottom": 1021, "left": 1134}
_NOT_OURS = frozenset({"thumbnail", "numbering", "stylesWithEffects", "customXml", "extended-properties"})
_LABEL = 40  # half points of the memo's labels


def write_docx(sheet: Sheet, form: FormLayout) -> bytes:
    """The paper as DOCX: the memo upright on its own pages, then the report as its form asks."""
    word = Document()
    _clear_template(word)
    _replace_styles(word)
    _describe(word, sheet, form)
    margins = _WIDE_MARGINS if form.landscape else _PAGE_MARGINS
    width = (_LONG if form.landscape else _SHORT) - margins["left"] - margins["right"]
    body = word.element.body
    last = body.sectPr
    _number_pages(word)
    _set_page(last, margins, landscape=form.landscape)
    made = "".join([*_memo(sheet), *_report(sheet, width)])
    for element in parse_xml(f"<w:body {W}>{made}</w:body>"):
        last.addprevious(element)
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def _clear_template(word: Word) -> None:
    """Leave out what the template brings that is not ours, and have Word treat the file as a present-day Thai one."""
    for relations in (word.part.package.rels, word.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.rpartition("/")[2] in _NOT_OURS]:
            del relations[key]
    settings = word.settings.element
    for old in settings.findall(f"{qn('w:compat')}/{qn('w:useFELayout')}"):
        old.getparent().remove(old)
    for each in settings.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.attrib.clear()
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:bidi"), "th-TH")


def _replace_styles(word: Word) -> None:
    """Our styles instead of the template's: every style that is there names the Thai font, size and language."""
    target = word.styles.element
    for child in list(target):
        target.remove(child)
    for child in list(parse_xml(styles())):
        target.append(child)


#: What a file says of itself has this many letters at most (the library refuses more).
LONGEST_FACT = 255


def _describe(word: Word, sheet: Sheet, form: FormLayout) -> None:
    facts = word.core_properties
    title = " ".join(sheet.title) or form.name_th
    facts.title, facts.language, facts.comments = title[:LONGEST_FACT], "th-TH", ""
    facts.author = facts.last_modified_by = "Prongsai"
    facts.created = facts.modified = datetime.now(UTC).replace(tzinfo=None)


def _number_pages(word: Word) -> None:
    """``หน้า ๑`` at the foot of the report; the memo before it has no number."""
    footer = word.sections[0].footer
    footer.is_linked_to_previous = False
    old = footer.paragraphs[0]._p
    inside = text("หน้า ") + page_number()
    old.getparent().replace(old, parse_xml(paragraph("Footer", inside).replace("<w:p>", f"<w:p {W}>", 1)))


def _set_page(section: Any, margins: dict[str, int], *, landscape: bool) -> None:
    for child in list(section):
        if not child.tag.endswith("}footerReference"):
            section.remove(child)
    for child in parse_xml(f"<w:sectPr {W}>{_page(margins, landscape=landscape)}</w:sectPr>"):
        section.append(child)


def _page(margins: dict[str, int], *, landscape: bool) -> str:
    wide, high = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    turned = ' w:orient="landscape"' if landscape else ""
    sides = " ".join(f'w:{side}="{size}"' for side, size in margins.items())
    return (
        f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar {sides} w:header="567" w:footer="567" w:gutter="0"/>'
        '<w:pgNumType w:fmt="thaiNumbers"/>'
    )


def _memo(sheet: Sheet) -> Iterator[str]:
    if sheet.memo is None:
        return
    yield paragraph("MemoTitle", text("บันทึกข้อความ"))
    yield from _memo_head(sheet.memo)
    yield from (paragraph("MemoBody", text(line)) for line in sheet.memo.body)
    for block in sheet.signatures:
        yield from _signature(block)
    yield f"<w:p><w:pPr><w:sectPr>{_page(_MEMO_MARGINS, landscape=False)}</w:sectPr></w:pPr></w:p>"


def _memo_head(memo: Memo) -> Iterator[str]:
    yield paragraph("MemoLine", _labelled("ส่วนราชการ", memo.office))
    yield paragraph("MemoLine", f"{_labelled('ที่', memo.number)}<w:r><w:tab/></w:r>{_labelled('วันที่', memo.date_text)}")
    yield paragraph("MemoLine", _labelled("เรื่อง", memo.subject))
    if memo.period:
        yield paragraph("MemoLine", _labelled("รอบรายงาน", memo.period))
    yield paragraph("MemoTo", _labelled("เรียน", memo.to))


def _labelled(label: str, value: str | None) -> str:
    return text(label, bold=True, half_points=_LABEL) + text(f"  {value or ''}")


def _signature(block: SignatureBlock) -> Iterator[str]:
    """One block, kept on one page: every line but the last stays with the next."""
    made = signature_lines(block)
    yield from (paragraph("Opinion", text(line)) for line in made.opinion)
    for at, line in enumerate(made.lines):
        above = '<w:spacing w:before="480"/>' if at == 0 else ""
        together = "<w:keepNext/>" if at < len(made.lines) - 1 else ""
        yield paragraph("Sign", text(line), together + above)


def _report(sheet: Sheet, width: int) -> Iterator[str]:
    for at, line in enumerate(sheet.title):
        yield paragraph("Title" if at == 0 else "Subtitle", text(line))
    for made in sheet.tables:
        yield from (paragraph("Heading1", text(heading)) for heading in made.headings[:-1])
        yield from (paragraph("Heading2", text(heading)) for heading in made.headings[-1:])
        if not made.headings:
            yield paragraph("Normal", "")
        yield table(made, width)
        yield from (paragraph("CellSmall", text(note)) for note in made.notes)
    yield paragraph("Normal", "")
