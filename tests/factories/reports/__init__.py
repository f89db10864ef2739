"""Made-up reports as scanners leave them, with their true Reading: one a seed, always the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from prongsai.core.reports.reading import Reading
from prongsai.core.thai.digits import to_thai
from tests.factories.reports import content, words
from tests.factories.reports.cells import Serial
from tests.factories.reports.content import Hand, Truth
from tests.factories.reports.damage import hurt
from tests.factories.reports.tables import Sheet, sheet, write_disclosures, write_measures, write_scores

KINDS = ("monitored", "numbered", "boxed", "full", "suggestion", "outcome", "half_year", "half_year")


@dataclass(frozen=True)
class Made:
    """A report: its text as a file has it, its true Reading, and what it is like."""

    text: str
    truth: Reading
    kind: str
    serial: Serial


def make(seed: int) -> Made:
    """The report of a seed."""
    random = Random(seed)  # noqa: S311 - made-up reports need no secret numbers
    kind, serial = random.choice(KINDS), random.choice(tuple(Serial))
    if kind == "half_year" and random.random() < 0.6:
        serial = Serial.MARKDOWN
    hand = Hand(random, random.choice((0.0, 0.4, 0.7, 1.0)), random.randint(2565, 2569))
    truth = _identity(hand)
    hand.agency = truth.agency
    lines: list[str] = []
    if kind == "half_year" or random.random() < 0.1:
        truth.memo = content.memo(hand, truth)
        lines += _memo(hand, truth, serial)
    tables = _tables(hand, truth, kind, serial)
    lines += [*_head(hand, truth, serial), *tables]
    if random.random() < 0.25 * hand.level:
        lines += _hallucination(hand)
    text = "\n".join(lines)
    if serial is Serial.HTML and random.random() < 0.5:
        text = f"<!DOCTYPE html>\n<html><body>\n{_as_html(lines)}\n</body></html>"
    return Made(text, truth.reading(), kind, serial)


def _identity(hand: Hand) -> Truth:
    pick = hand.pick
    kind, place = pick(words.KINDS), f"{pick(words.PLACE_STARTS)}{pick(words.PLACE_ENDS)}"
    province = pick(words.PROVINCES)
    district = hand.random.choice((f"เมือง{province}", "เมือง", f"{pick(words.PLACE_STARTS)}{pick(words.PLACE_ENDS)}"))
    agency = f"{kind}{province if kind.endswith('จังหวัด') else place}"
    return Truth(agency, province, district, hand.year, pick(words.TITLES))


def _head(hand: Hand, truth: Truth, serial: Serial) -> list[str]:
    """The lines of the title: one long line, several, with marks of bold or of a superscript."""
    year = f"ประจำปีงบประมาณ {hand.pick(('พ.ศ. ', 'พ.ศ.', ''))}{to_thai(truth.year)}"
    place = f"อำเภอ{truth.district} จังหวัด{truth.province}"
    style = hand.random.choice(("long", "lines", "wrapped", "bold", "super"))
    if style == "long":
        made = [f"{truth.title} {year} {truth.agency} {place}"]
    elif style == "wrapped":
        at = truth.title.find("และ", 20)
        made = (
            [truth.title[:at], truth.title[at:], "", year, f"{truth.agency}", place]
            if at > 0
            else [truth.title, year, f"{truth.agency} {place}"]
        )
    elif style == "bold":
        made = [f"**{truth.title}**", f"**{year} {truth.agency} {place}**"]
    elif style == "super":
        made = [f"{truth.title}^{{{year}}}", f"{truth.agency} {place}"]
    else:
        made = [truth.title, year, truth.agency, place]
    intro = []
    if truth.scores is not None or hand.chance(0.3):
        total = to_thai(f"{truth.scores.total:.2f}") if truth.scores and truth.scores.total is not None else ""
        said = f"โดยภาพรวมคะแนน {total} คะแนน " if total else ""
        intro = [
            f"ตามที่{truth.agency}ได้เข้ารับการประเมินคุณธรรมและความโปร่งใส {year} {said}"
            f"{truth.agency} จึงได้รายงานผลการดำเนินการ ดังนี้",
            "",
        ]
    return ["", *made, "", *intro]


def _memo(hand: Hand, truth: Truth, serial: Serial) -> list[str]:
    memo = truth.memo
    assert memo is not None
    bold = "**" if serial is Serial.MARKDOWN and hand.chance(0.6) else ""
    head = [
        f"{bold}บันทึกข้อความ{bold}",
        "",
        f"{bold}ส่วนราชการ{bold} {memo.office}",
        "",
        f"{bold}ที่{bold} {memo.number} {bold}วันที่{bold} {memo.date_text}",
        "",
        f"{bold}เรื่อง{bold} {memo.subject}",
        "",
        f"{bold}เรียน{bold} {memo.to}",
        "",
    ]
    for paragraph in memo.body:
        head += [paragraph, ""]
    for at, person in enumerate(memo.signatories):
        if at and hand.chance(0.7):
            head += [
                hand.pick(
                    ("ข้อเสนอเพื่อพิจารณา ........................", "ความเห็น ...............", "ความเห็น/ข้อเสนอเพื่อพิจารณา")
                ),
                "",
            ]
        if hand.chance(0.5):
            head += [hand.pick(("(ลงชื่อ) ..............................", "ลงชื่อ", ".........................."))]
        head += [f"({person.name})", person.position, ""]
    return head


def _tables(hand: Hand, truth: Truth, kind: str, serial: Serial) -> list[str]:
    lines: list[str] = []
    for part in {"full": ("numbered", "boxed", "disclosures", "scores")}.get(kind, (kind,)):
        made = _TABLES[part](hand, truth, serial)
        lines += [*made.lines, ""]
    return lines


def _monitored(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    rows = content.indicator_measures(hand, hand.random.randint(4, 10), status=True, monitoring=True, groups=True)
    ticks = ["not_started", "in_progress", "done"]
    columns = ["indicator", "responsible", "procedure", "monitoring", "period", *ticks, "result"]
    made = sheet(hand, serial, columns, "indicator")
    truth.by_indicator = rows
    write_measures(made, rows)
    return made


def _numbered(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    rows = content.own_measures(hand, number=True, outcome=True)
    made = sheet(hand, serial, ["number", "title", "procedure", "period", "responsible", "result", "outcome"], "number")
    if hand.chance(0.4):
        made.leads = True
        rows = [
            replace(row, procedure=(hand.pick(words.LEADS), *row.procedure)) if hand.chance(0.6) else row
            for row in rows
        ]
    truth.own = rows
    write_measures(made, rows)
    return made


def _boxed(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    rows = content.indicator_measures(hand, hand.random.randint(5, 10), status=True, two_way=True)
    made = sheet(hand, serial, ["indicator", "procedure", "responsible", "period", "result"], "indicator")
    made.headings["result"] = hand.pick(words.HEADINGS["boxed"])
    truth.by_indicator = rows
    write_measures(made, rows, boxed=True)
    return made


def _suggestion(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    rows = content.own_measures(hand, number=True, suggestion=True)
    made = sheet(hand, serial, ["title", "procedure", "responsible", "period", "result", "suggestion"], "title")
    truth.own = rows
    write_measures(made, rows)
    return made


def _outcome(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    rows = content.own_measures(hand, outcome=True)
    made = sheet(hand, serial, ["title", "procedure", "responsible", "period", "result", "outcome"], "title")
    truth.own = rows
    write_measures(made, rows)
    return made


def _half_year(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    rows = content.own_measures(hand, number=hand.chance(0.7))
    if hand.chance(0.7):
        rows = [replace(row, number=at) for at, row in enumerate(rows, 1)]
    made = sheet(hand, serial, ["title", "procedure", "responsible", "period", "result"], "title")
    truth.own = rows
    write_measures(made, rows)
    return made


def _disclosures(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    rows = content.disclosures(hand)
    made = sheet(hand, serial, ["code", "name", "components", "responsible", "progress"], "code")
    truth.disclosures = rows
    write_disclosures(made, rows)
    return made


def _scores(hand: Hand, truth: Truth, serial: Serial) -> Sheet:
    truth.scores = content.scores(hand)
    columns = ["order", "of", "score"] if hand.chance(0.7) else ["of", "score"]
    made = Sheet(hand, serial, columns, {name: hand.pick(words.HEADINGS[name]) for name in columns})
    foreign = columns[0] == "order" and hand.chance(0.3 * hand.level)
    total = truth.scores.total if hand.chance(0.5) else None
    if foreign:
        made.open_rows = ["<table>"] if serial is Serial.HTML else []
    names = tuple(hurt(name, hand.random, hand.level * 0.3) for name in content.INDICATORS)
    write_scores(made, truth.scores.indicators, total, names, foreign)
    made.lines = ["", "ภาคผนวก ผลคะแนนการประเมินรายตัวชี้วัด", "", *made.lines]
    return made


_TABLES = {
    "monitored": _monitored,
    "numbered": _numbered,
    "boxed": _boxed,
    "suggestion": _suggestion,
    "outcome": _outcome,
    "half_year": _half_year,
    "disclosures": _disclosures,
    "scores": _scores,
}


def _hallucination(hand: Hand) -> list[str]:
    """Pages that were never there: other scripts, loops, tables of other years, another agency."""
    made = ["", *hand.random.sample(words.HALLUCINATED, 3), ""]
    if hand.chance(0.5):
        made += [
            "ปีงบประมาณ\tหน่วยงานราชการส่วนกลาง\tรวม",
            *(f"{to_thai(year)}\t๗๖.๖๖\t๗๖.๖๖" for year in range(2562, 2570)),
            "",
        ]
    if hand.chance(0.5):
        made += ["เทศบาลนครสมมุติบุรี ได้มีการดำเนินการตามพระราชบัญญัติว่าด้วยการจัดตั้ง", ""]
    return made + ["บริหารราชการส่วนท้องถิ่นตามระเบียบ"] * hand.random.randint(0, 12)


def _as_html(lines: list[str]) -> str:
    """Paragraphs outside tables as elements."""
    made = []
    for line in lines:
        text = line.replace("**", "")
        made.append(text if text.startswith(("<t", "</t")) or not text else f"<p>{text}</p>")
    return "\n".join(made)
