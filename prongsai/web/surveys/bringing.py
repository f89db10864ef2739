"""A questionnaire that somebody brings as a file, and the one that a survey of a kind begins with."""

from __future__ import annotations

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.from_framework import INSTRUMENTS, NothingToAsk, mock
from prongsai.core.surveys.questionnaire import Questionnaire, Section, SurveyKind
from prongsai.questionnaires import UnknownQuestionnaire, load, parse
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.site.refusals import refuse

#: Bytes; a questionnaire of two hundred questions in two languages has half of it.
LARGEST = 256 * 1024


def first_questionnaire(agency: Agency, fiscal_year: int, kind: SurveyKind) -> Questionnaire:
    """What a survey of that kind begins with. Refused where the year's framework has no questions of the instrument."""
    if kind in INSTRUMENTS:
        framework, _provisional = framework_for(agency, fiscal_year)
        try:
            return mock(framework, kind, fiscal_year, agency.kind)
        except NothingToAsk:
            raise refuse(
                f"กรอบการประเมินปี {framework.year} ยังไม่มีคำถามของ {INSTRUMENTS[kind]} โปรดเพิ่มในไฟล์กรอบการประเมินก่อน",
                f"The framework of {framework.year} has no questions of the {INSTRUMENTS[kind]} yet. Please add them.",
            ) from None
    try:
        return load(kind)
    except UnknownQuestionnaire:
        title = Sentence("แบบสำรวจใหม่", "New survey")
        return Questionnaire(kind, title, Sentence("", ""), (Section(Sentence("คำถาม", "Questions"), ()),))


def read_file(data: bytes, name: str) -> Questionnaire:
    """The questionnaire of a file. Raises Faulty with every fault by line, Refused for what is no text."""
    if len(data) > LARGEST:
        raise refuse(
            "ไฟล์ใหญ่เกิน 256 kB โปรดตรวจว่าเลือกไฟล์ถูก", "The file is over 256 kB. Please check that it is the right one."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(
            "ไฟล์ไม่ใช่ข้อความ UTF-8 โปรดบันทึกใหม่เป็น UTF-8", "The file is not UTF-8 text. Please save it as UTF-8."
        ) from None
    return parse(text, name)
