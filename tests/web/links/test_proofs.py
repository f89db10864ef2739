"""Proofs of what a link showed: a sheet, the receipt, the record; each comparable without this program."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from warcio.archiveiterator import ArchiveIterator

from prongsai.core.links.receipt import read_chain, verify
from prongsai.web.accounts.models import Person
from prongsai.web.links.actions import opening
from prongsai.web.links.actions.taking import Selection, take
from prongsai.web.links.models import Link, Receipt
from prongsai.web.links.queries import archive_root
from tests.cast import Cast
from tests.web.links.looks import AT, DAY, PAGE, checked, look, watched

SignedIn = Callable[[Person], Client]


def _url(name: str, link: Link, number: int | None = None) -> str:
    return reverse(f"links:{name}", args=["tha-khong", 2569, link.pk, *([number] if number else [])])


@pytest.fixture
def link(cast: Cast) -> Link:
    """A link with one proof."""
    return look(watched(cast.agency)[0], proof=True)


def test_the_sheet_says_in_thai_what_was_shown_and_when(
    link: Link, cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        page = client.get(_url("receipt", link, 1)).content.decode()
    assert "หลักฐานการแสดงผลหน้าเว็บ" in page and "วันที่ ๒ เมษายน ๒๕๖๙ เวลา ๑๐:๐๔:๐๕ น." in page
    assert sha256(PAGE).hexdigest() in page and Receipt.objects.of(cast.agency).get().sha256 in page
    assert "O๑๒" in page and link.url in page and "ไม่มี (เป็นใบแรก)" in page
    assert "ตรวจเทียบเมื่อสักครู่แล้ว" in page and "เปิดได้ปกติ" in page


def test_the_text_has_the_hash_that_the_sheet_says(link: Link, cast: Cast, signed_in: SignedIn) -> None:
    response = signed_in(cast.somying).get(_url("text", link, 1))
    assert sha256(response.content).hexdigest() == Receipt.objects.of(cast.agency).get().sha256
    assert response["Content-Disposition"].startswith("attachment")


def test_the_record_is_a_file_that_others_can_read(link: Link, cast: Cast, signed_in: SignedIn) -> None:
    response = signed_in(cast.somying).get(_url("warc", link, 1))
    assert response["Content-Disposition"].startswith("attachment") and response["X-Content-Type-Options"] == "nosniff"
    record = next(iter(ArchiveIterator(BytesIO(response.content))))
    assert record.rec_headers.get_header("WARC-Target-URI") == link.url
    assert record.content_stream().read() == PAGE


def test_the_same_bytes_are_kept_once_and_handed_out_whole(cast: Cast, signed_in: SignedIn) -> None:
    link = watched(cast.agency)[0]
    taken = take(selection=Selection(since=AT + DAY * 999), most=5)[0]
    for week in range(3):
        found = checked(at=AT + DAY * 7 * week)
        proof = opening.proof_of(taken, found, opening.limits_of_here())
        assert proof is not None
        from prongsai.web.links import actions

        actions.keep_checked(agency=cast.agency, link_id=link.pk, checked=found, kept=proof)
    client = signed_in(cast.somying)
    content = client.get(_url("warc", link, 3)).content
    kinds = [(one.rec_type, one.content_stream().read()) for one in ArchiveIterator(BytesIO(content))]
    assert kinds == [("response", PAGE), ("revisit", b"")]
    assert "ใบรับรองเลขที่ ๑" in client.get(_url("receipt", link, 3)).content.decode()


def test_the_whole_chain_can_be_checked_elsewhere(link: Link, cast: Cast, signed_in: SignedIn) -> None:
    look(link, checked(at=AT + DAY, body=PAGE + b"!"), proof=True)
    response = signed_in(cast.somying).get(reverse("links:chain", args=["tha-khong", 2569]))
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]  # it is streamed
    chain = read_chain(text)
    assert len(chain) == 2 and verify(chain, head=Receipt.objects.of(cast.agency).get(number=2).sha256) == []


def _broken(path: str, how: str) -> None:
    file = archive_root() / path
    data = bytearray(file.read_bytes())
    if how == "gone":
        file.unlink()
    else:
        data[len(data) // 2] ^= 0xFF
        file.write_bytes(bytes(data) if how == "flipped" else bytes(data[: len(data) // 3]))


@pytest.mark.parametrize("how", ["gone", "flipped", "cut"])
def test_a_damaged_proof_is_called_so(link: Link, cast: Cast, signed_in: SignedIn, how: str) -> None:
    _broken(Receipt.objects.of(cast.agency).get().file, how)
    client = signed_in(cast.somying)
    page = client.get(_url("receipt", link, 1)).content.decode()
    assert "หลักฐานนี้ไม่สมบูรณ์" in page and "สำเนาสำรอง" in page and "ตรวจเทียบเมื่อสักครู่แล้ว" not in page
    assert client.get(_url("warc", link, 1)).status_code == (404 if how == "gone" else 200)


def test_all_proofs_of_a_link_have_a_list_with_pages(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    link = watched(cast.agency)[0]
    for day in range(28):
        look(link, checked(at=AT + DAY * day, body=PAGE + str(day).encode()), proof=True)
    client = signed_in(cast.somying)
    assert _url("receipts", link) in client.get(_url("detail", link)).content.decode()
    with django_assert_max_num_queries(12):
        assert client.get(_url("receipts", link)).content.decode().count('<th scope="row">') == 25
    assert client.get(_url("receipts", link) + "?page=2").content.decode().count('<th scope="row">') == 3


@pytest.mark.parametrize("name", ["receipt", "text", "warc"])
def test_nobody_opens_proofs_of_others(link: Link, cast: Cast, signed_in: SignedIn, name: str) -> None:
    other = watched(cast.agency, "https://a.example/other", code="O1")[0]
    assert Client().get(_url(name, link, 1)).status_code == 302
    assert signed_in(cast.somsak).get(_url(name, link, 1)).status_code == 404
    assert signed_in(cast.somying).get(_url(name, link, 2)).status_code == 404
    assert signed_in(cast.somying).get(_url(name, other, 1)).status_code == 404  # of another link
    assert signed_in(cast.prasert).get(_url(name, link, 1)).status_code == 200


def test_receipts_are_never_changed(link: Link, cast: Cast) -> None:
    from django.db import DatabaseError, connection, transaction

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE links_receipt SET status = 404")
