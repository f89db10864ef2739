"""What every check is: a module of ``checks`` with its code, its words for the manual, and one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from prongsai.core.review.finding import Finding
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Example:
    """Made-up wording that the check finds, and how it reads when it is right."""

    bad: str
    good: str


class Check(Protocol):
    """A module of ``prongsai.core.review.checks``."""

    @property
    def CODE(self) -> str:  # a constant of the module
        """A letter for the group and two figures; it never changes and is never used again."""

    @property
    def TITLE(self) -> Sentence:
        """What is found, in a few words."""

    @property
    def WHY(self) -> Sentence:
        """What an assessor would object to."""

    @property
    def EXAMPLE(self) -> Example:
        """Bad and good."""

    @property
    def check(self) -> Callable[[Subject], Iterator[Finding]]:
        """The findings in a paper."""


#: The groups of checks by the letter of their codes, in the order of the manual.
GROUPS: dict[str, Sentence] = {
    "A": Sentence("หน่วยงานและสถานที่", "Agency and place"),
    "Y": Sentence("ปี วันที่ และระยะเวลา", "Years, dates and periods"),
    "S": Sentence("สถานะและผลการดำเนินการ", "Status and results"),
    "N": Sentence("เลขข้อและกรอบการประเมิน", "Numbering and the framework"),
    "C": Sentence("คะแนนและจำนวน", "Scores and counts"),
    "M": Sentence("บันทึกข้อความ", "The memo"),
    "P": Sentence("ข้อมูลส่วนบุคคล", "Personal data"),
    "T": Sentence("ตัวอักษรและถ้อยคำ", "Letters and wording"),
}
