"""Values that a field should never be sent, and the forms of pages in which they are sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.test import Client

from tests.site.page_checker import Element, Page
from tests.web.answers import status_of as status_of_answer

FORM = "application/x-www-form-urlencoded"
#: As bytes, since some are no text at all; the last ones are long.
NASTY: tuple[bytes, ...] = tuple(
    one.encode("utf-8", "surrogatepass")
    for one in (
        *("", " ", "\u200b", "0", "-1", "1", "7", "99999", "2147483648", "9" * 30, "๒๕๖๙", "²", "1e309", "NaN", "0.5"),
        *("\x00", "a\x00b", "\x0b\x1f\x7f", "\ud800", "\u202egpj.exe", "\ufffe\uffff", "𝟙", "a\r\nX-Evil: 1"),
        *("<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{ 7*7 }}{% debug %}", "%s%n%(a)s", "%"),
        *("javascript:alert(1)", "http://[::1", "https://x/\x00", "//evil.example", "../../etc/passwd", "=1+1", "@x"),
        *("29/2/2566", "1/1/1", "31/12/9999", "1/1/99999", "0001-01-01", "9999-12-31", "๓๑ ธ.ค. ๙๙๙๙", "00/00/0000"),
        *("null", "[]", "{}", '{"title": 1}', "[" * 5000, '{"number": "\\ud800"}', "on", "up", "th", "all"),
        *("9" * 5000, "ก" * 4000, "a\n" * 3000, "x" * 1_000_000),
    )
)


@dataclass(frozen=True)
class SentForm:
    """A form of a page: where it is sent to, and what stands in its fields."""

    action: str
    values: dict[str, str]

    def with_(self, **changed: bytes) -> bytes:
        """What a browser would send, were these values written."""
        return urlencode({**self.values, **changed}).encode()


def forms_on(client: Client, urls: Sequence[str]) -> list[SentForm]:
    """Every form with method post on these pages, once for each address and set of fields."""
    found: dict[tuple[str, tuple[str, ...]], SentForm] = {}
    for url in urls:
        answer = client.get(url)
        if status_of_answer(answer) == 200 and not answer.streaming and answer["Content-Type"].startswith("text/html"):
            for one in _forms(answer.content.decode(), url):
                found.setdefault((one.action, tuple(one.values)), one)
    return list(found.values())


def _forms(html: str, url: str) -> Iterator[SentForm]:
    page = Page()
    page.feed(html)
    for form in page.all("form"):
        if form.attributes.get("method", "").lower() == "post":
            action = urlsplit(form.attributes.get("action") or url).path
            inside = [one for one in page.elements if form in one.parents and "name" in one.attributes]
            yield SentForm(action, {one.attributes["name"]: _value(page, one) for one in inside})


def _value(page: Page, field: Element) -> str:
    if field.tag == "textarea":
        return field.text
    if field.tag == "select":
        options = [one for one in page.all("option") if field in one.parents]
        chosen = [one for one in options if "selected" in one.attributes] or options[-1:]
        return chosen[0].attributes.get("value", "") if chosen else ""
    return field.attributes.get("value", "")


def status_of(client: Client, url: str, body: bytes | None = None) -> int | str:
    """The status of the answer, or what went wrong inside the server."""
    try:
        answer: Any = client.get(url) if body is None else client.post(url, body, content_type=FORM)
    except Exception as fault:  # whatever it is would be a 500
        return f"{type(fault).__name__}: {fault}"[:200]
    return status_of_answer(answer)
