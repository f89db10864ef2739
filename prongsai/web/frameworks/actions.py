"""Bringing and withdrawing the agency's own framework file; making and revoking the calendar's address."""

from __future__ import annotations

from hashlib import sha256

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.framework.framework import Framework
from prongsai.frameworks import parse
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.frameworks.models import CalendarFeed, OwnFramework
from prongsai.web.frameworks.own import forget
from prongsai.web.frameworks.secrets import secret_of
from prongsai.web.site.link_secrets import fingerprint, new_salt
from prongsai.web.site.refusals import refuse

#: Bytes; the longest shipped framework has a fifth of it.
LARGEST = 512 * 1024
_KIND = "ita"


@transaction.atomic
def add_framework(*, by: Person, agency: Agency, fiscal_year: int, data: bytes, name: str) -> OwnFramework:
    """Take a file for a year. Raises Faulty with every fault by line, Refused where it is of another year."""
    text = _text(data)
    _of_year(parse(text, name), fiscal_year)
    Agency.objects.select_for_update().get(pk=agency.pk)  # two files at once get two versions
    rows = OwnFramework.objects.of(agency).filter(year=fiscal_year)
    digest = sha256(text.encode()).hexdigest()
    last = rows.filter(withdrawn=False).order_by("-version").first()
    if last and last.sha256 == digest:
        return last  # the same file again changes nothing
    version = (rows.aggregate(last=Max("version"))["last"] or 0) + 1
    own = OwnFramework.objects.add(
        agency=agency, year=fiscal_year, version=version, text=text, sha256=digest, file_name=name[:300], added_by=by
    )
    after = {"year": fiscal_year, "version": version, "sha256": digest}
    record(by=by, agency=agency, kind=EventKind.FRAMEWORK_ADDED, subject=own, after=after)
    forget(agency)
    return own


@transaction.atomic
def withdraw_framework(*, by: Person, own: OwnFramework) -> None:
    """Let it count no longer: the version before it counts again, else what is shipped. Twice changes nothing."""
    if OwnFramework.objects.of(own.agency).filter(pk=own.pk, withdrawn=False).update(withdrawn=True):
        before = {"year": own.year, "version": own.version, "sha256": own.sha256}
        record(by=by, agency=own.agency, kind=EventKind.FRAMEWORK_WITHDRAWN, subject=own, before=before, after={})
    forget(own.agency)


@transaction.atomic
def make_feed(*, by: Person, agency: Agency) -> CalendarFeed:
    """A new address of the calendar; an older one ends with it."""
    _end_feeds(agency)
    salt = new_salt()
    secret = fingerprint(secret_of(agency.pk, salt))
    feed = CalendarFeed.objects.add(agency=agency, salt=salt, secret_sha256=secret, made_by=by)
    record(by=by, agency=agency, kind=EventKind.CALENDAR_SHARED, subject=feed, after={})
    return feed


@transaction.atomic
def revoke_feed(*, by: Person, feed: CalendarFeed) -> None:
    """End an address: programs that follow it get nothing more. Doing it twice changes nothing."""
    if _end_feeds(feed.agency):
        record(by=by, agency=feed.agency, kind=EventKind.CALENDAR_REVOKED, subject=feed, after={})


def _end_feeds(agency: Agency) -> int:
    Agency.objects.select_for_update().get(pk=agency.pk)
    return CalendarFeed.objects.of(agency).filter(revoked_at=None).update(revoked_at=timezone.now())


def _of_year(framework: Framework, fiscal_year: int) -> None:
    if (framework.kind, framework.year) != (_KIND, fiscal_year):
        raise refuse(
            f"ไฟล์เป็นกรอบ {framework.kind} ปี {framework.year} แต่หน้านี้เป็นของ {_KIND} ปี {fiscal_year} "
            "โปรดเลือกไฟล์ของปีนี้ หรือเปลี่ยนปีที่หัวหน้าเว็บ",
            f"The file is of {framework.kind} {framework.year}, this page of {_KIND} {fiscal_year}. "
            "Please choose this year's file, or the other year at the head of the page.",
        )


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise refuse(
            "ไฟล์ใหญ่เกิน 512 kB โปรดตรวจว่าเลือกไฟล์ถูก",
            "The file is over 512 kB. Please check that it is the right one.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(
            "ไฟล์ไม่ใช่ข้อความ UTF-8 โปรดบันทึกใหม่เป็น UTF-8", "The file is not UTF-8 text. Please save it as UTF-8."
        ) from None
