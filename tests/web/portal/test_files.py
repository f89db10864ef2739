"""Files as they were published: shown or saved, whole or in parts, and never run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from prongsai.core.publication.names import public_name
from prongsai.web.published.actions import Given, withdraw
from prongsai.web.published.models import PublishedFile
from prongsai.web.published.queries import publication_at
from tests.cast import Cast
from tests.factories.publishing import BUDGET, FILE, PDF, item, put_out


def address(cast: Cast, name: str = FILE.name) -> str:
    """Where the file of that name stands."""
    file = PublishedFile.objects.of(cast.agency).get(name=name)
    return f"/tha-khong/files/{file.key}/{name}"


def test_a_paper_is_shown_under_its_thai_name(portal: Cast, client: Client) -> None:
    answer = client.get(address(portal))
    assert answer.getvalue() == PDF and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == (
        "inline; filename*=utf-8''%E0%B8%82%E0%B9%89%E0%B8%AD%E0%B8%9A%E0%B8%B1%E0%B8%8D%E0%B8%8D%E0%B8%B1%E0%B8%95"
        "%E0%B8%B4%E0%B8%87%E0%B8%9A%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%A1%E0%B8%B2%E0%B8%93-%E0%B9%92%E0%B9%95%E0%B9%96"
        "%E0%B9%99.pdf"
    )
    assert not answer.cookies and answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" not in answer["Content-Security-Policy"]  # in one, Safari shows some papers as an empty window


def test_the_page_leads_to_it_with_size_and_kind(portal: Cast, client: Client) -> None:
    words = client.get("/tha-khong/2569/o12").content.decode()
    key = PublishedFile.objects.of(portal.agency).get().key
    assert (
        f'href="/tha-khong/files/{key}/%E0%B8%82' in words
        and "1 KB" in words
        and '<span class="kind">PDF</span>' in words
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("หน้า.html", "text/html"),
        ("ภาพ.svg", "image/svg+xml"),
        ("ข้อมูล.xml", "application/xml"),
        ("หน้า.xhtml", "application/xhtml+xml"),
        ("ลวง.pdf", "TEXT/HTML; charset=utf-8"),
    ],
)
def test_what_could_run_is_only_ever_saved(portal: Cast, client: Client, name: str, kind: str) -> None:
    given = Given("ไฟล์", name, kind, b"<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>")
    put_out(portal.agency, portal.somying, item("o1", "โครงสร้าง"), (given,))
    answer = client.get(address(portal, name))
    assert answer.getvalue() == given.data
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("asked", "told", "part"),
    [
        ("bytes=0-3", "0-3", PDF[:4]),
        ("bytes=5-", f"5-{len(PDF) - 1}", PDF[5:]),
        ("bytes=-6", f"{len(PDF) - 6}-{len(PDF) - 1}", PDF[-6:]),
        ("bytes=0-99999", f"0-{len(PDF) - 1}", PDF),
        ("bytes=-99999", f"0-{len(PDF) - 1}", PDF),
    ],
)
def test_a_part_is_given_where_a_part_is_asked_for(
    portal: Cast, client: Client, asked: str, told: str, part: bytes
) -> None:
    answer = client.get(address(portal), headers={"range": asked})
    assert answer.status_code == 206 and answer.getvalue() == part
    assert answer["Content-Range"] == f"bytes {told}/{len(PDF)}" and answer["Content-Length"] == str(len(part))


@pytest.mark.parametrize("asked", [f"bytes={len(PDF)}-", "bytes=5-2", "bytes=-0", "bytes=-"])
def test_a_part_that_is_not_there_is_refused(portal: Cast, client: Client, asked: str) -> None:
    answer = client.get(address(portal), headers={"range": asked})
    assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{len(PDF)}")


@pytest.mark.parametrize("headers", [{"range": "lines=1-2"}, {"range": "bytes=0-3", "if-range": '"other"'}])
def test_the_whole_is_given_otherwise(portal: Cast, client: Client, headers: dict[str, str]) -> None:
    answer = client.get(address(portal), headers=headers)
    assert (answer.status_code, answer.getvalue()) == (200, PDF)


def test_it_is_kept_by_caches_and_sent_once(portal: Cast, client: Client) -> None:
    answer = client.get(address(portal))
    assert answer.getvalue() == PDF
    assert "public" in answer["Cache-Control"]
    again = client.get(address(portal), headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(address(portal))
    assert (head.status_code, head["Content-Length"]) == (200, str(len(PDF)))
    head.close()


def test_another_name_leads_to_the_right_one(portal: Cast, client: Client) -> None:
    key = PublishedFile.objects.of(portal.agency).get().key
    answer = client.get(f"/tha-khong/files/{key}/other.html")
    assert answer.status_code == 301 and client.get(answer["Location"]).getvalue() == PDF


def test_it_goes_with_the_last_edition_that_shows_it(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, replace(BUDGET, title="แก้ชื่อ"), reason="แก้ชื่อ")
    there, publication = address(portal), publication_at(portal.agency, 2569, "o12")
    assert publication is not None
    withdraw(by=portal.prasert, publication=publication, reason="มีข้อมูลส่วนบุคคล", number=1)
    assert client.get(there).getvalue() == PDF
    withdraw(by=portal.prasert, publication=publication, reason="มีข้อมูลส่วนบุคคล")
    assert client.get(there).status_code == 404


def test_it_stands_under_its_own_agency_alone(portal: Cast, client: Client) -> None:
    put_out(portal.neighbour, portal.somsak, replace(BUDGET, title="แผนของเพื่อนบ้าน"), ())
    key = PublishedFile.objects.of(portal.agency).get().key
    for wrong in (f"/nong-saeng/files/{key}/{FILE.name}", f"/tha-khong/files/{key[:-1]}x/{FILE.name}"):
        assert client.get(wrong).status_code == 404
    assert client.post(address(portal)).status_code == 405


def test_what_is_withdrawn_is_not_kept_elsewhere_for_longer_than_its_page(portal: Cast, client: Client) -> None:
    answer = client.get(address(portal))
    assert answer.getvalue() == PDF
    assert (
        answer["Cache-Control"]
        == client.get("/tha-khong/2569/o12")["Cache-Control"]
        == "public, max-age=0, must-revalidate"
    )


@pytest.mark.parametrize("name", ["รายรับ/รายจ่าย.pdf", "ก\r\nX-Evil: 1.pdf", "a\u202efdp.exe", "..", "50% #1?.pdf"])
def test_a_file_is_served_whatever_it_was_called(portal: Cast, client: Client, name: str) -> None:
    put_out(portal.agency, portal.somying, item("o1", "โครงสร้าง"), (Given("ไฟล์", name, FILE.content_type, PDF),))
    file = PublishedFile.objects.of(portal.agency).exclude(name=FILE.name).get()
    assert file.name == public_name(name)
    led = client.get(f"/tha-khong/files/{file.key}/another")["Location"]
    answer = client.get(led)
    assert answer.getvalue() == PDF and "X-Evil" not in answer
    words = client.get("/tha-khong/2569/o1").content.decode()
    assert f'href="{led}"' in words
    assert client.get(led, headers={"if-none-match": answer["ETag"]}).status_code == 304
