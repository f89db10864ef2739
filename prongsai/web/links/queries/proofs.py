"""Receipts of what links showed, and whether the proof behind them is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils.timezone import localtime

from prongsai.core.links import receipt as receipts
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import format_date
from prongsai.core.thai.digits import to_thai
from prongsai.links.archive import Shown, Unsound, read_kept
from prongsai.links.checking import Kept
from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link, Receipt, Spell
from prongsai.web.links.queries.words import told_of


@dataclass(frozen=True, slots=True)
class Proof:
    """A receipt with what lies behind it. ``canonical`` is the text that its hash is of; ``state`` how the link was
    found then, empty where its history does not say. ``problem`` says what is wrong with receipt or record.
    ``same_as``: the receipt whose record holds the same bytes, where they were not kept twice.
    """

    receipt: Receipt
    canonical: str
    state: str
    said: tuple[Sentence, ...]
    problem: Sentence | None
    same_as: Receipt | None


def moment_in_words(at: datetime) -> str:
    """As official papers write it: วันที่ ๒ เมษายน ๒๕๖๙ เวลา ๑๐:๐๔:๐๕ น., in Thailand's time."""
    local = localtime(at)
    return f"วันที่ {format_date(local.date())} เวลา {to_thai(f'{local:%H:%M:%S}')} น."


def archive_root() -> Path:
    """Where the WARC files of all agencies lie: among the files, so that a backup has them."""
    return Path(default_storage.path("archive"))


def sealed(row: Receipt) -> receipts.Receipt:
    """The receipt as the core verifies it."""
    return receipts.Receipt(**{name: getattr(row, name) for name in receipts.Receipt.__dataclass_fields__})


def chain_of(agency: Agency) -> Iterator[receipts.Receipt]:
    """All receipts of an agency, oldest first, a few at a time."""
    for row in Receipt.objects.of(agency).order_by("number").iterator(chunk_size=2000):
        yield sealed(row)


def receipts_of(link: Link) -> QuerySet[Receipt]:
    """The receipts of what a link showed, newest first."""
    return Receipt.objects.of(link.agency_id).filter(url=link.url).order_by("-number")


def receipt_for(link: Link, number: int) -> Receipt | None:
    """A receipt of what this link showed; None where it has none of that number."""
    return receipts_of(link).filter(number=number).first()


def proof_of(link: Link, receipt: Receipt) -> Proof:
    """The receipt, compared with its own hash, the one before it, and the record in the archive."""
    one = sealed(receipt)
    spell = Spell.objects.of(link.agency_id).filter(link=link, first_at__lte=one.at, last_at__gte=one.at).first()
    shown, problem = _read(one)
    same = shown.same_as if shown else None
    return Proof(
        receipt=receipt,
        canonical=receipts.canonical(one),
        state=spell.get_state_display() if spell else "",
        said=tuple(told.what for told in told_of(spell)) if spell else (),
        problem=_of_chain(receipt) or problem,
        same_as=receipts_of(link).filter(at=same).first() if same else None,
    )


def fault_of_record(receipt: receipts.Receipt) -> Sentence | None:
    """What is wrong with the record in the archive; None where it is there with its hash."""
    return _read(receipt)[1]


def record_of(receipt: Receipt) -> bytes:
    """The record as it lies in the archive. OSError where the file is not there."""
    with (archive_root() / receipt.file).open("rb") as file:
        file.seek(receipt.offset)
        return file.read(receipt.length)


def _read(one: receipts.Receipt) -> tuple[Shown | None, Sentence | None]:
    try:
        return read_kept(archive_root(), Kept(one.file, one.offset, one.length, one.payload_sha256)), None
    except Unsound as fault:
        return None, fault.sentence


def _of_chain(receipt: Receipt) -> Sentence | None:
    """What is wrong with the receipt itself, or between it and the one before it."""
    rows = Receipt.objects.of(receipt.agency_id).filter(number__in=(receipt.number - 1, receipt.number))
    faults = receipts.verify(sealed(row) for row in rows.order_by("number"))
    return next((fault.sentence for fault in faults if fault.number == receipt.number), None)
