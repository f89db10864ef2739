"""A second look at numbers: where tesseract sees digits of which the first look was not sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from prongsai.documents.readers.scan.digits import read_number
from prongsai.documents.readers.scan.ink import Box, Picture
from prongsai.documents.readers.scan.tesseract import Letter

_DIGIT = re.compile("[๐-๙0-9]")
_OF_NUMBER = re.compile("[๐-๙0-9.,/-]+$")
#: What tesseract makes of one or two Thai digits that it does not know.
_ODD = re.compile("[A-Za-z«»©®]{1,3}[.)]?$")
#: From here on our reader is believed: about digits, and where tesseract did not even see digits.
_BELIEVED, _BELIEVED_ALONE = 0.5, 0.9
_SURE_LATIN = 0.85


def looked_at_again(picture: Picture, letters: Sequence[Letter]) -> tuple[Letter, ...]:
    """The letters of one picture, with numbers as our reader reads them; those carry its confidence."""
    made: list[Letter] = []
    for group in _groups(letters):
        made += _again(picture, group)
    return tuple(made)


def _groups(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Digits and the signs between them together, all else alone."""
    group: list[Letter] = []
    for letter in letters:
        goes_on = group and not letter.spaced and _OF_NUMBER.match(letter.text) and _OF_NUMBER.match(group[-1].text)
        if group and not goes_on:
            yield group
            group = []
        group.append(letter)
    if group:
        yield group


def _again(picture: Picture, group: list[Letter]) -> list[Letter]:
    text = "".join(letter.text for letter in group)
    is_number = _OF_NUMBER.match(text) and _DIGIT.search(text)
    is_odd = _ODD.match(text) and min(letter.confidence for letter in group) < _SURE_LATIN
    if not is_number and not is_odd:
        return group
    box = Box(group[0].box.left, 0, group[-1].box.right, picture.shape[0])
    crop = picture[:, max(0, box.left - 2) : box.right + 2]
    seen = read_number(np.pad(crop, 3, constant_values=255))
    if not _DIGIT.search(seen.text) or seen.confidence < (_BELIEVED if is_number else _BELIEVED_ALONE):
        return group
    return [replace(group[0], text=seen.text, confidence=seen.confidence, box=box, numeral=True)]
