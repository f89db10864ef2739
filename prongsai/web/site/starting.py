"""How a command of the web begins: Django is set up only when the command runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable


def set_up() -> None:
    """Django, unless it is ready already."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.web.settings")
        django.setup()


def with_django(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """The command with Django set up before it begins; 2 and a sentence where there is no database to work with."""

    def ready(arguments: argparse.Namespace) -> int:
        set_up()
        from django.db import OperationalError, ProgrammingError

        try:
            return run(arguments)
        except (OperationalError, ProgrammingError) as fault:
            sys.stderr.write(
                f"ฐานข้อมูลไม่ตอบหรือยังไม่พร้อม ({fault}) โปรดตรวจ DATABASE_URL และ PRONGSAI_DATA_DIR "
                "หากติดตั้งใหม่ ให้เริ่มด้วย prongsai agency add\n"
                f"The database does not answer or is not ready ({fault}). Please check DATABASE_URL and "
                "PRONGSAI_DATA_DIR; a new installation begins with prongsai agency add.\n"
            )
            return 2

    return ready
