"""Publishing freezes copies, corrects by new editions with a reason, and withdraws without deleting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.storage import default_storage

from prongsai.core.access.decision import Refused
from prongsai.core.publication.canonical import canonical, read, sha256_of
from prongsai.core.sentence import Sentence
from prongsai.web.audit.models import Event
from prongsai.web.published import actions, queries
from prongsai.web.published.drafts import Sent
from prongsai.web.published.models import Attachment, Edition, Publication, PublishedFile, Withdrawal
from tests.cast import Cast
from tests.web.published.made import YEAR, content, draft, given, offered


def _publish(cast: Cast, text: str = "แผนปี 2569", **more: Any) -> Edition:
    return actions.publish(by=cast.somying, agency=cast.agency, content=content(text), **more)


def _shown(cast: Cast) -> queries.Shown:
    found = queries.shown_at(cast.agency, YEAR, "o12")
    assert found is not None
    return found


def test_what_is_published_is_a_copy_with_its_hash(cast: Cast) -> None:
    edition = _publish(cast, files=[given(b"first")])
    assert edition.sha256 == sha256_of(edition.content)
    assert replace(read(edition.content), files=()) == content()
    (file,) = _shown(cast).files
    with file.file.open("rb") as opened:
        assert opened.read() == b"first"
    assert Event.objects.of(cast.agency).get(kind="content_published").after["number"] == 1


def test_a_correction_is_a_new_edition_and_the_old_one_stays(cast: Cast) -> None:
    _publish(cast)
    _publish(cast, "แผนปี 2569 แก้ไข", reason=" พิมพ์ผิด ")
    newest, first = queries.editions_of(_shown(cast).publication)
    assert (newest.edition.number, newest.edition.reason, first.edition.number) == (2, "พิมพ์ผิด", 1)
    assert first.content == content()
    assert first.is_newest is False


def test_a_correction_without_a_reason_is_refused_and_nothing_changes(cast: Cast) -> None:
    _publish(cast)
    with pytest.raises(Refused, match="เหตุผล"):
        _publish(cast, "อื่น", reason="  ", files=[given(b"other")])
    assert Edition.objects.of(cast.agency).count() == 1
    assert not PublishedFile.objects.of(cast.agency).exists()


def test_the_same_content_twice_is_refused(cast: Cast) -> None:
    _publish(cast)
    with pytest.raises(Refused, match="เหมือนกับที่เผยแพร่อยู่แล้ว"):
        _publish(cast, reason="อีกครั้ง")


def test_every_act_turns_the_shelf_on(cast: Cast) -> None:
    def generation() -> int:
        shelf = queries.shelf_of(cast.agency)
        return shelf.generation if shelf else 0

    seen = [generation()]
    edition = _publish(cast)
    seen.append(generation())
    actions.withdraw(by=cast.somying, publication=edition.publication, reason="ผิดไฟล์")
    seen.append(generation())
    actions.renew_pages(agency=cast.agency)
    seen.append(generation())
    assert seen == [0, 1, 2, 3]


def test_the_same_file_is_kept_once(cast: Cast) -> None:
    _publish(cast, files=[given()])
    _publish(cast, "แก้ไข", files=[given()], reason="แก้ไข")
    assert PublishedFile.objects.of(cast.agency).count() == 1
    assert Attachment.objects.of(cast.agency).count() == 2


def test_a_withdrawn_file_has_no_address_and_comes_back_under_another(cast: Cast) -> None:
    edition = _publish(cast, files=[given()])
    (file,) = _shown(cast).files
    actions.withdraw(by=cast.somying, publication=edition.publication, reason="มีชื่อบุคคล")
    assert queries.file_of(cast.agency, file.key) is None
    _publish(cast, reason="ปิดชื่อแล้ว", files=[given()])
    (again,) = _shown(cast).files
    assert again.key != file.key


def test_a_withdrawn_edition_is_shown_to_nobody(cast: Cast) -> None:
    edition = _publish(cast)
    actions.withdraw(by=cast.somying, publication=edition.publication, reason="ผิด")
    with pytest.raises(LookupError):
        _ = _shown(cast).content


def test_one_edition_is_withdrawn_and_the_others_stay(cast: Cast) -> None:
    publication = _publish(cast).publication
    _publish(cast, "แก้ไข", reason="แก้ไข")
    (gone,) = actions.withdraw(by=cast.somying, publication=publication, reason="มีชื่อบุคคล", number=1)
    assert gone.edition.number == 1
    assert _shown(cast).content.sections[0].paragraphs == ("แก้ไข",)
    assert [one.is_withdrawn for one in queries.editions_of(publication)] == [False, True]


def test_withdrawing_asks_for_a_reason(cast: Cast) -> None:
    publication = _publish(cast).publication
    with pytest.raises(Refused, match="เหตุผล"):
        actions.withdraw(by=cast.somying, publication=publication, reason=" ")
    assert not Withdrawal.objects.of(cast.agency).exists()


def test_what_is_withdrawn_is_withdrawn_once(cast: Cast) -> None:
    publication = _publish(cast).publication
    assert len(actions.withdraw(by=cast.somying, publication=publication, reason="ผิด")) == 1
    assert actions.withdraw(by=cast.prasert, publication=publication, reason="ผิดอีก") == []
    assert Event.objects.of(cast.agency).filter(kind="content_withdrawn").count() == 1


def test_publishing_again_after_a_withdrawal_needs_a_reason(cast: Cast) -> None:
    publication = _publish(cast).publication
    actions.withdraw(by=cast.somying, publication=publication, reason="ผิด")
    with pytest.raises(Refused, match="เหตุผล"):
        _publish(cast)
    assert _publish(cast, reason="ตรวจแล้วถูกต้อง").number == 2


def test_a_file_of_20_megabytes_is_published(cast: Cast) -> None:
    data = b"x" * (20 * 1024 * 1024)
    _publish(cast, files=[given(data, "large.txt")])
    (file,) = _shown(cast).files
    assert (file.size, file.file.size) == (len(data), len(data))


def _sent(text: str = "แผนปี 2569", **more: Any) -> Sent:
    return Sent(draft(text, offered()).fingerprint, **{"chosen": {"e1"}, **more})


def _publish_draft(cast: Cast, text: str, sent: Sent) -> Edition:
    return actions.publish_draft(by=cast.somying, agency=cast.agency, draft=draft(text, offered()), sent=sent)


def test_exactly_what_was_looked_at_is_published(cast: Cast) -> None:
    _publish_draft(cast, "แผนปี 2569", _sent())
    assert canonical(_shown(cast).content) == canonical(draft("แผนปี 2569", offered()).with_files())


def test_what_changed_since_it_was_looked_at_is_not_published(cast: Cast) -> None:
    with pytest.raises(Refused, match="หลังจากท่านเปิดดู"):
        _publish_draft(cast, "แผนที่มีผู้แก้ไข", _sent("แผนปี 2569"))
    assert not Publication.objects.of(cast.agency).exists()


def test_a_file_that_is_not_ticked_stays_inside(cast: Cast) -> None:
    _publish_draft(cast, "แผนปี 2569", _sent(chosen=()))
    assert _shown(cast).files == []
    assert _shown(cast).content.files == ()


def test_personal_data_must_be_confirmed(cast: Cast) -> None:
    text = "ติดต่อนางสาวทดสอบ ๐๘๑-๒๓๔-๕๖๗๘"
    with pytest.raises(Refused, match="ข้อมูลส่วนบุคคล"):
        _publish_draft(cast, text, _sent(text))
    assert not Edition.objects.of(cast.agency).exists()
    assert _publish_draft(cast, text, _sent(text, confirmed=True)).number == 1


def test_personal_data_in_a_file_must_be_confirmed_or_the_file_left_out(cast: Cast) -> None:
    file = offered("เลขประจำตัว 1-2345-67890-12-1".encode())
    made = draft("แผน", file)
    for chosen in ({"e1"}, set[str]()):
        sent = Sent(made.fingerprint, chosen)
        if chosen:
            with pytest.raises(Refused, match="ข้อมูลส่วนบุคคล"):
                actions.publish_draft(by=cast.somying, agency=cast.agency, draft=made, sent=sent)
        else:
            assert actions.publish_draft(by=cast.somying, agency=cast.agency, draft=made, sent=sent).number == 1


def test_what_is_blocked_is_not_published(cast: Cast) -> None:
    made = replace(draft(), blocked=Sentence("ยังเผยแพร่ไม่ได้", "Not yet."))
    with pytest.raises(Refused, match="ยังเผยแพร่ไม่ได้"):
        actions.publish_draft(by=cast.somying, agency=cast.agency, draft=made, sent=Sent(made.fingerprint, ()))


def test_a_lost_file_is_named_and_nothing_is_published(cast: Cast) -> None:
    def lost() -> bytes:
        raise FileNotFoundError

    made = draft("แผน", replace(offered(), data=lost))
    with pytest.raises(Refused, match="plan"):
        actions.publish_draft(by=cast.somying, agency=cast.agency, draft=made, sent=Sent(made.fingerprint, {"e1"}))
    assert not Publication.objects.of(cast.agency).exists()


def test_what_fails_afterwards_takes_the_publication_and_its_files_back(cast: Cast) -> None:
    def fail() -> None:
        raise RuntimeError("no")

    before = _files()
    made = draft("แผน", offered())
    with pytest.raises(RuntimeError):
        actions.publish_draft(
            by=cast.somying, agency=cast.agency, draft=made, sent=Sent(made.fingerprint, {"e1"}), also=fail
        )
    assert not Publication.objects.of(cast.agency).exists()
    assert _files() == before


def _files() -> list[str]:
    return sorted(default_storage.listdir("published")[1]) if default_storage.exists("published") else []


def test_nothing_of_another_agency_is_found(cast: Cast) -> None:
    _publish(cast, files=[given()])
    key = _shown(cast).files[0].key
    assert queries.shown_at(cast.neighbour, YEAR, "o12") is None
    assert queries.file_of(cast.neighbour, key) is None
