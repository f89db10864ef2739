"""Publishing is an act: a person, a moment, a frozen copy. What was published is never changed, only followed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import F
from django.http import QueryDict
from django.utils import timezone

from prongsai.core.access.decision import Refused
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.publication.canonical import canonical, sha256_of
from prongsai.core.publication.content import Content, FileRef
from prongsai.core.publication.names import public_name
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.evidence.actions import all_or_nothing, keep
from prongsai.web.published.drafts import Draft, OfferedFile, Sent
from prongsai.web.published.drafts import Tried as Tried
from prongsai.web.published.indexing import forget_texts, index
from prongsai.web.published.models import Attachment, Edition, Publication, PublishedFile, Shelf, Withdrawal
from prongsai.web.published.queries import preview_of
from prongsai.web.site.refusals import refuse


@dataclass(frozen=True, slots=True)
class Given:
    """A file to publish with the content; its bytes are copied, so that what is public rests on nothing else."""

    title: str
    name: str
    content_type: str
    data: bytes


def publish(*, by: Person, agency: Agency, content: Content, files: Sequence[Given] = (), reason: str = "") -> Edition:
    """Freeze ``content`` with copies of its files as the next edition at its address; its ``files`` are filled in here.

    Refused for a later edition without a reason, and where nothing differs from the edition that is shown.
    """
    content = replace(content, files=tuple(_reference(one) for one in files))
    text = canonical(content)
    with all_or_nothing():
        shelf = _touched(agency)
        publication = _address(agency, content)
        last = Edition.objects.of(agency).filter(publication=publication).order_by("-number").first()
        _demand_news(agency, last, sha256_of(text), reason)
        edition = Edition.objects.add(
            agency=agency,
            publication=publication,
            number=last.number + 1 if last else 1,
            schema=content.schema,
            content=text,
            sha256=sha256_of(text),
            reason=reason.strip(),
            published_by=by,
            published_at=shelf.changed_at,
        )
        copies = [_kept(agency, one) for one in files]
        Attachment.objects.add_all(
            [Attachment(agency=agency, edition=edition, file=copy, order=place) for place, copy in enumerate(copies)]
        )
        after = {"number": edition.number, "sha256": edition.sha256}
        record(by=by, agency=agency, kind=EventKind.CONTENT_PUBLISHED, subject=publication, after=after, reason=reason)
        index(publication)
    return edition


def try_to_publish(
    *,
    by: Person,
    agency: Agency,
    draft: Draft,
    post: QueryDict | None,
    prefix: str = "",
    also: Callable[[], None] = lambda: None,
) -> Tried:
    """``publish_draft`` with what a form sent, None: nothing yet; a refusal comes back with what was sent.

    ``prefix`` tells the fields of several drafts on one page apart.
    """
    if post is None:
        return Tried()
    sent = _sent_in(post, prefix)
    try:
        publish_draft(by=by, agency=agency, draft=draft, sent=sent, also=also)
    except Refused as refused:
        return Tried(sent, refused.why)
    return Tried(sent, done=True)


def _sent_in(post: QueryDict, prefix: str) -> Sent:
    return Sent(
        post.get(f"{prefix}seen", ""),
        frozenset(post.getlist(f"{prefix}file")),
        post.get(f"{prefix}confirmed") == "on",
        post.get("reason", ""),
    )


def publish_draft(
    *, by: Person, agency: Agency, draft: Draft, sent: Sent, also: Callable[[], None] = lambda: None
) -> Edition:
    """Freeze the draft as it was looked at; ``also`` is done in the same transaction.

    Refused where it has changed since, cannot be published, or where personal data was found that nobody confirmed.
    """
    if draft.blocked is not None:
        raise Refused(draft.blocked)
    if draft.fingerprint != sent.seen:
        raise refuse(
            "มีผู้แก้ไขเนื้อหานี้หลังจากท่านเปิดดู ยังไม่มีอะไรเผยแพร่ โปรดตรวจเนื้อหาล่าสุดด้านล่าง แล้วกดเผยแพร่อีกครั้ง",
            "Somebody has changed this since you looked. Nothing is public yet. Please look below and publish again.",
        )
    if preview_of(agency, draft, sent.chosen).personal and not sent.confirmed:
        raise refuse(
            "พบสิ่งที่อาจเป็นข้อมูลส่วนบุคคล โปรดแก้ไข นำไฟล์ออก หรือทำเครื่องหมายยืนยันว่าเผยแพร่ได้",
            "There may be personal data in it. Please mend it, leave the file out, or tick that it may be published.",
        )
    files = [_given(one) for one in draft.picked(sent.chosen)]  # read before anybody waits for the transaction
    with all_or_nothing():
        edition = publish(by=by, agency=agency, content=draft.content, files=files, reason=sent.reason)
        also()
    return edition


@transaction.atomic
def withdraw(*, by: Person, publication: Publication, reason: str, number: int | None = None) -> list[Withdrawal]:
    """Show an edition no longer, or, without a number, all of them; returns what was withdrawn now.

    Refused without a reason. What is withdrawn already stays as it is.
    """
    if not reason.strip():
        raise refuse(
            "โปรดระบุเหตุผลที่ถอนการเผยแพร่ ประชาชนจะเห็นเหตุผลนี้แทนเนื้อหา",
            "Please say why it is withdrawn: the public will read this in its place.",
        )
    agency = publication.agency
    shelf = _touched(agency)
    live = Edition.objects.of(agency).filter(publication=publication, withdrawal=None)
    chosen = list(live if number is None else live.filter(number=number))
    made = [
        Withdrawal(agency=agency, edition=one, reason=reason.strip(), withdrawn_by=by, withdrawn_at=shelf.changed_at)
        for one in chosen
    ]
    Withdrawal.objects.add_all(made)
    if made:
        after = {"editions": sorted(one.number for one in chosen)}
        record(by=by, agency=agency, kind=EventKind.CONTENT_WITHDRAWN, subject=publication, after=after, reason=reason)
        index(publication)
        forget_texts(agency.pk)
    return made


@transaction.atomic
def renew_pages(*, agency: Agency) -> None:
    """What the pages are made of beside the publications has changed, such as the agency's emblem: make them anew."""
    _touched(agency)


def _touched(agency: Agency) -> Shelf:
    """The shelf, one generation on. Its row is locked until the transaction ends: acts of an agency queue up."""
    now = timezone.now()
    shelf = Shelf.objects.of(agency)
    shelf.get_or_create(agency=agency, defaults={"generation": 0, "changed_at": now})  # two may be the first
    shelf.update(generation=F("generation") + 1, changed_at=now)
    return shelf.get()


def _address(agency: Agency, content: Content) -> Publication:
    """The row of the content's address, its words those of this edition."""
    words = {
        "kind": content.kind.value,
        "title": content.title[:300],
        "group": content.group[:300],
        "subject": content.subject[:60],
        "order": content.order,
    }
    rows = Publication.objects.of(agency).filter(fiscal_year=content.fiscal_year, code=content.code)
    if rows.update(**words):
        return rows.get()
    return Publication.objects.add(agency=agency, fiscal_year=content.fiscal_year, code=content.code, **words)


def _demand_news(agency: Agency, last: Edition | None, sha256: str, reason: str) -> None:
    if last is None:
        return
    withdrawn = Withdrawal.objects.of(agency).filter(edition=last).exists()
    if last.sha256 == sha256 and not withdrawn:
        raise refuse(
            "เนื้อหานี้เหมือนกับที่เผยแพร่อยู่แล้ว ไม่มีอะไรต้องเผยแพร่ใหม่",
            "This is the same as what is public now: there is nothing new to publish.",
        )
    if not reason.strip():
        raise refuse(
            "โปรดระบุเหตุผลที่แก้ไข ประชาชนจะเห็นเหตุผลนี้พร้อมฉบับเดิม",
            "Please say why it is corrected: the public will read this beside the earlier version.",
        )


def _reference(one: Given) -> FileRef:
    sha256 = hashlib.sha256(one.data).hexdigest()
    return FileRef(one.title, public_name(one.name), one.content_type, len(one.data), sha256)


def _kept(agency: Agency, one: Given) -> PublishedFile:
    """The copy: the one that is there already with the same bytes and name, or a new one."""
    reference = _reference(one)
    same = {"sha256": reference.sha256, "name": reference.name, "content_type": one.content_type}
    found = PublishedFile.objects.of(agency).filter(**same, attachments__edition__withdrawal=None).first()
    if found:
        return found
    made = PublishedFile(agency=agency, key=token_urlsafe(16), size=len(one.data), **same)
    keep(made.file, one.data)
    made.save()
    return made


def _given(file: OfferedFile) -> Given:
    try:
        data = file.data()
    except OSError as fault:
        raise refuse(
            f"เปิดไฟล์ “{file.name}” ไม่ได้ โปรดแนบไฟล์นี้ใหม่ หรือนำเครื่องหมายออกแล้วเผยแพร่",
            f"The file “{file.name}” cannot be opened. Please attach it anew, or publish without it.",
        ) from fault
    return Given(file.title, file.name, file.content_type, data)
