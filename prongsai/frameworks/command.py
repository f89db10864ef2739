"""``prongsai frameworks list``, ``check`` and ``new``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from prongsai.frameworks.loader import NoFramework, available, check
from prongsai.frameworks.new_year import begin


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    parser = subparsers.add_parser(
        "frameworks", help="แสดงหรือตรวจกรอบการประเมิน (list or check the assessment frameworks)"
    )
    kinds = parser.add_subparsers(required=True, metavar="list|check|new")
    kinds.add_parser("list", help="แสดงปีที่มีกรอบการประเมิน (the years that have a framework)").set_defaults(run=_list)
    checking = kinds.add_parser("check", help="บอกไฟล์และบรรทัดของทุกข้อผิดพลาด (name file and line of every fault)")
    checking.add_argument(
        "folder",
        nargs="?",
        type=Path,
        help="ถ้าไม่ระบุ ตรวจกรอบที่มากับโปรแกรมและของเครื่องนี้ (default: the frameworks shipped, and this installation's own)",
    )
    checking.set_defaults(run=_check)
    beginning = kinds.add_parser("new", help="เริ่มกรอบของปีใหม่จากปีล่าสุด (begin a new year from the newest)")
    beginning.add_argument("year", type=int, help="ปี พ.ศ. เช่น 2570 (fiscal year, Buddhist era)")
    beginning.add_argument(
        "--into", type=Path, required=True, help="โฟลเดอร์กรอบของเครื่องนี้ (folder of the installation's own frameworks)"
    )
    beginning.set_defaults(run=_new)


def _list(_arguments: argparse.Namespace) -> int:
    for kind, year in available():
        sys.stdout.write(f"{kind}/{year}\n")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    if arguments.folder and not any(arguments.folder.rglob("framework.yaml")):
        sys.stderr.write(f"ไม่พบ framework.yaml ใน {arguments.folder} (no framework.yaml found there)\n")
        return 2
    faults = check(arguments.folder)
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if not faults:
        sys.stdout.write("ไม่พบข้อผิดพลาด (no faults)\n")
    return 1 if faults else 0


def _new(arguments: argparse.Namespace) -> int:
    try:
        made = begin(arguments.year, arguments.into)
    except NoFramework:
        sys.stderr.write(f"ไม่มีกรอบของปีก่อน {arguments.year} ให้เริ่ม (no framework before {arguments.year})\n")
        return 2
    except FileExistsError:
        folder = arguments.into / "ita" / str(arguments.year)
        sys.stderr.write(f"มีโฟลเดอร์ {folder} อยู่แล้ว ไม่ได้แก้ไขสิ่งใด ({folder} is there already: nothing was changed)\n")
        return 2
    sys.stdout.write(f"{made}\n")
    return 0
