"""Servers send anything: whatever comes is judged, and never stops the rest."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.judging import judge
from prongsai.core.links.link import Expected, Fetched, Hop, Request
from prongsai.core.links.paper import Paper
from prongsai.core.links.reasons import sentence, worst

_PIECES = (
    *("<html>", "<title>", "</title>", "<script>", "</script", "<!--", "-->", "<a href='", ">", "<", "<h1>", "</h1>"),
    *(
        "ไม่พบ",
        "404",
        "type=password",
        "http-equiv=refresh url=",
        "ประจำปี",
        "2565",
        "๖๖",
        "ต.ค.",
        "&#x110000;",
        "&nbsp;",
        "\n",
    ),
    *("charset=utf-7", "charset=tis-620", "\ufeff", "\x00", "%PDF-", "PK\x03\x04", "Fatal error"),
)
_BODIES = st.one_of(
    st.binary(max_size=300), st.lists(st.sampled_from(_PIECES), max_size=40).map(lambda parts: "".join(parts).encode())
)
_URLS = st.one_of(
    st.text(max_size=30), st.sampled_from(["https://a.go.th/x", "//", "http://[", "https://a.go.th/?#", "/x"])
)
_HEADERS = st.dictionaries(
    st.sampled_from(["content-type", "content-disposition", "x"]), st.text(max_size=40), max_size=3
)
_PAPERS = st.none() | st.builds(Paper, opens=st.booleans(), locked=st.booleans(), text=st.text(max_size=80))
_STATUSES = st.none() | st.integers(100, 999)


@given(_URLS, _URLS, _STATUSES, _HEADERS, _BODIES, _PAPERS, st.sampled_from(YearRule))
def test_whatever_comes_has_a_verdict_with_words(
    url: str,
    final: str,
    status: int | None,
    headers: dict[str, str],
    body: bytes,
    paper: Paper | None,
    rule: YearRule,
) -> None:
    at = datetime(2026, 4, 2, tzinfo=UTC)
    hops = (Hop(url, 302),) if final else ()
    fetched = Fetched(url, at, final_url=final, hops=hops, status=status, headers=headers, body=body, size=len(body))
    verdict = judge(fetched, Request(url, Expected(2566, rule)), paper)
    assert verdict.state is worst(verdict.noticed)
    assert all(sentence(one).th for one in verdict.noticed)
    assert len({one.reason for one in verdict.noticed}) == len(verdict.noticed)
