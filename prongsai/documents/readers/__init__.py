"""Reports in: a file becomes paragraphs and tables, and these a Reading with the place of every value."""

from prongsai.documents.readers.reader import read
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.report import ReadReport

__all__ = ["ReadReport", "Refusal", "read"]
