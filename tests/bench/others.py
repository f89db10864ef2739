"""Reads a file with another program, in an environment of its own: ``python others.py PROGRAM FILE`` prints the cells.

Knows nothing of Prongsai, so that the other environment needs nothing of it. Prints a JSON list of texts, a cell each.
"""

from __future__ import annotations

import json
import sys
from html.parser import HTMLParser


class Cells(HTMLParser):
    """The texts of the cells of a table in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A cell begins."""
        if tag in ("td", "th"):
            self.found.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if self.inside:
            self.found[-1] += data


def of_camelot(path: str) -> list[str]:
    """Ruled tables of a PDF."""
    import camelot

    tables = camelot.read_pdf(path, pages="all", flavor="lattice")
    return [str(cell) for table in tables for row in table.df.values.tolist() for cell in row]


def of_unstructured(path: str) -> list[str]:
    """Tables of Word."""
    from unstructured.partition.docx import partition_docx

    cells = Cells()
    for element in partition_docx(filename=path):
        cells.feed(getattr(element.metadata, "text_as_html", None) or "")
    return cells.found


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"camelot": of_camelot, "unstructured": of_unstructured}[sys.argv[1]](sys.argv[2])))
