"""What ``prongsai score`` does when it is called: taking what is given, reckoning, telling."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.figure import Figure
from prongsai.core.scoring.gather import gather
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.score import Result, evidence_of, result_from
from prongsai.core.sentence import Sentence
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.scoring.given import Wrong, checked_kind, figures_of, framework_of
from prongsai.documents.scoring.printing import as_json, as_lines, tree
from prongsai.strict_yaml import Faulty


@dataclass(frozen=True, slots=True)
class Given:
    """What was given: figures that were published, and answers."""

    known: KnownResult
    answers: Tally


def run(arguments: argparse.Namespace) -> int:
    """Print the result, or what is wrong and how to mend it; 0, or 2 with nothing printed as a result."""
    try:
        framework = framework_of(arguments.framework)
        arguments.kind = checked_kind(framework, arguments.kind)
        lines = _lines(framework, _given(framework, arguments), arguments)
    except (Wrong, Faulty) as fault:
        sentences = fault.sentences if isinstance(fault, Wrong) else fault.faults
        return _refuse("\n".join(map(str, sentences)))
    except Refusal as refusal:
        return _refuse(str(refusal.sentence))
    except NotScored as refusal:
        return _refuse(str(refusal.why))
    except OSError as fault:
        return _refuse(f"เปิดไฟล์ {fault.filename} ไม่ได้ โปรดตรวจชื่อไฟล์ ({fault.filename}: {fault.strerror})")
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())
    return 0


def _refuse(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 2


def _given(framework: Framework, arguments: argparse.Namespace) -> Given:
    if not (arguments.indicators or arguments.answers):
        raise Wrong(
            Sentence(
                "โปรดระบุ --indicators คะแนนสิบตัวชี้วัด หรือ --answers ไฟล์คำตอบ",
                "please give --indicators with the ten scores, or --answers with a file",
            )
        )
    indicators: dict[int, Decimal] = {}
    if arguments.indicators:
        indicators = figures_of(arguments.indicators, framework.indicators, "--indicators")
    parts = {code: _part(framework, code, text) for code, text in _parts_given(arguments)}
    known = KnownResult(framework.year, indicators=indicators, parts=parts)
    return _with_answers(framework, known, arguments.answers) if arguments.answers else Given(known, Tally())


def _parts_given(arguments: argparse.Namespace) -> list[tuple[str, str]]:
    return [(code, text) for code, text in (("EIT1", arguments.eit1), ("EIT2", arguments.eit2)) if text]


def _part(framework: Framework, code: str, text: str) -> dict[int, Decimal]:
    """The scores of the indicators in one part of an instrument."""
    whole = next((one for one in framework.instruments if any(part.code == code for part in one.parts)), None)
    if whole is None:
        raise Wrong(
            Sentence(
                f"กรอบ {framework.kind}/{framework.year} ไม่ได้แบ่ง EIT เป็นส่วน โปรดใส่คะแนนตัวชี้วัด 6 ถึง 8 ใน --indicators",
                f"{framework.kind}/{framework.year} does not have the EIT in parts; please put the scores of 6 to 8 "
                "into --indicators",
            )
        )
    return figures_of(text, framework.indicators_of(whole.code), f"--{code.lower()}")


def _with_answers(framework: Framework, known: KnownResult, files: Sequence[str]) -> Given:
    """What files say, beside what the command line says: a figure that stands in both is refused."""
    from prongsai.documents.answers import read_answers

    collected = read_answers([(Path(name).name, Path(name).read_bytes()) for name in files], framework)
    if collected.problems:
        raise Wrong(*(problem.told for problem in collected.problems))
    told = collected.known()
    if both := sorted(set(known.indicators) & set(told.indicators)):
        raise Wrong(
            Sentence(
                f"ตัวชี้วัดที่ {both[0]} มีทั้งใน --indicators และในไฟล์ โปรดใช้เพียงแห่งเดียว",
                f"indicator {both[0]} is given by --indicators and in a file; please give it once",
            )
        )
    merged = replace(told, indicators={**told.indicators, **known.indicators}, parts={**told.parts, **known.parts})
    return Given(merged, collected.answers)


def _lines(framework: Framework, given: Given, arguments: argparse.Namespace) -> list[str]:
    evidence = evidence_of(framework, given.known, given.answers)
    if arguments.explain and arguments.explain.lower() != "total":
        # One figure can be told though others are missing.
        gathered = gather(framework, evidence, arguments.kind)
        if not gathered.missing:
            return _explained(framework, [_result(framework, given, arguments).figure], arguments.explain)
        return _explained(framework, list(gathered.indicators.values()), arguments.explain)
    result = _result(framework, given, arguments)
    if arguments.json:
        return [as_json(framework, result)]
    lines = as_lines(framework, result)
    return [*lines, "", *tree(result.figure, framework)] if arguments.explain else lines


def _result(framework: Framework, given: Given, arguments: argparse.Namespace) -> Result:
    return result_from(framework, evidence_of(framework, given.known, given.answers), arguments.kind, given.known.total)


def _explained(framework: Framework, figures: Sequence[Figure], code: str) -> list[str]:
    """One figure unfolded; codes are known in any case."""
    wanted = code.strip().lower()
    found = next((one for figure in figures for one in figure.walk() if one.code.lower() == wanted), None)
    if found is None:
        raise Wrong(
            Sentence(
                f"ไม่มีคะแนนของ “{code}” ในสิ่งที่ให้มา โปรดใช้รหัส เช่น IIT, 7, 9.1, i1 หรือ O12",
                f"nothing is known of “{code}”; please use a code such as IIT, 7, 9.1, i1 or O12",
            )
        )
    return tree(found, framework)
