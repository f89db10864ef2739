"""A sheet as PDF: tagged A4 pages with our own font inside and a text layer that is exact to the letter."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.sheet import Sheet
from prongsai.core.sentence import Sentence
from prongsai.documents.writers.errors import WriterUnavailable
from prongsai.documents.writers.folders import BOLD, REGULAR
from prongsai.documents.writers.html import document, paper_css

_NO_PANGO = Sentence(
    "ยังสร้าง PDF ไม่ได้ เพราะเครื่องนี้ไม่มี Pango ติดตั้งด้วยคำสั่ง: "
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (ระหว่างนี้ใช้ DOCX, XLSX หรือ HTML ได้)",
    "PDF cannot be made because Pango is missing here. Install it with: "
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (DOCX, XLSX and HTML work meanwhile)",
)

#: Pango's font maps are not safe to share between threads: one page is laid out at a time.
_ONE_AT_A_TIME = Lock()


def write_pdf(sheet: Sheet, form: FormLayout) -> bytes:
    """The paper as tagged PDF (PDF/UA-1). Raises WriterUnavailable where Pango is not installed."""
    weasyprint = _weasyprint()
    from prongsai.documents.writers.text_layer import mend

    with _ONE_AT_A_TIME:
        fonts, style, fetcher = _prepared()
        html = weasyprint.HTML(string=document(sheet, form, ""), url_fetcher=fetcher)
        made: bytes = html.write_pdf(stylesheets=[style], font_config=fonts, finisher=mend, pdf_variant="pdf/ua-1")
    return made


def write_page(html: str, css: str) -> bytes:
    """A page that is no report, such as a poster, in our font and with the same exact text layer.

    It brings its own style and pictures inside. Raises WriterUnavailable where Pango is not installed.
    """
    weasyprint = _weasyprint()
    from prongsai.documents.writers.text_layer import mend

    with _ONE_AT_A_TIME:
        fonts, _, fetcher = _prepared()
        style = weasyprint.CSS(string=_faces() + css, font_config=fonts, url_fetcher=fetcher)
        page = weasyprint.HTML(string=html, url_fetcher=fetcher)
        made: bytes = page.write_pdf(stylesheets=[style], font_config=fonts, finisher=mend, pdf_variant="pdf/ua-1")
    return made


def _weasyprint() -> Any:
    """WeasyPrint, loaded when first needed: it takes half a second and needs libraries of the system."""
    try:
        import weasyprint
    except (ImportError, OSError) as missing:
        raise WriterUnavailable(_NO_PANGO) from missing
    return weasyprint


@cache
def _prepared() -> tuple[Any, Any, Any]:
    """Fonts, style and fetcher, made once: reading the fonts and the style costs more than a short page."""
    from weasyprint.text.fonts import FontConfiguration

    fonts, fetcher = FontConfiguration(), _only((REGULAR, BOLD))
    printed = (Path(__file__).parent / "print.css").read_text(encoding="utf-8")
    css = _weasyprint().CSS(string=_faces() + paper_css() + printed, font_config=fonts, url_fetcher=fetcher)
    return fonts, css, fetcher


def _faces() -> str:
    return "".join(
        f'@font-face{{font-family:"Prongsai Sarabun";font-weight:{weight};src:url("{path.as_uri()}")}}'
        for weight, path in ((400, REGULAR), (700, BOLD))
    )


#: The fonts are let go while their library is still there to let them go.
atexit.register(_prepared.cache_clear)


def _only(files: tuple[Path, ...]) -> Any:
    """A fetcher that opens these files and what stands in the page itself: never the network or another file."""
    from weasyprint.urls import URLFetcher

    allowed = {path.as_uri() for path in files}

    class OnlyOurFonts(URLFetcher):  # type: ignore[misc]  # the base is untyped
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url not in allowed and not url.startswith("data:image/png;base64,"):  # a picture inside the page
                raise ValueError(f"a report fetches nothing: {url}")
            return super().fetch(url, headers)

    return OnlyOurFonts(allowed_protocols={"file", "data"})
