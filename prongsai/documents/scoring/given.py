"""The words of the command line → figures by indicator, or the sentences that say what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from prongsai.core.framework.framework import Framework, Indicator
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

_FIGURE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_KIND_AND_YEAR = re.compile(r"([a-z0-9_-]+)/([0-9]{4})")


class Wrong(Exception):
    """What was given cannot be used; ``sentences`` say why, and the way out."""

    def __init__(self, *sentences: Sentence) -> None:
        self.sentences = sentences
        super().__init__(" ".join(map(str, sentences)))


def framework_of(text: str) -> Framework:
    """The framework ``ita/2566``, or the one of a file. Wrong where there is none; Faulty where its file has faults."""
    from prongsai import frameworks

    found = _KIND_AND_YEAR.fullmatch(to_arabic(text).strip().lower())
    path = Path(text)
    if found and not path.is_file():
        try:
            return frameworks.load(found[1], int(found[2]))
        except frameworks.NoFramework as none:
            raise _no_framework(text, frameworks.available()) from none
    file = path / "framework.yaml" if path.is_dir() else path
    if not file.is_file():
        raise _no_framework(text, frameworks.available())
    return frameworks.read(file, base=_installed, own=True)


def _installed(kind: str, year: int) -> Framework | None:
    """What a file that says only what is different is laid over."""
    from prongsai import frameworks

    return frameworks.load(kind, year) if (kind, year) in frameworks.available() else None


def figures_of(text: str, indicators: Sequence[Indicator], option: str) -> dict[int, Decimal]:
    """Scores split by commas, one for each indicator in order; an empty place is not known. Wrong for all others."""
    parts = [part.strip() for part in to_arabic(text).split(",")]
    if len(parts) != len(indicators):
        raise Wrong(
            Sentence(
                f"{option} มี {len(parts)} ค่า แต่ต้องมี {len(indicators)} ค่า คั่นด้วยจุลภาค "
                f"ตามลำดับตัวชี้วัด {indicators[0].number} ถึง {indicators[-1].number} ค่าที่ไม่ทราบให้เว้นว่างระหว่างจุลภาค",
                f"{option} has {len(parts)} figures and needs {len(indicators)}, split by commas, of the indicators "
                f"{indicators[0].number} to {indicators[-1].number}; leave the place of an unknown one empty",
            )
        )
    known = [(one, part) for one, part in zip(indicators, parts, strict=True) if part]
    if wrong := [_wrong(one, part, option) for one, part in known if not _is_score(part)]:
        raise Wrong(*wrong)
    return {one.number: Decimal(part.rstrip("%")) for one, part in known}


def checked_kind(framework: Framework, kind: str | None) -> str | None:
    """A kind of agency that is known, or that the framework names. Wrong for another."""
    from prongsai.core.review.agencies import AgencyKind

    entries = [one.mechanics for one in framework.questions] + [one.mechanics for one in framework.items]
    known = {*AgencyKind, *(name for one in entries for name in one.not_for)}
    known |= {weight.kind for one in framework.instruments for weight in one.weights}
    if kind is None or kind in known:
        return kind
    names = ", ".join(sorted(map(str, known)))
    raise Wrong(
        Sentence(f"ไม่รู้จักประเภทหน่วยงาน {kind} โปรดใช้ {names}", f"there is no kind of agency {kind}; please use {names}")
    )


def _is_score(text: str) -> bool:
    figure = text.rstrip("%")
    return _FIGURE.fullmatch(figure) is not None and Decimal(figure) <= 100


def _wrong(one: Indicator, text: str, option: str) -> Sentence:
    if _NUMBER.fullmatch(text.rstrip("%")):
        return Sentence(
            f"{option} ตัวชี้วัดที่ {one.number}: คะแนน {text} อยู่นอกช่วง 0 ถึง 100 โปรดตรวจกับประกาศผล",
            f"{option}, indicator {one.number}: the score {text} is outside 0 to 100; please compare the result",
        )
    return Sentence(
        f"{option} ตัวชี้วัดที่ {one.number}: “{text[:20]}” ไม่ใช่ตัวเลข โปรดใช้ตัวเลข 0 ถึง 100 เช่น 97.89",
        f"{option}, indicator {one.number}: “{text[:20]}” is no number; please use 0 to 100, such as 97.89",
    )


def _no_framework(text: str, available: Sequence[tuple[str, int]]) -> Wrong:
    names = ", ".join(f"{kind}/{year}" for kind, year in available)
    return Wrong(
        Sentence(
            f"ไม่มีกรอบการประเมิน {text} ที่มีคือ {names} หรือระบุไฟล์ framework.yaml ของท่าน",
            f"there is no framework {text}; there are {names}, or name your own framework.yaml",
        )
    )
