"""A workflow is a table: which state leads to which, on what grounds. One checker serves them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.access.permissions import Permission
from prongsai.core.events.vocabulary import EventKind

S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Transition:
    """What one step of a workflow asks and causes. ``needs`` names the grounds that must be there beside a reason."""

    permission: Permission
    event: EventKind
    needs_reason: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workflow(Generic[S]):
    """``table`` maps (from, to) to its transition; ``labels`` the Thai names of states, for the diagram."""

    name: str
    labels: Mapping[S, str]
    table: Mapping[tuple[S, S], Transition]

    def between(self, old: S, new: S) -> Transition | None:
        """The transition, or None where there is none."""
        return self.table.get((old, new))

    def allows(self, old: S, new: S, *, reason: str = "") -> Decision:
        """Whether the step exists and has the reason that it needs; other grounds are the domain's to check."""
        step = self.between(old, new)
        if step is None:
            return refused(
                f"เปลี่ยนจาก “{self.labels[old]}” เป็น “{self.labels[new]}” ไม่ได้",
                f"There is no step from “{old}” to “{new}”.",
            )
        if step.needs_reason and not reason.strip():
            return refused(
                f"โปรดระบุเหตุผลที่เปลี่ยนจาก “{self.labels[old]}” เป็น “{self.labels[new]}”",
                f"Please give the reason for going from “{old}” to “{new}”.",
            )
        return ALLOWED

    def diagram(self) -> str:
        """The workflow as Mermaid text, for the manual."""
        lines = ["stateDiagram-v2"]
        lines += [f"  {state}: {label}" for state, label in self.labels.items()]
        for (old, new), step in self.table.items():
            lines.append(f"  {old} --> {new}: {step.event}{' (มีเหตุผล)' if step.needs_reason else ''}")
        return "\n".join(lines)
