"""``prongsai synth`` and ``prongsai analyse``. Whatever is heavy is loaded when they run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from prongsai.core.access.decision import Refused
from prongsai.core.country.kinds import kind_called
from prongsai.core.country.line import SIZES
from prongsai.core.country.regions import REGIONS
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

_MEASURES = ("total", "IIT", "EIT", "OIT", *(str(number) for number in range(1, 11)))
_GROUPS = ("year", "kind", "size", "province", "region", "level", "indicator")
_SHOWN = ("summary", "distribution", "scores", "ranks", "changes", "outliers", "missing")
_SIZES = tuple(dict.fromkeys(SIZES.values()))
#: Letters of what an engine says of a fault.
_LONGEST = 300
_FORMATS = ("table", "csv", "json", "xlsx", "parquet")


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register both commands."""
    _add_synth(subparsers.add_parser("synth", help="สร้างข้อมูลสมมุติทั้งประเทศ (make up a whole country)"))
    _add_analyse(
        subparsers.add_parser("analyse", help="คะแนนและสรุปผลของหลายหน่วยงาน (scores and summaries of many agencies)")
    )


def _add_synth(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "folder", type=Path, nargs="?", default=Path("country"), help="โฟลเดอร์ใหม่ (a new folder; default: country)"
    )
    made.add_argument("--agencies", type=_count, default=8300, help="จำนวนหน่วยงาน (how many agencies)")
    made.add_argument(
        "--respondents", type=_count, default=2_000_000, help="จำนวนผู้ตอบต่อปี (how many respondents in each year)"
    )
    made.add_argument(
        "--years", type=_years, default=[2566], help="ปีงบประมาณ เช่น 2566 หรือ 2563-2569 (fiscal years; default: 2566)"
    )
    made.add_argument("--seed", type=_count, default=1, help="เลขตั้งต้น เลขเดิมได้ข้อมูลเดิม (equal seeds, equal files)")
    made.set_defaults(run=_refusing(_synth))


def _add_analyse(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "folder",
        type=Path,
        metavar="FOLDER",
        help="โฟลเดอร์ของประเทศ หรือไฟล์ผลการประเมิน Excel/CSV/Parquet (a country's folder, or a table of results)",
    )
    made.add_argument("--show", choices=_SHOWN, default="summary", help="สิ่งที่แสดง (what to show; default: summary)")
    made.add_argument(
        "--by", choices=_GROUPS, action="append", default=[], help="จำแนกตาม ระบุซ้ำได้ (groups; may be repeated)"
    )
    made.add_argument(
        "--measure",
        type=_measure,
        default="total",
        help="คะแนนของ total, IIT, EIT, OIT หรือ 1–10 (which score; default: total)",
    )
    made.add_argument(
        "--year",
        type=_year,
        action="append",
        default=[],
        help="ปีงบประมาณ ถ้าไม่ระบุ ปีล่าสุด (fiscal year; default: the newest)",
    )
    _add_narrowing(made)
    made.add_argument("--format", choices=_FORMATS, default="table", help="รูปแบบ (format; default: table)")
    made.add_argument("--output", type=Path, help="ไฟล์ที่จะเขียน (the file to write)")
    made.add_argument(
        "--engine", choices=("duckdb", "spark"), default="duckdb", help="เครื่องคำนวณ (engine; default: duckdb)"
    )
    made.add_argument("--master", help="ที่อยู่ของ Spark เช่น local[2] หรือ spark://host:7077 (Spark's master)")
    made.add_argument(
        "--raw", action="store_true", help="นับจากคำตอบดิบ ไม่ใช้ตารางนับ (count the raw answers, past the cube)"
    )
    made.set_defaults(run=_refusing(_analyse))


def _add_narrowing(made: argparse.ArgumentParser) -> None:
    """What to drill down to; each may be repeated."""
    made.add_argument("--kind", type=_kind, action="append", default=[], help="เฉพาะประเภท เช่น อบต. (only this kind)")
    made.add_argument(
        "--size",
        choices=list(dict.fromkeys(SIZES.values())),
        action="append",
        default=[],
        help="เฉพาะขนาด (only this size)",
    )
    made.add_argument("--province", action="append", default=[], help="เฉพาะจังหวัด (only this province)")
    made.add_argument(
        "--region", choices=list(REGIONS), action="append", default=[], help="เฉพาะภาค (only this region)"
    )
    made.add_argument("--level", action="append", default=[], help="เฉพาะระดับ เช่น ผ่านดี (only this level)")


def _synth(arguments: argparse.Namespace) -> int:
    from prongsai.analysis.needs import needed

    with needed("analysis"):
        from prongsai.analysis.synth.make import Wanted, make
    country = make(arguments.folder, Wanted(arguments.agencies, arguments.respondents, arguments.years, arguments.seed))
    look = f"prongsai analyse {country.folder}"
    sys.stdout.write(f"สร้างข้อมูลสมมุติใน {country.folder} แล้ว ดูผลด้วย {look} (made up; look at it with that)\n")
    return 0


def _analyse(arguments: argparse.Namespace) -> int:
    from prongsai.analysis.needs import needed

    with needed("analysis"):
        import duckdb
        import pyarrow

        from prongsai.analysis.analyse import analyse
    try:
        return analyse(arguments)
    except (duckdb.Error, pyarrow.ArrowException) as fault:
        what = " ".join(str(fault).split())[:_LONGEST]
        th = f"อ่านไฟล์ Parquet ไม่ได้ ไฟล์อาจเสียหายหรือขาดคอลัมน์ โปรดตรวจ: {what}"
        en = f"A Parquet file is damaged, or lacks a column. Please look at it: {what}"
        raise Refused(Sentence(th, en)) from fault


def _refusing(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """The command, saying in words why it cannot."""

    def wrapped(arguments: argparse.Namespace) -> int:
        from prongsai.frameworks.loader import NoFramework

        try:
            return run(arguments)
        except Refused as no:
            sys.stderr.write(f"{no.why.th}\n{no.why.en}\n")
        except NoFramework as no:
            sys.stderr.write(f"ยังไม่มีกรอบการประเมิน {no} (there is no framework {no}): prongsai frameworks list\n")
        except OSError as no:
            sys.stderr.write(f"เปิดหรือเขียนไฟล์ไม่ได้ โปรดตรวจที่อยู่และสิทธิ์ ({no})\n")
        return 2

    return wrapped


def _count(text: str) -> int:
    number = to_arabic(text).replace(",", "")
    if not number.isdecimal() or int(number) > 100_000_000:
        raise argparse.ArgumentTypeError(f"“{text}” ไม่ใช่จำนวนเต็มที่ใช้ได้ (no whole number that can be used)")
    return int(number)


def _year(text: str) -> int:
    number = to_arabic(text)
    if not number.isdecimal() or not 2500 <= int(number) <= 2700:
        raise argparse.ArgumentTypeError(f"“{text}” ไม่ใช่ปี พ.ศ. เช่น 2566 (no year of the Buddhist era)")
    return int(number)


def _years(text: str) -> list[int]:
    first, _dash, last = text.replace("–", "-").partition("-")
    years = list(range(_year(first), _year(last or first) + 1))
    if not years:
        raise argparse.ArgumentTypeError(f"“{text}” ปีแรกต้องมาก่อน (the first year comes first)")
    return years


def _measure(text: str) -> str:
    if (number := to_arabic(text)) not in _MEASURES:
        raise argparse.ArgumentTypeError(f"ไม่มีคะแนนของ “{text}” ({', '.join(_MEASURES)})")
    return f"indicator_{number}" if number.isdecimal() else number


def _kind(text: str) -> str:
    code = kind_called(text)
    if code is None:
        raise argparse.ArgumentTypeError(f"ไม่รู้จักประเภท “{text}” (no such kind of agency)")
    return code
