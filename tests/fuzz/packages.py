"""Changes inside of packages: a zip with a wrong byte is refused at once, so the parts are changed and packed anew."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

#: Parts are changed up to this size; larger ones are kept as they are.
_LARGEST = 200_000


def changed(data: bytes, size: int, seed: int, mutate: Callable[[bytes, int], bytes]) -> bytes:
    """The package with one part changed by ``mutate``; where it is no sound package, its bytes changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(info.filename, package.read(info)) for info in package.infolist() if info.file_size < _LARGEST]
    except Exception:
        return mutate(data, size)
    if not parts or seed % 8 == 0:
        return mutate(data, size)
    at = seed // 8 % len(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for number, (name, content) in enumerate(parts):
            new = mutate(content, max(len(content) + 64, 64)) if number == at else content
            package.writestr(name, new)
    return made.getvalue()
