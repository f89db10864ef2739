"""Thai and Arabic digits on scanned paper, which general OCR takes for letters."""

from prongsai.documents.readers.scan.digits.reading import FoundDigit, Number, find_digits, read_number

__all__ = ["FoundDigit", "Number", "find_digits", "read_number"]
