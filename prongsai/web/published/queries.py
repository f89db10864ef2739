"""What is public of an agency: read by the public pages, and by the pages that tell officials what is public."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from prongsai.core.publication.canonical import read
from prongsai.core.publication.content import Content
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.published.drafts import Draft as Draft
from prongsai.web.published.drafts import OfferedFile as OfferedFile
from prongsai.web.published.drafts import Tried
from prongsai.web.published.listing import Shows as Shows
from prongsai.web.published.listing import agencies_showing as agencies_showing
from prongsai.web.published.listing import kinds_showing as kinds_showing
from prongsai.web.published.listing import provinces_showing as provinces_showing
from prongsai.web.published.listing import shelves_showing as shelves_showing
from prongsai.web.published.listing import shows_of as shows_of
from prongsai.web.published.listing import years_found as years_found
from prongsai.web.published.models import Attachment as Attachment
from prongsai.web.published.models import Edition as Edition
from prongsai.web.published.models import Publication as Publication
from prongsai.web.published.models import PublishedFile as PublishedFile
from prongsai.web.published.models import Shelf as Shelf
from prongsai.web.published.models import Withdrawal as Withdrawal
from prongsai.web.published.news import News as News
from prongsai.web.published.news import news_of as news_of
from prongsai.web.published.previews import Page as Page
from prongsai.web.published.previews import Preview as Preview
from prongsai.web.published.previews import public_address as public_address
from prongsai.web.published.previews import public_path as public_path
from prongsai.web.published.previews import seen_as
from prongsai.web.published.searching import Hit as Hit
from prongsai.web.published.searching import Hits as Hits
from prongsai.web.published.searching import search as search


@dataclass
class Shown:
    """A publication with one of its editions. A withdrawn edition has no content and no files for anybody."""

    publication: Publication
    edition: Edition
    withdrawal: Withdrawal | None
    newest: int
    files: list[PublishedFile] = field(default_factory=list)

    @property
    def is_withdrawn(self) -> bool:
        """Whether this edition is no longer shown."""
        return self.withdrawal is not None

    @property
    def is_newest(self) -> bool:
        """Whether there is no later edition."""
        return self.edition.number == self.newest

    @cached_property
    def content(self) -> Content:
        """What was frozen; LookupError of a withdrawn edition, so that no page shows it by mistake."""
        if self.withdrawal is not None:
            raise LookupError(f"edition {self.edition.number} of {self.publication.code} is withdrawn")
        return read(self.edition.content)


def shelf_of(agency: Agency) -> Shelf | None:
    """The agency's shelf, or None while it has never published anything."""
    return Shelf.objects.of(agency).first()


def shelves_of(agencies: Iterable[Agency]) -> dict[int, Shelf]:
    """The shelves of some agencies, by the id of the agency."""
    return {one.agency_id: one for one in Shelf.objects.of_these(agencies)}


def publications_of(agency: Agency, fiscal_year: int | None = None) -> QuerySet[Publication]:
    """Everything that has ever been published, of a year or of all, withdrawn things too; in the order of lists."""
    found = Publication.objects.of(agency)
    return found if fiscal_year is None else found.filter(fiscal_year=fiscal_year)


def publication_at(agency: Agency, fiscal_year: int, code: str) -> Publication | None:
    """The publication of that address."""
    return Publication.objects.of(agency).filter(fiscal_year=fiscal_year, code=code.lower()).first()


def shown_of(agency: Agency, publications: Iterable[Publication]) -> list[Shown]:
    """Each publication with its newest edition, in the given order. Three queries however many there are."""
    wanted = list(publications)
    newest: dict[int, Edition] = {}
    for edition in _editions(agency, [one.pk for one in wanted]):
        newest.setdefault(edition.publication_id, edition)
    return [_shown(one, newest[one.pk], newest[one.pk].number) for one in wanted if one.pk in newest]


def newest_editions(agency: Agency, fiscal_year: int) -> dict[str, Edition]:
    """Code of each publication of a year to its newest edition, with its withdrawal if any, without the content.

    One query, for lists that tell what is public.
    """
    found = Edition.objects.of(agency).filter(publication__fiscal_year=fiscal_year).defer("content")
    rows = found.select_related("publication", "withdrawal").order_by("number")
    return {edition.publication.code: edition for edition in rows}


def shown_at(agency: Agency, fiscal_year: int, code: str, number: int | None = None) -> Shown | None:
    """What stands at an address: the newest edition, or the one of that number."""
    publication = publication_at(agency, fiscal_year, code)
    editions = list(_editions(agency, [publication.pk])) if publication else []
    chosen = editions[0] if editions and number is None else next((e for e in editions if e.number == number), None)
    return _shown(publication, chosen, editions[0].number) if publication and chosen else None


def editions_of(publication: Publication) -> list[Shown]:
    """Every edition of a publication, the newest first."""
    editions = list(_editions(publication.agency_id, [publication.pk]))
    return [_shown(publication, one, editions[0].number) for one in editions]


def preview_of(agency: Agency, draft: Draft, chosen: Collection[str] | None = None) -> Preview:
    """A draft as a person looks at it before publishing; ``chosen`` are the keys of its files, None: all of them."""
    return _previews(agency, [(draft, chosen)])[0]


def page_of_draft(agency: Agency, draft: Draft, tried: Tried) -> Page:
    """The page on which a person publishes a draft, with what was tried. Three queries."""
    return pages_of_drafts(agency, [(draft, tried)])[0]


def pages_of_drafts(agency: Agency, drafts: Sequence[tuple[Draft, Tried]]) -> list[Page]:
    """The same for several drafts: three queries however many they are."""
    previews = _previews(agency, [(draft, tried.sent.chosen if tried.sent else None) for draft, tried in drafts])
    return [
        Page(preview, tried, public_address(agency, draft.content.fiscal_year, draft.content.code))
        for (draft, tried), preview in zip(drafts, previews, strict=True)
    ]


def _previews(agency: Agency, drafts: Sequence[tuple[Draft, Collection[str] | None]]) -> list[Preview]:
    contents = [draft.content for draft, _chosen in drafts]
    years, codes = {one.fiscal_year for one in contents}, {one.code for one in contents}
    rows = publications_of(agency).filter(fiscal_year__in=years, code__in=codes)
    return seen_as(drafts, shown_of(agency, rows))


def people_of(shown: Iterable[Shown]) -> dict[int, str]:
    """Who published or withdrew these, by id: for officials alone. One query."""
    known = list(shown)
    ids = {one.edition.published_by_id for one in known}
    ids |= {one.withdrawal.withdrawn_by_id for one in known if one.withdrawal}
    return {person.pk: str(person) for person in Person.objects.filter(pk__in=ids)}


def editions_numbered(agency: Agency) -> list[tuple[int, str, int]]:
    """(fiscal year, code, number) of every edition that there ever was, withdrawn ones too. One query."""
    found = Edition.objects.of(agency).order_by("publication__fiscal_year", "publication__code", "number")
    return list(found.values_list("publication__fiscal_year", "publication__code", "number"))


def file_of(agency: Agency, key: str) -> PublishedFile | None:
    """The file of that key, as long as an edition that is not withdrawn shows it."""
    found = PublishedFile.objects.of(agency).filter(key=key, attachments__edition__withdrawal=None)
    return found.filter(attachments__isnull=False).first()


def names_of_files(agency: Agency) -> QuerySet[PublishedFile, str]:
    """The names in the storage of all files that the agency ever published, withdrawn ones too."""
    return PublishedFile.objects.of(agency).values_list("file", flat=True)


def agencies_shown(since: datetime | None = None) -> QuerySet[Agency]:
    """The agencies that have a portal: something of theirs has been published; of those, whose acts are newer."""
    found = Agency.objects.filter(Exists(Publication.objects.of(OuterRef("pk"))))
    if since is None:
        return found
    return found.filter(Exists(Shelf.objects.of(OuterRef("pk")).filter(changed_at__gte=since)))


def attachments_shown() -> QuerySet[Attachment]:
    """That newest editions show files, of all agencies, with the file; nothing of what is withdrawn."""
    last = Edition.objects.everywhere().filter(publication=OuterRef("edition__publication")).order_by("-number")
    found = Attachment.objects.everywhere().filter(edition__withdrawal=None)
    found = found.filter(edition__number=Subquery(last.values("number")[:1]))
    return found.select_related("agency", "file", "edition__publication").order_by("pk")


def publications_everywhere() -> QuerySet[Publication]:
    """Everything that has ever been published by any agency, in the order in which it first was; with its agency."""
    return Publication.objects.everywhere().select_related("agency").order_by("id")


def changed_since(publications: QuerySet[Publication], moment: datetime) -> QuerySet[Publication]:
    """Those of which an edition was published or withdrawn at that moment or later."""
    editions = Edition.objects.everywhere().filter(publication=OuterRef("pk"), published_at__gte=moment)
    gone = Withdrawal.objects.everywhere().filter(edition__publication=OuterRef("pk"), withdrawn_at__gte=moment)
    # First the agencies that acted since: a few, where the publications of all are a million.
    acted = Shelf.objects.everywhere().filter(changed_at__gte=moment).values("agency")
    return publications.filter(agency__in=acted).filter(Q(Exists(editions)) | Q(Exists(gone)))


def newest_of(publications: Iterable[Publication], *, whole: bool) -> list[Shown]:
    """Each publication, of whichever agency, with its newest edition; without content and files unless ``whole``.

    One query, three for whole ones, however many there are.
    """
    wanted = list(publications)
    last = Edition.objects.everywhere().filter(publication=OuterRef("publication")).order_by("-number")
    found = Edition.objects.everywhere().filter(publication__in=[one.pk for one in wanted])
    found = found.filter(number=Subquery(last.values("number")[:1])).select_related("withdrawal")
    if whole:
        attached = Attachment.objects.everywhere().select_related("file").order_by("order")
        found = found.prefetch_related(Prefetch("attachments", attached))
    else:
        found = found.defer("content").prefetch_related(Prefetch("attachments", Attachment.objects.everywhere().none()))
    newest = {edition.publication_id: edition for edition in found}
    return [_shown(one, newest[one.pk], newest[one.pk].number) for one in wanted if one.pk in newest]


def _editions(agency: Agency | int, publications: Collection[int]) -> QuerySet[Edition]:
    attached = Prefetch("attachments", Attachment.objects.of(agency).select_related("file").order_by("order"))
    found = Edition.objects.of(agency).filter(publication__in=publications).select_related("withdrawal")
    return found.prefetch_related(attached).order_by("publication", "-number")


def _shown(publication: Publication, edition: Edition, newest: int) -> Shown:
    withdrawal = getattr(edition, "withdrawal", None)
    files = [] if withdrawal else [one.file for one in edition.attachments.all()]
    return Shown(publication, edition, withdrawal, newest, files)
