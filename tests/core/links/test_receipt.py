"""The chain of receipts: whatever is changed, moved or taken out shows."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.links.receipt import FORM, Receipt, canonical, read_chain, seal, sha256_of, verify

AT = datetime(2026, 4, 2, 8, 4, 5, 123456, tzinfo=timezone(timedelta(hours=7)))
_HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
_LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)
_SIZES = st.integers(0, 2**40)
_RECEIPTS = st.builds(
    Receipt,
    number=st.just(0),
    url=_LINES,
    at=st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
    status=st.integers(100, 599),
    payload_sha256=_HASHES,
    size=_SIZES,
    file=_LINES,
    offset=_SIZES,
    length=_SIZES,
)
_CHANGEABLE = [field.name for field in fields(Receipt)]


def chained(receipts: list[Receipt]) -> list[Receipt]:
    chain: list[Receipt] = []
    for one in receipts:
        chain.append(seal(one, chain[-1] if chain else None))
    return chain


chains = st.lists(_RECEIPTS, min_size=1, max_size=6).map(chained)


def one(url: str = "https://www.nongphailai.go.th/o12") -> Receipt:
    return Receipt(0, url, AT, 200, "ab" * 32, 1200, "nongphailai/2569-04.warc.gz", 300, 700)


def test_a_receipt_is_plain_lines_that_anybody_can_hash() -> None:
    first = seal(one(), None)
    assert canonical(first) == (
        f"{FORM}\n"
        "number 1\n"
        "url https://www.nongphailai.go.th/o12\n"
        "at 2026-04-02T01:04:05.123456Z\n"
        "status 200\n"
        f"payload-sha256 {'ab' * 32}\n"
        "size 1200\n"
        "file nongphailai/2569-04.warc.gz\n"
        "offset 300\n"
        "length 700\n"
        "previous none\n"
    )
    assert first.sha256 == sha256(canonical(first).encode()).hexdigest()
    second = seal(one(), first)
    assert (second.number, second.previous) == (2, first.sha256)


def test_a_value_that_would_forge_a_line_is_refused() -> None:
    for url in ("https://a.go.th/\nstatus 200", "https://a.go.th/\u2028x", "", "a\rb"):
        with pytest.raises(ValueError, match="one line"):
            canonical(one(url))


def test_a_moment_needs_its_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        canonical(replace(one(), at=AT.replace(tzinfo=None)))


@given(chains)
def test_a_sound_chain_has_no_fault_and_is_read_back(chain: list[Receipt]) -> None:
    assert verify(chain, head=chain[-1].sha256) == []
    assert read_chain("\n".join(map(canonical, chain))) == chain


@given(chains, st.data())
def test_any_change_of_any_field_is_found(chain: list[Receipt], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    name = data.draw(st.sampled_from(_CHANGEABLE))
    value = getattr(data.draw(_RECEIPTS), name)
    if name in ("number", "previous", "sha256"):
        value = data.draw(st.integers(0, 99) if name == "number" else _HASHES)
    changed = replace(chain[at], **{name: value})
    if changed != chain[at]:
        faults = verify([*chain[:at], changed, *chain[at + 1 :]])
        assert faults
        assert faults[0].number == changed.number


@given(chains, st.data())
def test_a_change_that_is_hashed_anew_shows_in_the_next_or_in_the_head(
    chain: list[Receipt], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    forged = replace(chain[at], size=chain[at].size + 1)
    forged = replace(forged, sha256=sha256_of(forged))
    found = verify([*chain[:at], forged, *chain[at + 1 :]], head=chain[-1].sha256)
    assert [fault.number for fault in found] == [min(at + 2, len(chain))]


@given(chains, st.data())
def test_a_receipt_taken_out_is_found(chain: list[Receipt], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    assert verify([*chain[:at], *chain[at + 1 :]], head=chain[-1].sha256)


@given(chains.filter(lambda chain: len(chain) > 1), st.data())
def test_another_order_is_found(chain: list[Receipt], data: st.DataObject) -> None:
    order = data.draw(st.permutations(chain))
    if order != chain:
        assert verify(order)


def test_without_the_head_a_missing_end_cannot_be_seen() -> None:
    chain = chained([one(), one(), one()])
    assert verify(chain[:2]) == []
    assert [fault.number for fault in verify(chain[:2], head=chain[2].sha256)] == [2]
    assert verify([], head=chain[2].sha256)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (FORM, "prongsai-receipt 2", "line 1 "),
        ("status 200", "state 200", "line 5 "),
        ("number 1", "number 01", "begins at line 1 "),
        ("number 1", "number one", "begins at line 1 "),
        ("2026-04-02T", "2026-04-02 ", "begins at line 1 "),
        ("ab" * 32, "AB" * 32, "64 digits"),
        ("previous none\n", "", "line 10 is the last"),
    ],
)
def test_what_is_no_receipt_is_told_with_its_line(old: str, new: str, message: str) -> None:
    text = canonical(seal(one(), None)).replace(old, new)
    with pytest.raises(ValueError, match=message):
        read_chain(text)
