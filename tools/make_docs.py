"""Writes the parts of the manual that come from the code. Usage: python -m tools.make_docs [--check]

With --check nothing is written, and a page that is out of step is named.
"""

from __future__ import annotations

import argparse
import html
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

import prongsai.core
from prongsai.core.access.permissions import Permission
from prongsai.core.access.roles import ROLES
from prongsai.core.review.check import GROUPS
from prongsai.core.review.checks import CHECKS
from prongsai.core.review.finding import SEVERITY_NAMES
from prongsai.core.workflow import Workflow
from tools.api_page import api_page
from tools.states_table import states_of_disclosures

ROOT = Path(__file__).resolve().parents[1]
MADE = "<!-- made by `make docs`: change the code, not this page -->\n"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    cells = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells) + "\n"


def make_targets() -> dict[str, str]:
    """Targets of the Makefile and their descriptions."""
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    return {m[1]: m[2] for line in lines if (m := re.match(r"([a-z-]+):.*## (.+)", line))}


def command() -> argparse.ArgumentParser:
    """The parser of the command ``prongsai``: the function of its module that takes nothing and returns one."""
    module = importlib.import_module("prongsai.cli")
    for name in ("parser", "build_parser", "make_parser"):
        if callable(maker := getattr(module, name, None)):
            made = maker()
            if isinstance(made, argparse.ArgumentParser):
                return made
    raise LookupError("prongsai/cli.py needs a function `parser()` that returns its ArgumentParser")


def subcommands(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """(full name, one line of help, parser) of every subcommand, nested ones included."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            lines = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for key, inner in action.choices.items():
                yield f"{name} {key}", lines.get(key, ""), inner
                yield from subcommands(inner, f"{name} {key}")


def _arguments(parser: argparse.ArgumentParser) -> list[list[str]]:
    rows = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        value = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
        name = ", ".join(action.option_strings) or (value if isinstance(value, str) else action.dest)
        shown = f"`{name} {value}`" if action.option_strings and value else f"`{name}`"
        told = parser._get_formatter()._expand_help(action) if action.help else ""
        rows.append([shown, " ".join(told.split())])
    return rows


def commands_page() -> str:
    """All targets of make and all subcommands with their arguments."""
    text = "# คำสั่ง / Commands\n\n## make\n\n"
    text += _table(["คำสั่ง / command", ""], [[f"`make {name}`", line] for name, line in make_targets().items()])
    text += "\n## prongsai\n"
    for name, line, parser in subcommands(command(), "prongsai"):
        text += f"\n### `{name}`\n\n{parser.description or line}\n"
        if rows := _arguments(parser):
            text += "\n" + _table(["", ""], rows)
    return text


def workflows_page() -> str:
    """Every workflow of the core as a diagram; the states that are derived as a table."""
    text = "# ขั้นตอนการทำงาน / Workflows\n\nDrawn from the tables in `prongsai/core`, which the program itself asks.\n"
    for name, workflow in workflows().items():
        text += f"\n## {name}\n\n```mermaid\n{workflow.diagram()}\n```\n"
    text += (
        "\n## disclosure\n\nDerived from facts at every look and never stored: the first state of these that holds.\n\n"
    )
    return text + _table(["state", "", "เพราะ / because"], states_of_disclosures())


def workflows() -> dict[str, Workflow[Any]]:
    """Every Workflow that a module of the core holds, by name."""
    found: dict[str, Workflow[Any]] = {}
    for info in pkgutil.walk_packages(prongsai.core.__path__, "prongsai.core."):
        values = vars(importlib.import_module(info.name)).values()
        found |= {value.name: value for value in values if isinstance(value, Workflow)}
    return dict(sorted(found.items()))


def roles_page() -> str:
    """Roles, and who may do what."""
    roles = list(ROLES.values())
    text = "# บทบาทและสิทธิ์ / Roles and permissions\n\n"
    text += _table(
        ["บทบาท / role", "code", "ทำอะไร / does"], [[str(r.name), f"`{r.code}`", str(r.does)] for r in roles]
    )
    # PUBLIC and SIGNED_IN mark routes: nobody holds them, so they have no line.
    held = [p for p in Permission if any(p in r.permissions for r in roles)]
    rows = [[f"`{p}`", *("✓" if p in r.permissions else "" for r in roles)] for p in held]
    return text + "\n" + _table(["สิทธิ์ / permission", *(f"`{r.code}`" for r in roles)], rows)


def _yaml(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    return loaded if isinstance(loaded, dict) else {}


def shipped() -> dict[str, list[Path]]:
    """Files of data that come with the program, by kind."""
    package = ROOT / "prongsai"
    return {
        "forms": sorted((package / "layouts" / "forms").glob("*.yaml")),
        "tables": sorted((package / "layouts" / "tables").glob("*.yaml")),
        "frameworks": sorted((package / "frameworks").glob("*/*/framework.yaml")),
    }


def shipped_page() -> str:
    """Forms, tables and frameworks with their names, headings and sources."""
    files = shipped()
    text = "# แบบรายงาน ตาราง และกรอบการประเมินที่มาพร้อมระบบ / What is shipped\n\n## Forms\n\n"
    forms = [(path.stem, _yaml(path)) for path in files["forms"]]
    names = [[f"`{key}`", _name(form, "th"), _name(form, "en"), str(form.get("source", ""))] for key, form in forms]
    text += _table(["id", "ชื่อ", "name", "source"], names)
    text += "\n## Tables\n\n"
    tables = [(path.stem, _yaml(path)) for path in files["tables"]]
    heads = [" · ".join(str(c.get("heading", "")) for c in t.get("columns", [])) for _, t in tables]
    text += _table(["id", "columns"], [[f"`{key}`", head] for (key, _), head in zip(tables, heads, strict=True)])
    text += "\n## Frameworks\n\n"
    places = [path.parent.relative_to(ROOT / "prongsai" / "frameworks").as_posix() for path in files["frameworks"]]
    return text + _table(
        ["id", "file"], [[f"`{key}`", f"`prongsai/frameworks/{key}/framework.yaml`"] for key in places]
    )


def _name(form: dict[str, Any], language: str) -> str:
    name = form.get(f"name_{language}") or form.get("name", "")
    return str(name.get(language, "") if isinstance(name, dict) else name)


def review_page() -> str:
    """What the reviewer looks for: every check with its reason and an example."""
    text = "# สิ่งที่ระบบช่วยตรวจ / What the reviewer looks for\n\n"
    text += f"ระบบตรวจ {len(CHECKS)} ข้อ วิธีใช้ดู [ตรวจรายงานก่อนส่ง](../how-to/review.md) ตัวอย่างเป็นของหน่วยงานสมมุติ\n\n"
    rows = [[f"`{severity}`", name.th, name.en] for severity, name in SEVERITY_NAMES.items()]
    text += _table(["ระดับ / severity", "", ""], rows)
    for letter, group in GROUPS.items():
        text += f"\n## {group.th} / {group.en}\n"
        for check in (check for check in CHECKS if check.CODE.startswith(letter)):
            words = (check.WHY.th, check.WHY.en, check.EXAMPLE.bad, check.EXAMPLE.good)
            why, why_en, bad, good = (html.escape(one, quote=False) for one in words)
            text += f"\n### {check.CODE} {check.TITLE.th}\n\n{why}\n\n"
            text += f"- ไม่ควร: {bad}\n- ควร: {good}\n\n"
            text += f"*{check.TITLE.en}.* {why_en}\n"
    return text


#: The folders of the manual, and what each is for.
KINDS = {
    "tutorial": "เริ่มใช้ / Tutorial",
    "how-to": "ทำอย่างไร / How to",
    "reference": "อ้างอิง / Reference",
    "explanation": "เข้าใจระบบ / Explanation",
}


def index_page() -> str:
    """The manual's first page: every page by its first heading."""
    text = "# คู่มือ / The manual\n"
    for folder, heading in KINDS.items():
        names = {path.name for path in (ROOT / "docs" / folder).glob("*.md")}
        names |= {name.rsplit("/", 1)[1] for name in PAGES if name.startswith(f"docs/{folder}/")}
        if names:
            text += f"\n## {heading}\n\n"
            text += "".join(f"- [{_title(f'docs/{folder}/{name}')}]({folder}/{name})\n" for name in sorted(names))
    text += "\n## ทั่วไป / General\n\n- [อภิธานศัพท์ / Glossary](glossary.md)\n"
    return text + "- [การตัดสินใจ / Decisions](adr/README.md)\n- [ร่วมพัฒนา / Contributing](../CONTRIBUTING.md)\n"


def _title(name: str) -> str:
    text = PAGES[name]() if name in PAGES else (ROOT / name).read_text("utf-8")
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return found[1] if found else name


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/commands.md": commands_page,
    "docs/reference/workflows.md": workflows_page,
    "docs/reference/roles.md": roles_page,
    "docs/reference/review.md": review_page,
    "docs/reference/shipped.md": shipped_page,
    "docs/reference/api.md": lambda: api_page(_table),
    "docs/README.md": index_page,
}


def out_of_step() -> dict[Path, str]:
    """Pages whose text is not what the code says now, with that text."""
    wanted = {ROOT / name: MADE + make() for name, make in PAGES.items()}
    return {path: text for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text}


def main() -> int:
    """0 when written, or when in step; with --check, 1 when a page is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = out_of_step()
    for path, text in stale.items():
        sys.stdout.write(f"{path.relative_to(ROOT)}: {'out of step, run make docs' if check else 'written'}\n")
        if not check:
            path.write_text(text, "utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
