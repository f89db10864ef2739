"""``prongsai score``: from figures or raw answers to total and level. What it needs is loaded when it runs."""

from __future__ import annotations

import argparse

#: The value of ``--explain`` without a code.
WHOLE = "total"


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    made = subparsers.add_parser("score", help="คิดคะแนนและระดับผลการประเมิน (reckon the score and the level)")
    made.add_argument(
        "--framework", required=True, metavar="ita/2566", help="กรอบของปี หรือไฟล์ framework.yaml (a year, or a file)"
    )
    made.add_argument("--indicators", metavar="100,97.89,…", help="คะแนนสิบตัวชี้วัดตามลำดับ (the ten scores, in order)")
    made.add_argument("--eit1", metavar="98,97,98", help="คะแนน EIT ส่วนที่ 1 (of indicators 6 to 8 in part 1 of the EIT)")
    made.add_argument("--eit2", metavar="98,97,98", help="คะแนน EIT ส่วนที่ 2 (the same in part 2)")
    made.add_argument(
        "--answers",
        metavar="FILE",
        action="append",
        default=[],
        help="คำตอบรายคน หรือผลรายข้อ O; ใช้ซ้ำได้ (answers of respondents or results of items; may be repeated)",
    )
    made.add_argument("--kind", help="ประเภทหน่วยงาน เช่น subdistrict_municipality (kind of the agency)")
    made.add_argument("--json", action="store_true", help="แสดงเป็น JSON (print as JSON)")
    made.add_argument(
        "--explain",
        nargs="?",
        const=WHOLE,
        metavar="7|9.1|O12",
        help="แจกแจงที่มาของคะแนน ทั้งหมดหรือเฉพาะรหัส (unfold every figure, or that of a code)",
    )
    made.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from prongsai.documents.scoring.running import run

    return run(arguments)
