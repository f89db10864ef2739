"""The portal as plain files: whole, without a dead link, with the words that are served and none besides."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import pytest_django
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings

from prongsai.cli import main
from prongsai.core.access.decision import Refused
from prongsai.core.publication.content import Section, WebLink
from prongsai.core.thai.collation import sort_key
from prongsai.web.disclosures import actions as disclosures
from prongsai.web.portal.exporting import site
from prongsai.web.portal.exporting.folder import MANIFEST
from prongsai.web.portal.exporting.layout import Layout, disk_name
from prongsai.web.portal.exporting.site import export_site
from prongsai.web.portal.models import Front
from prongsai.web.published.actions import Given, publish
from tests.cast import Cast, assemble
from tests.web.portal.a_portal import GONE, item, open_portal

HERE = "http://127.0.0.1:8000"
SECRET = "ร่างที่ยังไม่เผยแพร่"
ADDRESS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
URL = re.compile(r"url\(\"?([^\")]+)\"?\)")
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
BASE = "https://www.example.go.th/ita/"
PAGES = {
    "index.html": "/tha-khong/",
    "en/index.html": "/en/tha-khong/",
    "2566/index.html": "/tha-khong/2566/",
    "2566/o29/index.html": "/tha-khong/2566/o29",
    "2566/o29/v1/index.html": "/tha-khong/2566/o29/v1",
    "en/2566/plan/index.html": "/en/tha-khong/2566/plan",
    "2566/scores/index.html": "/tha-khong/2566/scores",
    "2566/o1/index.html": "/tha-khong/2566/o1",
    "data/index.html": "/tha-khong/data/",
}
FILES = ("data/items.csv", "data/items.xlsx", "2566/o29/table-1.json", "feed.atom", "sitemap.xml")
COPY = re.compile(r'<a class="top__language" href="[^"]*search/index.html">[^<]*</a>')
TAG = re.compile(r"<[^>]*>")


@dataclass
class Made:
    """Exports of one portal, as they were when its database was there, and what was served beside."""

    folder: Path
    again: Path
    based: Path
    served: dict[str, bytes]


def fill(cast: Cast) -> None:
    """A portal with something of every sort, and beside it things that nobody published."""
    open_portal(cast)
    Front.objects.add(agency=cast.agency, colour="#0b4f5c")
    publish(by=cast.somsak, agency=cast.neighbour, content=item("o3", "ข้อมูลของหน่วยงานอื่น"))
    by, agency, url = cast.somying, cast.agency, "https://www.example.go.th/draft"
    disclosures.attach_to_item(by=by, agency=agency, fiscal_year=2566, code="O3", url=url, title=SECRET)
    words = disclosures.Words(SECRET)
    disclosures.write_words(by=by, agency=agency, fiscal_year=2566, code="O3", words=words, version=1)


@pytest.fixture(scope="module")
def made(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Made:
    """The portal exported three times, once for all tests that only look at files."""
    where = tmp_path_factory.mktemp("made")
    stores: dict[str, Any] = dict(settings.STORAGES)
    stores["default"] = {**stores["default"], "OPTIONS": {"location": where / "store"}}
    with django_db_blocker.unblock(), override_settings(STORAGES=stores), transaction.atomic():
        fill(assemble())
        export_site("tha-khong", where / "out")
        export_site("tha-khong", where / "again")
        export_site("tha-khong", where / "based", BASE)
        served = {
            address: Client().get(address).content for address in (*PAGES.values(), *map("/tha-khong/{}".format, FILES))
        }
        transaction.set_rollback(True)
    return Made(where / "out", where / "again", where / "based", served)


@pytest.fixture
def full(cast: Cast) -> Cast:
    """The same portal in the database of a test."""
    fill(cast)
    return cast


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder in which nothing else stands."""
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


@pytest.fixture
def folder(full: Cast, place: Path) -> Path:
    """An exported folder that a test may do something to."""
    export_site("tha-khong", place / "out")
    return place / "out"


def files(folder: Path) -> dict[str, bytes]:
    """Every file by its name."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page by its name."""
    yield from ((name, body.decode()) for name, body in files(folder).items() if name.endswith(".html"))


def test_every_link_of_every_page_finds_its_target(made: Made) -> None:
    there, dead, counted = files(made.folder), [], 0
    texts = [*pages(made.folder), *((name, body.decode()) for name, body in there.items() if name.endswith(".css"))]
    for name, text in texts:
        for address in map(unescape, [*ADDRESS.findall(text), *(URL.findall(text) if name.endswith(".css") else ())]):
            found = urlsplit(address)
            if found.scheme or found.netloc:
                continue
            counted += 1
            assert not address.startswith("/"), f"{name}: {address} works only on a server of its own"
            target = unquote(
                urlsplit(urljoin(f"http://x/{name}", found.path or name.rpartition("/")[2])).path.lstrip("/")
            )
            if target not in there:
                dead.append(f"{name}: {address}")
    assert counted > 300 and not dead


def test_every_fragment_of_a_link_is_on_its_page(made: Made) -> None:
    known = dict(pages(made.folder))
    for name, text in known.items():
        for address in map(unescape, ADDRESS.findall(text)):
            before, sign, fragment = address.partition("#")
            if sign and "://" not in address:
                target = urljoin(f"http://x/{name}", before or name.rpartition("/")[2]).removeprefix("http://x/")
                assert f'id="{unquote(fragment)}"' in known[unquote(target)], f"{name}: {address}"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_words_that_are_served(made: Made, name: str) -> None:
    served = FORM.sub("", made.served[PAGES[name]].decode())
    assert words(COPY.sub("", (made.folder / name).read_text("utf-8"))) == words(served)


def words(page: str) -> list[str]:
    """The words of a page without its tags."""
    return unescape(TAG.sub(" ", page)).split()


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_is_served(made: Made, name: str) -> None:
    assert (made.folder / name).read_bytes() == made.served[f"/tha-khong/{name}"]


def test_nothing_that_is_not_public_is_in_it(made: Made) -> None:
    whole = b"\n".join(files(made.folder).values())
    for secret in (SECRET, GONE, "ข้อมูลของหน่วยงานอื่น", "นางสมหญิง"):
        assert secret.encode() not in whole
    assert "มีข้อมูลส่วนบุคคล".encode() in whole, "the reason of a withdrawal is public"


def test_the_manifest_has_the_hash_of_every_file(made: Made) -> None:
    there = files(made.folder)
    told = json.loads(there.pop(MANIFEST))
    assert told["agency"] == "tha-khong" and told["generation"] > 1
    assert told["files"] == {
        name: {"sha256": hashlib.sha256(body).hexdigest(), "size": len(body)} for name, body in there.items()
    }


def test_two_exports_of_the_same_are_the_same_bytes(made: Made) -> None:
    assert files(made.folder) == files(made.again)


def test_an_export_follows_what_is_published_and_leaves_nothing_behind(folder: Path, full: Cast) -> None:
    before = files(folder)
    publish(by=full.somying, agency=full.agency, content=item("o30", "รายการใหม่"))
    export_site("tha-khong", folder)
    after = files(folder)
    assert "2566/o30/index.html" in after.keys() - before.keys() and list(folder.parent.iterdir()) == [folder]


def test_the_search_is_a_list_of_titles_in_the_order_of_the_dictionary(made: Made) -> None:
    page = (made.folder / "search" / "index.html").read_text("utf-8")
    titles = [unescape(one) for one in re.findall(r"<li><a [^>]*><span>([^<]+)</span>", page)]
    assert len(titles) == 4 and titles == sorted(titles, key=sort_key)
    assert "<form" not in "".join(text for _name, text in pages(made.folder))


def test_a_base_address_stands_in_feeds_maps_data_and_heads(made: Made) -> None:
    there = files(made.based)
    page = there["2566/o29/index.html"].decode()
    assert '<link rel="canonical" href="https://www.example.go.th/ita/2566/o29/"' in page
    assert 'hreflang="en" href="https://www.example.go.th/ita/en/2566/o29/"' in page
    for name in ("feed.atom", "feed.rss", "sitemap.xml", "data/catalog.jsonld", "data/files.csv"):
        text = there[name].decode()
        assert "https://www.example.go.th/ita/" in text and f"{HERE}/tha-khong" not in text, name
    links = re.findall(r"<loc>([^<]+)</loc>", there["sitemap.xml"].decode())
    for link in links:
        name = unquote(link.removeprefix("https://www.example.go.th/ita/"))
        assert (f"{name}index.html" if not name or name.endswith("/") else name) in there, link
    file = re.search(r"https://www.example.go.th/ita/(files/\S+)", there["data/files.csv"].decode())
    assert file and unquote(file[1]) in there


def test_it_refuses_a_folder_with_other_files_and_leaves_it_as_it_is(full: Cast, place: Path) -> None:
    (place / "thesis.docx").write_text("ten years of work")
    with pytest.raises(Refused, match="other files"):
        export_site("tha-khong", place)
    assert [one.name for one in place.iterdir()] == ["thesis.docx"]


def test_it_refuses_to_lose_a_file_that_was_added_to_an_export(folder: Path) -> None:
    (folder / "CNAME").write_text("www.example.go.th")
    with pytest.raises(Refused, match="CNAME"):
        export_site("tha-khong", folder)


def test_it_refuses_the_export_of_another_agency(folder: Path) -> None:
    before = files(folder)
    with pytest.raises(Refused, match="tha-khong"):
        export_site("nong-saeng", folder)
    assert files(folder) == before


def test_it_refuses_a_file_and_an_agency_without_anything_public(cast: Cast, full: Cast, place: Path) -> None:
    (place / "file").write_text("x")
    with pytest.raises(Refused, match="name a folder"):
        export_site("tha-khong", place / "file")
    with pytest.raises(Refused, match="published nothing"):
        export_site("no-such", place / "out")
    assert not (place / "out").exists()


def test_an_export_that_is_interrupted_leaves_the_old_one(
    folder: Path, full: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(folder)
    publish(by=full.somying, agency=full.agency, content=item("o30", "รายการใหม่"))

    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(site, "_write", stop)
    with pytest.raises(KeyboardInterrupt):
        export_site("tha-khong", folder)
    assert files(folder) == before and list(folder.parent.iterdir()) == [folder]


def test_an_export_that_was_killed_between_its_two_moves_comes_back(folder: Path, full: Cast) -> None:
    before = files(folder)
    folder.rename(folder.with_name(f".{folder.name}.old"))
    with pytest.raises(Refused):
        export_site("no-such", folder)
    export_site("tha-khong", folder)
    assert files(folder) == before and list(folder.parent.iterdir()) == [folder]


def test_who_publishes_meanwhile_makes_it_begin_anew(folder: Path, full: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    acts, write = iter(range(30, 99)), site._write

    def publishing(walk: site._Walk) -> None:
        if (number := next(acts)) < 31:
            publish(by=full.somying, agency=full.agency, content=item(f"o{number}", "ระหว่างส่งออก"))
        write(walk)

    monkeypatch.setattr(site, "_write", publishing)
    export_site("tha-khong", folder)
    assert (folder / "2566" / "o30" / "index.html").exists()


def test_a_long_thai_name_fits_every_disk_and_its_links_find_it(full: Cast, place: Path) -> None:
    name = f"{'รายงานผลการดำเนินการ' * 12}: ฉบับสมบูรณ์?.pdf"
    given = Given("รายงาน", name, "application/pdf", b"%PDF-1.4 long")
    publish(by=full.somying, agency=full.agency, content=item("o31", "ชื่อยาว"), files=[given])
    assert len(disk_name(name).encode()) <= 200 and disk_name(name).endswith(".pdf") and ":" not in disk_name(name)
    export_site("tha-khong", place / "out")
    page = (place / "out" / "2566" / "o31" / "index.html").read_text("utf-8")
    (link,) = {one for one in ADDRESS.findall(page) if "files/" in one}
    assert (place / "out" / "2566" / "o31" / unquote(link)).read_bytes() == b"%PDF-1.4 long"


@pytest.mark.parametrize(
    "odd",
    [
        "https://[ดูที่นี่]/",
        "https://ℂ℀.example/",
        "{site}/static/../../disclosures/static/disclosures/entry.css",
        "{site}/tha-khong/..",
    ],
)
def test_addresses_that_are_none_or_climb_out_stop_no_export(full: Cast, place: Path, odd: str) -> None:
    address = odd.format(site=settings.SITE_URL)
    content = item("o31", "ลิงก์แปลก", lead=f"{address} //[")
    sections = (Section("", (f"ดู {address} ครับ",)),)
    publish(
        by=full.somying,
        agency=full.agency,
        content=replace(content, links=(WebLink("ลิงก์", address),), sections=sections),
    )
    export_site("tha-khong", place / "out")
    assert escape(address) in (place / "out" / "2566" / "o31" / "index.html").read_text("utf-8")
    assert [one.name for one in place.iterdir()] == ["out"]


@pytest.mark.parametrize("slug", ["en-tha", "english", "tha-khong"])
def test_the_name_of_an_agency_may_begin_like_that_of_a_language(slug: str) -> None:
    layout = Layout(slug, "https://a.example", "https://a.example", "/static/")
    assert layout.file(f"/{slug}/") == "index.html"
    assert layout.file(f"/en/{slug}/2566/o1") == "en/2566/o1/index.html"
    assert layout.link("index.html", f"/{slug}/2566/o1") == "2566/o1/index.html"


def test_the_command_says_what_it_did(full: Cast, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export-site", "tha-khong", str(place / "out")]) == 0
    assert "ส่งออกแล้ว" in capsys.readouterr().out and (place / "out" / "index.html").exists()
    assert main(["export-site", "no-such", str(place / "none")]) == 2
    assert "ยังไม่มีข้อมูลที่เผยแพร่" in capsys.readouterr().err
    assert main(["export-site", "tha-khong", str(place / "out"), "--base-url", "example.go.th"]) == 2
    assert "--base-url" in capsys.readouterr().err
