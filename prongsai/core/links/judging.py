"""Verdicts: an answer goes through every check, and the worst of what they notice is the state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256

from prongsai.core.links.checks.content import damaged, empty, huge, no_text, wrong_kind
from prongsai.core.links.checks.login import login
from prongsai.core.links.checks.soft_errors import soft_error
from prongsai.core.links.checks.way import no_answer, not_encrypted, redirected, status, tls
from prongsai.core.links.checks.year import year
from prongsai.core.links.kinds import kind_of
from prongsai.core.links.link import Fetched, Noticed, Reason, Request, Verdict
from prongsai.core.links.pages import read_page
from prongsai.core.links.paper import Paper
from prongsai.core.links.reasons import worst
from prongsai.core.links.seen import Seen

Check = Callable[[Seen], Iterable[Noticed]]

#: Of the way to the answer: these hold whether or not anything came.
OF_THE_WAY: tuple[Check, ...] = (no_answer, status, tls, redirected, not_encrypted)
#: Of what came.
OF_THE_CONTENT: tuple[Check, ...] = (soft_error, login, wrong_kind, damaged, empty, no_text, huge, year)

#: Reasons after which nothing more is worth saying of the content.
_ENDS = frozenset({Reason.LOGIN, Reason.SOFT_ERROR, Reason.DAMAGED})
_WAY = frozenset(
    {Reason.NO_ANSWER, Reason.NOT_PUBLIC, Reason.ROBOTS, Reason.STATUS, Reason.TLS, Reason.REDIRECTED, Reason.TO_HOME}
    | {Reason.NOT_ENCRYPTED}
)


def judge(fetched: Fetched, request: Request, paper: Paper | None = None) -> Verdict:
    """What is thought of an answer. ``paper`` is what was found in its file, None where it is none or was not opened.

    An answer that the server calls unchanged (304) has no body: its verdict tells of the way only; see renewed().
    """
    kind = kind_of(fetched.body, fetched.headers)
    page = read_page(fetched.body, fetched.headers) if kind == "html" else None
    seen = Seen(fetched, request, kind, page, paper)
    noticed = tuple(_noticed(seen))
    before = request.before.sha256
    digest = before if fetched.unchanged else sha256(fetched.body).hexdigest() if fetched.body else ""
    return Verdict(
        state=worst(noticed),
        noticed=noticed,
        kind=kind,
        title=page.title if page else "",
        sha256=digest,
        size=max(fetched.size, len(fetched.body)),
        pages=paper.pages if paper else None,
        changed=digest != before if before and digest else None,
    )


def _noticed(seen: Seen) -> Iterable[Noticed]:
    way = [one for check in OF_THE_WAY for one in check(seen)]
    yield from way
    if not seen.came:
        return
    for check in OF_THE_CONTENT:
        for one in check(seen):
            yield one
            if one.reason in _ENDS:
                return


def renewed(former: Verdict, now: Verdict) -> Verdict:
    """The verdict after an answer that was unchanged: of the content as it was, of the way as it is now."""
    noticed = (*now.noticed, *(one for one in former.noticed if one.reason not in _WAY))
    return replace(former, state=worst(noticed), noticed=noticed, changed=False)
