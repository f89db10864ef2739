"""What is handed out: the picture that phones read, the poster, and the links of a batch as slips or as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import segno
import xlsxwriter
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.documents.writers.pdf import write_page
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.sharing import address_of, minutes_of

_STYLES = Path(__file__).parent / "static" / "surveys"


def picture(address: str) -> SafeString:
    """The QR code of an address as SVG, as large as the style makes it. A fifth of it may be torn off or covered."""
    drawn = segno.make(address, error="q", micro=False).svg_inline(omitsize=True, border=4, svgclass="qr")
    return format_html('<svg role="img" aria-label="{}" {}', address, mark_safe(drawn.removeprefix("<svg ")))  # noqa: S308  # drawn here


def picture_file(address: str) -> bytes:
    """The same as a file of its own."""
    out = io.BytesIO()
    segno.make(address, error="q", micro=False).save(out, kind="svg", border=4, scale=8)
    return out.getvalue()


def poster(survey: Survey, *, screen: bool) -> str:
    """The poster as a page to print; for the screen with its style sheet."""
    address = address_of(survey)
    context = {
        "survey": survey,
        "language": get_language(),
        "picture": picture(address),
        "address": shown(address),
        "minutes": minutes_of(survey),
        "screen": screen,
    }
    return render_to_string("surveys/sharing/poster.html", context)


def poster_pdf(survey: Survey) -> bytes:
    """The poster as PDF, A4. Raises WriterUnavailable."""
    return write_page(poster(survey, screen=False), (_STYLES / "poster.css").read_text(encoding="utf-8"))


def slips_pdf(survey: Survey, addresses: Sequence[str]) -> bytes:
    """One slip a link, ten on a page of A4, to be cut. Raises WriterUnavailable."""
    slips = [(shown(address), _dots(address)) for address in addresses]
    context = {"survey": survey, "language": get_language(), "slips": slips, "minutes": minutes_of(survey)}
    html = render_to_string("surveys/sharing/slips.html", context)
    return write_page(html, (_STYLES / "slips.css").read_text(encoding="utf-8"))


def _dots(address: str) -> str:
    """The QR code as a picture of one dot a square, for the PDF: five hundred drawings would take too long."""
    return str(segno.make(address, error="m", micro=False).png_data_uri(border=2))


def links_csv(survey: Survey, addresses: Sequence[str]) -> bytes:
    """UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    csv.writer(out).writerows([[_("One-time link")], *([address] for address in addresses)])
    return ("\ufeff" + out.getvalue()).encode()


def links_xlsx(survey: Survey, addresses: Sequence[str]) -> bytes:
    """A sheet of one column."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(_("Links"))
        sheet.set_column(0, 0, 90)
        sheet.write_column(0, 0, [_("One-time link"), *addresses])
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def shown(address: str) -> str:
    """The address as it is typed: browsers put what stands before the name themselves."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
