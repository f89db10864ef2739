"""The memo's first wording, as offices write it; the coordinator completes it. Source: ita.md §7.7, memo fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.reports.reading import Memo, Signatory
from prongsai.core.reports.wording import figure, official_date, to_thai
from prongsai.core.thai.fiscal import RoundKind, round_dates
from prongsai.core.thai.periods import format_period


@dataclass(frozen=True, slots=True)
class MemoFacts:
    """What the first wording is made of. ``round_words`` is "รอบ ๖ เดือน …" or "ประจำปีงบประมาณ …"."""

    agency: str
    office: str
    prefix: str
    head: str  # the chief executive's position, to whom the memo is addressed
    fiscal_year: int
    round_words: str
    measures: int
    done: int


@dataclass(frozen=True, slots=True)
class AnalysisFacts:
    """What the first wording of the memo of an analysis is made of. ``total`` is 0 to 100, None where not known."""

    agency: str
    office: str
    prefix: str
    head: str  # the chief executive's position, to whom the memo is addressed
    fiscal_year: int
    result_year: int
    total: float | None
    level: str


def analysis_wording(facts: AnalysisFacts) -> Memo:
    """The memo of an analysis: the result, what is asked for, what is attached. Source: ita.md §3.2, §7.7."""
    year, of_result = to_thai(facts.fiscal_year), to_thai(facts.result_year)
    total = f" ได้คะแนนรวม {figure(facts.total)} คะแนน" if facts.total is not None else ""
    level = f" ผลการประเมินอยู่ในระดับ {facts.level}" if facts.level else ""
    return Memo(
        office=" ".join(part for part in (facts.office, facts.agency) if part),
        number=facts.prefix or None,
        subject=(
            f"การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. {of_result} "
            f"และมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {year}"
        ),
        to=facts.head,
        period=f"ประจำปีงบประมาณ พ.ศ. {year}",
        body=(
            "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.) ได้ประกาศผลการประเมินคุณธรรม"
            "และความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment: ITA) "
            f"ประจำปีงบประมาณ พ.ศ. {of_result} โดย{facts.agency}{total}{level} นั้น",
            "การประเมินดังกล่าวกำหนดให้หน่วยงานวิเคราะห์ผลการประเมินของปีที่ผ่านมา ทั้งข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน "
            "และประเด็นที่ต้องพัฒนาให้ดีขึ้น แล้วกำหนดแนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติ โดยมีผู้รับผิดชอบ "
            "ขั้นตอนหรือวิธีปฏิบัติ และแนวทางการกำกับติดตามและรายงานผล",
            f"บัดนี้ ได้วิเคราะห์ผลการประเมินและกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
            f"ประจำปีงบประมาณ พ.ศ. {year} เรียบร้อยแล้ว รายละเอียดตามเอกสารที่แนบมาพร้อมนี้",
            "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบขอได้โปรดลงนาม และมอบหมายส่วนราชการที่เกี่ยวข้องดำเนินการต่อไป",
        ),
    )


def first_wording(facts: MemoFacts) -> Memo:
    """A memo with office, subject, addressee and three paragraphs: cause, rule, result. No number and no date yet."""
    year = to_thai(facts.fiscal_year)
    subject = f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {facts.round_words}"
    return Memo(
        office=" ".join(part for part in (facts.office, facts.agency) if part),
        number=facts.prefix or None,
        subject=subject,
        to=facts.head,
        period=facts.round_words,
        body=(
            f"ตามที่{facts.agency}ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
            f"ประจำปีงบประมาณ พ.ศ. {year} และมอบหมายให้ส่วนราชการที่รับผิดชอบดำเนินการ นั้น",
            "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
            "กำหนดให้หน่วยงานกำกับติดตามการดำเนินการตามมาตรการดังกล่าว จัดทำรายงานผล และเผยแพร่ให้สาธารณชนทราบ",
            f"บัดนี้ ได้รวบรวมผลการดำเนินการ {facts.round_words} เรียบร้อยแล้ว จำนวน {to_thai(facts.measures)} มาตรการ "
            f"ดำเนินการแล้วเสร็จ {to_thai(facts.done)} มาตรการ รายละเอียดตามรายงานที่แนบมาพร้อมนี้",
            "จึงเรียนมาเพื่อโปรดทราบและพิจารณาสั่งการต่อไป",
        ),
    )


def round_words(kind: RoundKind, fiscal_year: int) -> str:
    """ "รอบ ๖ เดือน (ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙)", or "ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"."""
    if kind is RoundKind.YEARLY:
        return f"ประจำปีงบประมาณ พ.ศ. {to_thai(fiscal_year)}"
    name = "รอบ ๖ เดือน" if kind is RoundKind.SIX_MONTHS else "รอบ ๖ เดือนหลัง"
    return f"{name} ({format_period(round_dates(fiscal_year, kind), 'official')})"


def dated(memo: Memo, on: date | None) -> Memo:
    """The memo with its date in both forms, or without one."""
    if on is None:
        return replace(memo, date=None, date_text=None)
    return replace(memo, date=on.isoformat(), date_text=official_date(on.isoformat()))


def signed_by(memo: Memo, chain: tuple[tuple[str, str], ...]) -> Memo:
    """The memo with the chain (position, name) as its signatories."""
    return replace(memo, signatories=tuple(Signatory(name, position) for position, name in chain))


def ready(memo: Memo) -> Decision:
    """Whether the memo can be submitted. Its number and date may follow from the registry, on paper."""
    missing = [
        word for word, value in (("เรื่อง", memo.subject), ("เรียน", memo.to), ("ส่วนราชการ", memo.office)) if not value
    ]
    if missing:
        return refused(
            f"บันทึกข้อความยังขาด {' และ '.join(missing)} โปรดกรอกให้ครบก่อนเสนอ",
            f"The memo still lacks {', '.join(missing)}. Please complete it before submitting.",
        )
    if not memo.body:
        return refused("บันทึกข้อความยังไม่มีเนื้อความ โปรดกรอกก่อนเสนอ", "The memo has no text yet. Please write it.")
    return ALLOWED
