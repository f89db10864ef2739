"""What is known of a result, to and from the columns that keep it: scores as exact decimal strings."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.known import ItemResult, KnownResult, Recommendation
from prongsai.web.assessments.models import Assessment


def known_of(row: Assessment) -> KnownResult:
    """The row as the core takes it; indicators and items in the order of their numbers."""
    return KnownResult(
        fiscal_year=row.fiscal_year,
        indicators=_by_number(row.indicators),
        parts={code: _by_number(scores) for code, scores in row.parts.items()},
        sub_indicators={code: _exact(score) for code, score in row.sub_indicators.items()},
        questions={code: _exact(score) for code, score in row.questions.items()},
        items={code: _item(row.items[code]) for code in sorted(row.items, key=_number)},
        total=None if row.total is None else Decimal(row.total),
        level=row.level,
        recommendations=tuple(
            Recommendation(one["code"], one["text"], tuple(one["items"])) for one in row.recommendations
        ),
    )


def values_of(known: KnownResult) -> dict[str, Any]:
    """The columns of a result, apart from whose it is and where it comes from."""
    return {
        "indicators": _plain_by_number(known.indicators),
        "parts": {code: _plain_by_number(scores) for code, scores in known.parts.items() if scores},
        "sub_indicators": {code: plain(score) for code, score in known.sub_indicators.items()},
        "questions": {code: plain(score) for code, score in known.questions.items()},
        "items": {
            code: {"score": None if one.score is None else plain(one.score), "remark": one.remark}
            for code, one in known.items.items()
        },
        "total": None if known.total is None else known.total.quantize(Decimal("0.01")),
        "level": known.level,
        "recommendations": [
            {"code": one.code, "text": one.text, "items": list(one.items)} for one in known.recommendations
        ],
    }


def counted(tally: Tally) -> dict[str, dict[str, int]]:
    """The answers behind a result as JSON keeps them."""
    return {key: {str(value): times for value, times in values.items()} for key, values in tally.counts.items()}


def tally_of(row: Assessment) -> Tally | None:
    """The answers behind a result, or None where only scores are known."""
    if not row.tally:
        return None
    return Tally({key: {int(value): times for value, times in values.items()} for key, values in row.tally.items()})


def plain(score: Decimal) -> str:
    """A score as it is kept: without needless zeros and never with an exponent."""
    text = f"{score:f}"
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def _by_number(scores: Mapping[str, Any]) -> dict[int, Decimal]:
    return {int(number): _exact(scores[number]) for number in sorted(scores, key=int)}


def _plain_by_number(scores: Mapping[int, Decimal]) -> dict[str, str]:
    return {str(number): plain(scores[number]) for number in sorted(scores)}


def _item(value: Mapping[str, Any]) -> ItemResult:
    return ItemResult(None if value["score"] is None else _exact(value["score"]), value["remark"])


def _exact(score: Any) -> Decimal:
    return Decimal(str(score))


def _number(code: str) -> tuple[int, str]:
    return int("".join(filter(str.isdigit, code)) or 0), code
