"""Word reports of a made-up agency as offices keep them, made by code: each with another way to say the same."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table
from PIL import Image

AGENCY = "เทศบาลตำบลหนองแสง"
TITLE = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"

PLAIN = ("มาตรการ/กิจกรรม", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ")
NUMBERED = ("ที่", "มาตรการ/กิจกรรม", "วิธีดำเนินการ", "ระยะเวลา", "ผู้รับผิดชอบ", "ผลการดำเนินการ")
WIDE = (*NUMBERED, "ผลลัพธ์หรือความสำเร็จ")


def emblem() -> io.BytesIO:
    """A picture, as the Garuda stands over a memo."""
    made = io.BytesIO()
    Image.new("RGB", (60, 60), (120, 60, 20)).save(made, "PNG")
    made.seek(0)
    return made


def saved(word: Word) -> bytes:
    """The file of a document."""
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def bold(paragraph, label: str, value: str) -> None:
    """A label in bold, and its value."""
    paragraph.add_run(label).bold = True
    run = paragraph.add_run(value)
    run.font.size = Pt(15)


def add_memo(word: Word) -> None:
    """A memo with an emblem, two lines to sign, and a note that no program understands."""
    word.add_paragraph().add_run().add_picture(emblem())
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("บันทึกข้อความ").bold = True
    bold(word.add_paragraph(), "ส่วนราชการ", "  งานนิติการ สำนักปลัด เทศบาลตำบลหนองแสง")
    line = word.add_paragraph()
    bold(line, "ที่", "  นส ๕๙๙๐๑/๑๒")
    line.add_run("\t")
    bold(line, "วันที่", "  ๘ กุมภาพันธ์ ๒๕๖๕")
    bold(word.add_paragraph(), "เรื่อง", f"  {TITLE} ประจำปีงบประมาณ พ.ศ. ๒๕๖๕")
    bold(word.add_paragraph(), "เรียน", "  นายกเทศมนตรีตำบลหนองแสง")
    word.add_paragraph("\tตามที่เทศบาลตำบลหนองแสงได้กำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ นั้น")
    word.add_paragraph("\tบัดนี้ ได้ดำเนินการเรียบร้อยแล้ว รายละเอียดตามรายงานที่แนบ")
    word.add_paragraph("\tจึงเรียนมาเพื่อโปรดทราบ")
    for name, position in (("นายสมชาย ใจดี", "นิติกรชำนาญการ"), ("นางมาลี ศรีสุข", "ปลัดเทศบาล")):
        word.add_paragraph("(ลงชื่อ)" + "." * 30)
        signed = word.add_paragraph(f"({name})")
        signed.alignment = WD_ALIGN_PARAGRAPH.CENTER
        word.add_paragraph(position).alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.add_page_break()


def add_titles(word: Word) -> None:
    """The title lines of the report."""
    for text in (TITLE, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", AGENCY, "อำเภอบ้านหมี่ จังหวัดลพบุรี"):
        line = word.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(text).bold = True


def begun(*, memo: bool) -> Word:
    """A document with a header, a footer and title lines, and a memo if asked for."""
    word = Document()
    word.sections[0].header.paragraphs[0].text = "เทศบาลตำบลหนองแสง ปีงบประมาณ ๒๕๖๕"
    word.sections[0].footer.paragraphs[0].text = "งานนิติการ"
    if memo:
        add_memo(word)
    add_titles(word)
    return word


def shade(cell, fill: str) -> None:
    """A background."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def add_table(word: Word, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table with a coloured header; lines of a cell are paragraphs."""
    table = word.add_table(rows=1, cols=len(headings))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        shade(cell, "D9E2F3")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            lines = text.split("\n")
            cell.paragraphs[0].add_run(lines[0]).font.size = Pt(14)
            for line in lines[1:]:
                cell.add_paragraph().add_run(line).font.size = Pt(14)
    return table


def listed(cell, lines: Sequence[str], number: str) -> None:
    """The lines of a cell as a list of Word, whose marks are not text."""
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.add_run(line)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        )


def add_list(word: Word, format: str, text: str) -> str:
    """A list of Word in that format; its number."""
    root = word.part.numbering_part.element
    number = str(900 + len(root))
    abstract = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    )
    root.insert(0, parse_xml(abstract))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return number


FIRST = ("จัดทำคู่มือประชาชน", "๑. สำรวจงานบริการ\n๒. จัดทำคู่มือ", "สำนักปลัด", "ตลอดปีงบประมาณ", "จัดทำคู่มือแล้ว")
SECOND = ("ติดตั้งตู้รับเรื่อง", "๑. จัดหาตู้\n๒. ติดตั้ง", "กองช่าง\nกองคลัง", "ก.พ. - ก.ย. ๖๕", "๑. จัดหาแล้ว\n๒. ติดตั้งแล้ว")


def in_order(number: str, row: Sequence[str]) -> tuple[str, ...]:
    """A row for NUMBERED."""
    title, procedure, responsible, period, result = row
    return number, title, procedure, period, responsible, result


def plain() -> bytes:
    """Five columns, numbers before the titles, dashes before the items, no memo; a line that is not understood."""
    word = begun(memo=False)
    rows = [
        (f"{number} {row[0]}", *(cell.replace("๑. ", "- ").replace("๒. ", "- ") for cell in row[1:]))
        for number, row in (("๑)", FIRST), ("๒)", SECOND))
    ]
    add_table(word, PLAIN, rows)
    word.add_paragraph("หมายเหตุ ข้อมูลสิ้นสุดปีงบประมาณ พ.ศ. ๒๕๖๕")
    return saved(word)


def with_memo() -> bytes:
    """A memo and six columns, the title merged down over two rows."""
    word = begun(memo=True)
    table = add_table(word, NUMBERED, [in_order("๑", FIRST), in_order("", ("", *SECOND[1:])), in_order("๒", SECOND)])
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).merge(table.cell(2, 1))
    return saved(word)


def cut_in_two() -> bytes:
    """Seven columns in Arabic digits; the table is cut by a page break, its header and "(ต่อ)" stand again."""
    word = begun(memo=True)
    first, second = (
        tuple(cell.replace("๑", "1").replace("๒", "2") for cell in (*in_order(number, row), "ประชาชนพึงพอใจ"))
        for number, row in (("๑.", FIRST), ("๒.", SECOND))
    )
    add_table(word, WIDE, [first])
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("(ต่อ)")
    add_table(word, WIDE, [second])
    word.add_paragraph("ผู้จัดทำ งานนิติการ")
    return saved(word)


def two_header_rows() -> bytes:
    """Indicators with monitoring; the three tick columns stand under a common heading."""
    word = begun(memo=False)
    heads = ("ตัวชี้วัดของการประเมิน ITA", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีปฏิบัติ", "แนวทางการกำกับติดตาม", "ระยะเวลาดำเนินการ")
    ticks = ("ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว")
    table = add_table(word, (*heads, "สถานะ", "", "", "ผลการดำเนินการ"), [(*[""] * 5, *ticks, "")])
    table.cell(0, 5).merge(table.cell(0, 7))
    for at in (0, 1, 2, 3, 4, 8):
        table.cell(0, at).merge(table.cell(1, at))
    row = table.add_row().cells
    texts = ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "สำนักปลัด", "- จัดทำ", "- ติดตาม", "ตลอดปีงบประมาณ", "", "", "/", "จัดทำแล้ว")
    for cell, text in zip(row, texts, strict=True):
        cell.text = text
    return saved(word)


def disclosures() -> bytes:
    """Disclosures, a table for each sub-indicator, boxes with labels of the agency's own."""
    word = begun(memo=True)
    heads = ("ข้อ", "ข้อมูล", "องค์ประกอบด้านข้อมูล", "ผู้รับผิดชอบ", "ความก้าวหน้าผลการดำเนินการ")
    done = "☐ ยังไม่ดำเนินการ\n☑ ดำเนินการแล้ว\n- เผยแพร่บนเว็บไซต์"
    for heading, code, name in (
        ("ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน", "O๑", "โครงสร้าง"),
        ("ตัวชี้วัดย่อยที่ ๙.๒ การบริหารงาน", "O๑๑", "แผนดำเนินงานประจำปี"),
        ("ตัวชี้วัดย่อยที่ ๙.๓ การบริหารเงินงบประมาณ", "O๑๙", "แผนการใช้จ่ายงบประมาณประจำปี"),
    ):
        word.add_paragraph(heading)
        add_table(word, heads, [(code, name, "- แสดงข้อมูล\n- เป็นปัจจุบัน", "สำนักปลัด", done)])
    return saved(word)


def word_lists() -> bytes:
    """Lists of Word: Thai numbers for the procedure, bullets for the result; neither is text."""
    word = begun(memo=False)
    numbers, bullets = add_list(word, "thaiNumbers", "%1."), add_list(word, "bullet", "\uf0b7")
    table = add_table(word, NUMBERED, [("๑.", "จัดทำคู่มือ", "", "ตลอดปีงบประมาณ", "สำนักปลัด", "")])
    listed(table.cell(1, 2), ["สำรวจงาน", "จัดทำ"], numbers)
    listed(table.cell(1, 5), ["สำรวจแล้ว", "จัดทำแล้ว"], bullets)
    return saved(word)


def with_scores() -> bytes:
    """Scores of the ten indicators before the measures; a column of remarks that no form has."""
    word = begun(memo=True)
    add_table(word, ("ลำดับ", "ตัวชี้วัด", "คะแนน"), [("๑.", "การปฏิบัติหน้าที่", "๙๘.๕๐"), ("", "คะแนนรวม", "๙๗.๐๐")])
    word.add_paragraph("มาตรการ")
    add_table(word, (*NUMBERED, "หมายเหตุ"), [(*in_order("(๑)", FIRST), "ดูภาพถ่าย"), (*in_order("(๒)", SECOND), "")])
    return saved(word)


def empty_form() -> bytes:
    """A form that nobody has filled in: a header and empty rows, dotted lines in the memo."""
    word = begun(memo=False)
    add_table(word, NUMBERED, [("",) * 6] * 3)
    return saved(word)


PAPERS = (plain, with_memo, cut_in_two, two_header_rows, disclosures, word_lists, with_scores, empty_form)


def body_texts(word: Word) -> list[str]:
    """The paragraphs outside of tables."""
    return [one.text for one in word.paragraphs]


def has_number(paragraph) -> bool:
    """Whether Word draws a mark of a list before it."""
    found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return found is not None and found.get(qn("w:val")) != "0"
