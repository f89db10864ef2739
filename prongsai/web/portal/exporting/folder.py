"""The folder of an export: built beside the old one and moved into its place, so that there is always a whole one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prongsai.core.access.decision import Refused
from prongsai.web.site.refusals import refuse

MANIFEST = "prongsai-export.json"
_PIECE = 1 << 20


@dataclass
class Building:
    """A folder that is being written: ``files`` are the hash and size of each, by its name."""

    path: Path
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """One file; its folders are made."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        hashed, size = hashlib.sha256(), 0
        with target.open("wb") as out:
            for piece in pieces:
                out.write(piece)
                hashed.update(piece)
                size += len(piece)
        self.files[name] = {"sha256": hashed.hexdigest(), "size": size}

    def finish(self, about: dict[str, Any]) -> None:
        """The manifest: what this is, and the hash of every file, in the order of their names."""
        said = about | {"files": dict(sorted(self.files.items()))}
        text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
        (self.path / MANIFEST).write_text(text, "utf-8")


def prepare(target: Path, slug: str) -> Building:
    """An empty folder beside ``target`` to build in. Refused where ``target`` holds what we would destroy."""
    _restore(target)
    refused = _objection(target, slug)
    if refused:
        raise refused
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = _beside(target, "new")
        shutil.rmtree(made, ignore_errors=True)  # of an export that was interrupted
        made.mkdir(mode=0o755)
    except OSError as fault:
        raise refuse(
            f"เขียนใน {target.parent} ไม่ได้ ({fault})", f"{target.parent} cannot be written to ({fault})."
        ) from fault
    return Building(made)


def put_in_place(building: Building, target: Path) -> None:
    """Move what was built to ``target``; what stood there is gone only when the new one stands."""
    old = _beside(target, "old")
    if target.exists():
        target.rename(old)
    building.path.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def give_up(building: Building) -> None:
    """Leave nothing of an export that failed."""
    shutil.rmtree(building.path, ignore_errors=True)


def _beside(target: Path, word: str) -> Path:
    return target.with_name(f".{target.name}.{word}")


def _restore(target: Path) -> None:
    """An export that was killed between its two moves left the old one beside: it comes back."""
    old = _beside(target, "old")
    if old.is_dir() and not target.exists():
        old.rename(target)


def _objection(target: Path, slug: str) -> Refused | None:
    if not target.exists():
        return None
    if not target.is_dir():
        return refuse(f"{target} เป็นไฟล์ โปรดระบุโฟลเดอร์", f"{target} is a file. Please name a folder.")
    if not any(target.iterdir()):
        return None
    known = _manifest(target)
    if known is None:
        return refuse(
            f"{target} มีไฟล์อื่นอยู่ จึงไม่ได้เขียนทับ โปรดระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง",
            f"{target} holds other files and was left as it is. Please name a new or an empty folder.",
        )
    if known.get("agency") != slug:
        return refuse(
            f"{target} เป็นเว็บไซต์ที่ส่งออกของ {known.get('agency')} โปรดระบุโฟลเดอร์ของ {slug}",
            f"{target} is an export of {known.get('agency')}. Please name the folder of {slug}.",
        )
    strangers = sorted(_names(target) - known["files"].keys() - {MANIFEST})
    if strangers:
        return refuse(
            f"{target} มีไฟล์ที่โปรแกรมไม่ได้เขียน เช่น {strangers[0]} โปรดย้ายออกก่อน จะได้ไม่สูญหาย",
            f"{target} holds files that we did not write, such as {strangers[0]}. Please move them first.",
        )
    return None


def _manifest(target: Path) -> dict[str, Any] | None:
    try:
        found = json.loads((target / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("files"), dict) else None


def _names(target: Path) -> set[str]:
    return {
        Path(folder, name).relative_to(target).as_posix()
        for folder, _folders, names in os.walk(target)
        for name in names
    }
