"""Names of published files: what stands in an address, on a page and on the disk of whoever saves it."""

from __future__ import annotations

#: Letters of a name with its ending; a file system keeps 255 bytes and a Thai letter is three, so it cuts what it must.
_LONGEST, _LONGEST_ENDING = 200, 12
_FOLDERS = str.maketrans("/\\", "--")


def public_name(name: str) -> str:
    """The name without what no address serves or what deceives a reader: strokes, control signs, signs that turn
    the direction of writing (a name that reads ``gpj.exe`` backwards), dots and blanks at its ends. Never empty.
    """
    visible = "".join(letter if letter.isprintable() else " " for letter in name.translate(_FOLDERS))
    plain = " ".join(visible.split()).strip(" .")
    if len(plain) > _LONGEST:
        stem, dot, ending = plain.rpartition(".")
        whole = stem and len(ending) <= _LONGEST_ENDING
        plain = f"{stem[: _LONGEST - len(ending) - 1]}{dot}{ending}" if whole else plain[:_LONGEST]
    return plain or "file"
