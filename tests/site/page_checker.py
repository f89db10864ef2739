"""What every page must be, whoever asks for it: ``check_page(response)``, and a client that asks for it each time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNLABELLED = {"hidden", "submit", "button", "reset", "image"}
#: An official paper shown as it is printed: it brings its own style by hash, two headings, and may run nothing.
PAPER = "script-src 'none'"
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls")


@dataclass
class Element:
    """A tag with its attributes, the text inside it, and what stands around it."""

    tag: str
    attributes: dict[str, str]
    parents: tuple[Element, ...]
    text: str = ""

    def inside(self, tag: str) -> Element | None:
        """The nearest element of that tag around this one."""
        return next((one for one in reversed(self.parents) if one.tag == tag), None)

    def __str__(self) -> str:
        named = self.attributes.get("name") or self.attributes.get("id") or self.text.strip()[:40]
        return f"<{self.tag}> {named!r}"


@dataclass
class Page(HTMLParser):
    """The elements of a page, in order."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        for one in self.open:
            one.text += data

    def all(self, *tags: str) -> list[Element]:
        """The elements of these tags."""
        return [one for one in self.elements if one.tag in tags]


def faults_of(html: str, *, part: bool = False) -> list[str]:
    """Everything that is wrong with a page, one sentence each; of a ``part`` only what a part can get wrong."""
    page = Page()
    page.feed(html)
    found = [*_ids(page), *_labels(page), *_forms(page), *_inline(page), *_pictures(page), *_buttons(page)]
    return found if part else [*_frame(page), *found]


def check_page(response: Any) -> None:
    """Fails with every fault of the page; what is not a page passes: files, parts of none, official papers."""
    if not response.get("Content-Type", "").startswith("text/html") or response.streaming or not response.content:
        return
    if PAPER in response.get("Content-Security-Policy", ""):
        return
    part = response.wsgi_request.headers.get("HX-Request") == "true"
    faults = faults_of(response.content.decode(), part=part)
    if "Content-Security-Policy" not in response:
        faults.append("the answer has no content security policy")
    if _comes_back_as_done(response):
        faults.append("a form comes back with faults, and the answer is 200: make it 422")
    assert not faults, f"{response.wsgi_request.path}:\n" + "\n".join(faults)


def _comes_back_as_done(response: Any) -> bool:
    """Whether a form that was refused is answered as if all were well; allauth does so, and is not ours."""
    if response.status_code != 200 or response.wsgi_request.method != "POST" or not response.context:
        return False
    foreign = response.resolver_match.func.__module__.startswith("allauth.")
    return not foreign and bool(getattr(response.context.get("form"), "errors", None))


class CheckedClient(Client):
    """A test client that looks at every page that it fetches."""

    def request(self, **request: Any) -> Any:
        """The answer, after its page was checked."""
        response = super().request(**request)
        check_page(response)
        return response


def _frame(page: Page) -> list[str]:
    languages = [one.attributes.get("lang") for one in page.all("html")]
    headings = [one.text.strip() for one in page.all("h1")]
    titles = [one.text.strip() for one in page.all("title") if one.inside("head")]
    faults = [] if languages in (["th"], ["en"]) else [f"the language is {languages}"]
    if len(headings) != 1 or not headings[0]:
        faults.append(f"there is not one h1 with words but {headings}")
    if len(titles) != 1 or not titles[0].split("–")[0].strip():
        faults.append(f"there is not one title with words but {titles}")
    return faults


def _ids(page: Page) -> list[str]:
    ids = Counter(one.attributes["id"] for one in page.elements if "id" in one.attributes)
    faults = [f"the id {name!r} stands {count} times" for name, count in ids.items() if count > 1]
    for one in page.elements:
        for attribute in REFERENCES:
            lost = [name for name in one.attributes.get(attribute, "").split() if name not in ids]
            faults += [f"{one}: {attribute} names {name!r}, which is not there" for name in lost]
    return faults


def _labels(page: Page) -> list[str]:
    labelled = {one.attributes.get("for") for one in page.all("label") if one.text.strip()}
    faults = []
    for one in page.all("input", "select", "textarea"):
        if one.tag == "input" and one.attributes.get("type") in UNLABELLED:
            continue
        around = one.inside("label")
        named = one.attributes.get("id") in labelled or (around is not None and around.text.strip())
        if not (named or one.attributes.get("aria-label") or one.attributes.get("aria-labelledby")):
            faults.append(f"{one} has no label")
    return faults


def _forms(page: Page) -> list[str]:
    with_token = {
        id(one.inside("form")) for one in page.all("input") if one.attributes.get("name") == "csrfmiddlewaretoken"
    }
    faults = []
    for one in page.all("form"):
        method = one.attributes.get("method", "").lower()
        if method not in {"get", "post"} or not one.attributes.get("action"):
            faults.append(f"{one} does not say its method and action")
        if method == "post" and id(one) not in with_token:
            faults.append(f"{one} has no csrf token")
    return faults


def _inline(page: Page) -> list[str]:
    faults = [f"{one} has a style of its own" for one in page.elements if "style" in one.attributes]
    faults += [f"{one} stands in the page" for one in page.all("style")]
    for one in page.elements:
        faults += [f"{one} has {name}" for name in one.attributes if name.startswith("on")]
        if one.attributes.get("href", "").lower().startswith("javascript:"):
            faults.append(f"{one} runs a script")
    data = ("application/json", "application/ld+json")  # blocks that browsers do not run
    return faults + [
        f"{one} stands in the page"
        for one in page.all("script")
        if "src" not in one.attributes and one.attributes.get("type") not in data
    ]


def _pictures(page: Page) -> list[str]:
    faults = [f"{one} has no alt" for one in page.all("img") if "alt" not in one.attributes]
    for one in page.all("svg"):
        spoken = one.attributes.get("role") == "img" and one.attributes.get("aria-label")
        if one.attributes.get("aria-hidden") != "true" and not spoken:
            faults.append("an svg is neither hidden from screen readers nor named")
    return faults


def _buttons(page: Page) -> list[str]:
    named = {id(around) for one in page.all("img") if one.attributes.get("alt") for around in one.parents}
    return [
        f"{one} says nothing"
        for one in page.all("button", "a", "summary")
        if not (one.text.strip() or one.attributes.get("aria-label") or id(one) in named)
    ]
