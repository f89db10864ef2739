"""The manual is in step: generated pages are fresh, everything shipped is named, links and commands exist."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import make_docs
from tools.make_docs import ROOT

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`|^(?: {4}|\t)\S[^\n]*$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\s*(?:\$ )?(?:\.venv/bin/)?(make|prongsai)((?: [a-z][a-z-]*)*)", re.MULTILINE)


def pages() -> list[Path]:
    """The Markdown pages of the project: at the top and in docs."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def broken_links(path: Path) -> Iterator[str]:
    """Relative links and pictures whose file is not there."""
    text = CODE.sub("", path.read_text("utf-8"))
    for target in LINK.findall(text):
        if "://" in target or target.startswith(("#", "mailto:")):
            continue
        if not (path.parent / target.split("#")[0]).exists():
            yield f"{path.relative_to(ROOT)}: link to {target} leads nowhere"


def unknown_commands(path: Path, targets: set[str], subcommands: set[str]) -> Iterator[str]:
    """``make X`` and ``prongsai X`` in code that do not exist."""
    for code in CODE.findall(path.read_text("utf-8")):
        body = re.sub(r"^```\w*\n?|^ {4}|^`|`+$", "", code)
        for program, words in COMMAND.findall(body):
            first = words.split()[:1]
            known = targets if program == "make" else subcommands
            if first and first[0] not in known:
                yield f"{path.relative_to(ROOT)}: there is no `{program} {first[0]}`"


def code_says(pattern: str) -> Iterator[tuple[str, str]]:
    """(``file:line``, what stands there) for every find in the package's code."""
    for path in sorted((ROOT / "prongsai").rglob("*.py")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for found in re.findall(pattern, line):
                yield f"{path.relative_to(ROOT)}:{number}", found


def unknown_to_the_manual(text: str) -> Iterator[str]:
    """Settings that no page names, and pages that the code names and that are not there."""
    for place, name in code_says(r"\"(PRONGSAI_[A-Z_]+)\""):
        if f"`{name}`" not in text:
            yield f"{place}: no page names the setting `{name}`"
    for place, name in code_says(r"\bdocs/[\w/-]+\.md"):
        if not (ROOT / name).exists():
            yield f"{place}: names {name}, which is not there"


def unnamed(text: str, subcommands: list[str]) -> Iterator[str]:
    """Targets, subcommands and shipped data that no page names."""
    wanted = [f"make {target}" for target in make_docs.make_targets()] + subcommands
    for kind, files in make_docs.shipped().items():
        wanted += ["/".join(p.parts[-3:-1]) if kind == "frameworks" else p.stem for p in files]
    for name in wanted:
        if not re.search(rf"`[^`\n]*{re.escape(name)}(?![\w-])", text):
            yield f"no page names `{name}`"


def main() -> int:
    """0 when all is in step; otherwise every fault on a line of its own, and 1."""
    found = [f"{p.relative_to(ROOT)}: out of step, run make docs" for p in make_docs.out_of_step()]
    names = [name for name, _, _ in make_docs.subcommands(make_docs.command(), "prongsai")]
    first, targets = {name.split()[1] for name in names}, set(make_docs.make_targets())
    for path in pages():
        found += [*broken_links(path), *unknown_commands(path, targets, first)]
    text = "\n".join(path.read_text("utf-8") for path in pages())
    found += [*unnamed(text, names), *unknown_to_the_manual(text)]
    sys.stdout.writelines(fault + "\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
