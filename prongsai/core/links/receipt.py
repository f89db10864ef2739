"""Receipts of what a link showed, each chained to the one before it: none can be changed, moved or taken out unseen.

The canonical text of a receipt is ten plain lines. Its SHA-256 is the receipt's hash, and stands in the next receipt as
``previous``. So the hash of the newest receipt vouches for all before it, and ``sha256sum`` alone can check the chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from prongsai.core.sentence import Sentence

#: The first line of the canonical text; another form of it will have another number.
FORM = "prongsai-receipt 1"
#: What stands for the hash before the first receipt.
NOTHING_BEFORE = "none"

_HASH = re.compile(r"[0-9a-f]{64}")
_AT = "%Y-%m-%dT%H:%M:%S.%fZ"
_KEYS = ("number", "url", "at", "status", "payload-sha256", "size", "file", "offset", "length", "previous")


@dataclass(frozen=True, slots=True)
class Receipt:
    """That ``url`` answered with ``status`` at ``at``, and with which bytes.

    ``number`` counts from 1 within an agency. ``payload_sha256`` and ``size`` (bytes) are of the body; ``file``,
    ``offset`` and ``length`` say where the answer lies in the WARC files. ``previous`` is the hash of the receipt
    before (empty for the first), ``sha256`` the receipt's own, as it was kept; seal() makes it.
    """

    number: int
    url: str
    at: datetime
    status: int
    payload_sha256: str
    size: int
    file: str
    offset: int
    length: int
    previous: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the chain at a receipt; ``number`` is as the receipt has it."""

    number: int
    sentence: Sentence


def canonical(receipt: Receipt) -> str:
    """Its ten lines with the form before them, each with its break. ValueError where a value would break a line."""
    values = (
        str(receipt.number),
        receipt.url,
        moment(receipt.at),
        str(receipt.status),
        receipt.payload_sha256,
        str(receipt.size),
        receipt.file,
        str(receipt.offset),
        str(receipt.length),
        receipt.previous or NOTHING_BEFORE,
    )
    for value in values:
        if not value or not value.isprintable():
            raise ValueError(f"not a value of one line: {value!r}")
    return "".join(f"{line}\n" for line in (FORM, *map(" ".join, zip(_KEYS, values, strict=True))))


def moment(at: datetime) -> str:
    """A moment in UTC to the microsecond, as ``2026-04-02T03:04:05.000000Z``. ValueError without a time zone."""
    if at.tzinfo is None:
        raise ValueError("a moment of a receipt needs its time zone")
    return at.astimezone(UTC).strftime(_AT)


def sha256_of(receipt: Receipt) -> str:
    """The hash of its canonical text, in hexadecimal."""
    return sha256(canonical(receipt).encode()).hexdigest()


def seal(receipt: Receipt, before: Receipt | None) -> Receipt:
    """The receipt with its number, the hash before it and its own. ``before`` is the newest of the agency so far."""
    number, previous = (before.number + 1, before.sha256) if before else (1, "")
    open_one = replace(receipt, number=number, previous=previous, sha256="")
    return replace(open_one, sha256=sha256_of(open_one))


def verify(receipts: Iterable[Receipt], *, head: str = "") -> list[Fault]:
    """What is wrong with a chain, given oldest first and from number 1; empty where nothing is.

    ``head`` is the hash of the newest receipt as somebody noted it at the time: only that shows that later ones were
    not taken off, or that the whole was not written anew.
    """
    faults: list[Fault] = []
    before: Receipt | None = None
    seen = set[str]()
    for receipt in receipts:
        faults += (Fault(receipt.number, sentence) for sentence in _faults(receipt, before))
        seen.add(receipt.sha256)
        before = receipt
    if head and head not in seen:
        faults.append(Fault(before.number if before else 0, _HEAD))
    return faults


def _faults(receipt: Receipt, before: Receipt | None) -> Sequence[Sentence]:
    number, previous = (before.number + 1, before.sha256) if before else (1, "")
    found = []
    if not _sound(receipt):
        found.append(_CHANGED)
    if receipt.number != number:
        found.append(_gap(number, receipt.number))
    if receipt.previous != previous:
        found.append(_CHAIN)
    return found


def _sound(receipt: Receipt) -> bool:
    try:
        return receipt.sha256 == sha256_of(receipt)
    except ValueError:
        return False


def read_chain(text: str) -> list[Receipt]:
    """The receipts in a file of canonical texts one after another, each with the hash that its lines give.

    So that a change shows in the next one's ``previous``. Empty lines between them are let through. ValueError names
    the line that is no line of a receipt.
    """
    lines = [(at, line) for at, line in enumerate(text.split("\n"), start=1) if line]
    return [_read(lines[at : at + len(_KEYS) + 1]) for at in range(0, len(lines), len(_KEYS) + 1)]


def _read(lines: Sequence[tuple[int, str]]) -> Receipt:
    values: list[str] = []
    for (at, line), key in zip(lines, ("", *_KEYS), strict=False):
        value = line.removeprefix(f"{key} ")
        if (line != FORM) if not key else (value == line):
            raise ValueError(f"line {at} should begin with {key or FORM!r}")
        values.append(value)
    if len(values) <= len(_KEYS):
        raise ValueError(f"line {lines[-1][0]} is the last one, and the receipt is not whole")
    try:
        receipt = _of(values[1:])
    except ValueError as fault:
        raise ValueError(
            f"the receipt that begins at line {lines[0][0]} has a value that cannot be: {fault}"
        ) from fault
    if canonical(receipt) != "".join(f"{line}\n" for _, line in lines):  # such as 007 for 7
        raise ValueError(f"the receipt that begins at line {lines[0][0]} is not written as receipts are")
    return receipt


def _of(values: Sequence[str]) -> Receipt:
    number, url, at, status, payload, size, file, offset, length, previous = values
    if not _HASH.fullmatch(payload) or not (previous == NOTHING_BEFORE or _HASH.fullmatch(previous)):
        raise ValueError("a hash has 64 digits")
    receipt = Receipt(
        number=int(number),
        url=url,
        at=datetime.strptime(at, _AT).replace(tzinfo=UTC),
        status=int(status),
        payload_sha256=payload,
        size=int(size),
        file=file,
        offset=int(offset),
        length=int(length),
        previous="" if previous == NOTHING_BEFORE else previous,
    )
    return replace(receipt, sha256=sha256_of(receipt))


_CHANGED = Sentence(
    "ข้อความของใบรับรองไม่ตรงกับค่า SHA-256 ของตน แสดงว่ามีการแก้ไขหลังออกใบ โปรดเทียบกับสำเนาสำรอง",
    "The receipt does not agree with its own SHA-256: it was changed after it was made. Please compare a backup copy.",
)
_CHAIN = Sentence(
    "ค่า SHA-256 ของใบก่อนหน้าไม่ตรง แสดงว่าใบก่อนหน้าถูกแก้ไข สลับ หรือหายไป โปรดเทียบกับสำเนาสำรอง",
    "The SHA-256 of the receipt before does not agree: that one was changed, moved or taken out. "
    "Please compare a backup copy.",
)
_HEAD = Sentence(
    "ไม่พบใบรับรองที่มีค่า SHA-256 ตามที่จดไว้ แสดงว่าใบท้ายถูกนำออกหรือทำขึ้นใหม่ทั้งชุด โปรดขอไฟล์ชุดเต็มจากหน่วยงาน",
    "No receipt has the SHA-256 that was noted: later ones were taken off, or all were made anew. "
    "Please ask the agency for the whole set.",
)


def _gap(wanted: int, found: int) -> Sentence:
    return Sentence(
        f"คาดว่าเป็นใบที่ {wanted} แต่พบใบที่ {found} ลำดับขาดหรือสลับกัน โปรดใช้ไฟล์ที่มีทุกใบตั้งแต่ใบที่ 1",
        f"Number {wanted} was expected and {found} found: one is missing or out of order. "
        "Please use a file with all of them from number 1.",
    )
