"""Trains the reader of Thai digits from free fonts of the system, and prints how well it reads fonts that it never saw.

    python -m tools.train_digits            train on all families, calibrate, write the model beside the reader
    python -m tools.train_digits --cross    first train without each fold of families, and print what is read of it

The same fonts and seed give the same examples; the weights are the same but for
the rounding of the machine's arithmetic.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from prongsai.documents.readers.scan import digits
from prongsai.documents.readers.scan.digits.model import Model, read_model
from tools.digit_training import fonts
from tools.digit_training.examples import CLASSES, Examples, examples
from tools.digit_training.figures import Line, calibration, figures, of_sarabun
from tools.digit_training.network import train

MODEL = Path(digits.__file__).with_name("model.npz")

SEED, SCANS, HIDDEN, ROUNDS = 2569, 10_000, (176,), 8

#: Seeds of the scans that are only read, never learnt from.
_UNSEEN = 10_000_000

#: How far apart the seeds of two sets of them begin.
_APART = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """0 when the model is written; 1 when fonts are missing, with the command that installs them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--cross", action="store_true", help="train without each fold, and print what is read of it")
    options.add_argument("--scans", type=int, default=SCANS, help="made-up scans to learn from")
    options.add_argument("--model", type=Path, default=MODEL, help="where the model is written")
    chosen = options.parse_args(arguments)
    if absent := fonts.missing():
        sys.stderr.write(f"fonts are missing: apt-get install {' '.join(absent)}\n".replace(",", ""))
        return 1
    learnt = gather(chosen.scans)
    sys.stdout.write(f"{len(learnt.classes)} examples of {chosen.scans} scans\n")
    with TemporaryDirectory() as folder:
        line = held_out(learnt, Path(folder) / "model.npz", every=chosen.cross)
    model = fit(learnt, chosen.model, calibrated=line)
    report("all families", figures(model, _UNSEEN, None))
    report("Sarabun, which is never learnt from", of_sarabun(model))
    return 0


def held_out(learnt: Examples, path: Path, every: bool) -> tuple[Line, Line]:
    """The calibration, from a model that never saw the fonts it is tried on; ``every`` fold is tried and reported."""
    folds = sorted({family.fold for family in fonts.FAMILIES})
    for fold in folds[1:] if every else []:
        report(_without(fold), figures(fit(learnt, path, without=fold), _UNSEEN, fold))
    model = fit(learnt, path, without=folds[0])
    report(_without(folds[0]), figures(model, _UNSEEN, folds[0]))
    return calibration(model, _UNSEEN + _APART, folds[0])


def _without(fold: int) -> str:
    return f"without {', '.join(family.name for family in fonts.FAMILIES if family.fold == fold)}"


def gather(scans: int) -> Examples:
    """The examples of so many scans, half of them numbers alone, half lines of mixed text."""
    with ProcessPoolExecutor() as pool:
        parts = list(pool.map(_one, range(scans), chunksize=100))
    full = [part for part in parts if len(part.classes)]
    return Examples(
        np.concatenate([part.features for part in full]),
        np.concatenate([part.classes for part in full]),
        np.concatenate([part.folds for part in full]),
    )


def _one(number: int) -> Examples:
    return examples(SEED * 1_000_000 + number, number % 2 == 0)


def fit(
    learnt: Examples,
    path: Path,
    without: int | None = None,
    calibrated: tuple[Line, Line] = ((1, 0), (1, 0)),
) -> Model:
    """A model of all folds but one, written to ``path`` and read again, so that what is measured is what is shipped.

    Models that leave a fold out are only measured, and learn for half as long.
    """
    rows = np.flatnonzero(learnt.folds != (-1 if without is None else without))
    rounds = ROUNDS if without is None else ROUNDS // 2
    mean, spread, layers = train(learnt.features[rows], learnt.classes[rows], len(CLASSES), HIDDEN, rounds, SEED)
    arrays: dict[str, Any] = {f"weights{n}": w.astype(np.float16) for n, (w, _) in enumerate(layers)}
    arrays |= {f"offset{n}": b.astype(np.float16) for n, (_, b) in enumerate(layers)}
    np.savez_compressed(
        path,
        mean=mean,
        spread=spread,
        classes=np.array(CLASSES),
        calibration=np.array(calibrated, np.float32),
        made_of=np.array([f"seed {SEED}, {len(rows)} examples", *fonts.made_of()]),
        **arrays,
    )
    return read_model(path)


def report(title: str, lines: Iterable[str]) -> None:
    """Prints what a model reads of scans that it did not learn from."""
    sys.stdout.write(f"{title}\n")
    sys.stdout.writelines(f"    {line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
