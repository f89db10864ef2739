"""The frozen content of a report: canonical JSON and its hash. What was signed is what is kept."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from prongsai.core.reports.analysis import Analysis, analysis_from_json, analysis_to_json
from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.reading import Reading
from prongsai.core.reports.reading_json import from_json, to_json

#: The version of this format, and all that are read. A newer one gets a new number; old snapshots are read for ever.
#: 2 has the analysis of a result, which 1 did not know.
SCHEMA, READ = 2, (1, 2)


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """A piece of evidence that a snapshot rests on: its id, title, and the hash of a file or the address of a link."""

    id: int
    title: str
    sha256: str
    url: str


@dataclass(frozen=True, slots=True)
class Content:
    """What is frozen: the Reading, which form writes it, the round, and the chain as (position, name) in order.

    An ``analysis`` is of no round: ``round`` is empty then.
    """

    reading: Reading
    form: str
    form_version: int
    round: str
    chain: tuple[tuple[str, str], ...]
    evidence: tuple[EvidenceMark, ...]
    analysis: Analysis | None = None


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces and letters as they are: the same value is always the same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """The hash of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def freeze(content: Content) -> str:
    """The canonical JSON of a report's content."""
    return canonical(
        {
            "schema": SCHEMA,
            "reading": to_json(content.reading),
            "form": {"id": content.form, "version": content.form_version},
            "round": content.round,
            "chain": [{"position": position, "name": name} for position, name in content.chain],
            "evidence": [dataclasses.asdict(mark) for mark in content.evidence],
            "analysis": analysis_to_json(content.analysis) if content.analysis else None,
        }
    )


def thaw(text: str) -> Content:
    """The content that ``freeze`` wrote. Raises ValueError where the schema is newer than this program."""
    value = json.loads(text)
    if value["schema"] not in READ:
        raise ValueError(f"snapshot schema {value['schema']}: this program reads up to {SCHEMA}")
    analysis = value.get("analysis")
    return Content(
        reading=from_json(value["reading"])[0],
        form=value["form"]["id"],
        form_version=value["form"]["version"],
        round=value["round"],
        chain=tuple((link["position"], link["name"]) for link in value["chain"]),
        evidence=tuple(EvidenceMark(**mark) for mark in value["evidence"]),
        analysis=analysis_from_json(analysis) if analysis else None,
    )


def form_sha256(form: FormLayout) -> str:
    """The hash of a form with its tables: a changed layout is seen beside an old snapshot."""
    return sha256(canonical(dataclasses.asdict(form)))
