"""Files that no row knows are found and deleted; all others stay."""

from __future__ import annotations

import io
import os
import time
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from prongsai.web.evidence import actions
from prongsai.web.evidence.sweeping import orphans
from prongsai.web.published.actions import withdraw
from prongsai.web.published.models import Publication, PublishedFile
from tests.cast import Cast
from tests.factories.pictures import upload
from tests.factories.publishing import FILE, item, put_out


def _written(days_ago: int, folder: str = "evidence") -> str:
    name = default_storage.save(f"{folder}/{uuid4().hex}", ContentFile(b"x"))
    moment = time.time() - days_ago * 86_400
    os.utime(default_storage.path(name), (moment, moment))
    return name


def _run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("sweep_evidence", *arguments, stdout=out)
    return out.getvalue()


def test_it_finds_what_no_row_knows_and_is_not_young(cast: Cast) -> None:
    kept = actions.add_file(by=cast.wichai, agency=cast.agency, upload=upload(), fiscal_year=2569)
    for field in (kept.file, kept.shown, kept.small):
        os.utime(field.path, (1, 1))
    young, lost = _written(0), _written(2)
    assert list(orphans()) == [lost]
    assert _run() == f"{lost}\n"
    assert default_storage.exists(lost), "listing deletes nothing"
    assert "1 ไฟล์" in _run("--delete")
    assert not default_storage.exists(lost)
    assert default_storage.exists(young)
    assert all(default_storage.exists(str(field.name)) for field in (kept.file, kept.shown, kept.small))


def test_without_files_there_is_nothing_to_find(db: None) -> None:
    assert _run() == ""


def test_it_sweeps_what_a_killed_act_of_publishing_left_and_nothing_that_was_published(cast: Cast) -> None:
    for reason in ("", "แก้ไข"):
        put_out(cast.agency, cast.somying, item("o1", f"โครงสร้าง {reason}"), (FILE,), reason=reason)
    kept = PublishedFile.objects.of(cast.agency).get()
    withdraw(by=cast.somying, publication=Publication.objects.of(cast.agency).get(), reason="ผิดฉบับ")
    os.utime(kept.file.path, (1, 1))
    young, lost = _written(0, "published"), _written(2, "published")
    assert _run() == f"{lost}\n"
    _run("--delete")
    assert not default_storage.exists(lost)
    assert default_storage.exists(young) and default_storage.exists(str(kept.file.name))
