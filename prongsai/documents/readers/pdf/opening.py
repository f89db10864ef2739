"""The bytes of a PDF file → an open file, or a sentence that says why not."""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

from prongsai.documents.readers.pdf.file import MOST_PAGES, PdfFile
from prongsai.documents.readers.refusal import Refusal


def open_pdf(data: bytes, name: str) -> PdfFile:
    """Open a file of at most 200 pages; ``name`` is for messages only.

    Raises Refusal where it asks for a password, is damaged, or has no page or too many.
    """
    called = f"ไฟล์ {name} " if name else "ไฟล์นี้"
    file = name or "This file"
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if fault.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Refusal(
                f"{called}มีรหัสผ่าน จึงเปิดอ่านไม่ได้ โปรดบันทึกเป็น PDF ที่ไม่มีรหัสผ่านแล้วลองใหม่",
                f"{file} asks for a password. Please save it as a PDF without one and try again.",
            ) from fault
        raise _damaged(called, file) from fault
    pages = len(document)
    if 0 < pages <= MOST_PAGES:
        return PdfFile(document)
    document.close()
    if not pages:
        raise _damaged(called, file)
    raise Refusal(
        f"{called}มี {pages:,} หน้า เกินที่รับได้ {MOST_PAGES} หน้า โปรดแบ่งไฟล์ โดยสั่งพิมพ์เฉพาะหน้าที่เป็นรายงานเป็น PDF ไฟล์ใหม่",
        f"{file} has {pages:,} pages, more than {MOST_PAGES}. "
        "Please split it: print only the pages of the report to a new PDF.",
    )


def _damaged(called: str, file: str) -> Refusal:
    return Refusal(
        f"{called}เสียหายหรือไม่มีหน้าให้อ่าน โปรดเปิดดูแล้วบันทึกเป็น PDF ใหม่ หรือส่งไฟล์ Word แทน",
        f"{file} is damaged or has no pages. Please open it and save it as PDF again, or send the Word file.",
    )
