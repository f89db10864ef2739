"""The core and the commands that read, review, score and write work where Django is not installed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.source import ROOT, modules

BLOCKED = """
import importlib, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked!r}:
            raise ImportError(name + " is not installed here")

sys.meta_path.insert(0, Blocked())
for name in {names!r}:
    importlib.import_module(name)
print(len({names!r}), "imported")
"""


def _import_without(blocked: set[str], names: list[str]) -> subprocess.CompletedProcess[str]:
    code = BLOCKED.format(blocked=blocked, names=names)
    return subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_core_runs_on_the_standard_library_alone() -> None:
    names = [module.name for module in modules("prongsai.core")]
    done = _import_without({"django", "yaml", "rapidfuzz", "docx", "weasyprint", "PIL"}, names)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{len(names)} imported\n"


@pytest.mark.parametrize("package", ["prongsai.frameworks", "prongsai.layouts", "prongsai.documents"])
def test_a_plain_package_starts_without_django(package: str) -> None:
    done = _import_without({"django"}, [module.name for module in modules(package)])
    assert done.returncode == 0, done.stderr


def test_the_command_starts_without_django() -> None:
    done = _import_without({"django"}, ["prongsai.cli"])
    assert done.returncode == 0, done.stderr


def test_blocking_really_blocks() -> None:
    done = _import_without({"django"}, ["prongsai.web.settings"])
    assert "django is not installed here" in done.stderr
    assert done.returncode == 1
