"""A result from a file: shown beside what is there, nothing kept before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from prongsai.web.assessments import queries
from prongsai.web.assessments.models import Assessment
from tests.cast import Cast

SignedIn = Callable[[Person], Client]


def _url(name: str = "bring", *more: object) -> str:
    return reverse(f"assessments:{name}", args=["tha-khong", 2566, *more])


def _bring(client: Client, text: str | bytes, name: str = "ผล.csv") -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(_url(), {"file": SimpleUploadedFile(name, data)})


def _saved(answer: Any) -> dict[str, str]:
    """What the browser would send when the check page is saved."""
    form = answer.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: str(value) for name, value in values.items() if value is not None}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_template_comes_back_by_way_of_the_check_page(cast: Cast, signed_in: SignedIn, kind: str) -> None:
    client = signed_in(cast.somying)
    empty = client.get(_url("template", kind))
    assert empty["Content-Disposition"] == f'attachment; filename="ita-2566.{kind}"'
    assert _bring(client, empty.content, f"ita-2566.{kind}").context["received"].found == ()
    client.post(_url("enter"), {"indicator_1": "95", "figure_O2": "0", "remark_O2": "ไม่พบ", "version": "0"})
    known = queries.known(cast.agency, 2566)
    check = _bring(client, client.get(_url("template", kind)).content, f"ita-2566.{kind}")
    assert check.status_code == 200
    assert client.post(_url("enter"), _saved(check)).status_code == 302
    assert queries.known(cast.agency, 2566) == known
    assert client.get(_url("template", "exe")).status_code == 404


def test_what_was_read_stands_beside_what_is_there_and_nothing_is_kept(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    client.post(_url("enter"), {"indicator_1": "95", "indicator_2": "94", "version": "0"})
    check = _bring(client, "รหัส;ชื่อ;คะแนน\n๑;ก;๙๗.๒๕\nรวม;;101\nX;;5\n1;;9".encode("cp874"))
    page = check.content.decode()
    for words in ("97.25", "95.00", "94", "แถว 2 คอลัมน์ C", "แถว 3 คอลัมน์ C", "แถว 4 คอลัมน์ A", "ซ้ำกับแถว 2"):
        assert words in page
    assert page.count("ต่างกัน") == 1
    assert queries.known(cast.agency, 2566).indicators[1] == Decimal(95)  # type: ignore[union-attr]  # entered above
    assert client.post(_url("enter"), _saved(check)).status_code == 302
    known = queries.known(cast.agency, 2566)
    assert known is not None
    assert known.indicators == {1: Decimal("97.25"), 2: Decimal(94)}
    kept = queries.result_of(cast.agency, 2566)
    assert kept is not None
    assert "ผล.csv" in kept.source


def test_a_report_of_another_year_or_agency_is_doubted(cast: Cast, signed_in: SignedIn) -> None:
    table = "\n".join(f"{number}\tตัวชี้วัดที่ {number}\t91.2{number % 10}" for number in range(1, 11))
    text = f"เทศบาลตำบลหนองแวง ปีงบประมาณ พ.ศ. ๒๕๖๕\nลำดับ\tตัวชี้วัด\tคะแนน\n{table}\n"
    page = _bring(signed_in(cast.somying), text, "ผล.txt").content.decode()
    assert 'value="91.23"' in page
    assert "เขียนปีงบประมาณ 2565" in page
    assert "เทศบาลตำบลหนองแวง" in page
    assert not Assessment.objects.of(cast.agency).exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "ว่างเปล่า"),
        (b"%PDF-1.7 broken", "PDF"),
        ("รหัส,คะแนน ปี 2565\n1,95".encode(), "แบบของปี 2565"),
        (b"\x00\x01\x02", "ไม่ใช่ข้อความ"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    cast: Cast, signed_in: SignedIn, data: bytes, told: str
) -> None:
    answer = _bring(signed_in(cast.somying), data)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_file_without_scores_leads_on(cast: Cast, signed_in: SignedIn) -> None:
    page = _bring(signed_in(cast.somying), "บันทึกการประชุม", "ประชุม.txt").content.decode()
    assert "ไม่พบคะแนนในไฟล์นี้" in page


def test_only_the_coordinator_brings_files(cast: Cast, signed_in: SignedIn) -> None:
    for name, more in (("bring", ()), ("template", ("csv",))):
        assert Client().get(_url(name, *more)).status_code == 302
        assert signed_in(cast.somsak).get(_url(name, *more)).status_code == 404
        assert signed_in(cast.wichai).get(_url(name, *more)).status_code == 403


def test_the_annex_of_a_real_report_fills_the_page(cast: Cast, signed_in: SignedIn, reports_folder: Path) -> None:
    client = signed_in(cast.somying)
    check = _bring(client, (reports_folder / "001.txt").read_bytes(), "001.txt")
    assert client.post(_url("enter"), _saved(check)).status_code == 302
    known = queries.known(cast.agency, 2566)
    assert known is not None
    assert (known.total, known.level, len(known.indicators)) == (Decimal("99.18"), "ผ่านดีเยี่ยม", 10)
    assert known.recommendations[0].items == ("O36", "O35")
