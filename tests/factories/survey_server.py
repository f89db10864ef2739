"""A real server on a database of its own with a survey that is open: for tests that kill it, and for the bench."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
#: How long a server may take to listen, and to stop, on a busy machine.
PATIENCE = 60.0
_SURVEY = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from datetime import date
from prongsai.web.agencies import actions as agencies
from prongsai.web.surveys.actions import links
from tests.factories.surveys import open_survey, thirty
agency = agencies.found_agency(by=None, today=date(2024, 10, 1), slug="one", name="เทศบาลตำบลทดสอบ",
                               kind="subdistrict_municipality", province="ลพบุรี", district="")
person = agencies.add_member(by=None, agency=agency, username="one", full_name="ผู้ทดสอบ", password="x" * 12,
                             role="coordinator", position="ผู้ทดสอบ", since=date(2024, 10, 1)).person
survey = open_survey(agency, person, thirty())
secrets = links.draw_secrets(3)
links.make_links(by=person, survey=survey, secrets=secrets, batch=1)
print(survey.code, *secrets)
"""


@dataclass
class SurveyServer:
    """``prongsai serve``'s web part in a folder; ``log`` is all that it says."""

    folder: Path
    workers: int = 2
    port: int = 0
    code: str = ""
    secrets: list[str] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    @property
    def path(self) -> str:
        """Where the survey is answered."""
        return f"/s/{self.code}/"

    @property
    def log(self) -> Path:
        """The file of the server's words."""
        return self.folder.parent / f"{self.folder.name}.log"

    def prepare(self) -> None:
        """The database with the survey."""
        told = subprocess.run(  # noqa: S603  # our own interpreter and code
            [sys.executable, "-c", _SURVEY],
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if told.returncode:
            raise RuntimeError(told.stderr)
        self.code, *self.secrets = told.stdout.split()[-4:]

    def start(self) -> None:
        """Start it, and wait until it answers."""
        if not self.port:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
        from prongsai.web.operations.serve import web_words

        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603  # the words of prongsai serve
                web_words(f"127.0.0.1:{self.port}", self.workers),
                cwd=ROOT,
                env=self._environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

    def kill(self) -> None:
        """As if the power of all its processes were cut at once."""
        assert self.process
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to end, and wait."""
        assert self.process
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)

    def cpu_seconds(self) -> float:
        """What all its processes have spent so far; 0.0 where the system does not tell."""
        assert self.process
        ticks = 0
        for process in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = process.read_text().rpartition(")")[2].split()
                ticks += (int(fields[11]) + int(fields[12])) * (int(fields[2]) == self.process.pid)
        return ticks / os.sysconf("SC_CLK_TCK")

    def run(self, code: str) -> str:
        """What Python code prints that is run on the server's database."""
        words = [sys.executable, "-c", f"import django; django.setup()\n{code}"]
        told = subprocess.run(  # noqa: S603  # our own interpreter and code
            words, cwd=ROOT, env=self._environment(), capture_output=True, text=True, check=True
        )
        return told.stdout

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(OSError), urlopen(f"http://127.0.0.1:{self.port}/health", timeout=PATIENCE):
                return
            if self.process and self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(self.log.read_text(errors="replace")[-2000:])

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "PYTEST_VERSION")}
        return kept | {
            "PRONGSAI_DATA_DIR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "prongsai.web.settings",
            "PYTHONPATH": str(ROOT),
        }
