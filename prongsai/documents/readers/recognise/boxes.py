"""Boxes and their labels → a status, and the text without them. Conventions: docs/reference/reading.md, 7."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prongsai.core.reports.reading import Place, Status
from prongsai.documents.readers.recognise.span import Span

_TICKS = "☑☒✓✔✅√🗹"
_EMPTIES = "☐□▢❏❑⬜"
_BOX = re.compile(rf"[{_TICKS}{_EMPTIES}]|\[\s?[xX✓✔/√]?\s?\]|\(\s?[✓✔/√]\s?\)|\(\s{{0,4}}\)")
_GAP = r"[ \t]*"
_DO = rf"ดำ{_GAP}เนิน{_GAP}การ"
_FINISHED = rf"แล้ว{_GAP}เสร็จ|เสร็จ{_GAP}สิ้น|เรียบร้อย|แล้ว"
_GOING_ON = rf"(?:อยู่{_GAP})?(?:ใน{_GAP})?ระหว่าง{_GAP}(?:การ)?{_GAP}{_DO}|กำลัง{_GAP}ดำเนิน{_GAP}การ"
_LABELS = (
    (Status.NOT_STARTED, re.compile(rf"ยัง{_GAP}ไม่{_GAP}(?:ได้)?{_GAP}(?:เริ่ม)?{_GAP}{_DO}")),
    (Status.IN_PROGRESS, re.compile(_GOING_ON)),
    (Status.DONE, re.compile(rf"(?:ได้{_GAP})?{_DO}(?:{_GAP}(?:{_FINISHED})){{0,2}}|แล้ว{_GAP}เสร็จ")),
)
_END = re.compile(r"(?=$|[\s:☑☐☒✓✔□\[(/-])")
_TICK_ALONE = re.compile(rf"[{_TICKS}/xX✗✘PüÜ●]|\[\s?[xX✓✔/√]\s?\]|\(\s?[✓✔/√xX]\s?\)")


#: No cell has more boxes and labels than this.
_MOST = 200


@dataclass(frozen=True, slots=True)
class _Token:
    """A box or a label: where it stands, and what it says."""

    para: int
    start: int
    end: int
    ticked: bool | None = None  # None for a label
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the boxes of a cell say: the status, whether two different ones are ticked, and the text that is left."""

    status: Status | None
    places: tuple[Place, ...]
    conflict: bool
    rest: list[Span]


def boxes(spans: Sequence[Span]) -> Boxes:
    """The status that the boxes of a cell tick, and the cell without boxes and labels."""
    tokens = [token for at, span in enumerate(spans) for token in _tokens(at, span.text)][:_MOST]
    groups = [group for group in _groups(tokens, spans) if any(token.ticked is not None for token in group)]
    ticked = [(status, token) for group in groups for token, status in _labelled(group) if token.ticked and status]
    statuses = list(dict.fromkeys(status for status, _ in ticked))
    places = tuple(dict.fromkeys(place for _, token in ticked for place in spans[token.para].places))
    taken = [token for group in groups for token in group]
    return Boxes(statuses[-1] if statuses else None, places, len(statuses) > 1, _without(spans, taken))


def has_box(text: str) -> bool:
    """Whether there is a box with a label in the text."""
    found = list(_tokens(0, text))
    return any(token.ticked is not None for token in found) and any(token.status for token in found)


def is_tick(text: str) -> bool:
    """Whether a cell of a tick column is ticked."""
    return bool(_TICK_ALONE.fullmatch(text.strip())) or any(mark in text for mark in "☑☒✓✔✅🗹√")


def _tokens(para: int, text: str) -> list[_Token]:
    """The boxes and labels of a paragraph, in order. A label is a label only where a word ends behind it."""
    found = [_Token(para, box.start(), box.end(), ticked=_is_ticked(box.group())) for box in _BOX.finditer(text)]
    at = 0
    while at < len(text):
        label = _label_at(text, at)
        if label is None:
            at += 1
            continue
        found.append(_Token(para, at, label[1], status=label[0]))
        at = label[1]
    if not any(token.ticked is not None for token in found):
        return [token for token in found if token.start == 0 and token.end == len(text.rstrip(" :"))]
    return sorted(found, key=lambda token: token.start)


def _is_ticked(box: str) -> bool:
    return any(mark in box for mark in _TICKS + "xX/")


def _label_at(text: str, at: int) -> tuple[Status, int] | None:
    if text[at] not in "ยอรกดไแใ" or (
        at and not (text[at - 1].isspace() or text[at - 1] in ")]:/" + _TICKS + _EMPTIES)
    ):
        return None
    for status, pattern in _LABELS:
        found = pattern.match(text, at)
        if found and (_END.match(text, found.end()) or _is_behind_box(text, at)):
            return status, found.end()
    return None


def _is_behind_box(text: str, at: int) -> bool:
    """Whether a box stands in front: then the label is one, also where the line below it was joined to it."""
    return text[:at].rstrip()[-1:] in {*_TICKS, *_EMPTIES}


def _groups(tokens: list[_Token], spans: Sequence[Span]) -> list[list[_Token]]:
    """Runs of tokens with nothing but white space and paragraph ends between them."""
    groups: list[list[_Token]] = []
    for token in tokens:
        if groups and _nothing_between(groups[-1][-1], token, spans):
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _nothing_between(first: _Token, second: _Token, spans: Sequence[Span]) -> bool:
    if first.para == second.para:
        return not spans[first.para].text[first.end : second.start].strip(" :/,")
    between = [spans[first.para].text[first.end :], spans[second.para].text[: second.start]]
    between += [spans[at].text for at in range(first.para + 1, second.para)]
    return not "".join(between).strip(" :-")


def _labelled(group: list[_Token]) -> list[tuple[_Token, Status | None]]:
    """Each box with its label: the one of its own paragraph, else the one on the side where labels stand here."""
    made = []
    labels = [token for token in group if token.status]
    found = [token for token in group if token.ticked is not None]
    before = len(labels) == len(found) and group[0].status is not None
    for box in found:
        own = {token.status for token in labels if token.para == box.para}
        if len(own) == 1 and sum(token.para == box.para for token in found) == 1:
            made.append((box, own.pop()))
            continue
        at = group.index(box)
        order = group[at - 1 :: -1] if before and at else group[at + 1 :]
        other = group[at + 1 :] if before else group[at - 1 :: -1] if at else []
        made.append((box, next((token.status for token in [*order, *other] if token.status), None)))
    return made


def _without(spans: Sequence[Span], taken: list[_Token]) -> list[Span]:
    """The spans without those tokens; text before and after one is two paragraphs."""
    made: list[Span] = []
    for at, span in enumerate(spans):
        start = 0
        for token in (token for token in taken if token.para == at):
            made.append(span.cut(start, token.start))
            start = token.end
        rest = span.cut(start)
        made.append(replace(rest, block=True) if start else rest)
    return [replace(span, text=span.text.lstrip(": ")) for span in made if span.text.strip(": ")]
