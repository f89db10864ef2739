"""``prongsai review``: what an assessor would object to in a report. The checks are loaded when it runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from prongsai.core.review.agencies import AgencyKind


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    made = subparsers.add_parser("review", help="ตรวจรายงานก่อนส่ง (look a report over before it leaves)")
    made.add_argument("files", metavar="FILE", nargs="*", help="ไฟล์รายงาน หรือ - (reports, or - for stdin)")
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="แสดงเป็น JSON (print as JSON)")
    form.add_argument("--sarif", action="store_true", help="แสดงเป็น SARIF 2.1.0 (print as SARIF 2.1.0)")
    form.add_argument("--table", action="store_true", help="ตารางข้อตรวจ × ไฟล์ (a table of checks by files)")
    made.add_argument("--lang", choices=("th", "en"), default="th", help="ภาษา (language)")
    made.add_argument("--baseline", type=Path, help="ไฟล์ข้อทักท้วงที่รับทราบแล้ว (known findings, each with a reason)")
    made.add_argument("--write-baseline", type=Path, help="เขียนไฟล์นั้นจากที่พบ (write that file from what is found)")
    made.add_argument("--only", type=_codes, default=None, help="เฉพาะรหัส เช่น A01,Y06 (only these codes)")
    made.add_argument("--skip", type=_codes, default=set(), help="เว้นรหัส (all but these codes)")
    made.add_argument("--as-plan", action="store_true", help="เป็นแผน ยังไม่ต้องมีผล (a plan: no results are asked)")
    made.add_argument("--agency-name", help="ชื่อหน่วยงานของท่าน (your agency's name)")
    made.add_argument("--kind", type=AgencyKind, choices=list(AgencyKind), help="ประเภทหน่วยงาน (its kind)")
    made.add_argument("--province", help="จังหวัด (its province)")
    made.add_argument("--district", help="อำเภอ (its district)")
    made.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from prongsai.documents.review.running import run

    return run(arguments)


def _codes(text: str) -> set[str]:
    from prongsai.documents.review.running import CODES

    codes = {code.strip().upper() for code in text.split(",") if code.strip()}
    if unknown := sorted(codes - CODES):
        raise argparse.ArgumentTypeError(f"ไม่มีข้อตรวจ {unknown[0]} (there is no check {unknown[0]})")
    return codes
