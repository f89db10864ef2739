"""Appending so that nothing is mixed, torn or lost: by one process at a time, and on the disk when it returns.

Beside ``X.warc.gz`` lies ``X.warc.gz.lock``: the lock, and in it where the file ended after the last whole write. What
lies behind that was torn by a kill or a power cut, unless it is sound.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where one process at a time is the rule anyway
    fcntl = None  # type: ignore[assignment]  # a module or nothing

_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 1 << 20
_DIGITS = 20


def append(path: Path, pieces: Sequence[bytes], *, first: bytes) -> list[int]:
    """Append pieces of whole gzip members; their offsets. ``first`` is what a new file begins with."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path.with_name(path.name + ".lock")) as lock, path.open("ab") as file:
        end = _sound_end(path, _noted(lock))
        file.truncate(end)
        if not end:
            file.write(first)
            end = len(first)
        offsets = []
        for piece in pieces:
            offsets.append(end)
            file.write(piece)
            end += len(piece)
        file.flush()
        os.fsync(file.fileno())
        _sync_folder(path.parent)
        _note(lock, end)
    return offsets


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o640)
    try:
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX)  # let go when it is closed, or when the process dies
        yield descriptor
    finally:
        os.close(descriptor)


def _note(lock: int, end: int) -> None:
    os.lseek(lock, 0, os.SEEK_SET)
    os.write(lock, str(end).zfill(_DIGITS).encode())


def _noted(lock: int) -> int:
    os.lseek(lock, 0, os.SEEK_SET)
    text = os.read(lock, _DIGITS)
    return int(text) if len(text) == _DIGITS and text.isdigit() else 0


def _sound_end(path: Path, noted: int) -> int:
    """Where the last whole gzip member ends. Only what lies behind the noted end is read, where that can be right."""
    size = path.stat().st_size
    if size in (noted, 0):
        return size
    end = at = noted if noted < size else 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        while 0 <= at < size:
            stop = _member_end(data, at)
            if stop is None:
                at = data.find(_MAGIC, at + 1)  # damage in the middle must not cost what is sound behind it
            else:
                end = at = stop
    return end


def _member_end(data: mmap.mmap, start: int) -> int | None:
    """Where the gzip member that begins here ends; None where none does, or where it is not whole."""
    unpacking = zlib.decompressobj(zlib.MAX_WBITS + 16)
    at = start
    while not unpacking.eof and at < len(data):
        try:
            unpacking.decompress(data[at : at + _CHUNK])
        except zlib.error:
            return None
        at += _CHUNK
    return min(at, len(data)) - len(unpacking.unused_data) if unpacking.eof else None


def _sync_folder(folder: Path) -> None:
    """A new file's name is on the disk only with its folder."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
