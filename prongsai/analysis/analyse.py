"""``prongsai analyse``, run: score what is asked for, answer, and write the answer."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from prongsai.analysis.asking import Question, Show, answer
from prongsai.analysis.country import Country
from prongsai.analysis.engines import Engine
from prongsai.analysis.engines.duck import duckdb
from prongsai.analysis.engines.spark import spark
from prongsai.analysis.output import FILES, TEXTS
from prongsai.analysis.published import tables_of
from prongsai.analysis.results import load_results
from prongsai.analysis.scored import score_year
from prongsai.analysis.summaries.outliers import far
from prongsai.core.access.decision import Refused
from prongsai.core.country.table import Remark
from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence
from prongsai.core.sentence import Sentence
from prongsai.frameworks.loader import load, newest_for

#: So many faults of a table are told; who has more mends these first.
_MOST_FAULTS = 50


def analyse(arguments: Namespace) -> int:
    """Answer the question of the command line. Refused where that cannot be."""
    _check(arguments)
    engine = spark(arguments.master) if arguments.engine == "spark" else duckdb()
    country = arguments.folder.is_dir() or not arguments.folder.exists()
    years, scores, register = (_country if country else _results)(engine, arguments)
    question = Question(
        Show(arguments.show), arguments.by, arguments.measure, _wanted(arguments, years), _only(arguments)
    )
    if question.show is Show.OUTLIERS:
        table = far(engine.run(scores), question.years or years, question.only)
    else:
        table = engine.run(answer(question, scores, register, years))
    _write(table, arguments.format, arguments.output)
    _tell_memory(newest_for(year)[0] for year in question.years or years)
    return 0


def _country(engine: Engine, arguments: Namespace) -> tuple[list[int], Any, Any]:
    """Years, scores and register of a folder; years that were asked for, and those before them, are scored anew."""
    country = Country(arguments.folder).opened()
    wanted = _wanted(arguments, list(country.years)) or list(country.years)
    needed = [year for year in country.years if year in wanted or year + 1 in wanted]
    for year in needed:
        score_year(country, load("ita", year), engine, raw=arguments.raw)
    return needed, engine.table([country.scores(year) for year in needed]), engine.table([country.register])


def _results(_engine: Engine, arguments: Namespace) -> tuple[list[int], Any, Any]:
    """The same of a table of published results; its register is everybody in it, of whatever year."""
    import ibis

    results = load_results(arguments.folder, arguments.year[0] if len(arguments.year) == 1 else None)
    if results.faults:
        faults = "\n".join(map(_line, results.faults[:_MOST_FAULTS]))
        raise Refused(Sentence(f"ยังไม่ได้อ่าน {arguments.folder} โปรดแก้แถวต่อไปนี้", f"please correct these rows:\n{faults}"))
    for warning in results.warnings:
        sys.stderr.write(f"{_line(warning)}\n")
    scores, register = tables_of(results.rows)
    return sorted(results.rows), ibis.memtable(scores), ibis.memtable(register)


def _line(remark: Remark) -> str:
    return f"{remark.place.th}: {remark.what.th} ({remark.place.en}: {remark.what.en})"


def _check(arguments: Namespace) -> None:
    """What is far is told of the change of the total and of each indicator at once: there is no other measure of it."""
    if arguments.show == Show.OUTLIERS and arguments.measure != "total":
        th = "--show outliers ดูการเปลี่ยนของคะแนนรวมและทุกตัวชี้วัดพร้อมกัน โปรดไม่ใส่ --measure"
        en = "--show outliers looks at the change of the total and at every indicator. Please leave --measure out."
        raise Refused(Sentence(th, en))


def _wanted(arguments: Namespace, years: list[int]) -> list[int]:
    """The years asked for; where none is, all if they are compared, else the newest."""
    if unknown := sorted(set(arguments.year) - set(years)):
        there = ", ".join(map(str, years))
        th, en = f"ไม่มีข้อมูลปี {unknown[0]} (มี {there})", f"there is nothing of {unknown[0]} (only of {there})"
        raise Refused(Sentence(th, en))
    return arguments.year or ([] if "year" in arguments.by else years[-1:])


def _only(arguments: Namespace) -> dict[str, list[str]]:
    """What is drilled down to."""
    return {name: getattr(arguments, name) for name in ("kind", "size", "province", "region", "level")}


def _write(table: Any, form: str, output: Path | None) -> None:
    if form in FILES:
        if output is None:
            th, en = f"โปรดระบุไฟล์ด้วย --output สำหรับ {form}", f"please name the file for {form} with --output"
            raise Refused(Sentence(th, en))
        FILES[form](table, output)
    elif output is None:
        TEXTS[form](table, sys.stdout)
    else:
        with output.open("w", encoding="utf-8", newline="") as out:
            TEXTS[form](table, out)


def _tell_memory(frameworks: Iterable[Framework]) -> None:
    """What of the rules has no source is said beside every figure that is made with them."""
    for framework in frameworks:
        if any(one is Confidence.MEMORY for one in _confidences(framework)):
            th = f"หมายเหตุ: กรอบปี {framework.year} มีรายการที่ยังไม่พบแหล่งอ้างอิง (จากความจำ) คะแนนจึงไม่ใช่ผลทางการ"
            en = f"Note: some of the rules of {framework.year} are from memory: these are no official scores."
            sys.stderr.write(f"{th}\n{en}\n")


def _confidences(framework: Framework) -> Iterator[Confidence]:
    entries = (framework.questions, framework.items, framework.scales, framework.levels, framework.sub_indicators)
    for some in entries:
        for one in some:
            yield one.origin.confidence
    yield framework.rules.origin.confidence
