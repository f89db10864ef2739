"""What the client of a test gets back."""

from __future__ import annotations

from typing import Any


def status_of(answer: Any) -> int:
    """The status; a file that came with it is read to its end.

    Closing the answer instead would tell Django that a request is over, and PostgreSQL would lose the connection that
    the test's transaction lives on.
    """
    if getattr(answer, "streaming", False):
        b"".join(answer.streaming_content)
    return int(answer.status_code)
