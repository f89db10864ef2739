"""Whether the installation's own frameworks can be read, told before the first page and not on it."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error

from prongsai.frameworks import check
from prongsai.frameworks.loader import OWN, own_folder


def own_files(**_: Any) -> list[CheckMessage]:
    """One error a fault of the files in the folder that PRONGSAI_FRAMEWORKS names, and one where it is no folder."""
    folder = own_folder()
    if folder is None:
        return []
    if not folder.is_dir():
        return [Error(f"{OWN} names {folder}, which is no folder", id="frameworks.E001")]
    return [Error(str(fault), id="frameworks.E002") for fault in check(folder)]
