"""Files made ready before anything is written: checked, hashed, photos drawn anew, while no transaction waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.files.base import File

from prongsai.core.access.decision import Refused
from prongsai.core.evidence.kinds import FileKind, kind_of, safe_name
from prongsai.core.sentence import Sentence
from prongsai.web.evidence.photos import Copies, copies_of
from prongsai.web.site.refusals import refuse

#: A form brings no more files than this, and together no more than so many times the largest file.
MOST_FILES, MOST_TIMES = 10, 3


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that may be kept: its bytes, their SHA-256, a safe name, its kind, and the copies of a photo."""

    data: bytes
    sha256: str
    name: str
    kind: FileKind
    copies: Copies | None


def prepare(upload: File[Any]) -> Prepared:
    """Check one file and make its copies; Refused names the file and says why not."""
    name = upload.name or ""
    data = _bytes(upload, name)
    kind = kind_of(data, name)
    if isinstance(kind, Sentence):
        raise Refused(_of_file(name, kind))
    try:
        copies = copies_of(data, kind) if kind.picture else None
    except Refused as refused:
        raise Refused(_of_file(name, refused.why)) from refused
    return Prepared(data, sha256(data).hexdigest(), safe_name(name, kind), kind, copies)


def prepare_all(uploads: Sequence[File[Any] | Prepared]) -> list[Prepared]:
    """Every file of a form; what is prepared already stays. Refused where they are too many or together too large."""
    most = settings.EVIDENCE_MAX_BYTES * MOST_TIMES
    if len(uploads) > MOST_FILES or sum(one.size for one in uploads if isinstance(one, File)) > most:
        megabytes = most // (1024 * 1024)
        raise refuse(
            f"แนบได้ครั้งละไม่เกิน {MOST_FILES} ไฟล์ รวมกันไม่เกิน {megabytes} MB โปรดบันทึกเป็นหลายครั้ง",
            f"At most {MOST_FILES} files and {megabytes} MB together at once. Please save them in parts.",
        )
    return [one if isinstance(one, Prepared) else prepare(one) for one in uploads]


def _bytes(upload: File[Any], name: str) -> bytes:
    """All of an upload, or Refused where it is larger than is taken."""
    most = settings.EVIDENCE_MAX_BYTES
    upload.seek(0)
    data: bytes = upload.read(most + 1)
    if len(data) > most:
        megabytes = most // (1024 * 1024)
        sentence = Sentence(
            f"ไฟล์นี้ใหญ่เกิน {megabytes} MB โปรดย่อไฟล์ แบ่งเป็นหลายไฟล์ หรือวางลิงก์แทน",
            f"This file is larger than {megabytes} MB. Please make it smaller, split it, or give a link instead.",
        )
        raise Refused(_of_file(name, sentence))
    return data


def _of_file(name: str, why: Sentence) -> Sentence:
    """The sentence with the name of the file that it is about: several may have come at once."""
    short = name.replace("\\", "/").rsplit("/", 1)[-1][:80]
    return Sentence(f"“{short}”: {why.th}", f"“{short}”: {why.en}") if short else why
