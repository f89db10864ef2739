"""The way to the answer: whether one came, with which status, over which addresses."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.core.links.addresses import Address, is_home, same_place, split
from prongsai.core.links.link import Failure, Noticed, Reason
from prongsai.core.links.seen import Seen


def no_answer(seen: Seen) -> Iterable[Noticed]:
    """Nothing came, with the failure as the detail; or it was not asked for."""
    failure = seen.fetched.failure
    if failure is Failure.PRIVATE_ADDRESS:
        yield Noticed(Reason.NOT_PUBLIC)
    elif failure is Failure.ROBOTS:
        yield Noticed(Reason.ROBOTS)
    elif failure is not None:
        yield Noticed(Reason.NO_ANSWER, failure.value)
    elif seen.fetched.status is None:
        yield Noticed(Reason.NO_ANSWER, Failure.BAD_ANSWER.value)


def status(seen: Seen) -> Iterable[Noticed]:
    """The server itself calls it a fault. Detail: the status. A redirect that leads nowhere is one too."""
    code = seen.fetched.status
    if code is not None and code >= 300 and not seen.fetched.unchanged and seen.fetched.failure is None:
        yield Noticed(Reason.STATUS, str(code))


def tls(seen: Seen) -> Iterable[Noticed]:
    """The certificate is not in order; browsers warn before they show the page. Detail: the fault."""
    if seen.fetched.tls_fault:
        yield Noticed(Reason.TLS, seen.fetched.tls_fault)


def redirected(seen: Seen) -> Iterable[Noticed]:
    """The answer is of another address (detail); or of the home page of the same site: so removed pages are hidden."""
    asked, answered = split(seen.asks), _leads(seen)
    if not answered or same_place(asked, answered):
        return
    if asked.site == answered.site and is_home(answered) and not is_home(asked):
        yield Noticed(Reason.TO_HOME, answered.text)
    else:
        yield Noticed(Reason.REDIRECTED, answered.text)


def _leads(seen: Seen) -> Address | None:
    """Where the reader comes out: by the answers of the server, or by the page itself, which browsers follow."""
    if seen.page and (target := seen.page.leads_on_to):
        return split(target, base=seen.answers)
    return split(seen.answers) if seen.fetched.hops else None


def not_encrypted(seen: Seen) -> Iterable[Noticed]:
    """The answer came over plain HTTP, which browsers call not secure."""
    if seen.fetched.failure is None and seen.answers.lower().startswith("http://"):
        yield Noticed(Reason.NOT_ENCRYPTED)
