"""The score of a Reading against its truth, 0 to 1, as ``docs/reference/reading.md`` defines it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

MEASURE = (
    "number",
    "indicator",
    "title",
    "procedure",
    "responsible",
    "period",
    "monitoring",
    "status",
    "result",
    "outcome",
    "suggestion",
)
DISCLOSURE = ("code", "name", "sub_indicator", "components", "responsible", "status", "progress")
IDENTITY = ("agency", "province", "district", "fiscal_year", "title")
MEMO = ("office", "number", "date", "subject", "to", "signatories")

Row = dict[str, Any]
Tell = Callable[[str], None]


def score(truth: Row, got: Row, tell: Tell = lambda _: None) -> float:
    """The mean over all fields of all parts; both are Readings as JSON values."""
    parts = parts_of(truth, got, tell)
    values = [value for part in parts.values() for value in part]
    return sum(values) / len(values) if values else 1.0


def parts_of(truth: Row, got: Row, tell: Tell = lambda _: None) -> dict[str, list[float]]:
    """The scores of the fields by part: identity, measures, disclosures, scores, memo."""
    return {
        "identity": _known(_field(truth.get(name), got.get(name), name, tell) for name in IDENTITY),
        "measures": _rows(truth["measures"], got["measures"], MEASURE, _alike_measures, tell),
        "disclosures": _rows(
            truth["disclosures"], got["disclosures"], DISCLOSURE, lambda a, b: float(a["code"] == b["code"]), tell
        ),
        "scores": _figures(truth.get("scores") or {}, got.get("scores") or {}),
        "memo": _memo(truth.get("memo") or {}, got.get("memo") or {}, tell),
    }


def squeeze(value: Any) -> str:
    """A value as text without white space."""
    return re.sub(r"\s+", "", str(int(value) if isinstance(value, float) and value.is_integer() else value))


def likeness(first: Any, second: Any) -> float:
    """1 for the same text, its squared ratio from 0.9 on where digits and negations agree, else 0."""
    a, b = squeeze(first), squeeze(second)
    if a == b:
        return 1.0
    if not a or not b or min(len(a), len(b)) / max(len(a), len(b)) < 0.8:
        return 0.0
    if re.findall(r"[0-9๐-๙]+", a) != re.findall(r"[0-9๐-๙]+", b) or a.count("ไม่") != b.count("ไม่"):
        return 0.0
    ratio = SequenceMatcher(None, a, b, autojunk=False).ratio()
    return ratio**2 if ratio >= 0.9 else 0.0


def _items(value: Any) -> list[Any]:
    if value in (None, "", [], ()):
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _in_order(places: list[int]) -> float:
    ends: list[int] = []
    for place in places:
        at = next((at for at, end in enumerate(ends) if end >= place), len(ends))
        ends[at : at + 1] = [place]
    return len(ends) / len(places) if places else 1.0


def field_score(truth: Any, got: Any) -> float | None:
    """F1 of the items times their order; None where both are empty."""
    mine, theirs = _items(truth), _items(got)
    if not mine and not theirs:
        return None
    if not mine or not theirs:
        return 0.0
    left, credit, places = dict(enumerate(theirs)), 0.0, []
    for item in mine:
        best = max(left, key=lambda at: likeness(item, left[at]), default=None)
        if best is not None and (value := likeness(item, left[best])) > 0:
            credit += value
            places.append(best)
            del left[best]
    value = 2 * credit / (len(mine) + len(theirs)) * _in_order(places)
    same = "".join(map(squeeze, mine)) == "".join(map(squeeze, theirs))
    return max(value, 0.9) if same else value


def _field(truth: Any, got: Any, name: str, tell: Tell) -> float | None:
    value = field_score(truth, got)
    if value is not None and value < 0.999:
        tell(f"{value:.2f} {name}\n      want {truth}\n      got  {got}")
    return value


def _known(values: Any) -> list[float]:
    return [value for value in values if value is not None]


def _rows(
    truth: Sequence[Row], got: Sequence[Row], names: Sequence[str], key: Callable[[Row, Row], float], tell: Tell
) -> list[float]:
    made: list[float] = []
    for mine, theirs in _pairs(truth, got, key):
        if mine is None or theirs is None:
            row = mine or theirs or {}
            made += [0.0] * sum(1 for name in names if _items(row.get(name)))
            tell(("invented " if mine is None else "missing ") + str(row)[:300])
            continue
        for name in names:
            other = theirs.get(name)
            if name == "number" and mine.get(name) is None and other == mine.get("indicator"):
                other = None
            made += _known(
                [_field(mine.get(name), other, f"{name} of {str(mine.get('title') or mine.get('code'))[:40]}", tell)]
            )
    return made


def _pairs(
    truth: Sequence[Row], got: Sequence[Row], key: Callable[[Row, Row], float]
) -> list[tuple[Row | None, Row | None]]:
    ranked = sorted(
        ((key(a, b), -abs(i - j), i, j) for i, a in enumerate(truth) for j, b in enumerate(got)), reverse=True
    )
    mine: set[int] = set()
    theirs: set[int] = set()
    made: list[tuple[Row | None, Row | None]] = []
    for value, _, i, j in ranked:
        if value >= 0.35 and i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            made.append((truth[i], got[j]))
    made += [(row, None) for i, row in enumerate(truth) if i not in mine]
    return [*made, *((None, row) for j, row in enumerate(got) if j not in theirs)]


def _alike_measures(first: Row, second: Row) -> float:
    def body(row: Row) -> str:
        return "".join(squeeze(item) for name in ("procedure", "result") for item in _items(row.get(name)))[:600]

    def ratio(a: str, b: str) -> float:
        return SequenceMatcher(None, a, b, autojunk=False).ratio()

    title = ratio(squeeze(first.get("title") or ""), squeeze(second.get("title") or ""))
    return 0.6 * title + 0.4 * ratio(body(first), body(second))


def _figures(truth: Row, got: Row) -> list[float]:
    mine, theirs = truth.get("indicators") or {}, got.get("indicators") or {}
    pairs = [
        (truth.get("total"), got.get("total")),
        *((mine.get(key), theirs.get(key)) for key in sorted({*mine, *theirs})),
    ]
    return [
        float(a is not None and b is not None and abs(a - b) < 0.005)
        for a, b in pairs
        if a is not None or b is not None
    ]


def _memo(truth: Row, got: Row, tell: Tell) -> list[float]:
    def people(memo: Row) -> list[str]:
        return [f"{one.get('name')} {one.get('position')}" for one in memo.get("signatories") or []]

    mine, theirs = {**truth, "signatories": people(truth)}, {**got, "signatories": people(got)}
    return _known(_field(mine.get(name), theirs.get(name), f"memo.{name}", tell) for name in MEMO)
