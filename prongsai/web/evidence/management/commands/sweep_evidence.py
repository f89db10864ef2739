"""``sweep_evidence``: delete files of evidence and of what was published that no row knows."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from prongsai.web.evidence.sweeping import orphans, sweep


class Command(BaseCommand):
    """Lists the files that no row knows; deletes them with ``--delete``."""

    help = "Kept and published files, older than a day, that no row knows: list them, or delete them with --delete."

    def add_arguments(self, parser: Any) -> None:
        """``--delete``."""
        parser.add_argument("--delete", action="store_true")

    def handle(self, *args: Any, delete: bool, **options: Any) -> None:
        """Write the names, or how many were deleted."""
        if delete:
            self.stdout.write(f"ลบแล้ว {sweep()} ไฟล์ (deleted)")
            return
        for name in orphans():
            self.stdout.write(name)
