"""Where each address of a portal stands in the folder, and which addresses a page of the folder writes.

A page is ``index.html`` in a folder of its own: ``2566/o12/index.html``. So the short address ``…/2566/o12`` works on
every usual web host, which leads to the folder and shows its index, and what belongs to a page stands beside it
(``2566/o12/v2/index.html``, ``2566/o12/table-1.csv``). Links name ``index.html``, so that they work without a host too.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from prongsai.web.portal.data.rows import Place

INDEX = "index.html"
#: File systems keep names of 255 bytes; a Thai letter is three.
_LONGEST = 180
#: What Windows takes in no name of a file.
_STRANGE = re.compile(r'[<>:"|?*\\/\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Layout:
    """``origin`` begins the addresses of the agency as it is served, ``site`` those of the installation.

    ``base`` is where the folder will stand, without a stroke at the end; empty where nobody has told.
    """

    slug: str
    origin: str
    site: str
    static: str
    base: str = ""

    def inner(self, address: str) -> str | None:
        """The path of an address that is of this portal or of its style; None for those of others.

        The path is decoded and has neither query nor fragment. None too for what officials wrote that is no address,
        or climbs out of its folder.
        """
        try:
            found = urlsplit(address)
        except ValueError:
            return None
        if found.scheme or found.netloc:
            if f"{found.scheme}://{found.netloc}" not in (self.origin, self.site):
                return None
        elif not found.path.startswith("/"):
            return None
        path = unquote(found.path) or "/"
        if not {".", "..", ""}.isdisjoint(path.strip("/").split("/")) or "\x00" in path:
            return None
        ours = path.startswith((f"/{self.slug}/", f"/en/{self.slug}/", self.static))
        return path if ours or path in (f"/{self.slug}", f"/en/{self.slug}") else None

    def file(self, path: str) -> str:
        """The file of a path of ours, from the folder."""
        if path.startswith(self.static):
            return f"static/{path.removeprefix(self.static)}"
        english = path.startswith("/en/")
        rest = path.removeprefix("/en") if english else path
        inside = rest.removeprefix(f"/{self.slug}").strip("/")
        folder = "en/" if english else ""
        *folders, last = inside.split("/")
        if folders[:1] == ["files"]:
            return folder + "/".join([*folders, disk_name(last)])
        if "." in last:
            return folder + inside
        return posixpath.join(folder, inside, INDEX)

    def link(self, here: str, path: str) -> str:
        """The address of a path of ours as a page at the file ``here`` writes it."""
        return quote(posixpath.relpath(self.file(path), posixpath.dirname(here) or "."))

    def outer(self, address: str) -> str:
        """An address of the installation that is not in the folder: whole, for it stands elsewhere."""
        return self.site + address if address.startswith("/") and not address.startswith("//") else address

    def whole(self, path: str) -> str:
        """The whole address of a path of ours where the folder will stand; the served one where nobody has told."""
        if not self.base:
            return f"{self.origin}{quote(path)}"
        return f"{self.base}/{quote(self.file(path).removesuffix(INDEX))}"


@dataclass(frozen=True, slots=True)
class FolderPlace(Place):
    """Where the pages stand that were exported to ``origin``."""

    @property
    def home(self) -> str:
        """The folder itself: it has no agency's name in it."""
        return self.origin

    def file(self, key: str, name: str) -> str:
        """The address of a published file, under its name on the disk."""
        return f"{self.home}/files/{key}/{quote(disk_name(name))}"


def disk_name(name: str) -> str:
    """The name as every usual file system takes it; a long one is cut, and told apart by a few letters of its hash."""
    plain = _STRANGE.sub("_", name).strip(". ") or "file"
    if len(plain.encode()) <= _LONGEST:
        return plain
    stem, dot, ending = plain.rpartition(".")
    ending = f"{dot}{ending}" if dot and len(ending) <= 8 else ""
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    room = _LONGEST - len(ending.encode()) - len(mark) - 1
    return f"{(stem or plain).encode()[:room].decode(errors='ignore')}-{mark}{ending}"
