"""How a command of the web begins: Django is set up only when the command runs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable


def set_up() -> None:
    """Django, unless it is ready already."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.web.settings")
        django.setup()


def with_django(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """The command with Django set up before it begins."""

    def ready(arguments: argparse.Namespace) -> int:
        set_up()
        return run(arguments)

    return ready
