"""Small files as they lie behind links, made here."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import docx
import xlsxwriter


def pdf(pages: Sequence[str], trailer: str = "") -> bytes:
    """A PDF with a line of Latin text a page; a page without text has a picture of one dot."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, text in enumerate(pages):
        draw = f"BT /F 12 Tf 50 700 Td ({text}) Tj ET" if text else "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(draw)} >>\nstream\n{draw}\nendstream")
    return _with_table(objects, trailer)


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    nonsense = "<" + "41" * 32 + ">"
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {nonsense} /U {nonsense} /P -4 >> /ID [<41> <41>]"
    return pdf(["secret"], encrypt)


def _with_table(objects: Sequence[str], trailer: str) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


def word(*paragraphs: str) -> bytes:
    """A Word document."""
    out, document = BytesIO(), docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


def sheets(**cells: str) -> bytes:
    """An Excel workbook: a sheet a name, with one cell."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, cell in cells.items():
            book.add_worksheet(name).write(0, 0, cell)
    return out.getvalue()


def zipped(**parts: str) -> bytes:
    """A zip of texts; dots in names are written as two underscores, slashes as three."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), text)
    return out.getvalue()
