"""Verdicts: of answers that did not come, of files, and of what stayed as it was."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.judging import judge, renewed
from prongsai.core.links.link import Before, Expected, Failure, Fetched, Hop, Noticed, Reason, Request, State
from prongsai.core.links.paper import Paper

AT = datetime(2026, 4, 2, tzinfo=UTC)
URL = "https://www.nongphailai.go.th/files/plan.pdf"
PDF = b"%PDF-1.7 ..."
CURRENT = Expected(2566, YearRule.CURRENT)
LINES = "รายงานผลการดำเนินงานตามแผน รายละเอียดโครงการและกิจกรรมที่ดำเนินการแล้วเสร็จ\n" * 10


def fetched(body: bytes = PDF, **more: object) -> Fetched:
    whole = Fetched(URL, AT, final_url=URL, status=200, body=body, size=len(body))
    return dataclasses.replace(whole, **more)  # type: ignore[arg-type]  # each test knows its fields


def reasons(one: Fetched, paper: Paper | None = None, request: Request | None = None) -> tuple[State, list[Noticed]]:
    verdict = judge(one, request or Request(URL, CURRENT), paper)
    return verdict.state, list(verdict.noticed)


@pytest.mark.parametrize("failure", sorted(set(Failure) - {Failure.PRIVATE_ADDRESS, Failure.ROBOTS}))
def test_no_answer_is_told_with_its_failure(failure: Failure) -> None:
    found = reasons(fetched(b"", status=None, failure=failure))
    assert found == (State.BROKEN, [Noticed(Reason.NO_ANSWER, failure)])


def test_an_internal_address_is_called_so() -> None:
    found = reasons(fetched(b"", status=None, failure=Failure.PRIVATE_ADDRESS))
    assert found == (State.BROKEN, [Noticed(Reason.NOT_PUBLIC)])


def test_what_robots_keep_away_is_unknown() -> None:
    found = reasons(fetched(b"", status=None, failure=Failure.ROBOTS))
    assert found == (State.UNKNOWN, [Noticed(Reason.ROBOTS)])


@pytest.mark.parametrize("status", [304, 401, 403, 404, 410, 418, 500, 503])
def test_a_status_is_told_and_the_content_is_not(status: int) -> None:
    body = "<title>ไม่พบหน้า</title>".encode()
    assert reasons(fetched(body, status=status)) == (State.BROKEN, [Noticed(Reason.STATUS, str(status))])


def test_a_site_that_asks_for_less_is_not_called_broken() -> None:
    assert reasons(fetched(status=429))[0] is State.UNKNOWN


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("expired", State.DOUBTFUL),
        ("wrong name", State.DOUBTFUL),
        ("a fault of another kind", State.DOUBTFUL),
        ("incomplete chain", State.FINE),  # browsers fetch the rest
        ("outdated", State.BROKEN),  # browsers refuse
    ],
)
def test_a_certificate_counts_as_browsers_take_it(fault: str, state: State) -> None:
    assert reasons(fetched(tls_fault=fault)) == (state, [Noticed(Reason.TLS, fault)])


def test_a_file_that_is_sound_and_of_the_year_is_fine() -> None:
    paper = Paper(opens=True, pages=12, text=f"แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\n{LINES}")
    verdict = judge(fetched(), Request(URL, CURRENT), paper)
    assert (verdict.state, verdict.kind, verdict.pages, verdict.noticed) == (State.FINE, "pdf", 12, ())
    assert (verdict.sha256, verdict.size, verdict.changed) == (sha256(PDF).hexdigest(), len(PDF), None)


@pytest.mark.parametrize(
    ("paper", "state", "noticed"),
    [
        (Paper(opens=False), State.BROKEN, Noticed(Reason.DAMAGED)),
        (Paper(opens=False, locked=True), State.BROKEN, Noticed(Reason.DAMAGED, "locked")),
        (Paper(opens=True, pages=9, text="\n \n"), State.DOUBTFUL, Noticed(Reason.NO_TEXT)),
        (Paper(opens=True, text=f"รายงาน ประจำปี ๒๕๖๔\n{LINES}"), State.DOUBTFUL, Noticed(Reason.OTHER_YEAR, "2564")),
        (Paper(opens=True, text=LINES), State.FINE, Noticed(Reason.NO_YEAR, "2566")),
    ],
)
def test_what_is_noticed_in_a_file(paper: Paper, state: State, noticed: Noticed) -> None:
    assert reasons(fetched(), paper) == (state, [noticed])


@pytest.mark.parametrize(
    "paper",
    [
        None,  # not opened
        Paper(opens=True, text="˘Õ∫‡¢µ °“√ª√–‡¡‘π ª√–®”ªï 2565 §ÿ≥∏√√¡" * 9),  # letters of an old font
        Paper(opens=True, text=LINES, whole=False),  # the year may stand further on
    ],
)
def test_of_what_cannot_be_read_nothing_is_claimed(paper: Paper | None) -> None:
    assert reasons(fetched(), paper) == (State.FINE, [])


def test_the_year_may_stand_in_the_name_of_the_file() -> None:
    paper = Paper(opens=True, text=f"รายงาน ประจำปี 2565\n{LINES}")
    named = fetched(headers={"content-disposition": 'attachment; filename="plan-2566.pdf"'})
    assert reasons(named, paper)[0] is State.FINE
    assert reasons(fetched(), paper, Request(URL.replace("plan", "plan66"), CURRENT))[0] is State.DOUBTFUL
    assert reasons(fetched(), paper, Request(URL.replace("plan", "plan-66"), CURRENT))[0] is State.FINE


def test_a_large_file_is_told_and_is_no_fault() -> None:
    assert reasons(fetched(cut=True, size=52_000_000)) == (State.FINE, [Noticed(Reason.HUGE, "49")])


def test_a_file_called_a_page_is_doubtful() -> None:
    found = reasons(fetched(headers={"content-type": "text/html"}))
    assert found == (State.DOUBTFUL, [Noticed(Reason.WRONG_KIND, "pdf")])


def test_a_change_is_told_against_what_was_before() -> None:
    same = Before(sha256=sha256(PDF).hexdigest())
    assert judge(fetched(), Request(URL, before=same)).changed is False
    assert judge(fetched(), Request(URL, before=Before(sha256="ab" * 32))).changed is True


def test_an_unchanged_answer_renews_what_is_known_of_the_way_only() -> None:
    before = Before(sha256=sha256(PDF).hexdigest())
    former = judge(fetched(), Request(URL, CURRENT), Paper(opens=True, pages=3, text=f"ประจำปี 2565\n{LINES}"))
    led = (Hop(URL, 302),)
    silent = fetched(b"", status=304, unchanged=True, final_url="https://files.example.org/plan.pdf", hops=led)
    now = judge(silent, Request(URL, CURRENT, before))
    assert (now.changed, now.sha256) == (False, before.sha256)
    verdict = renewed(former, now)
    assert [one.reason for one in verdict.noticed] == [Reason.REDIRECTED, Reason.OTHER_YEAR]
    assert (verdict.state, verdict.pages, verdict.sha256) == (State.DOUBTFUL, 3, before.sha256)
    assert renewed(verdict, now) == verdict
