"""PDF files with a text layer → paragraphs and tables, page by page; pages without a sound one are told apart."""

from prongsai.documents.readers.pdf.file import PdfFile
from prongsai.documents.readers.pdf.opening import open_pdf

__all__ = ["PdfFile", "open_pdf"]
