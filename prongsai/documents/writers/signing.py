"""The lines of a signature block, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.reports.sheet import SignatureBlock

OPINION = "ความเห็น/ข้อเสนอเพื่อพิจารณา"
SIGNED = "ลงนามแล้ว"
_DOTS = "." * 44
_OPINION_DOTS = "." * 84


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """``opinion`` stands from the left margin over the block; ``lines`` stand under each other in its middle."""

    opinion: tuple[str, ...]
    lines: tuple[str, ...]


def signature_lines(block: SignatureBlock) -> SignatureLines:
    """The lines to print; what is not there yet is a dotted line to write on."""
    date = f"วันที่ {block.date_text}" if block.date_text else None
    below = tuple(line for line in (block.position, block.acting_for, date) if line)
    lines = (f"(ลงชื่อ) {SIGNED if block.signed else _DOTS}", f"({block.name or _DOTS})", *below)
    return SignatureLines(_opinion(block), lines)


def _opinion(block: SignatureBlock) -> tuple[str, ...]:
    if block.opinion:
        return (f"{OPINION} {block.opinion}",)
    return (f"{OPINION} {_OPINION_DOTS}",) if block.asks_opinion else ()
