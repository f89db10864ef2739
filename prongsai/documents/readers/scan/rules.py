"""The rules on a page: thin straight lines, across and down, found also where they are faint or broken."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.ink import Mask, Picture, pieces

#: The mean of the paper's noise along a rule is far below this: 255 is the darkness of black on white.
_DARKER = 14
#: So much of a rule is seen; strokes of letters that happen to stand in one line have wider gaps.
_SEEN = 0.75
#: So many pixels at each end of a rule are too faint to be seen, and yet are no text.
_END = 10


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: where it runs (y of one across, x of one down, in the middle of it), from where to where, how thick.

    ``seen`` is how many pixels of its length were seen; the rest are gaps.
    """

    at: float
    begins: int
    ends: int
    thick: int
    seen: int

    @property
    def length(self) -> int:
        """Pixels from end to end."""
        return self.ends - self.begins


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page; ``mask`` is where they stand, a little wider than they are."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    mask: Mask


def rules(page: Picture, letter: int) -> Rules:
    """The rules of a page that is straight; ``letter`` is the height of its letters in pixels."""
    page = np.asarray(cv2.medianBlur(page, 3), dtype=np.uint8)
    across, down = _sure(_across(page, letter), _across(np.ascontiguousarray(page.T), letter), letter)
    mask = np.zeros_like(page)
    _paint(mask, across)
    _paint(mask.T, down)
    return Rules(tuple(across), tuple(down), mask)


def _sure(across: list[Rule], down: list[Rule], letter: int) -> tuple[list[Rule], list[Rule]]:
    """Long rules, and short ones that stand between two others: strokes of letters and of stamps are neither."""
    long = 8 * letter
    wide, high = [rule for rule in across if rule.length >= long], [rule for rule in down if rule.length >= long]
    for _ in range(2):
        wide += [rule for rule in across if rule not in wide and _is_between(rule, high, letter)]
        high += [rule for rule in down if rule not in high and _is_between(rule, wide, letter)]
    return sorted(wide, key=lambda rule: rule.at), sorted(high, key=lambda rule: rule.at)


def _is_between(rule: Rule, others: list[Rule], letter: int) -> bool:
    near = max(4, letter // 3)
    met = [other.at for other in others if other.begins - near <= rule.at <= other.ends + near]
    return all(any(abs(at - end) <= near for at in met) for end in (rule.begins, rule.ends))


def _paint(mask: NDArray[np.uint8], found: list[Rule]) -> None:
    for rule in found:
        half = rule.thick / 2 + 2
        top, bottom = max(0, round(rule.at - half)), round(rule.at + half) + 1
        mask[top:bottom, max(0, rule.begins - _END) : rule.ends + _END] = 255


def _across(page: Picture, letter: int) -> list[Rule]:
    """The rules across: thin, and dark in every short stretch of their length, where text has gaps."""
    short, reach = max(5, round(0.4 * letter)), max(25, round(2.4 * letter))
    thickest = max(7, letter // 2) | 1
    dark = cv2.morphologyEx(cv2.blur(page, (short, 1)), cv2.MORPH_BLACKHAT, np.ones((thickest, 1), np.uint8))
    # A rule that is not quite straight steps from one row of pixels to the next, and a faint one has gaps.
    stepped = cv2.dilate(np.asarray((dark > _DARKER) * 255, dtype=np.uint8), np.ones((3, 1), np.uint8))
    bridged = cv2.morphologyEx(stepped, cv2.MORPH_CLOSE, np.ones((1, short), np.uint8))
    mask = np.asarray(cv2.morphologyEx(bridged, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8)), dtype=np.uint8)
    found = [rule for rule in _segments(mask, np.asarray(dark, dtype=np.uint8), letter) if _is_alone(rule, page, short)]
    return [rule for rule in _joined(found, letter) if rule.seen >= max(2.4 * letter, _SEEN * rule.length)]


def _is_alone(rule: Rule, page: Picture, short: int) -> bool:
    """Whether paper is on both sides of most of it: beside the lower edge of a line of text there are letters."""
    off = rule.thick / 2 + 4
    part = page[:, rule.begins : rule.ends]
    sides = [round(rule.at - off), round(rule.at + off)]
    inside = [cv2.blur(part[at : at + 1], (short, 1))[0] for at in sides if 0 <= at < len(page)]
    middle = float(part[min(max(0, round(rule.at)), len(page) - 1)].mean())
    bar = (255 + middle) / 2
    return all(float((side > bar).mean()) >= 0.5 for side in inside)


def _segments(mask: Mask, dark: Picture, letter: int) -> list[Rule]:
    labels, stats = pieces(mask)
    made = []
    for at, (left, top, width, height, _) in enumerate(stats[1:].tolist(), 1):
        if height > max(8, letter * 0.6) + width // 60:
            continue
        part = np.where(
            labels[top : top + height, left : left + width] == at, dark[top : top + height, left : left + width], 0
        )
        rows = part.astype(np.float64).sum(axis=1)
        middle = float((rows * np.arange(height)).sum() / max(rows.sum(), 1.0))
        made.append(Rule(top + middle, left, left + width, max(1, height - 2), width))
    return made


def _joined(found: list[Rule], letter: int) -> list[Rule]:
    """Segments that go on in one another are one rule."""
    made: list[Rule] = []
    for rule in sorted(found, key=lambda rule: rule.begins):
        before = next(
            (
                at
                for at, other in enumerate(made)
                if abs(other.at - rule.at) <= max(3, letter / 5) and -letter <= rule.begins - other.ends <= 3 * letter
            ),
            None,
        )
        if before is None:
            made.append(rule)
            continue
        other = made[before]
        weight = other.length + rule.length
        at = (other.at * other.length + rule.at * rule.length) / weight
        seen = other.seen + rule.seen
        made[before] = Rule(at, other.begins, max(other.ends, rule.ends), max(other.thick, rule.thick), seen)
    return made
