"""All checks over one paper."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable

from prongsai.core.measures.search import needle
from prongsai.core.review.check import Check
from prongsai.core.review.checks import CHECKS
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject

_TOP = ("agency", "province", "district", "fiscal_year", "title", "memo", "scores", "measures", "disclosures")
_GRAVITY = list(Severity)


def review(
    subject: Subject, switched_off: Collection[str] = (), checks: Iterable[Check] = CHECKS
) -> tuple[Finding, ...]:
    """The findings of all checks but those whose codes are switched off, in the order of the paper.

    What is about the whole paper comes first, then the values by their lines, or by their order where there are none.
    """
    found = [finding for check in checks if check.CODE not in switched_off for finding in check.check(subject)]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """A name for each finding that stays the same when lines and rows move: 16 hexadecimal digits.

    Made of the code, the name of the field and what is quoted; equal ones are told apart by their order.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        field = re.sub(r"\[\d+\]", "", finding.path or "")
        said = finding.quote or re.sub(r"[0-9๐-๙]+", "", finding.what.th)
        base = "\0".join((finding.code, field, needle(said)))
        seen[base] += 1
        made.append(hashlib.sha256(f"{base}\0{seen[base]}".encode()).hexdigest()[:16])
    return tuple(made)


def _order(finding: Finding) -> tuple[int, int, tuple[int, ...], int, str]:
    path = finding.path or ""
    name = re.match(r"[a-z_]*", path)
    rank = _TOP.index(name[0]) if name and name[0] in _TOP else len(_TOP)
    numbers = tuple(int(one) for one in re.findall(r"\d+", path))
    whole = 0 if finding.path is None and finding.line is None else 1
    at = finding.line if finding.line is not None else 0
    return whole, at, (rank, *numbers), _GRAVITY.index(finding.severity), finding.code
