"""``prongsai links``: open links as an assessor would, compare the proofs, and keep the nightly watch."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from prongsai.web.site.starting import with_django

if TYPE_CHECKING:
    from prongsai.web.agencies.models import Agency


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    links = subparsers.add_parser("links", help="open the links of disclosures, and compare the proofs that were kept")
    acts = links.add_subparsers(required=True, metavar="ACT")
    check = acts.add_parser("check", help="open the links that are due, or all of the agencies that are named")
    check.add_argument("agency", nargs="*", metavar="AGENCY", help="ที่อยู่ของหน่วยงาน เช่น tha-khong (its address)")
    check.add_argument("--year", type=int, help="เฉพาะลิงก์ของปีงบประมาณ (only links of that fiscal year)")
    which = check.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="ทุกลิงก์ แม้ยังไม่ถึงเวลา (all, whether due or not)")
    which.add_argument("--due", action="store_true", help="เฉพาะที่ถึงเวลาตรวจคืนนี้ (only what is due this night)")
    check.add_argument("--json", action="store_true", help="ผลเป็น JSON (the result as JSON)")
    check.set_defaults(run=with_django(_check))
    verify = acts.add_parser("verify", help="compare the receipts of an agency with each other and with the archive")
    verify.add_argument("agency", metavar="AGENCY")
    verify.add_argument(
        "--head", default="", metavar="SHA256", help="ค่า SHA-256 ของใบรับรองที่เคยจดไว้ (one noted earlier)"
    )
    verify.set_defaults(run=with_django(_verify))
    nightly = acts.add_parser("nightly", help="stay, and open all links once a night (serve does this by itself)")
    nightly.set_defaults(run=with_django(_nightly))


def _check(arguments: argparse.Namespace) -> int:
    """0: all open well; 1: some do not, or should be looked at; 2: refused; 130: stopped by the person."""
    from django.utils import timezone

    from prongsai.core.thai.fiscal import YEARS
    from prongsai.web.links import actions
    from prongsai.web.links.nightly import AHEAD, open_and_tell
    from prongsai.web.links.summary import Summary

    agencies = _agencies(arguments.agency)
    if agencies is None:
        return 2
    if arguments.year is not None and arguments.year not in YEARS:
        return _refused(f"ปีงบประมาณ {arguments.year} ไม่ถูกต้อง โปรดเขียนปี พ.ศ. เช่น 2569", "Write a year such as 2569.")
    now = timezone.now()
    everything = arguments.all or (agencies and not arguments.due)
    selection = actions.Selection(
        since=now,
        by=None if everything else now + AHEAD,
        agencies=[agency.pk for agency in agencies] or None,
        fiscal_year=arguments.year,
    )
    summary = Summary(quiet=arguments.json or not sys.stderr.isatty())
    stopped = False
    try:
        open_and_tell(selection, summary.add)
    except KeyboardInterrupt:
        stopped = True
    except ValueError as fault:  # a setting that is no network
        return _refused(str(fault), str(fault))
    if arguments.json:
        sys.stdout.write(json.dumps(summary.as_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in summary.lines())
    if stopped:
        sys.stderr.write("หยุดตามคำสั่ง ผลที่ตรวจแล้วเก็บไว้ครบ (stopped; what was opened is kept)\n")
        return 130
    return 1 if summary.found else 0


def _verify(arguments: argparse.Namespace) -> int:
    """0: chain and records are whole; 1: they are not; 2: there is no such agency."""
    from prongsai.core.links.receipt import verify
    from prongsai.web.links import queries

    agencies = _agencies([arguments.agency])
    if agencies is None:
        return 2
    number, faults = 0, 0
    for fault in verify(queries.chain_of(agencies[0]), head=arguments.head.strip().lower()):
        faults += 1
        sys.stdout.write(f"ใบรับรองที่ {fault.number}: {fault.sentence.th}\n    {fault.sentence.en}\n")
    last = ""
    for receipt in queries.chain_of(agencies[0]):
        number, last = number + 1, receipt.sha256
        if (sentence := queries.fault_of_record(receipt)) is not None:
            faults += 1
            sys.stdout.write(f"ใบรับรองที่ {receipt.number}: {sentence.th}\n    {sentence.en}\n")
    sys.stdout.write(f"ตรวจใบรับรอง {number} ใบ พบข้อผิดพลาด {faults} รายการ ({number} receipts, {faults} faults)\n")
    if last and not faults:
        sys.stdout.write(f"โปรดจดค่านี้ไว้นอกเครื่อง (note this outside of this machine): {last}\n")
    return 1 if faults else 0


def _nightly(_arguments: argparse.Namespace) -> int:
    """Never ends; 2 where the time is none, 0 where there is none."""
    from django.conf import settings

    from prongsai.web.links.nightly import keep_watch, time_of_day

    try:
        at = time_of_day(settings.LINKS_AT)
    except ValueError as fault:
        return _refused("PRONGSAI_LINKS_AT ไม่ใช่เวลา โปรดเขียนเช่น 02:00", str(fault))
    if at is not None:
        keep_watch(at)
    return 0


def _agencies(slugs: Iterable[str]) -> list[Agency] | None:
    """The agencies of these addresses; None, with a sentence, where one is not there."""
    from prongsai.web.agencies.models import Agency

    wanted = list(slugs)
    found = {agency.slug: agency for agency in Agency.objects.filter(slug__in=wanted)}
    if missing := next((slug for slug in wanted if slug not in found), None):
        _refused(f"ไม่พบหน่วยงาน {missing} โปรดตรวจที่อยู่ของหน่วยงาน", f"There is no agency {missing}.")
        return None
    return [found[slug] for slug in dict.fromkeys(wanted)]


def _refused(th: str, en: str) -> int:
    sys.stderr.write(f"{th}\n{en}\n" if th != en else f"{th}\n")
    return 2
