"""The command ``prongsai``. Each command registers itself; those that need Django set it up only when they run."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from prongsai import __version__

#: Modules with ``add_to(subparsers)``, in the order in which the help shows them.
COMMANDS = (
    "prongsai.documents.read_command",
    "prongsai.documents.review_command",
    "prongsai.documents.write_command",
    "prongsai.documents.score_command",
    "prongsai.frameworks.command",
    "prongsai.analysis.command",
    "prongsai.web.imports.command",
    "prongsai.web.reviews.command",
    "prongsai.web.agencies.command",
    "prongsai.web.links.command",
    "prongsai.web.country.command",
    "prongsai.web.portal.command",
    "prongsai.web.operations.command",
)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; it imports no Django."""
    made = argparse.ArgumentParser(
        prog="prongsai", description="โปร่งใส: ITA ของหน่วยงาน (the yearly integrity programme of a Thai public agency)"
    )
    made.add_argument("--version", action="version", version=f"prongsai {__version__}")
    subparsers = made.add_subparsers(required=True, metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(name).add_to(subparsers)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 well, 1 with findings, 2 refused."""
    arguments = parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except BrokenPipeError:  # the reader of our output, such as head, has gone
        sys.stderr.close()
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
