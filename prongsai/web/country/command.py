"""``prongsai oversee``: who may see the results of which area; ``prongsai results``: tables of results, brought in."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.web.site.starting import with_django

if TYPE_CHECKING:
    from prongsai.core.country.scope import Scope
    from prongsai.core.country.table import Remark
    from prongsai.core.sentence import Sentence
    from prongsai.web.accounts.models import Person

_MOST_SHOWN = 50


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    oversee = subparsers.add_parser("oversee", help="ให้สิทธิ์กำกับดูแล (let a person see the results of an area)")
    oversee.add_argument("username", help="ชื่อผู้ใช้ (the user name)")
    where = oversee.add_mutually_exclusive_group(required=True)
    where.add_argument("--country", action="store_true", help="ทั้งประเทศ (the whole country)")
    where.add_argument("--region", choices=("north", "northeast", "central", "east", "west", "south"))
    where.add_argument("--province", help="ชื่อจังหวัด (the full Thai name)")
    where.add_argument("--end", action="store_true", help="สิ้นสุดสิทธิ์ทั้งหมดวันนี้ (end all leaves today)")
    oversee.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="วันสิ้นสุด (the day it ends)")
    oversee.add_argument("--full-name", help="เปิดบัญชีใหม่ในชื่อนี้ (open an account of that name, if there is none)")
    oversee.set_defaults(run=with_django(_oversee))
    results = subparsers.add_parser("results", help="ผลการประเมินของหลายหน่วยงาน (results of many agencies)")
    acts = results.add_subparsers(required=True, metavar="load")
    load = acts.add_parser("load", help="นำเข้าตารางผลของหนึ่งปี (bring in the table of a year)")
    load.add_argument("file", type=Path)
    load.add_argument("--year", type=int, required=True, help="ปีงบประมาณ พ.ศ. (Buddhist era)")
    load.add_argument("--check", action="store_true", help="ตรวจเท่านั้น ไม่บันทึก (only check, keep nothing)")
    load.set_defaults(run=with_django(_load))
    refresh = acts.add_parser("refresh", help="รับผลที่หน่วยงานในระบบบันทึก (take in what agencies here have entered)")
    refresh.set_defaults(run=with_django(_refresh))


def _oversee(arguments: argparse.Namespace) -> int:
    from prongsai.core.access.decision import Refused
    from prongsai.web.accounts.queries import account_named
    from prongsai.web.country import actions
    from prongsai.web.site import clock

    scope = None if arguments.end else _scope(arguments)
    if scope is None and not arguments.end:
        sys.stderr.write(f"ไม่มีจังหวัด {arguments.province} โปรดเขียนชื่อเต็ม เช่น ลพบุรี\nThere is no such province.\n")
        return 2
    person = account_named(arguments.username) or _opened(arguments)
    if person is None:
        sys.stderr.write(
            f"ไม่พบชื่อผู้ใช้ {arguments.username} หากเป็นคนใหม่ โปรดเพิ่ม --full-name ชื่อ-สกุล\n"
            "There is no such user name. For a new person, please add --full-name.\n"
        )
        return 2
    if scope is None:
        ended = actions.end_oversight(by=None, person=person, on=clock.today())
        sys.stdout.write(f"สิ้นสุดสิทธิ์ {ended} รายการของ {person} (ended)\n")
        return 0
    try:
        actions.grant_oversight(by=None, person=person, scope=scope, since=clock.today(), until=arguments.until)
    except Refused as refused:
        return _refused(refused.why)
    sys.stdout.write(f"{person} ดูผลของ{scope.label.th}ได้แล้ว (sees the results of: {scope.label.en})\n")
    return 0


def _scope(arguments: argparse.Namespace) -> Scope | None:
    from prongsai.core.country.regions import region_of
    from prongsai.core.country.scope import COUNTRY, Reach, Scope

    if arguments.country:
        return COUNTRY
    if arguments.region:
        return Scope(Reach.REGION, arguments.region)
    return Scope(Reach.PROVINCE, arguments.province) if region_of(arguments.province) else None


def _opened(arguments: argparse.Namespace) -> Person | None:
    """A new account with a one-time password, where a name for it was given."""
    from prongsai.web.accounts.actions import give_password, open_account

    if not arguments.full_name or arguments.end:
        return None
    made = open_account(by=None, username=arguments.username, full_name=arguments.full_name, password="")
    sys.stdout.write(f"รหัสผ่านใช้ครั้งเดียวของ {made} (one-time password): {give_password(by=None, person=made)}\n")
    return made


def _load(arguments: argparse.Namespace) -> int:
    from prongsai.core.access.decision import Refused
    from prongsai.core.thai.fiscal import YEARS
    from prongsai.documents.readers.refusal import Refusal
    from prongsai.web.country import actions
    from prongsai.web.country.checking import check_table

    if arguments.year not in YEARS:
        sys.stderr.write("โปรดเขียนปี พ.ศ. สี่หลัก เช่น 2568 (please write the year in the Buddhist era)\n")
        return 2
    try:
        data = arguments.file.read_bytes()
        checked = check_table(data, arguments.file.name, arguments.year)
        _print("ควรดู (worth a look)", checked.warnings)
        if checked.faults:
            _print("ต้องแก้ไข ไม่ได้บันทึกสิ่งใด (to be mended; nothing was kept)", checked.faults)
            return 1
        if not arguments.check:
            table = actions.bring_table(
                by=None, fiscal_year=arguments.year, name=arguments.file.name, data=data, checked=checked
            )
            actions.keep_table(by=None, table=table)
    except Refusal as refusal:
        return _refused(refusal.sentence)
    except Refused as refused:
        return _refused(refused.why)
    except OSError as problem:
        sys.stderr.write(f"อ่านไฟล์ไม่ได้ (cannot read): {problem}\n")
        return 2
    done = "ตรวจแล้ว ไม่พบข้อผิดพลาด (checked, no faults)" if arguments.check else "บันทึกแล้ว (kept)"
    sys.stdout.write(f"{done}: {len(checked.rows):,} แถว (rows)\n")
    return 0


def _refresh(arguments: argparse.Namespace) -> int:
    from prongsai.web.country import actions

    taken = actions.take_in_agencies(by=None)
    sys.stdout.write(f"รับผลใหม่ {taken} รายการ (results taken in)\n")
    return 0


def _print(title: str, remarks: tuple[Remark, ...]) -> None:
    if not remarks:
        return
    sys.stderr.write(f"{title}: {len(remarks):,}\n")
    for one in remarks[:_MOST_SHOWN]:
        sys.stderr.write(f"  {one.place.th}: {one.what.th} ({one.what.en})\n")
    if len(remarks) > _MOST_SHOWN:
        sys.stderr.write(f"  … และอีก {len(remarks) - _MOST_SHOWN:,} (more)\n")


def _refused(why: Sentence) -> int:
    sys.stderr.write(f"{why.th}\n{why.en}\n")
    return 2
