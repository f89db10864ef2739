"""The questions of a page, ready to be drawn: numbered, with what was filled in, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.answering import field
from prongsai.core.surveys.questionnaire import SILENT, Questionnaire, Section, SurveyQuestion


@dataclass(frozen=True, slots=True)
class DrawnOption:
    """An option, and whether it was chosen."""

    value: int
    label: Sentence
    chosen: bool


@dataclass(frozen=True, slots=True)
class DrawnQuestion:
    """A question as it stands on the page. ``lead`` is empty where the question before it has the same."""

    number: int
    name: str
    question: SurveyQuestion
    lead: Sentence
    options: tuple[DrawnOption, ...]
    text: str
    fault: Sentence | None
    first_fault: bool
    condition: Sentence

    @property
    def asked_for(self) -> bool:
        """Whether the browser may insist on it: it must not, on what may be hidden."""
        return self.question.required and self.question.shown_if is None


@dataclass(frozen=True, slots=True)
class DrawnSection:
    """A section with its place, counted from 1."""

    place: int
    section: Section
    questions: tuple[DrawnQuestion, ...]


Sent = Callable[[str], Sequence[str]]


def draw(questionnaire: Questionnaire, sent: Sent, faults: Mapping[str, Sentence]) -> tuple[DrawnSection, ...]:
    """All sections, with what was sent in place."""
    first = next((one.key for one in questionnaire.questions if one.key in faults), None)
    numbers = {one.key: position + 1 for position, one in enumerate(questionnaire.questions)}

    def questions(section: Section) -> Iterator[DrawnQuestion]:
        lead = SILENT
        for question in section.questions:
            name = field(numbers[question.key] - 1)
            given = sent(name)
            yield DrawnQuestion(
                number=numbers[question.key],
                name=name,
                question=question,
                lead=SILENT if question.lead == lead else question.lead,
                options=tuple(DrawnOption(one.value, one.label, str(one.value) in given) for one in question.options),
                text=given[-1] if given else "",
                fault=faults.get(question.key),
                first_fault=question.key == first,
                condition=_condition(question, questionnaire, numbers),
            )
            lead = question.lead

    return tuple(
        DrawnSection(place, section, tuple(questions(section)))
        for place, section in enumerate(questionnaire.sections, 1)
    )


def style_of(questionnaire: Questionnaire) -> str:
    """The style sheet by which questions appear as they are called for, without a script.

    A question is shown where the one it hangs on is shown and answered so. A browser that does not know ``:has``
    skips all of it and shows every question with the sentence that says whom it is for.
    """
    names = {one.key: field(position) for position, one in enumerate(questionnaire.questions)}
    wanted: dict[str, str] = {}
    rules = []
    for question in questionnaire.questions:
        if (shown_if := question.shown_if) is None:
            continue
        chosen = ",".join(f'[name={names[shown_if.key]}][value="{value}"]:checked' for value in shown_if.values)
        wanted[question.key] = f"{wanted.get(shown_if.key, '')}:has({chosen})"
        rules.append(f"form:not({wanted[question.key]}) #{names[question.key]}{{display:none}}")
    return f"@supports selector(:has(*)){{{''.join(rules)}}}" if rules else ""


def _condition(question: SurveyQuestion, whole: Questionnaire, numbers: Mapping[str, int]) -> Sentence:
    """Whom a question is for that is not for everybody."""
    shown_if = question.shown_if
    deciding = whole.question(shown_if.key) if shown_if else None
    if shown_if is None or deciding is None:
        return SILENT
    labels = [one.label for one in deciding.options if one.value in shown_if.values]
    number, thai, english = (
        numbers[deciding.key],
        " / ".join(one.th for one in labels),
        " / ".join(one.en or one.th for one in labels),
    )
    return Sentence(f"เฉพาะผู้ที่ตอบข้อ {number} ว่า “{thai}”", f"Only for those who answered {number} with “{english}”")
