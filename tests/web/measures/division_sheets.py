"""Sheets as somebody in an office handles them: downloaded, written into, sent back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prongsai.documents.division_sheets import headings
from prongsai.web.agencies.models import Division
from prongsai.web.measures.models import Round
from tests.documents.division_sheets.sample import book_of, cells_of, head_of

AT = {name: at for at, name in enumerate(headings())}
#: The hidden column behind the others.
IDENTITY = len(AT)


def url(round: Round, path: str = "", agency: str = "tha-khong") -> str:
    """The address of a round's sheets."""
    return f"/a/{agency}/2569/rounds/{round.pk}/sheets/{path}"


def cells(client: Client, round: Round, division: Division) -> list[list[Any]]:
    """All cells of the sheet that a division is sent."""
    return cells_of(client.get(url(round, f"{division.pk}/")).content)


def filled(sheet: list[list[Any]], **rows: Mapping[str, Any]) -> list[list[Any]]:
    """The same with other texts: ``m1`` are those of the first measure, by field."""
    made = [list(row) for row in sheet]
    head = head_of(made)
    for name, texts in rows.items():
        for field, text in texts.items():
            made[head + int(name[1:])][AT[field]] = text
    return made


def file_of(*sheets: list[list[Any]], name: str = "กองช่าง.xlsx") -> SimpleUploadedFile:
    """The workbook as it comes back."""
    return SimpleUploadedFile(name, book_of(*sheets))


def sent_back(client: Client, round: Round, *files: SimpleUploadedFile) -> Any:
    """The page that shows what the files would change."""
    return client.post(url(round), {"sheets": list(files)})


def accepted(client: Client, page: Any, round: Round, *, take: Sequence[str] | None = None, **more: str) -> Any:
    """The answer to the form of that page, with what stands ticked there or ``take``."""
    sent = {
        "parcel": page.context["parcel"],
        "on": "15/4/2569",
        "take": page.context["ticked"] if take is None else take,
    }
    return client.post(url(round, "accept/"), {**sent, **more})
