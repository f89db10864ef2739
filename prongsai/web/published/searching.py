"""Finding what is public: one function for both databases, for one agency and for all.

SQLite looks into its index of trigrams for words of three letters or more; shorter ones, which that index does not
know, are looked for in the rows themselves. PostgreSQL looks into the rows, by its own trigrams where it has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from prongsai.core.publication.canonical import read
from prongsai.core.search.hits import Piece, marked, snippet
from prongsai.core.search.letters import folded, mended
from prongsai.core.search.sought import Sought
from prongsai.core.search.words import Level, words_of
from prongsai.web.agencies.models import Agency
from prongsai.web.published.indexing import scope_of
from prongsai.web.published.models import Attachment, Publication, PublishedFile, Searchable

PAGE = 25
#: So many hits of each sort are looked at, the newest first; of more it is said only that there are more.
MOST = 1000
#: The shortest word that an index of trigrams knows.
TRIGRAM = 3

#: PostgreSQL does not count what it costs to unpack long texts, and would read them all: it is led to its trigrams.
_BY_TRIGRAMS = "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)"

_COLUMNS = {Level.TITLE: "title", Level.PARTS: "parts", Level.BODY: "body", Level.FILES: "files"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A publication that was found, with the piece of it (or of one of its files) that shows why."""

    agency: Agency
    publication: Publication
    published_at: datetime
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    file: PublishedFile | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found; ``total`` is at least ``MOST`` where there are ``more`` than were looked at."""

    total: int
    more: bool
    number: int
    hits: tuple[Hit, ...]

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(-(-self.total // PAGE), 1)


@dataclass(frozen=True, slots=True)
class _Where:
    """In what a question is looked for."""

    words: tuple[str, ...]
    agency: Agency | None
    year: int | None

    @property
    def long(self) -> list[str]:
        """The words for the index of SQLite."""
        return [word for word in self.words if connection.vendor == "sqlite" and len(word) >= TRIGRAM]

    @property
    def others(self) -> list[str]:
        """The words for the rows themselves."""
        long = self.long
        return [word for word in self.words if word not in long]

    def columns(self, level: Level, word: str) -> list[str]:
        """Short words over all agencies are looked for in titles alone: nothing else would bound their cost."""
        if self.agency is None and len(word) < TRIGRAM:
            return [_COLUMNS[Level.TITLE]]
        return [_COLUMNS[one] for one in Level if one <= level]


def search(question: Sought, *, agency: Agency | None = None, year: int | None = None, number: int = 1) -> Hits:
    """What holds every word of the question, titles first and newer before older; three reading queries at most.

    Without an agency over all of them. A page that is not there is the first one.
    """
    if not question:
        return Hits(0, False, 1, ())
    where = _Where(question.words, agency, year)
    rows = _rows(where, number)
    if not rows and number > 1:
        rows, number = _rows(where, 1), 1
    total = rows[0][2] if rows else 0
    levels = {pk: Level(level) for pk, level, _ in rows}
    return Hits(min(total, MOST), total > MOST, number, tuple(_hits(levels, question.words)))


def _rows(where: _Where, number: int) -> list[tuple[int, int, int]]:
    """(row, level, how many there are) of a page."""
    tiers = [_tier(where, level) for level in Level if level is Level.TITLE or not _only_titles(where)]
    union = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS tier{at}" for at, (sql, _) in enumerate(tiers))  # noqa: S608  # names of ours alone
    ask = (
        f"SELECT id, MIN(level), COUNT(*) OVER () FROM ({union}) AS tiers "  # noqa: S608  # names of ours alone
        'GROUP BY id, fiscal_year, "order" ORDER BY MIN(level), fiscal_year DESC, "order", id DESC LIMIT %s OFFSET %s'
    )
    with _led(where), connection.cursor() as cursor:
        cursor.execute(ask, [*(one for _, values in tiers for one in values), PAGE, (number - 1) * PAGE])
        return [(pk, level, total) for pk, level, total in cursor.fetchall()]


@contextmanager
def _led(where: _Where) -> Iterator[None]:
    """PostgreSQL by its trigrams, where all words have some; a transaction bounds what is set. SQLite needs nothing."""
    if connection.vendor != "postgresql" or where.agency is not None or min(map(len, where.words)) < TRIGRAM:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_BY_TRIGRAMS)
        yield


def _only_titles(where: _Where) -> bool:
    return where.agency is None and all(len(word) < TRIGRAM for word in where.words)


def _tier(where: _Where, level: Level) -> tuple[str, list[Any]]:
    """The newest rows that hold every word within the columns of a level or of those before it."""
    table, newest, conditions, values = "published_searchable s", "s.id", [], list[Any]()
    if where.long:
        newest = "published_search.rowid"
        table = "published_search JOIN published_searchable s ON s.id = published_search.rowid"
        conditions.append("published_search MATCH %s")
        values.append(_match(where, level))
    for word in where.others:
        columns = where.columns(level, word)
        conditions.append("(" + " OR ".join(f"s.{column} LIKE %s ESCAPE '\\'" for column in columns) + ")")
        values += [f"%{_literal(word)}%"] * len(columns)
    if where.agency is not None:
        conditions.append("s.agency_id = %s")
        values.append(where.agency.pk)
    if where.year is not None:
        conditions.append("s.fiscal_year = %s")
        values.append(where.year)
    found = (
        f'SELECT s.id, s.fiscal_year, s."order", {int(level)} AS level FROM {table} WHERE {" AND ".join(conditions)}'  # noqa: S608  # names of ours alone
    )
    return f"{found} ORDER BY {newest} DESC LIMIT {MOST + 1}", values


def _match(where: _Where, level: Level) -> str:
    """What is asked of FTS5; the token of the agency leaves out the words of the others."""
    columns = " ".join(_COLUMNS[one] for one in Level if one <= level)
    words = " AND ".join(_phrase(word) for word in where.long)
    asked = f"{{{columns}}} : ({words})"
    return asked if where.agency is None else f"scope : {_phrase(scope_of(where.agency.pk))} AND {asked}"


def _phrase(word: str) -> str:
    doubled = word.replace('"', '""')
    return f'"{doubled}"'


def _literal(word: str) -> str:
    for sign in ("\\", "%", "_"):
        word = word.replace(sign, "\\" + sign)
    return word


def _hits(levels: dict[int, Level], words: Sequence[str]) -> Iterable[Hit]:
    texts = [f.name for f in Searchable._meta.concrete_fields if f.name in {"scope", "title", "parts", "body", "files"}]
    found = Searchable.objects.everywhere().filter(pk__in=levels, edition__withdrawal=None).defer(*texts)
    rows = {row.pk: row for row in found.select_related("agency", "publication", "edition")}
    files = _files([row.edition_id for pk, row in rows.items() if levels[pk] is Level.FILES])
    for pk, level in levels.items():
        if pk in rows:  # unless it was withdrawn between two queries
            yield _hit(rows[pk], level, files.get(rows[pk].edition_id, []), words)


def _files(editions: list[int]) -> dict[int, list[PublishedFile]]:
    """The files of editions that were found by what their files say, in their order."""
    kept: dict[int, list[PublishedFile]] = {}
    if editions:
        attached = Attachment.objects.everywhere().filter(edition__in=editions).select_related("file__said")
        for one in attached.order_by("order"):
            kept.setdefault(one.edition_id, []).append(one.file)
    return kept


def _hit(row: Searchable, level: Level, files: list[PublishedFile], words: Sequence[str]) -> Hit:
    content = read(row.edition.content)
    told = words_of(content)
    title = marked(mended(row.publication.title), words)
    best = max(files, key=lambda file: _held(_said(file), words), default=None)
    if best is not None:
        return Hit(row.agency, row.publication, row.published_at, title, snippet(_said(best), words), best)
    text = mended(content.lead) if level is Level.TITLE else f"{told.parts} · {told.body}"
    return Hit(row.agency, row.publication, row.published_at, title, snippet(text, words))


def _said(file: PublishedFile) -> str:
    said = getattr(file, "said", None)
    return said.text if said is not None else ""


def _held(text: str, words: Sequence[str]) -> int:
    plain = folded(text)
    return sum(word in plain for word in words)
