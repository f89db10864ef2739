"""Files that may hang, burst or break a parser are read in a process of their own, which the application outlives."""

from prongsai.documents.readers.isolated.parent import Lost, Opened, PageRead, Whole, read_apart

__all__ = ["Lost", "Opened", "PageRead", "Whole", "read_apart"]
