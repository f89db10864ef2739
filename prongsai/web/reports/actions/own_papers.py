"""A Word report of the agency as a form: brought, looked at, given a name and kept; each upload is a new version."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max

from prongsai.core.access.decision import Refused
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.layout import FormLayout
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.writers.own_paper import find
from prongsai.layouts import parse_form, to_yaml
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.reports.forms_of import layout_of
from prongsai.web.reports.models import OwnForm
from prongsai.web.reports.own_papers import to_json
from prongsai.web.site.refusals import refuse

_ID = "word-{}"
LONGEST_NAME = 120


def bring_paper(*, by: Person, agency: Agency, data: bytes, name: str, form: str = "") -> OwnForm:
    """Find the form that a Word report is; it waits for ``keep_paper``, and an earlier one that waits is dropped.

    ``form`` is the id of a Word form whose next version this is, empty for a new one. Raises Refused with what is
    wrong with the file.
    """
    try:
        paper = find(data, PurePath(name).name[:100])
    except Refusal as refusal:
        raise Refused(refusal.sentence) from refusal
    for waiting in OwnForm.objects.of(agency).filter(kept=False, added_by=by):
        drop_paper(by=by, own=waiting)
    own = OwnForm(agency=agency, form=_id(agency, form), added_by=by, kept=False, found=to_json(paper))
    own.number = _next(agency, own.form)
    own.file_name, own.sha256 = PurePath(name).name[:300], sha256(data).hexdigest()
    called = _name_of(agency, own.form) or PurePath(own.file_name).stem
    own.text = _text(replace(paper.layout, id=own.form), own, called[:LONGEST_NAME])
    own.file.save(f"{own.sha256[:16]}.docx", ContentFile(data), save=False)
    try:
        own.save()
    except BaseException:
        own.file.delete(save=False)
        raise
    return own


@transaction.atomic
def keep_paper(*, by: Person, own: OwnForm, name: str) -> OwnForm:
    """Offer it under this name from now on. Doing it twice changes nothing."""
    waiting = OwnForm.objects.of(own.agency).select_for_update().filter(pk=own.pk, kept=False).first()
    if waiting is None:
        own.refresh_from_db()
        return own
    waiting.text, waiting.kept = _renamed(waiting, name), True
    waiting.save(update_fields=["text", "kept"])
    after = {"form": waiting.form, "number": waiting.number, "sha256": waiting.sha256}
    record(by=by, agency=waiting.agency, kind=EventKind.FORM_ADDED, subject=waiting, after=after)
    return waiting


@transaction.atomic
def drop_paper(*, by: Person, own: OwnForm) -> None:
    """Take back a paper that one brought and has not kept; a kept one stays."""
    if OwnForm.objects.of(own.agency).filter(pk=own.pk, kept=False, added_by=by).delete()[0]:
        storage, file = own.file.storage, str(own.file.name)
        transaction.on_commit(lambda: storage.delete(file))


def _text(layout: FormLayout, own: OwnForm, name: str) -> str:
    """The form as YAML; its source names the file by its hash, so that the hash of the form changes with the file."""
    source = f"{own.file_name} sha256:{own.sha256}"
    made = to_yaml(replace(layout, name_th=name, name_en=name, source=source), own.form)
    return made.replace("\nversion: 1\n", f"\nversion: {own.number}\n", 1)


def _renamed(own: OwnForm, name: str) -> str:
    return _text(parse_form(own.text, own.form), own, name)


def _id(agency: Agency, form: str) -> str:
    """The id of the form whose next version this is, or a new one."""
    known = set(OwnForm.objects.of(agency).values_list("form", flat=True))
    if not form:
        return next(name for at in range(1, len(known) + 2) if (name := _ID.format(at)) not in known)
    if not OwnForm.objects.of(agency).filter(form=form, kept=True).exclude(file="").exists():
        raise refuse("ไม่พบแบบ Word ที่จะเปลี่ยนเป็นรุ่นใหม่ โปรดเลือกอีกครั้ง", "That Word form is not there. Please choose again.")
    return form


def _next(agency: Agency, form: str) -> int:
    last = OwnForm.objects.of(agency).filter(form=form).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _name_of(agency: Agency, form: str) -> str:
    """What the newest version of a form is called."""
    last = OwnForm.objects.of(agency).filter(form=form, kept=True).order_by("-number").first()
    layout = layout_of(last) if last else None
    return layout.name_th if layout else ""
