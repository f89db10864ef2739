"""What came: its kind, whether it opens, whether there is anything in it, its size."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.core.links.addresses import split
from prongsai.core.links.kinds import PAPERS, declared_kind
from prongsai.core.links.link import Noticed, Reason
from prongsai.core.links.seen import Seen

#: Bytes above which a telephone in the country waits for minutes.
LARGE = 30 * 1024 * 1024
#: Letters below which a page or a file has no text to speak of.
_FEW_ON_PAGE, _FEW_IN_PDF = 25, 20
_MEGABYTE = 1024 * 1024
#: What a reader sees though it is no text.
_SHOWS = ("<img", "<iframe", "<frame", "<object", "<embed", "<video", "<svg", "<canvas", "<input")
#: Sites on which files and films are shown by scripts alone; to doubt each would be noise.
_BY_SCRIPTS = (
    *("google.com", "youtube.com", "youtu.be", "facebook.com", "canva.com", "onedrive.live.com", "sharepoint.com"),
    *("powerbi.com", "fliphtml5.com", "anyflip.com", "heyzine.com", "tiktok.com", "line.me"),
)
_FILES = PAPERS | {"doc", "xls"}


def wrong_kind(seen: Seen) -> Iterable[Noticed]:
    """A page where server or address announced a file, or a file announced as a page. Detail: the kind that came."""
    declared, named = declared_kind(seen.fetched.headers), split(seen.answers).extension
    a_page_for_a_file = seen.kind == "html" and (declared in _FILES or named in _FILES)
    a_file_for_a_page = declared == "html" and seen.kind in _FILES
    nonsense = declared in PAPERS and seen.kind in {"text", "other"}
    if a_page_for_a_file or a_file_for_a_page or nonsense:
        yield Noticed(Reason.WRONG_KIND, seen.kind)


def damaged(seen: Seen) -> Iterable[Noticed]:
    """A file that does not open. Detail: ``locked`` where it asks for a password."""
    if seen.paper is not None and (seen.paper.locked or not seen.paper.opens):
        yield Noticed(Reason.DAMAGED, "locked" if seen.paper.locked else "")


def empty(seen: Seen) -> Iterable[Noticed]:
    """Nothing at all came (detail ``blank``), or a page on which nothing is to be read without its scripts."""
    if seen.kind == "none":
        yield Noticed(Reason.EMPTY, "blank")
    elif seen.page is not None and seen.page.letters < _FEW_ON_PAGE and not _shows(seen):
        yield Noticed(Reason.EMPTY)


def _shows(seen: Seen) -> bool:
    """Whether it shows something that is no text, leads on by itself, or is of a site that shows all by its scripts."""
    page, site = seen.page, split(seen.answers).site
    return (
        page is None or bool(page.leads_on_to) or site.endswith(_BY_SCRIPTS) or any(tag in page.html for tag in _SHOWS)
    )


def no_text(seen: Seen) -> Iterable[Noticed]:
    """A PDF of pictures: it cannot be searched, copied or read aloud."""
    paper = seen.paper
    if seen.kind == "pdf" and paper is not None and paper.opens and len("".join(paper.text.split())) < _FEW_IN_PDF:
        yield Noticed(Reason.NO_TEXT)


def huge(seen: Seen) -> Iterable[Noticed]:
    """Larger than people on telephones wait for, or than is looked at. Detail: whole megabytes."""
    if seen.fetched.cut or seen.fetched.size > LARGE:
        size = max(seen.fetched.size, len(seen.fetched.body))
        yield Noticed(Reason.HUGE, str(max(size // _MEGABYTE, 1)))
