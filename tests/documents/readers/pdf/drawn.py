"""PDF files made for tests: drawn by WeasyPrint in our own font, with a text layer that is right or made wrong."""

import re

from prongsai.documents.readers.document import Table
from prongsai.documents.readers.join import joined
from prongsai.documents.readers.pdf import open_pdf
from prongsai.documents.writers.folders import REGULAR
from prongsai.documents.writers.text_layer import mend

RULED = "table{border-collapse:collapse} td,th{border:.5pt solid #000;padding:3pt;vertical-align:top;font-weight:400}"
_PAGE = 'body{font:11pt "Prongsai Sarabun"} p{margin:0} @page{size:A4;margin:2cm;font-family:"Prongsai Sarabun"}'
_TO = re.compile(rb"(<[0-9a-f]{4}>) <([0-9a-f]*)>")


def drawn(body, css="", finisher=mend):
    """The PDF of a piece of HTML."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    face = f'@font-face{{font-family:"Prongsai Sarabun";src:url("{REGULAR.as_uri()}")}}'
    style = weasyprint.CSS(string=face + _PAGE, font_config=fonts)
    page = f'<html lang="th"><style>{css}</style>{body}'
    return weasyprint.HTML(string=page).write_pdf(stylesheets=[style], font_config=fonts, finisher=finisher)


def saying(change):
    """A finisher after which each glyph says ``change(text)`` instead of its text."""

    def finish(document, pdf):
        mend(document, pdf)
        for entry in list(pdf.objects):
            if isinstance(entry, dict) and "ToUnicode" in entry:
                stream = pdf.objects[int(entry["ToUnicode"].split()[0])].stream
                stream[:] = [_TO.sub(lambda found: _said(found, change), line) for line in stream]

    return finish


def _said(found, change):
    text = change(bytes.fromhex(found[2].decode()).decode("utf-16-be"))
    return b"%s <%s>" % (found[1], text.encode("utf-16-be").hex().encode())


def saying_nothing(document, pdf):
    """A finisher after which no font says what its glyphs are."""
    for entry in list(pdf.objects):
        if isinstance(entry, dict):
            entry.pop("ToUnicode", None)


def pages_of(data):
    """What is read of each page; None where it is to be read as a scan."""
    with open_pdf(data, "report.pdf") as file:
        return [file.read_page(number) for number in range(1, file.page_count + 1)]


def source_of(data):
    """All pages as one source."""
    return joined((number, page) for number, page in enumerate(pages_of(data), 1) if page is not None)


def blocks_of(data):
    """Paragraphs as text, tables as lists of rows, cells as text with ¶ between their paragraphs."""
    return [
        [[" ¶ ".join(para.text for para in cell.paras) for cell in row.cells] for row in block.rows]
        if isinstance(block, Table)
        else block.text
        for block in source_of(data).document.blocks
    ]
