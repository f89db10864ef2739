"""The one loader of questionnaires: strict, every fault by line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.surveys.questionnaire import Questionnaire, SurveyKind
from prongsai.questionnaires.parts import the_questionnaire
from prongsai.strict_yaml import Reader

HERE = Path(__file__).parent


class UnknownQuestionnaire(LookupError):
    """Nothing is shipped for that kind of survey."""


@cache
def load(kind: SurveyKind) -> Questionnaire:
    """The shipped questionnaire of a kind; UnknownQuestionnaire where there is none, Faulty where it has faults."""
    path = HERE / f"{kind}.yaml"
    if not path.exists():
        raise UnknownQuestionnaire(kind)
    return read(path)


def read(path: Path) -> Questionnaire:
    """The questionnaire of a file; Faulty with every fault by line."""
    return the_questionnaire(Reader(path))


def parse(text: str, name: str) -> Questionnaire:
    """The questionnaire of a text of YAML, which the faults call ``name``; Faulty with every fault by line."""
    return the_questionnaire(Reader(Path(name), text))
