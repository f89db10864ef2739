"""Nothing that was not published is reachable: every public address is walked before, between and after acts."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from itertools import product
from urllib.parse import quote, unquote, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from prongsai.core.access.permissions import Permission
from prongsai.web.accounts.models import Person
from prongsai.web.disclosures import actions as disclosures
from prongsai.web.published import actions as published
from prongsai.web.published.queries import Edition, PublishedFile, Withdrawal, publication_at
from tests.cast import Cast
from tests.web.security.world import YEAR, World, build, everything

#: Words of the agency that are public by themselves: its name, where it lies, and the addresses of the pages.
LEAST = 9
#: Tables of what is public by its nature, and of pages that were made of it.
PUBLIC = ("published.", "portal.")
HREF = re.compile(r'(?:href|src|action)="([^"]+)"|<(?:loc|link|id)>([^<]+)<')
PART = re.compile(r"<(?:\w+:)?(\w+)>")
#: Words of ours that stand in rows too.
WORDS = ("ผู้รับผิดชอบ", "responsible")
SECRET, SHOWN = "ร่างลับของรายการที่สอง", "เนื้อหาที่เผยแพร่แล้วจริง"
REASON = "ถอนเพราะทดสอบ"
LATER = "ข้อความที่แก้หลังเผยแพร่แต่ยังไม่เผยแพร่"
FILE, OTHER_FILE = b"%PDF-1.4\nshown to everybody\n%%EOF\n", b"%PDF-1.4\nfor the office alone\n%%EOF\n"


@pytest.fixture
def world(db: None) -> World:
    """Two agencies with a row of every kind, and drafts of disclosures with files."""
    made = build()
    ours = made.ours
    for code, words, data in (("O5", SHOWN, FILE), ("O6", SECRET, OTHER_FILE)):
        disclosures.attach_to_item(
            by=ours.people["coordinator"],
            agency=ours.agency,
            fiscal_year=YEAR,
            code=code,
            file=SimpleUploadedFile(f"{words}.pdf", data),
            title=f"แฟ้มของ{words}",
        )
    return made


def test_strangers_find_only_what_was_published(world: World, signed_in: Callable[[Person], Client]) -> None:
    stranger, official = Client(), signed_in(world.ours.people["coordinator"])
    assert not found_in(walk(stranger, world), secrets_of(world))

    publish(official, world, "O5")
    write(official, world, "O5", LATER)
    between = walk(stranger, world)
    told = "\n".join(body.decode(errors="replace") for body in between.values())
    assert SHOWN in told and any(body == FILE for body in between.values())
    assert not found_in(between, secrets_of(world))
    assert not any(OTHER_FILE in body for body in between.values())

    item = publication_at(world.ours.agency, YEAR, "o5")
    assert item is not None
    published.withdraw(by=world.ours.people["coordinator"], publication=item, reason=REASON)
    after = walk(stranger, world, also=between)
    told_of_it = {item.title, item.subject, REASON}
    assert not found_in(after, {*secrets_of(world), SHOWN} - told_of_it)
    assert {after[path] for path in after if between.get(path) == FILE} == {stranger.get("/no-such-agency/").content}
    assert not any(body in (FILE, OTHER_FILE) for body in after.values())


def test_an_agency_with_nothing_public_is_like_one_that_is_not_there(cast: Cast) -> None:
    stranger = Client()
    missing = {path.replace("tha-khong", "no-such-agency") for path in guesses_at(["tha-khong"], ["1"])}
    answers = [
        stranger.get(path)
        for path in {*guesses_at(["tha-khong"], ["1"]), *missing}
        if "agency" in path or "tha-khong" in path
    ]
    assert len({(answer.status_code, answer.content) for answer in answers}) <= 4, "one a language, one for the API"


def test_a_file_has_one_address_that_nobody_can_guess(world: World, signed_in: Callable[[Person], Client]) -> None:
    publish(signed_in(world.ours.people["coordinator"]), world, "O5")
    kept = PublishedFile.objects.of(world.ours.agency).get()
    ours, theirs = world.ours.agency.slug, world.theirs.agency.slug
    name = quote(kept.name)
    stranger = Client()
    assert b"".join(stranger.get(f"/{ours}/files/{kept.key}/{name}").streaming_content) == FILE  # type: ignore[attr-defined]  # a file streams
    for key in (kept.sha256, str(kept.pk), kept.key[:-1], kept.key.swapcase(), "0"):
        assert stranger.get(f"/{ours}/files/{key}/{name}").status_code == 404
    assert stranger.get(f"/{theirs}/files/{kept.key}/{name}").status_code == 404


def publish(official: Client, world: World, code: str) -> None:
    """As the page of publishing does it, with the words written first."""
    write(official, world, code, SHOWN)
    address = reverse("disclosures:publish", args=[world.ours.agency.slug, YEAR, code])
    answer = official.post(address, _form(official, address, address))
    assert answer.status_code == 302, answer.content.decode()


def write(official: Client, world: World, code: str, words: str) -> None:
    """The words of an item, as its page takes them."""
    slug = world.ours.agency.slug
    item = reverse("disclosures:detail", args=[slug, YEAR, code])
    address = reverse("disclosures:write", args=[slug, YEAR, code])
    assert official.post(address, _form(official, item, address) | {"text": words}).status_code == 302


def _form(official: Client, page: str, action: str) -> dict[str, str]:
    """What the browser would send of the form on that page, as it stands."""
    forms = re.findall(r"<form.*?</form>", official.get(page).content.decode(), re.DOTALL)
    form = next(one for one in forms if f'action="{action}"' in one)
    tags = [(dict(re.findall(r'(\w+)="([^"]*)"', tag)), " checked" in tag) for tag in re.findall(r"<input[^>]*>", form)]
    sent = [tag for tag, ticked in tags if ticked or tag.get("type") not in {"checkbox", "radio"}]
    return {tag["name"]: unescape(tag.get("value", "on")) for tag in sent if "name" in tag}


def secrets_of(world: World) -> set[str]:
    """Every text of every row of both agencies that is long enough to be known again, and that was not published."""
    both = (world.ours, world.theirs)
    kept = [(name, row) for one in both for name, rows in everything(one.agency).items() for row in rows]
    words = {text for name, row in kept if not name.startswith(PUBLIC) for text in _texts(row)}
    known = "\n".join([*(text for one in both for text in _texts(vars(one.agency))), public_words(world)])
    return {word for word in words if len(word) >= LEAST and word not in known}


def public_words(world: World) -> str:
    """All that the living editions say; a text within it is public."""
    editions = [one for owner in (world.ours, world.theirs) for one in Edition.objects.of(owner.agency)]
    living = [one for one in editions if not Withdrawal.objects.of(one.agency_id).filter(edition=one).exists()]
    frozen = [json.loads(one.content) for one in living]
    named = [f"{content['code'].upper()} {content['title']}" for content in frozen]
    return "\n".join(_texts([frozen, named, [one.sha256 for one in living], WORDS]))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (line.strip() for line in value.splitlines())
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def found_in(answers: Mapping[str, bytes], words: Iterable[str]) -> dict[str, str]:
    """Which words stand in an answer, and where."""
    bodies = {path: unescape(unquote(body.decode(errors="replace"))) for path, body in answers.items()}
    return {word: path for word in words for path, body in bodies.items() if word in body and word not in unquote(path)}


def walk(stranger: Client, world: World, also: Iterable[str] = ()) -> dict[str, bytes]:
    """What a stranger gets at every public address: those that are declared, and all that these lead to."""
    waiting = deque([*declared(world), *also])
    answers: dict[str, bytes] = {}
    while waiting:
        path = waiting.popleft()
        if path in answers or path.startswith(("/static/", "/accounts/", "/a/", "/language/")):
            continue
        answer = stranger.get(path)
        assert answer.status_code in {200, 301, 302, 404, 405, 410, 422, 400}, (path, answer.status_code)
        assert not answer.cookies, path
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        answers[path] = body
        if answer.status_code == 200:
            waiting.extend(_led_to(path, body, answer.get("Content-Type", "")))
    return answers


def _led_to(path: str, body: bytes, kind: str) -> Iterator[str]:
    if not kind.startswith(("text/html", "application/xml", "application/atom", "application/rss", "text/xml")):
        return
    for first, second in HREF.findall(body.decode(errors="replace")):
        address = urlsplit(unescape(first or second))
        if address.path.startswith("/") and (
            not address.netloc or address.netloc.endswith(("testserver", "127.0.0.1:8000"))
        ):
            yield address.path + (f"?{address.query}" if address.query else "")


def declared(world: World) -> Iterator[str]:
    """Every address of the public pages, with all that a stranger might put into it."""
    reports = [str(owner.rows["report"]) for owner in (world.ours, world.theirs)]
    return guesses_at([world.ours.agency.slug, world.theirs.agency.slug], reports)


def guesses_at(agencies: list[str], numbers: list[str]) -> Iterator[str]:
    """The declared addresses filled with words that officials and strangers use."""
    guesses = {
        "agency": agencies,
        "year": [str(YEAR)],
        "code": ["o5", "o6", "O6", "o1", "plan", "scores", *(f"report-{one}" for one in numbers)],
        "number": ["1", "2"],
        "key": numbers,
        "name": ["items", "parts", "tables", "files", "plan", "scores", "x.pdf"],
        "kind": ["csv", "xlsx", "json"],
        "place": ["ลพบุรี"],
        "call": ["package_list", "package_search", "package_show"],
        "rest": ["agencies", "publications", *(f"agencies/{one}" for one in agencies), "files"],
        "part": ["9.1"],
    }
    for route in _routes(get_resolver("prongsai.web.portal.urls"), "/"):
        names = PART.findall(route)
        for values in product(*(guesses.get(name, ["1"]) for name in names)):
            yield quote(PART.sub("{}", route).format(*values))


def _routes(resolver: URLResolver, above: str) -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, above + str(one.pattern))
        elif isinstance(one, URLPattern) and one.callback.permission is Permission.PUBLIC:  # type: ignore[attr-defined]
            yield above + str(one.pattern)
