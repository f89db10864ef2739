"""One link: how it stands and what to do, its history, how much of the time it could be opened, its proofs."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.links.link import State as Found
from prongsai.web.agencies.queries import Seat
from prongsai.web.links import queries
from prongsai.web.links.pictures import KINDS, timeline
from prongsai.web.links.rights import may_check_line
from prongsai.web.site.access import requires

#: So many of the newest proofs stand on the page itself.
NEWEST = 5


@require_safe
@requires(Permission.SEE_AGENCY)
def detail(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """A link that the year shows; 404 for any other."""
    line = queries.line_of(seat.agency, year, pk)
    if line is None:
        raise Http404
    now = timezone.now()
    history = queries.history_of(seat.agency, line.link, year, now)
    page = Paginator(history.spells, 25).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "line": line,
        "link": line.link,
        "told": queries.told_of(line.link),
        "may_check": may_check_line(seat, line),
        "history": history,
        "picture": timeline(queries.spans(history.spells), now),
        "kinds": [(KINDS[Found(state.value)], state.label) for state in queries.WORST_FIRST],
        "kind": kind_words().get(line.link.kind, line.link.kind),
        "seconds": f"{line.link.took_ms / 1000:.1f}",
        "items": queries.names_of(seat.agency, line.watches),
        "page": page,
        "spells": [(spell, queries.told_of(spell)) for spell in page],
        "receipts": list(queries.receipts_of(line.link)[: NEWEST + 1]),
        "newest": NEWEST,
    }
    return render(request, "links/detail.html", context)


def kind_words() -> dict[str, str]:
    """What the kinds of core.links.kinds are called; those that are names of formats are shown as they are."""
    formats = {one: one.upper() for one in ("pdf", "docx", "xlsx", "pptx", "doc", "xls", "odt", "ods", "zip")}
    return formats | {
        "html": _("web page"),
        "picture": _("picture"),
        "media": _("sound or film"),
        "text": _("plain text"),
        "other": _("another kind of file"),
        "none": _("nothing"),
    }
