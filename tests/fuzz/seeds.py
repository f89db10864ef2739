"""Sound files to begin from: one report in every format, and small pieces of each."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from prongsai.documents.writers import Format, write
from prongsai.layouts import load_form
from tests.documents.writers.sample import REPORT

_FORMATS: dict[str, Format] = {"word": "docx", "sheets": "xlsx", "pdf": "pdf"}
_FORMS = ("measures-plain", "half-year-with-memo", "indicators-with-monitoring")


def seeds(reader: str) -> Iterator[bytes]:
    """The files that a reader's fuzzing begins from."""
    if reader == "picture":
        for kind in ("PNG", "JPEG", "TIFF", "WEBP", "BMP"):
            made = io.BytesIO()
            Image.linear_gradient("L").resize((120, 80)).save(made, kind)
            yield made.getvalue()
    elif reader == "text":
        for format in ("txt", "html"):
            yield write(REPORT, load_form(_FORMS[0]), format)  # type: ignore[arg-type]  # both are formats
        yield "| ที่ | มาตรการ |\n|---|---|\n| ๑ | ก |\n".encode()
    else:
        for form in _FORMS:
            yield write(REPORT, load_form(form), _FORMATS[reader])
