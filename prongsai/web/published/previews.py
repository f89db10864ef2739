"""What a person sees before publishing: the content, what is missing, personal data, what differs from the public."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from prongsai.core.publication.changes import changes
from prongsai.core.publication.content import Content
from prongsai.core.publication.privacy import Personal, personal_data
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.models import Agency
from prongsai.web.published.drafts import Draft, OfferedFile, Tried
from prongsai.web.published.file_words import LookedAt, look_at

if TYPE_CHECKING:
    from prongsai.web.published.queries import Shown


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file with its tick, and what was found in it."""

    file: OfferedFile
    chosen: bool
    looked_at: LookedAt


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as a person looks at it. ``shown`` is the newest edition, None where nothing was ever published.

    ``chosen`` are the keys of the files to publish, None: all.
    """

    draft: Draft
    words: tuple[Personal, ...]
    looked_at: Mapping[str, LookedAt]
    shown: Shown | None
    chosen: Collection[str] | None = None

    @property
    def content(self) -> Content:
        """What would be frozen."""
        return self.draft.with_files(self.chosen)

    @property
    def rows(self) -> list[FileRow]:
        """Every file that could be published."""
        picked = {one.key for one in self.draft.picked(self.chosen)}
        return [FileRow(one, one.key in picked, self.looked_at[one.key]) for one in self.draft.files]

    @property
    def has_photos(self) -> bool:
        """Whether a picture is among the files."""
        return any(one.content_type.startswith("image/") for one in self.draft.files)

    @property
    def personal(self) -> tuple[Personal, ...]:
        """What looks like personal data, in the words and in the chosen files."""
        picked = self.draft.picked(self.chosen)
        return (*self.words, *(one for file in picked for one in self.looked_at[file.key].found))

    @property
    def unread(self) -> list[str]:
        """The names of chosen files that could not be read whole."""
        return [one.name for one in self.draft.picked(self.chosen) if not self.looked_at[one.key].whole]

    @property
    def is_correction(self) -> bool:
        """Whether something was published here before, so that a reason is asked."""
        return self.shown is not None

    @property
    def is_restoring(self) -> bool:
        """Whether the newest edition was withdrawn."""
        return self.shown is not None and self.shown.is_withdrawn

    @property
    def differences(self) -> Sequence[Sentence]:
        """What differs from what the public reads now, in words; none where nothing of it is shown."""
        if self.shown is None or self.shown.is_withdrawn:
            return ()
        return changes(self.shown.content, self.content)

    @property
    def is_same(self) -> bool:
        """Whether the public reads exactly this already."""
        return self.shown is not None and not self.shown.is_withdrawn and self.shown.content == self.content


@dataclass(frozen=True, slots=True)
class Page:
    """The page on which somebody publishes: the preview, what was tried, and the address at which it will stand."""

    preview: Preview
    tried: Tried
    address: str

    @property
    def reason(self) -> str:
        """What was written before; nothing that was written is lost by a refusal."""
        return self.tried.sent.reason if self.tried.sent else ""

    @property
    def confirmed(self) -> bool:
        """Whether personal data was confirmed before."""
        return bool(self.tried.sent and self.tried.sent.confirmed)


def seen_as(drafts: Sequence[tuple[Draft, Collection[str] | None]], shown: Iterable[Shown]) -> list[Preview]:
    """Each draft, with the chosen keys of its files, with what was found in it, and with what stands at its address."""
    stands = {(one.publication.fiscal_year, one.publication.code): one for one in shown}
    looked_at = look_at(file for draft, _chosen in drafts for file in draft.files)
    return [
        Preview(
            draft,
            tuple(personal_data(draft.with_files(chosen))),
            {file.key: looked_at[file.key] for file in draft.files},
            stands.get((draft.content.fiscal_year, draft.content.code)),
            chosen,
        )
        for draft, chosen in drafts
    ]


def public_path(agency: Agency, fiscal_year: int, code: str, number: int | None = None) -> str:
    """Where the public reads a publication: its newest edition, or the one of that number."""
    return f"/{agency.slug}/{fiscal_year}/{code}" + (f"/v{number}" if number else "")


def public_address(agency: Agency, fiscal_year: int, code: str, number: int | None = None) -> str:
    """The same as a whole address, to copy."""
    return settings.SITE_URL + public_path(agency, fiscal_year, code, number)
