"""Who may import whom. The same rules stand for import-linter in pyproject.toml; here are those it cannot say."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.source import Module, imports, modules

#: What a clock, a file or a network needs: the core takes such things as arguments.
OUTER_WORLD = {"os", "pathlib", "time", "socket", "subprocess", "random", "tempfile", "shutil", "urllib", "glob"}

#: Packages without Django, and what each may use of the project.
PLAIN = {
    "prongsai.core": {"prongsai.core"},
    "prongsai.strict_yaml": {"prongsai.core"},  # how both loaders read
    "prongsai.frameworks": {"prongsai.core", "prongsai.strict_yaml", "prongsai.frameworks"},
    "prongsai.layouts": {"prongsai.core", "prongsai.strict_yaml", "prongsai.layouts"},
    "prongsai.places": {"prongsai.core", "prongsai.strict_yaml", "prongsai.places"},
    "prongsai.questionnaires": {"prongsai.core", "prongsai.strict_yaml", "prongsai.questionnaires"},
    "prongsai.analysis": {
        *("prongsai.core", "prongsai.strict_yaml", "prongsai.frameworks", "prongsai.places", "prongsai.analysis"),
        "prongsai.documents",  # tables of results are read there
    },
    "prongsai.links": {"prongsai.core", "prongsai.documents", "prongsai.links"},  # papers behind links are read there
    "prongsai.documents": {
        *("prongsai.core", "prongsai.strict_yaml"),  # the reviewer's known findings are YAML too
        *("prongsai.frameworks", "prongsai.layouts", "prongsai.places", "prongsai.documents"),
    },
}

#: The command; it may lean on all, and starts without Django (see test_without_django).
COMMANDS = {"cli"}

#: Web apps that every other may lean on, and the doors they open. None: all of it.
FOUNDATIONS: dict[str, set[str] | None] = {
    "accounts": {"models", "queries", "actions"},  # Person is the ``by`` of every action
    "agencies": {"models", "queries", "actions", "scope"},  # Agency and AgencyOwned are under every row
    "audit": {"queries", "actions", "kept"},  # rows that are written once have one base
    "site": None,  # decorators, components, template tags
}

#: The domains from the lowest to the highest: one may import the queries and actions of lower ones.
DOMAINS = {
    "evidence": 0,
    "frameworks": 0,
    "links": 1,
    "published": 1,
    "assessments": 2,
    "measures": 3,
    "disclosures": 4,
    "reports": 5,
    "imports": 5,
    "outside": 6,
    "reviews": 6,
    "surveys": 6,
    "weak_points": 6,
    "contests": 6,
    "country": 6,
    "portal": 6,
}
DOORS = {"queries", "actions"}

#: Modules beside the apps that put everything together; they may import all.
ROOTS = {"__main__", "environment", "operations", "settings", "urls", "wsgi"}

#: Inside an app: which of the menu a module may import of its own app.
MENU = {
    "models": set[str](),
    "queries": {"models"},
    "actions": {"models", "queries"},
    "forms": {"models", "queries"},
    "views": {"models", "queries", "actions", "forms"},
    "urls": {"views"},
}


def _within(name: str, packages: Iterable[str]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def _wrong(found: Iterator[str]) -> None:
    faults = sorted(set(found))
    assert not faults, "\n".join(faults)


def test_the_core_imports_only_the_standard_library_and_itself() -> None:
    _wrong(
        f"{module.at(line)} imports {name}"
        for module in modules("prongsai.core")
        for line, name in imports(module)
        if name.split(".")[0] not in sys.stdlib_module_names and not _within(name, ["prongsai.core"])
    )


def test_the_core_asks_no_clock_and_opens_no_file() -> None:
    _wrong(
        f"{module.at(line)} imports {name}"
        for module in modules("prongsai.core")
        for line, name in imports(module)
        if name.split(".")[0] in OUTER_WORLD
    )


@pytest.mark.parametrize("package", sorted(PLAIN))
def test_a_plain_package_knows_neither_django_nor_the_web(package: str) -> None:
    assert modules(package), f"{package} is empty: the rule would hold nothing"
    _wrong(
        f"{module.at(line)} imports {name}"
        for module in modules(package)
        for line, name in imports(module)
        if name.split(".")[0] in {"django", "allauth", "axes", "csp"}
        or (_within(name, ["prongsai"]) and name != "prongsai" and not _within(name, PLAIN[package]))
    )


def test_every_part_of_the_project_has_a_rule() -> None:
    parts = {module.parts[1] for module in modules("prongsai") if len(module.parts) > 1}
    assert parts == {name.split(".")[1] for name in PLAIN} | {"web", *COMMANDS}


def _web() -> Iterator[Module]:
    yield from (module for module in modules("prongsai.web") if len(module.parts) > 2)


def test_every_web_app_has_a_place_in_the_order() -> None:
    strangers = {module.parts[2] for module in _web()} - set(FOUNDATIONS) - set(DOMAINS) - ROOTS
    assert not strangers, f"give {sorted(strangers)} a place in DOMAINS, or in ROOTS"


def _fault_between_apps(app: str, target: tuple[str, ...]) -> str | None:
    other, door = target[2], target[3] if len(target) > 3 else ""
    if other in ROOTS:
        return None if other == "environment" else "an app knows nothing of what puts it together"
    if other in FOUNDATIONS:
        doors = FOUNDATIONS[other]
        return None if doors is None or door in doors else f"{other} opens only {sorted(doors)}"
    if app in FOUNDATIONS:
        return "a foundation knows no domain"
    if DOMAINS[other] >= DOMAINS[app]:
        return f"{app} stands below {other}, or beside it"
    return None if door in DOORS else "of a sibling only queries and actions"


def test_web_apps_meet_only_at_queries_and_actions_in_one_order() -> None:
    def faults() -> Iterator[str]:
        for module in _web():
            app = module.parts[2]
            for line, name in imports(module):
                target = tuple(name.split("."))
                if app in ROOTS or target[:2] != ("prongsai", "web") or len(target) < 3 or target[2] == app:
                    continue
                if fault := _fault_between_apps(app, target):
                    yield f"{module.at(line)} imports {name}: {fault}"

    _wrong(faults())


def test_inside_an_app_imports_run_one_way() -> None:
    def faults() -> Iterator[str]:
        for module in _web():
            here = module.parts[3] if len(module.parts) > 3 else ""
            for line, name in imports(module):
                target = name.split(".")
                there = target[3] if len(target) > 3 and target[:3] == list(module.parts[:3]) else ""
                if here in MENU and there in MENU and there != here and there not in MENU[here]:
                    yield f"{module.at(line)} imports {name}: {here} may import {sorted(MENU[here])}"
                if here and here not in MENU and there in {"views", "urls"}:
                    yield f"{module.at(line)} imports {name}: nothing but urls imports views"

    _wrong(faults())


def test_the_rules_catch_a_breach() -> None:
    assert _fault_between_apps("measures", ("prongsai", "web", "reports", "queries"))
    assert _fault_between_apps("reports", ("prongsai", "web", "measures", "models"))
    assert _fault_between_apps("audit", ("prongsai", "web", "measures", "queries"))
    assert _fault_between_apps("reports", ("prongsai", "web", "audit", "models"))
    assert _fault_between_apps("reports", ("prongsai", "web", "measures", "actions")) is None
