"""Forms of the agency's own: a new version is added, an old one never changed."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.layout import FormLayout
from prongsai.layouts import load_forms, parse_form
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.reports.models import OwnForm
from prongsai.web.site.refusals import refuse

#: Bytes; the longest shipped form has a twelfth of it.
LARGEST = 64 * 1024


@transaction.atomic
def add_form(*, by: Person, agency: Agency, data: bytes, name: str) -> OwnForm:
    """Take a form from YAML. Raises Faulty with every fault by line, Refused where its id or version is taken."""
    text = _text(data)
    layout = parse_form(text, name)
    _new(agency, layout)
    own = OwnForm.objects.add(agency=agency, form=layout.id, number=layout.version, text=text, added_by=by)
    after = {"form": layout.id, "number": layout.version}
    record(by=by, agency=agency, kind=EventKind.FORM_ADDED, subject=own, after=after)
    return own


@transaction.atomic
def withdraw_form(*, by: Person, own: OwnForm) -> OwnForm:
    """Offer it no longer; reports that are written in it stay as they are. Doing it twice changes nothing."""
    if OwnForm.objects.of(own.agency).filter(pk=own.pk, withdrawn=False).update(withdrawn=True):
        after = {"form": own.form, "number": own.number}
        record(by=by, agency=own.agency, kind=EventKind.FORM_WITHDRAWN, subject=own, before=after, after={})
    own.refresh_from_db()
    return own


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise refuse(
            "ไฟล์ใหญ่เกิน 64 kB โปรดตรวจว่าเลือกไฟล์ถูก", "The file is over 64 kB. Please check that it is the right one."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(
            "ไฟล์ไม่ใช่ข้อความ UTF-8 โปรดบันทึกใหม่เป็น UTF-8", "The file is not UTF-8 text. Please save it as UTF-8."
        ) from None


def _new(agency: Agency, layout: FormLayout) -> None:
    if layout.id in {form.id for form in load_forms()}:
        raise refuse(
            f"“{layout.id}” เป็นรหัสของแบบที่มากับระบบ โปรดตั้ง id ใหม่",
            f"“{layout.id}” is a form that comes with Prongsai. Please give yours another id.",
        )
    last = OwnForm.objects.of(agency).filter(form=layout.id).order_by("-number").first()
    if last and last.file:
        raise refuse(
            f"“{layout.id}” เป็นแบบจากไฟล์ Word ของหน่วยงาน โปรดนำไฟล์ Word รุ่นใหม่มาแทน หรือตั้ง id ใหม่",
            f"“{layout.id}” is a form from the agency's Word file. Please bring a new Word file or use another id.",
        )
    if last and layout.version <= last.number:
        raise refuse(
            f"มี “{layout.id}” รุ่น {last.number} อยู่แล้ว โปรดแก้ version เป็น {last.number + 1}",
            f"“{layout.id}” is there in version {last.number}. Please write version: {last.number + 1}.",
        )
