"""The parts of the digit reader: the file of its model, the lattice, neighbours, cuts, and how it learns."""

from __future__ import annotations

from math import log
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2")

from prongsai.documents.readers.scan import digits  # noqa: E402
from prongsai.documents.readers.scan.digits.candidates import LENGTH, Candidate, candidates_of, features_of  # noqa: E402
from prongsai.documents.readers.scan.digits.lattice import Lattice  # noqa: E402
from prongsai.documents.readers.scan.digits.model import ARABIC, BROKEN, SIGNS, THAI, shipped  # noqa: E402
from prongsai.documents.readers.scan.digits.neighbours import fit_neighbours  # noqa: E402
from prongsai.documents.readers.scan.digits.pieces import ink_of  # noqa: E402
from tools.digit_training import fonts  # noqa: E402
from tools.digit_training.network import train  # noqa: E402

MODEL = Path(digits.__file__).with_name("model.npz")


def _in_row(*gaps: int) -> list[Candidate]:
    """Candidates of one piece each, ten px wide, with the gaps between them."""
    lefts = np.cumsum([0, *(10 + gap for gap in gaps)])
    return [Candidate(i, i + 1, int(left), 0, int(left) + 10, 20) for i, left in enumerate(lefts)]


def test_the_model_is_small_and_made_of_plain_arrays() -> None:
    assert MODEL.stat().st_size < 400_000
    with np.load(MODEL, allow_pickle=False) as arrays:
        assert not any(arrays[name].dtype.hasobject for name in arrays)


def test_the_model_names_its_fonts_and_none_of_them_is_the_font_of_the_test() -> None:
    with np.load(MODEL, allow_pickle=False) as arrays:
        made_of = " ".join(str(line) for line in arrays["made_of"])
    assert all(family.name in made_of and family.licence in made_of for family in fonts.FAMILIES)
    assert not any(name in made_of.lower() for name in ("sarabun", "laksaman"))


def test_nothing_of_the_sarabun_family_is_learnt_from() -> None:
    faces = [face.lower() for family in fonts.FAMILIES for face in (*family.faces, family.fallback)]
    assert not [face for face in faces if "sarabun" in face or "laksaman" in face]


def test_the_model_knows_every_digit_and_sign() -> None:
    assert {*THAI, *ARABIC, *SIGNS, BROKEN} <= set(shipped().classes)


def test_digits_that_touch_are_cut_apart() -> None:
    picture = np.full((40, 60), 255, np.uint8)
    cv2.circle(picture, (18, 20), 9, 0, 2)
    cv2.circle(picture, (37, 20), 9, 0, 2)
    ink = ink_of(picture)
    assert ink is not None
    assert len({piece.label for piece in ink.pieces}) == 1
    middle = 27.5 * ink.scale
    assert any(abs(c.right - middle) <= 3 and c.left < 12 * ink.scale for c in candidates_of(ink.pieces))
    assert features_of(ink, candidates_of(ink.pieces)).shape[1] == LENGTH


def test_a_way_through_the_line_takes_the_whole_or_its_parts() -> None:
    parts = [Candidate(0, 1, 0, 0, 5, 9), Candidate(0, 2, 0, 0, 9, 9), Candidate(1, 2, 5, 0, 9, 9)]
    lattice = Lattice(parts, 2)
    assert lattice.best(np.array([1.0, 3.0, 1.0])) == (3.0, [1])
    assert lattice.best(np.array([2.0, 3.0, 2.0])) == (4.0, [0, 2])
    assert lattice.best(np.array([-1.0, -2.0, -1.0])) == (0.0, [])


def test_shares_are_those_of_all_ways_through_the_line() -> None:
    parts = [Candidate(0, 1, 0, 0, 5, 9), Candidate(0, 2, 0, 0, 9, 9), Candidate(1, 2, 5, 0, 9, 9)]
    # Ways: nothing 1, left 2, right 3, both 6, whole 4.
    shares = Lattice(parts, 2).shares(np.array([log(2), log(4), log(3)]))
    assert shares == pytest.approx([8 / 16, 4 / 16, 9 / 16])


def test_a_line_without_candidates_has_one_empty_way() -> None:
    assert Lattice([], 0).best(np.zeros(0)) == (0.0, [])
    assert fit_neighbours([], []) == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("D๐s", [True, False, True]),
        ("b0x", [True, False, True]),
        ("O12", [True, True, True]),
        ("Q8A", [True, False, True]),
        ("๒๕๖", [True, True, True]),
        ("น๐น", [True, True, True]),
        ("๑2๓", [False, False, False]),
    ],
)
def test_neighbours_say_what_a_circle_or_a_stroke_may_be(text: str, fits: list[bool]) -> None:
    assert fit_neighbours(_in_row(2, 2), text) == fits


def test_letters_beyond_a_space_are_no_neighbours() -> None:
    assert fit_neighbours(_in_row(20, 2), "x๒๕") == [True, True, True]


def test_the_same_examples_and_seed_give_the_same_network_and_it_learns() -> None:
    chance = np.random.default_rng(4)
    classes = chance.integers(0, 3, 2048).astype(np.int16)
    features = (np.eye(3)[classes].repeat(3, axis=1) + chance.normal(0, 0.2, (2048, 9))).astype(np.float16)
    first, second = (train(features, classes, 3, (8,), 60, seed=5) for _ in range(2))
    assert all(
        np.array_equal(a, b)
        for one, two in zip(first[2], second[2], strict=True)
        for a, b in zip(one, two, strict=True)
    )
    mean, spread, layers = first
    signal = (features - mean) / spread
    for weights, offset in layers[:-1]:
        signal = np.maximum(signal @ weights + offset, 0)
    outputs = signal @ layers[-1][0] + layers[-1][1]
    assert (outputs.argmax(axis=1) == classes).mean() > 0.97
