"""The commands of an installation: serve, backup, restore, demo. Django is set up only when one of them runs."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from prongsai.web.site.starting import with_django


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    serve = subparsers.add_parser("serve", help="run the server and the worker of the background")
    serve.add_argument("--address", default="127.0.0.1:8000", help="address and port (default: %(default)s)")
    serve.add_argument("--workers", type=int, default=2, help="processes of the web server (default: %(default)s)")
    serve.set_defaults(run=with_django(_serve))
    backup = subparsers.add_parser("backup", help="write database and files into one archive")
    backup.add_argument("file", type=Path)
    backup.set_defaults(run=with_django(_backup))
    restore = subparsers.add_parser("restore", help="put an archive back")
    restore.add_argument("file", type=Path)
    restore.set_defaults(run=with_django(_restore))
    demo = subparsers.add_parser("demo", help="make the demo data and run the server")
    demo.add_argument("--address", default="127.0.0.1:8000", help="address and port (default: %(default)s)")
    demo.add_argument("--no-serve", action="store_true", help="make the data and stop")
    demo.set_defaults(run=with_django(_demo))


def _serve(arguments: argparse.Namespace) -> int:
    from django.conf import settings
    from django.core.management import call_command

    from prongsai.web.imports.actions import read_what_waits
    from prongsai.web.operations.serve import serve
    from prongsai.web.reports.actions import make_what_waits

    call_command("migrate", verbosity=0, interactive=False)
    make_what_waits()
    read_what_waits()
    if settings.PRODUCTION:  # elsewhere style and scripts are found where they lie
        call_command("collectstatic", verbosity=0, interactive=False)
    return serve(arguments.address, arguments.workers, links_at=settings.LINKS_AT)


def _backup(arguments: argparse.Namespace) -> int:
    from prongsai.web.operations.backup import backup

    return _told(lambda: backup(arguments.file), f"สำรองข้อมูลไว้ที่ {arguments.file} แล้ว (backed up)")


def _restore(arguments: argparse.Namespace) -> int:
    from prongsai.web.operations.backup import restore

    return _told(lambda: restore(arguments.file), f"กู้คืนข้อมูลจาก {arguments.file} แล้ว (restored)")


def _told(do: Callable[[], object], done: str) -> int:
    from prongsai.web.operations.archive import BadArchive
    from prongsai.web.operations.databases import CannotCopy

    try:
        do()
    except (BadArchive, CannotCopy) as problem:
        sys.stderr.write(f"{problem.sentence.th}\n{problem.sentence.en}\n")
        return 2
    except OSError as problem:
        sys.stderr.write(f"เขียนหรืออ่านไฟล์ไม่ได้ (cannot read or write): {problem}\n")
        return 2
    sys.stdout.write(done + "\n")
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    from prongsai.web.operations.demo import make_demo, sign_ins
    from prongsai.web.operations.serve import serve

    logging.disable(logging.INFO)  # what the made-up people did is no news to whoever reads the terminal
    make_demo()
    logging.disable(logging.NOTSET)
    sys.stdout.write(sign_ins(f"http://{arguments.address}"))
    sys.stdout.flush()
    os.environ.setdefault("PRONGSAI_URL", f"http://{arguments.address}")  # links and posters lead to where it runs
    return 0 if arguments.no_serve else serve(arguments.address, 2)
