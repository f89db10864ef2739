"""What the manual says of reasons and of verifying is so: its commands are run on a chain."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prongsai.core.links.link import Reason
from prongsai.core.links.receipt import Receipt, canonical, seal

MANUAL = (Path(__file__).parents[3] / "docs" / "explanation" / "links.md").read_text("utf-8")
SHELL = shutil.which("sh")


def chain() -> list[Receipt]:
    receipts: list[Receipt] = []
    for at in range(3):
        one = Receipt(0, f"https://a.go.th/{at}", datetime(2026, 4, 2, tzinfo=UTC), 200, "ab" * 32, at, "a/x", 0, 1)
        receipts.append(seal(one, receipts[-1] if receipts else None))
    return receipts


def verified(folder: Path, receipts: list[Receipt]) -> list[str]:
    """What the manual's commands print."""
    command = re.findall(r"```sh\n(.+?)```", MANUAL, re.DOTALL)[1]
    (folder / "receipts.txt").write_text("".join(f"{canonical(one)}\n" for one in receipts), "utf-8")
    assert SHELL
    ran = subprocess.run([SHELL, "-c", command], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603  # the manual's own words
    assert not ran.stderr
    return ran.stdout.splitlines()


def test_every_reason_stands_in_the_manual() -> None:
    assert {reason.value for reason in Reason} == set(re.findall(r"^\| `(\w+)` \|", MANUAL, re.MULTILINE))


@pytest.mark.skipif(
    not (SHELL and shutil.which("awk") and shutil.which("sha256sum")), reason="needs sh, awk, sha256sum"
)
def test_plain_tools_verify_a_chain(tmp_path: Path) -> None:
    receipts = chain()
    assert verified(tmp_path, receipts) == [f"newest {receipts[-1].sha256}"]


@pytest.mark.skipif(
    not (SHELL and shutil.which("awk") and shutil.which("sha256sum")), reason="needs sh, awk, sha256sum"
)
def test_plain_tools_find_a_change(tmp_path: Path) -> None:
    receipts = chain()
    found = verified(tmp_path, [receipts[0], replace(receipts[1], status=404), receipts[2]])
    assert found[0].startswith("r-000003.txt: changed")
