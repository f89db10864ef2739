"""The command ``prongsai import``: the same job as the import page, from a terminal. Django is set up inside it."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from prongsai.web.site.starting import with_django

if TYPE_CHECKING:
    from prongsai.web.accounts.models import Person
    from prongsai.web.agencies.models import Agency
    from prongsai.web.imports.models import ReportImport

#: What the command answers: done; done, but something is to be checked; refused. A report that was read before its
#: plan was refused waits to be checked, as on the page.
DONE, TO_CHECK, REFUSED = 0, 1, 2


class Problem(Exception):
    """Why the command stops, in words."""


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command. Nothing of Django is imported before it runs."""
    made = subparsers.add_parser(
        "import",
        help="นำเข้ารายงานเข้าหน่วยงาน (bring a report into an agency)",
        description="นำเข้ารายงานเข้าหน่วยงาน เหมือนหน้า “นำเข้า” (bring a report into an agency, as the page does)",
    )
    made.add_argument("file", type=Path, metavar="FILE", help="รายงาน Word Excel PDF ภาพสแกน หรือข้อความ (the report)")
    made.add_argument("--agency", required=True, metavar="SLUG", help="ที่อยู่ของหน่วยงาน (the agency's address)")
    made.add_argument("--by", metavar="USERNAME", help="ผู้นำเข้า หากไม่ระบุคือผู้ประสานงาน (who; else the coordinator)")
    made.add_argument("--accept", action="store_true", help="รับเข้าแผนทันที (make the plan at once)")
    made.add_argument("--year", type=int, metavar="YEAR", help="รับเข้าแผนของปีงบประมาณ พ.ศ. (plan of that year)")
    made.set_defaults(run=with_django(run))


def run(options: argparse.Namespace) -> int:
    """Do it; returns 0 when done, 1 when values wait to be checked, 2 when refused."""
    from prongsai.core.access.decision import Refused

    try:
        return _run(options, sys.stdout)
    except (Problem, Refused) as problem:
        sys.stderr.write(f"{problem}\n")
        return REFUSED


def _run(options: argparse.Namespace, out: TextIO) -> int:
    from prongsai.web.imports import actions, queries

    agency = _agency(options.agency)
    person = _person(agency, options.by)
    data, name = _bytes(options.file), _name(options.file)
    made = actions.read_report(by=person, agency=agency, data=data, name=name, background=False)
    if made.state == made.State.READING:
        made = _with_pages(made, out)
    waiting = _tell(made, out)
    if options.accept:
        made = actions.accept(by=person, report_import=made, fiscal_year=options.year)
        out.write(
            f"รับเข้าแผนแล้ว / accepted: /a/{agency.slug}/{queries.year_of(made)}/plan/\n"
            f"ยกเลิกได้ที่ / undo at: /a/{agency.slug}/imports/{made.pk}/undo/\n"
        )
    return TO_CHECK if waiting else DONE


def _with_pages(made: ReportImport, out: TextIO) -> ReportImport:
    """Read its pages here and now, telling of each; Problem where the file cannot be read."""
    from prongsai.web.imports import actions

    def told(done: int, of: int) -> None:
        out.write(f"อ่านแล้ว {done}/{of} หน้า / {done} of {of} pages\n")

    actions.read_pages(report_import=made, progress=told)
    made.refresh_from_db()
    if made.state == made.State.FAILED:
        why = "{th} ({en})".format(**made.problem)
        actions.drop(by=made.by, report_import=made)
        raise Problem(why)
    return made


def _tell(made: ReportImport, out: TextIO) -> int:
    """Print what was read and what is to be checked; returns how many points that are."""
    from prongsai.web.imports import queries

    check = queries.check_of(made)
    reading = check.reading
    out.write(
        f"อ่านแล้ว / read: {made.file_name}\n"
        f"  {reading.agency or '–'} · ปีงบประมาณ {reading.fiscal_year or '–'} · {reading.title or '–'}\n"
        f"  มาตรการ / measures: {len(reading.measures)} · "
        f"รายการเปิดเผยข้อมูล / disclosures: {len(reading.disclosures)} · "
        f"คะแนน / scores: {'มี / yes' if reading.scores else 'ไม่มี / none'}\n"
        f"ต้องตรวจ {len(check.to_check)} จุด / {len(check.to_check)} values to check\n"
    )
    out.writelines(f"  - {one.title}: {one.doubt.what}\n" for one in check.to_check)
    if check.units:
        out.write(f"ยังไม่ตรงกับส่วนราชการ / no such division: {', '.join(check.units)}\n")
    out.write(f"ตรวจที่ / check at: /a/{made.agency.slug}/imports/{made.pk}/\n")
    return len(check.to_check)


def _agency(slug: str) -> Agency:
    from prongsai.web.agencies.models import Agency

    found = Agency.objects.filter(slug=slug).first()
    if found is not None:
        return found
    slugs = list(Agency.objects.values_list("slug", flat=True))
    near = difflib.get_close_matches(slug, slugs, n=5, cutoff=0.5)
    hint = f" ท่านหมายถึง / did you mean: {', '.join(near)}?" if near else ""
    raise Problem(f"ไม่พบหน่วยงาน “{slug}” / there is no agency “{slug}”.{hint}")


def _person(agency: Agency, username: str | None) -> Person:
    """Who brings it in: somebody who may in that agency; without a name its coordinator."""
    from prongsai.core.access.permissions import Permission
    from prongsai.web.agencies.queries import seats_of

    seats = [seat for seat in seats_of(agency) if seat.may(Permission.ACCEPT_IMPORT)]
    found = next((seat for seat in seats if username in (None, seat.person.username)), None)
    if found is not None:
        return found.person
    able = ", ".join(seat.person.username for seat in seats) or "–"
    raise Problem(
        f"“{username or '–'}” นำเข้ารายงานของหน่วยงานนี้ไม่ได้ ผู้ที่ทำได้: {able} / may not import here; those who may: {able}"
    )


def _name(path: Path) -> str:
    """The file's name; letters of another encoding than the system's, which no database keeps, are replaced."""
    return os.fsencode(path.name).decode(errors="replace")


def _bytes(path: Path) -> bytes:
    """The file, read no further than the largest that is taken."""
    from prongsai.core.reports.incoming import LARGEST

    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as problem:
        raise Problem(f"เปิดไฟล์ {path} ไม่ได้ โปรดตรวจชื่อและที่อยู่ / cannot open {path}: {problem.strerror}") from problem
