"""Small Word and Excel files for tests, made of the XML that is under test."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

from prongsai.documents.readers.document import Para, Table
from prongsai.documents.readers.sheets import read_sheets
from prongsai.documents.readers.word import read_word

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINED = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'


def zipped(parts):
    """A package of these parts, text or bytes by name."""
    saved = BytesIO()
    with ZipFile(saved, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return saved.getvalue()


def relations(**targets):
    """Relations by kind."""
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def docx(body, *, styles="", numbering="", footnotes="", more=None):
    """A Word file with that inside its body."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(
            styles="styles.xml", numbering="numbering.xml", footnotes="footnotes.xml"
        ),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {NAMES}>{footnotes}</w:footnotes>",
    }
    return zipped({**parts, **(more or {})})


def p(text="", properties="", *, inside=""):
    """A paragraph with that text, or with runs as XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{inside}</w:p>"


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*inside, properties=""):
    """A cell of paragraphs, or of XML where it begins with a tag."""
    made = "".join(one if one.startswith("<") else p(one) for one in inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{made or '<w:p/>'}</w:tc>"


def tr(*cells, properties=""):
    made = "".join(cell if cell.startswith(("<w:tc", "<w:sdt")) else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows, properties=LINED, grid=()):
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def plain(source):
    """Paragraphs as text and tables as lists of lists of text, in order."""
    return [
        block.text if isinstance(block, Para) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in source.document.blocks
    ]


def read(body, **parts):
    """What is read of a Word file with that body."""
    return plain(read_word(docx(body, **parts)))


def cell_lines(source, row=0, column=0):
    """The paragraphs of a cell of the first table."""
    table = next(block for block in source.document.blocks if isinstance(block, Table))
    return [para.text for para in table.rows[row].cells[column].paras]


def xlsx(fill):
    """A workbook that ``fill(book)`` writes."""
    saved = BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True})
    fill(book)
    book.close()
    return saved.getvalue()


def sheet(rows, **looks):
    """A workbook of one sheet with these rows; ``looks`` are those of all cells."""

    def fill(book):
        page, look = book.add_worksheet(), book.add_format(looks)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    page.write(at, column, value, look)

    return xlsx(fill)


def read_book(data):
    """What is read of a workbook."""
    return plain(read_sheets(data))
