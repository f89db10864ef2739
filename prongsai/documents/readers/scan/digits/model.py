"""The classifier: what a candidate is, as probabilities over digits, signs, letters, and 'no whole glyph'.

The weights are a small file of plain arrays beside this module, made by ``python -m tools.train_digits``;
README.md says of what.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

THAI, ARABIC, SIGNS = "๐๑๒๓๔๕๖๗๘๙", "0123456789", ".,-/()"

#: The class of a candidate that is a part of a glyph, or several of them.
BROKEN = "broken"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """``layers``: weights and offsets of each layer. ``classes``: a character or ``BROKEN`` for each output.
    ``calibration``: slope and offset of the log-odds, for whole numbers and for single digits.
    """

    mean: Floats
    spread: Floats
    layers: tuple[tuple[Floats, Floats], ...]
    classes: tuple[str, ...]
    calibration: tuple[tuple[float, float], tuple[float, float]]

    def log_odds(self, features: Floats) -> Floats:
        """For each candidate (row) and class: by how much the class is likelier than ``BROKEN``, as a logarithm."""
        signal = (features - self.mean) / self.spread
        for weights, offset in self.layers[:-1]:
            signal = np.maximum(signal @ weights + offset, 0)
        weights, offset = self.layers[-1]
        outputs = signal @ weights + offset
        broken = self.classes.index(BROKEN)
        return np.asarray(outputs - outputs[:, broken : broken + 1], np.float32)


def read_model(path: Path) -> Model:
    """The model in a file of plain arrays; nothing in it is ever run."""
    with np.load(path, allow_pickle=False) as arrays:
        depth = sum(name.startswith("weights") for name in arrays)
        layers = tuple(
            (arrays[f"weights{n}"].astype(np.float32), arrays[f"offset{n}"].astype(np.float32)) for n in range(depth)
        )
        number, digit = ((float(slope), float(offset)) for slope, offset in arrays["calibration"])
        return Model(
            arrays["mean"].astype(np.float32),
            arrays["spread"].astype(np.float32),
            layers,
            tuple(str(name) for name in arrays["classes"]),
            (number, digit),
        )


@cache
def shipped() -> Model:
    """The model that comes with the program."""
    return read_model(Path(__file__).with_name("model.npz"))
