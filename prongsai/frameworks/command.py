"""``prongsai frameworks list`` and ``prongsai frameworks check``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from prongsai.frameworks.loader import HERE, available, check


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    parser = subparsers.add_parser(
        "frameworks", help="แสดงหรือตรวจกรอบการประเมิน (list or check the assessment frameworks)"
    )
    kinds = parser.add_subparsers(required=True, metavar="list|check")
    kinds.add_parser("list", help="แสดงปีที่มีกรอบการประเมิน (the years that have a framework)").set_defaults(run=_list)
    checking = kinds.add_parser("check", help="บอกไฟล์และบรรทัดของทุกข้อผิดพลาด (name file and line of every fault)")
    checking.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=HERE,
        help="ถ้าไม่ระบุ ตรวจกรอบที่มากับโปรแกรม (default: the frameworks shipped)",
    )
    checking.set_defaults(run=_check)


def _list(_arguments: argparse.Namespace) -> int:
    for kind, year in available():
        sys.stdout.write(f"{kind}/{year}\n")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    if not any(arguments.folder.rglob("framework.yaml")):
        sys.stderr.write(f"ไม่พบ framework.yaml ใน {arguments.folder} (no framework.yaml found there)\n")
        return 2
    faults = check(arguments.folder)
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if not faults:
        sys.stdout.write("ไม่พบข้อผิดพลาด (no faults)\n")
    return 1 if faults else 0
