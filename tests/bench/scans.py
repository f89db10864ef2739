"""Scans of our own papers, read: likeness of cells, structure, seconds a page, memory, and what is marked doubtful."""

from __future__ import annotations

import os
import resource
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: small matrices gain nothing by threads

import argparse

from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.reading import Reading
from prongsai.documents.readers.document import Source
from prongsai.documents.readers.join import joined
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.readers.scan import clean, page, read_picture
from prongsai.documents.writers import cells, project, write
from prongsai.layouts import load_forms
from tests.bench.timing import line
from tests.documents.writers.sample import NAMES, REPORT
from tests.factories.reports import make
from tests.factories.scans import compared, drawn, scanned, words_judged


def main() -> None:
    """Every report in every form, each page a scan of its own."""
    options = _options()
    page.DOUBTFUL = 2.0  # every word is told of, so that the bar can be judged
    judged: list[tuple[float, bool]] = []
    readings = [make(seed).truth for seed in range(options.generated)] or [REPORT]
    for reading in readings:
        for form in load_forms():
            judged += _form(form, reading, options)
    _curve(judged)
    own, others = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    line("peak memory of this process, and of the largest that it started", own, f"MB, {others:.0f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scans")
    parser.add_argument("--pages", type=int, default=1000, help="so many pages of each form at most")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--generated", type=int, default=0, help="so many made-up reports instead of the usual one")
    parser.add_argument("--dirty", action="store_true", help="with holes, a stamp, a signature and a dark edge")
    parser.add_argument("--worst", type=int, default=0, help="print so many of the worst cells of each form")
    return parser.parse_known_args()[0]


def _form(form: FormLayout, reading: Reading, options: argparse.Namespace) -> list[tuple[float, bool]]:
    kept = project(reading, form)
    sheet = cells(kept, form, NAMES)
    pages = drawn(write(kept, form, "pdf", names=NAMES), options.dpi)[: options.pages]
    sources: list[tuple[int, Source]] = []
    seconds, busy = [], []
    dirt = {"stamp": True, "signature": True, "dirt": True} if options.dirty else {}
    for number, drawing in enumerate(pages, 1):
        scan = scanned(drawing, number, **dirt)
        begun, used = time.monotonic(), _cpu()
        sources.append((number, read_picture(clean(scan), deadline=begun + 120, resolution=options.dpi)))
        seconds.append(time.monotonic() - begun)
        busy.append(_cpu() - used)
    source = joined(sources)
    got = compared(sheet, source.document)
    read, _ = recognise(source.document)
    rows = f"{len(read.measures)}/{len(kept.measures)} measures, {len(read.disclosures)}/{len(kept.disclosures)} items"
    exact = sum(value == 1 for value in got.cells) / max(1, len(got.cells))
    line(
        f"{form.id}: {len(pages)} pages, {len(got.cells)} cells, {exact:.0%} exact, {rows}, "
        f"structure {'whole' if got.structure else 'NOT whole'}",
        got.likeness,
        "",
        ">= 0.95",
    )
    line("  seconds a page (mean), worst", sum(seconds) / len(seconds), f"s, {max(seconds):.1f} s", "< 12")
    line("  seconds of one core a page", sum(busy) / len(busy), "s")
    for value, want, found in got.worst[: options.worst]:
        print(f"    {value:.2f}\n      want {want}\n      got  {found}")
    return words_judged(sheet, source)


def _cpu() -> float:
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def _curve(judged: list[tuple[float, bool]]) -> None:
    wrong = [sure for sure, right in judged if not right]
    right = [sure for sure, is_right in judged if is_right]
    print(f"  {len(judged)} words, {len(wrong)} of them wrong")
    for bar in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.93):
        marked = sum(sure < bar for sure in wrong) / max(1, len(wrong))
        in_vain = sum(sure < bar for sure in right) / max(1, len(right))
        print(f"  doubtful below {bar:.2f}: {marked:5.0%} of the wrong words, {in_vain:5.1%} of the right ones")


if __name__ == "__main__":
    main()
