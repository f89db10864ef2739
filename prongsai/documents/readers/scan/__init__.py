"""Scanned paper in: a picture becomes a clean page, and the page paragraphs and tables with their places on it."""

from prongsai.documents.readers.scan.clean import clean
from prongsai.documents.readers.scan.page import read_picture

__all__ = ["clean", "read_picture"]
