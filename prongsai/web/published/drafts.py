"""What a domain hands over to be published: the content as it would be frozen now, and the files it may bring along."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from prongsai.core.publication.canonical import canonical, sha256_of
from prongsai.core.publication.content import Content, FileRef
from prongsai.core.publication.names import public_name
from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file that can be published along; ``key`` names it in the form, ``data`` reads its bytes when they are wanted.

    Of a photo this is the copy without its location, never the original.
    """

    key: str
    title: str
    name: str
    content_type: str
    size: int
    sha256: str
    data: Callable[[], bytes]

    @property
    def reference(self) -> FileRef:
        """How the content names it."""
        return FileRef(self.title, public_name(self.name), self.content_type, self.size, self.sha256)


@dataclass(frozen=True, slots=True)
class Draft:
    """``content`` is without its files. ``missing`` are sentences about what the public may look for in vain.

    ``blocked`` says why it cannot be published at all, with the way out; ``waiting``: a file is still being made, so
    that a look a little later may do.
    """

    content: Content
    files: tuple[OfferedFile, ...] = ()
    missing: tuple[Sentence, ...] = ()
    blocked: Sentence | None = None
    waiting: bool = False

    def with_files(self, chosen: Collection[str] | None = None) -> Content:
        """The content with its files: those of the keys, or all of them."""
        return replace(self.content, files=tuple(one.reference for one in self.picked(chosen)))

    def picked(self, chosen: Collection[str] | None = None) -> tuple[OfferedFile, ...]:
        """The files of the keys, or all of them, in their order."""
        return tuple(one for one in self.files if chosen is None or one.key in chosen)

    @property
    def fingerprint(self) -> str:
        """What a person has looked at: changes when anything of it does."""
        return sha256_of(canonical(self.with_files()))


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent: the fingerprint of what was looked at, the keys of the chosen files, the tick by which
    personal data was confirmed, and the reason of a correction."""

    seen: str
    chosen: Collection[str]
    confirmed: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it: nothing was ``sent`` yet, or it was refused with a sentence, or it was done."""

    sent: Sent | None = None
    refusal: Sentence | None = None
    done: bool = False

    @property
    def status(self) -> int:
        """The status of the answer that shows the page again."""
        return 422 if self.refusal else 200
