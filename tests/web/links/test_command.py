"""``prongsai links check`` and ``verify``: what they print, and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from prongsai import cli
from prongsai.web.links import summary as summaries
from prongsai.web.links.models import Link, Receipt
from prongsai.web.links.queries import archive_root
from tests.cast import Cast
from tests.web.links.looks import AT, DAY, PAGE, checked, look, watched
from tests.web.links.server import Site


def _run(*words: str) -> int:
    return cli.main(["links", *words])


def test_what_is_due_is_opened_and_told_by_agency(cast: Cast, web: Site, capsys: pytest.CaptureFixture[str]) -> None:
    web.pages["/gone"] = (404, b"gone")
    watched(cast.agency, f"{web.url}/good", f"{web.url}/gone")
    watched(cast.neighbour, f"{web.url}/theirs")
    assert _run("check") == 1
    told = capsys.readouterr().out
    assert "tha-khong  เทศบาลตำบลท่าโขง" in told and "เปิดไม่ได้ 1" in told and "nong-saeng" in told
    assert f"เปิดไม่ได้  O12  {web.url}/gone" in told and "404" in told and "โปรด" in told
    assert f"{web.url}/good" not in told
    assert _run("check") == 0 and "ไม่มีลิงก์ที่ถึงเวลาตรวจ" in capsys.readouterr().out  # they are due next night


def test_named_agencies_are_opened_whole(cast: Cast, web: Site, capsys: pytest.CaptureFixture[str]) -> None:
    watched(cast.agency, f"{web.url}/ours")
    watched(cast.neighbour, f"{web.url}/theirs")
    for words in (("check", "tha-khong"), ("check", "tha-khong", "--year", "2569"), ("check", "tha-khong", "--due")):
        assert _run(*words) == 0
    assert (web.asked["/ours"], web.asked["/theirs"]) == (2, 0)
    assert _run("check", "tha-khong", "--year", "2568") == 0 and web.asked["/ours"] == 2
    assert _run("check", "--all") == 0 and (web.asked["/ours"], web.asked["/theirs"]) == (3, 1)


def test_programs_read_json(cast: Cast, web: Site, capsys: pytest.CaptureFixture[str]) -> None:
    web.pages["/gone"] = (410, b"gone")
    watched(cast.agency, f"{web.url}/gone", code="O7")
    assert _run("check", "tha-khong", "--json") == 1
    found = json.loads(capsys.readouterr().out)["agencies"]
    assert [one["agency"] for one in found] == ["tha-khong"]
    assert found[0]["counts"] == {"unknown": 0, "fine": 0, "doubtful": 0, "broken": 1}
    (link,) = found[0]["links"]
    assert (link["url"], link["state"], link["status"]) == (f"{web.url}/gone", "broken", 410)
    assert link["items"] == [{"fiscal_year": 2569, "code": "O7"}]
    assert link["noticed"][0]["reason"] == "status" and link["noticed"][0]["th"] and link["noticed"][0]["en"]


@pytest.mark.parametrize("words", [("check", "nobody"), ("verify", "nobody"), ("check", "--year", "12")])
def test_what_is_not_there_is_refused(cast: Cast, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert _run(*words) == 2
    told = capsys.readouterr()
    assert told.err and not told.out


def test_it_can_be_stopped(
    cast: Cast, web: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched(cast.agency, *(f"{web.url}/{number}" for number in range(6)))
    add = summaries.Summary.add

    def stops(summary: Any, link: Link) -> None:
        add(summary, link)
        if summary._number == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(summaries.Summary, "add", stops)
    assert _run("check") == 130
    told = capsys.readouterr()
    assert "เก็บไว้ครบ" in told.err and "tha-khong" in told.out
    assert Link.objects.of(cast.agency).exclude(checked_at=None).count() == 2


def test_whole_proofs_are_verified(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    link = watched(cast.agency)[0]
    for day in range(3):
        look(link, checked(at=AT + DAY * day, body=PAGE + str(day).encode()), proof=True)
    head = Receipt.objects.of(cast.agency).get(number=3).sha256
    assert _run("verify", "tha-khong", "--head", head.upper()) == 0
    told = capsys.readouterr().out
    assert "ตรวจใบรับรอง 3 ใบ พบข้อผิดพลาด 0 รายการ" in told and head in told
    assert _run("verify", "tha-khong", "--head", "0" * 64) == 1  # the chain was written anew
    assert _run("verify", "nong-saeng") == 0  # who has none


def test_a_proof_that_was_changed_or_lost_is_named(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    link = watched(cast.agency)[0]
    for day in range(2):
        look(link, checked(at=AT + DAY * day, body=PAGE + str(day).encode()), proof=True)
    second = Receipt.objects.of(cast.agency).get(number=2)
    file = archive_root() / second.file
    data = bytearray(file.read_bytes())
    data[second.offset + second.length // 2] ^= 0xFF
    file.write_bytes(bytes(data))
    assert _run("verify", "tha-khong") == 1
    told = capsys.readouterr().out
    assert "ใบรับรองที่ 2" in told and "ใบรับรองที่ 1:" not in told and "สำเนาสำรอง" in told
    file.unlink()
    assert _run("verify", "tha-khong") == 1
    assert "พบข้อผิดพลาด 2 รายการ" in capsys.readouterr().out


def test_the_watch_ends_at_once_without_a_time_and_refuses_what_is_none(
    settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.LINKS_AT = ""
    assert _run("nightly") == 0
    settings.LINKS_AT = "noon"
    assert _run("nightly") == 2
    assert "PRONGSAI_LINKS_AT" in capsys.readouterr().err


def test_the_archive_lies_among_the_files_of_the_installation(cast: Cast, tmp_path: Path) -> None:
    look(watched(cast.agency)[0], proof=True)
    assert archive_root() == tmp_path / "files" / "archive"
    assert (archive_root() / Receipt.objects.of(cast.agency).get().file).is_file()
