"""Files behind links are opened in processes of their own, and none of them can stop the rest."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from prongsai.core.links.link import Failure, Fetched
from prongsai.core.links.paper import Paper
from prongsai.links import contents
from prongsai.links.contents import Papers
from prongsai.links.papers import FIRST_PAGES, look
from tests.links.papers import locked_pdf, pdf, sheets, word, zipped

ROOT = Path(__file__).parents[2]
YEAR = "แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566"


def fetched(body: bytes, **more: object) -> Fetched:
    whole = Fetched("https://a.go.th/plan", datetime(2026, 4, 2, tzinfo=UTC), status=200, body=body, size=len(body))
    return dataclasses.replace(whole, **more)  # type: ignore[arg-type]  # each test knows its fields


def papers_of(*files: Fetched, workers: int = 1, patience: float = 15.0) -> list[Paper | None]:
    async def all_of_them() -> list[Paper | None]:
        async with Papers(workers, patience) as papers:
            return await asyncio.gather(*map(papers.of, files))

    return asyncio.run(all_of_them())


def looked(kind: str, body: bytes) -> Paper:
    found = look(kind, body)
    assert found is not None
    return found


def test_one_process_opens_one_file_after_another() -> None:
    found = papers_of(fetched(pdf(["Plan 2566"])), fetched(word(YEAR)), fetched(b"PK\x03\x04 no zip"))
    assert found[0] == Paper(opens=True, pages=1, text="Plan 2566")
    assert found[1] is not None
    assert YEAR in found[1].text
    assert found[2] == Paper(opens=False)


def test_a_page_or_what_did_not_come_whole_is_not_opened() -> None:
    whole = pdf(["Plan"])
    files = [
        fetched(b"<html>"),
        fetched(whole, cut=True),
        fetched(whole, status=404),
        fetched(whole, failure=Failure.CUT_OFF),
        fetched(b"", unchanged=True, status=304),
    ]
    assert papers_of(*files) == [None] * len(files)


def test_the_first_pages_are_read_and_all_are_counted() -> None:
    found = looked("pdf", pdf([f"page {number}" for number in range(1, FIRST_PAGES + 3)]))
    assert (found.pages, found.whole) == (FIRST_PAGES + 2, False)
    assert f"page {FIRST_PAGES}" in found.text
    assert f"page {FIRST_PAGES + 1}" not in found.text


def test_a_scan_opens_and_has_no_text() -> None:
    assert look("pdf", pdf(["", ""])) == Paper(opens=True, pages=2, text="\n")


def test_a_password_is_told_from_damage() -> None:
    assert look("pdf", locked_pdf()) == Paper(opens=False, locked=True)
    assert look("pdf", b"%PDF-1.4 and then nothing of the kind") == Paper(opens=False)


def test_sheets_are_counted_and_their_names_are_text() -> None:
    found = looked("xlsx", sheets(ปี2566="จ้างซ่อมถนน", สรุป="รวม"))
    assert found.pages == 2
    assert "ปี2566" in found.text
    assert "จ้างซ่อมถนน" in found.text


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("pptx", zipped(ppt___slides___slide1__xml="<a:p><a:t>แผน</a:t><a:t> 2566</a:t></a:p>"), "แผน 2566\n"),
        ("odt", zipped(content__xml="<text:p>แผน 2566</text:p>"), "แผน 2566"),
        ("zip", zipped(a__txt="แผน"), ""),
    ],
)
def test_other_packages_are_opened(kind: str, body: bytes, text: str) -> None:
    found = looked(kind, body)
    assert (found.opens, found.text) == (True, text)


def test_a_package_without_its_main_part_is_damaged() -> None:
    assert look("docx", zipped(a__txt="x")) == Paper(opens=False)


def test_of_a_package_that_is_refused_for_safety_nothing_is_claimed() -> None:
    swollen = BytesIO()
    with ZipFile(swollen, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", bytes(20 << 20))
    assert look("docx", swollen.getvalue()) is None
    assert papers_of(fetched(swollen.getvalue())) == [None]


@pytest.fixture
def bad_worker(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Fetched]:
    """The worker is replaced by one that does what a file asks for."""
    monkeypatch.setattr(contents, "_WORKER", "tests.links.bad_worker")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return lambda wish: fetched(b"%PDF-" + wish.encode())


@pytest.mark.parametrize("wish", ["die", "talk"])
def test_a_process_that_dies_or_talks_nonsense_costs_one_file(bad_worker: Callable[[str], Fetched], wish: str) -> None:
    found = papers_of(bad_worker("one"), bad_worker(wish), bad_worker("two"))
    assert [paper and paper.text for paper in found] == ["%PDF-one", None, "%PDF-two"]


def test_a_file_that_hangs_holds_up_nobody_for_long(bad_worker: Callable[[str], Fetched]) -> None:
    found = papers_of(bad_worker("hang"), bad_worker("one"), bad_worker("two"), workers=2, patience=1.0)
    assert [paper and paper.text for paper in found] == [None, "%PDF-one", "%PDF-two"]


def test_who_gives_up_waiting_leaves_the_pool_usable(bad_worker: Callable[[str], Fetched]) -> None:
    async def give_up_and_go_on() -> Paper | None:
        async with Papers(1) as papers:
            waiting = asyncio.create_task(papers.of(bad_worker("hang")))
            await asyncio.sleep(0.1)
            waiting.cancel()
            await asyncio.wait([waiting])
            return await papers.of(bad_worker("next"))

    assert asyncio.run(give_up_and_go_on()) == Paper(opens=True, text="%PDF-next")


def test_a_process_is_replaced_after_many_files(
    bad_worker: Callable[[str], Fetched], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "MOST_FILES", 2)
    found = papers_of(*(bad_worker(str(at)) for at in range(5)))
    assert [paper and paper.text for paper in found] == [f"%PDF-{at}" for at in range(5)]
