"""What is asked for where an extra is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence


@contextmanager
def needed(extra: str) -> Iterator[None]:
    """Imports within: where one fails, the command that installs the extra is named."""
    try:
        yield
    except ImportError as missing:
        command = f'pip install "prongsai[{extra}]"'
        th = f"คำสั่งนี้ใช้ส่วนเสริม {extra} ซึ่งยังไม่ได้ติดตั้ง ({missing.name}) โปรดติดตั้งด้วย {command}"
        en = f"This needs the extra {extra}, which is not installed ({missing.name}). Install it with {command}"
        raise Refused(Sentence(th, en)) from missing
