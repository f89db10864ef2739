"""Processes of their own, on a database of their own, for tests that kill them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Ended = subprocess.CompletedProcess[str]


def migrate(folder: Path) -> None:
    """A new SQLite database in the folder."""
    ended = run(folder, "-m", "prongsai.web", "migrate", "--verbosity", "0")
    assert ended.returncode == 0, ended.stderr


def python(folder: Path, code: str) -> Ended:
    """Run the code, with Django set up on the folder's database."""
    return run(folder, "-c", f"import django; django.setup()\n{code}")


def run(folder: Path, *arguments: str) -> Ended:
    """Run Python with these words on the folder's database."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"PRONGSAI_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "prongsai.web.settings"}
    return subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
