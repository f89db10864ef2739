"""Every English sentence of the code and the templates has its Thai, with the same placeholders.

Usage: python -m tools.check_translations [--add]. With --add, missing sentences go into the .po file, their Thai empty.
Reads the code as trees and the templates through Django's own extraction: the gettext programs are not needed.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
PO = ROOT / "prongsai" / "web" / "locale" / "th" / "LC_MESSAGES" / "django.po"

#: Name of the function to the positions of (context, singular, plural) in its arguments.
FUNCTIONS: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
}
THAI = re.compile("[\u0e00-\u0e7f]")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")
CALL = re.compile(r"\b(_|n?p?gettext)\(")


@dataclass(frozen=True)
class Message:
    """A sentence as the code has it, and where."""

    place: str
    context: str | None
    singular: str
    plural: str | None

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.singular


def _texts(arguments: list[ast.expr]) -> list[str | None]:
    return [a.value if isinstance(a, ast.Constant) and isinstance(a.value, str) else None for a in arguments]


def _of_call(call: ast.Call, place: str) -> Message | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in FUNCTIONS:
        return None
    texts = [*_texts(call.args), None, None, None]
    context, singular, plural = FUNCTIONS[name]
    text = texts[singular]
    if text is None:
        return None
    return Message(place, None if context is None else texts[context], text, None if plural is None else texts[plural])


def in_code(path: Path) -> Iterator[Message]:
    """Sentences of a Python file; a sentence that is not written out there cannot be found."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and (found := _of_call(node, f"{path.relative_to(ROOT)}:{node.lineno}")):
            yield found


def in_template(path: Path) -> Iterator[Message]:
    """Sentences of a template, through Django's ``templatize``, which keeps the line numbers."""
    code = templatize(path.read_text("utf-8"), str(path))
    for match in CALL.finditer(code):
        line = code.count("\n", 0, match.start()) + 1
        call = _expression(code[match.start() :])
        if call and (found := _of_call(call, f"{path.relative_to(ROOT)}:{line}")):
            yield found


def _expression(code: str) -> ast.Call | None:
    """The call at the beginning of ``code``: up to the first bracket at which it parses."""
    for end in re.finditer(r"\)", code):
        try:
            found = ast.parse(code[: end.end()].replace("\n", " "), mode="eval").body
        except SyntaxError:
            continue
        return found if isinstance(found, ast.Call) else None
    return None


def used() -> list[Message]:
    """All sentences of the package, in the order of files and lines."""
    files = sorted((ROOT / "prongsai").rglob("*.py"))
    code = [message for path in files if "migrations" not in path.parts for message in in_code(path)]
    pages = [p for suffix in ("html", "txt") for p in sorted((ROOT / "prongsai").rglob(f"templates/**/*.{suffix}"))]
    return code + [message for path in pages for message in in_template(path)]


def _faults_of(message: Message, entry: polib.POEntry | None) -> Iterator[str]:
    if THAI.search(message.singular):
        yield "the sentence in the code is English, its Thai stands in the .po file"
    if entry is None or not (entry.msgstr or any(entry.msgstr_plural.values())):
        yield "has no Thai"
        return
    if entry.fuzzy:
        yield "its Thai is marked fuzzy"
    for thai in [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values()):
        # Thai has no plural: its sentence carries the placeholders of the English plural.
        if set(PLACEHOLDER.findall(thai)) != set(PLACEHOLDER.findall(message.plural or message.singular)):
            yield f"its Thai has other placeholders: {thai!r}"


def catalogues() -> dict[Path, polib.POFile]:
    """The Thai file of the site, and those of apps that keep their own."""
    found = {path: polib.pofile(str(path), wrapwidth=118) for path in sorted((ROOT / "prongsai").rglob("*.po"))}
    return {PO: open_po(), **found}


def said_twice(files: dict[Path, polib.POFile]) -> Iterator[str]:
    """The same English with another Thai in another file: which one people see would be chance."""
    first: dict[tuple[str | None, str], polib.POEntry] = {}
    for path, po in files.items():
        for entry in po:
            known = first.setdefault((entry.msgctxt, entry.msgid), entry)
            if (known.msgstr, known.msgstr_plural) != (entry.msgstr, entry.msgstr_plural):
                yield f"{path.relative_to(ROOT)}:{entry.linenum}: {entry.msgid[:70]!r} has another Thai in another file"


def faults(messages: list[Message], po: Iterable[polib.POEntry]) -> Iterator[str]:
    """One line for every fault, with its place."""
    entries = {(entry.msgctxt, entry.msgid): entry for entry in po if not entry.obsolete}
    seen: set[tuple[str | None, str]] = set()
    for message in messages:
        if message.key not in seen:
            seen.add(message.key)
            for fault in _faults_of(message, entries.get(message.key)):
                yield f"{message.place}: {message.singular[:70]!r} {fault}"
    for key in entries.keys() - seen:
        yield f"{PO.relative_to(ROOT)}:{entries[key].linenum}: {key[1][:70]!r} is used nowhere"


def add_missing(messages: list[Message], po: polib.POFile, there: Iterable[polib.POEntry] = ()) -> int:
    """Puts sentences that the file does not know at its end, with an empty Thai; says how many."""
    known = {(entry.msgctxt, entry.msgid) for entry in (*po, *there)}
    count = 0
    for message in messages:
        if message.key in known:
            continue
        known.add(message.key)
        plural = {"msgid_plural": message.plural, "msgstr_plural": {0: ""}} if message.plural else {}
        po.append(polib.POEntry(msgid=message.singular, msgctxt=message.context, comment=message.place, **plural))
        count += 1
    return count


def open_po() -> polib.POFile:
    """The Thai file, or an empty one with its header."""
    if PO.exists():
        return polib.pofile(str(PO), wrapwidth=118)
    po = polib.POFile(wrapwidth=118)
    po.metadata = {
        "Language": "th",
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    return po


def main() -> int:
    """0 when complete; otherwise every fault on a line of its own, and 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--add", action="store_true", help="put missing sentences into the .po file")
    arguments = parser.parse_args()
    messages, files = used(), catalogues()
    po = files[PO]
    if arguments.add:
        known = [entry for one in files.values() for entry in one]
        sys.stdout.write(f"{add_missing(messages, po, known)} added\n")
        PO.parent.mkdir(parents=True, exist_ok=True)
        po.save(str(PO))
    found = [*faults(messages, [entry for one in files.values() for entry in one]), *said_twice(files)]
    sys.stdout.writelines(fault + "\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
