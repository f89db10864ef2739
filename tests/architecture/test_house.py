"""The house rules that a machine can keep: sizes, docstrings, no leftovers, one way to write, one way to read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import ROOT, Function, Module, functions, modules

LONGEST_FILE = 400
LONGEST_FUNCTION = 40

#: Path, or path and function, with the reason why it may be longer. The list shrinks: an excuse not needed fails.
EXCUSED_FILES: dict[str, str] = {}
EXCUSED_FUNCTIONS: dict[str, str] = {}

_MADE = "a document is made from its snapshot by the machine: nobody acts, and nothing of the record changes"
_READ = "the pages of a file that a person brought in are read by the machine; the history says when it had finished"
_LOOKED = "links are opened by the machine; what it found stands in their history, and who asked for it in the agency's"
#: Functions among the actions that no person does, with the reason.
NOBODYS_ACTS: dict[str, str] = {
    "prongsai/web/reports/actions/documents.py:want_document": _MADE,
    "prongsai/web/reports/actions/documents.py:make_document": _MADE,
    "prongsai/web/reports/actions/documents.py:make_what_waits": _MADE,
    "prongsai/web/imports/actions/paging.py:read_pages": _READ,
    "prongsai/web/imports/actions/paging.py:read_what_waits": _READ,
    "prongsai/web/links/actions/watching.py:watch": "follows what somebody did to an item, whose event tells of it",
    "prongsai/web/links/actions/keeping.py:keep_checked": _LOOKED,
    "prongsai/web/links/actions/taking.py:take": _LOOKED,
    "prongsai/web/links/actions/taking.py:give_back": _LOOKED,
    "prongsai/web/links/actions/opening.py:open_links": _LOOKED,
    "prongsai/web/links/actions/telling.py:tell_owners": _LOOKED,
    "prongsai/web/links/actions/nights.py:hold_night": _LOOKED,
    "prongsai/web/links/actions/nights.py:finish_night": _LOOKED,
    "prongsai/web/portal/actions.py:keep_page": "keeps what was rendered: nobody's act, and the same for everybody",
    "prongsai/web/published/actions.py:renew_pages": "follows a change of the public pages, whose event tells of it",
}

#: What ``unscoped`` is for: the foundation that scopes the others.
MAY_BE_UNSCOPED = {"agencies"}

#: Written apart, so that this file does not find itself.
LEFTOVER = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")


def _everything() -> tuple[Module, ...]:
    return modules("prongsai") + modules("tests") + modules("tools")


def _where(module: Module, function: str = "") -> str:
    path = str(module.path.relative_to(ROOT))
    return f"{path}:{function}" if function else path


def _long_files() -> set[str]:
    return {_where(m) for m in _everything() if len(m.path.read_text("utf-8").splitlines()) > LONGEST_FILE}


def _long_functions() -> set[str]:
    return {
        _where(module, name)
        for module in modules("prongsai")
        for name, node in functions(module.tree)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    }


def test_no_file_is_longer_than_the_limit_unless_excused() -> None:
    assert _long_files() == set(EXCUSED_FILES), "split it, or take the excuse away that is no longer needed"


def test_no_function_is_longer_than_the_limit_unless_excused() -> None:
    assert _long_functions() == set(EXCUSED_FUNCTIONS), "split it, or take the excuse away that is no longer needed"


def test_every_excuse_has_a_reason() -> None:
    assert all(len(reason) > 20 for reason in (EXCUSED_FILES | EXCUSED_FUNCTIONS | NOBODYS_ACTS).values())


def test_nothing_is_left_for_later_in_the_code() -> None:
    assert not [
        f"{module.at(number)} {line.strip()}"
        for module in _everything()
        for number, line in enumerate(module.path.read_text("utf-8").splitlines(), 1)
        if LEFTOVER.search(line)
    ]


def _is_action(module: Module) -> bool:
    return module.parts[:2] == ("prongsai", "web") and len(module.parts) > 3 and module.parts[3] == "actions"


def _public(module: Module) -> Iterator[ast.ClassDef | Function]:
    """Top-level functions and classes, and the methods of public classes, whose names do not begin with ``_``."""
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                methods = (inner for inner in node.body if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef))
                yield from (method for method in methods if not method.name.startswith("_"))


def test_everything_public_in_the_core_and_in_actions_says_what_it_is() -> None:
    silent = [
        f"{module.at(node.lineno)} {node.name}"
        for module in modules("prongsai")
        if _is_action(module) or module.parts[:2] == ("prongsai", "core")
        for node in _public(module)
        if not ast.get_docstring(node)
    ]
    assert not silent, "\n".join(silent)


def test_every_module_says_what_it_is() -> None:
    silent = [
        _where(module) for module in modules("prongsai") if module.tree.body and not ast.get_docstring(module.tree)
    ]
    assert not silent, "\n".join(silent)


def test_only_commands_print() -> None:
    printing = [
        module.at(node.lineno)
        for module in modules("prongsai")
        if not {"cli", "commands", "management", "demo"} & set(module.parts)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printing, "\n".join(printing)


def _exports(package: Module) -> set[tuple[str, str]]:
    """(module, function) of what the ``__init__`` of an app's actions hands out."""
    return {
        (node.module or "", alias.name)
        for node in package.tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _functions_of_actions() -> Iterator[tuple[Module, Function]]:
    for module in modules("prongsai.web"):
        for node in module.tree.body if _is_action(module) else ():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                yield module, node


def _actions() -> Iterator[tuple[Module, Function]]:
    """Public functions of an ``actions.py``; of a folder ``actions/`` those that its ``__init__`` hands out."""
    packages = {module.name: _exports(module) for module in modules("prongsai.web") if _is_action(module)}
    for module, node in _functions_of_actions():
        package = ".".join(module.parts[:4])
        if module.name == package or (module.name, node.name) in packages[package]:
            yield module, node


def test_there_are_actions_to_look_at() -> None:
    apps = {module.parts[2] for module in modules("prongsai.web") if _is_action(module)}
    assert {module.parts[2] for module, _ in _actions()} == apps, "the __init__ of actions/ hands out its actions"


def test_only_actions_are_called_from_outside() -> None:
    actions = {(module.name, node.name) for module, node in _actions()}
    inner = {(module.name, node.name) for module, node in _functions_of_actions()} - actions
    breaches = [
        f"{module.at(node.lineno)} imports {alias.name}"
        for module in modules("prongsai")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and not (_is_action(module) and module.name.startswith(_folder(node)))
        for alias in node.names
        if (node.module or "", alias.name) in inner
    ]
    assert not breaches, "hand it out in the __init__ of actions/:\n" + "\n".join(breaches)


def _folder(node: ast.ImportFrom) -> str:
    return ".".join((node.module or "").split(".")[:4])


def test_every_action_takes_keywords_only() -> None:
    faults = [
        f"{module.at(node.lineno)} {node.name}: put * before the arguments"
        for module, node in _actions()
        if node.args.args or node.args.posonlyargs or node.args.vararg
    ]
    assert not faults, "\n".join(faults)


def test_every_action_says_who_acts() -> None:
    silent = {
        _where(module, node.name)
        for module, node in _actions()
        if "by" not in {argument.arg for argument in node.args.kwonlyargs}
    }
    assert silent == set(NOBODYS_ACTS), "give it by=, or take the excuse away that is no longer needed"


def _attributes(module: Module, name: str) -> Iterator[int]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr == name:
            yield node.lineno


def test_rows_are_reached_only_through_their_agency() -> None:
    breaches = [
        module.at(line)
        for module in modules("prongsai")
        if module.parts[2:3] not in [(app,) for app in MAY_BE_UNSCOPED]
        for name in ("unscoped", "_base_manager", "_default_manager")
        for line in _attributes(module, name)
    ]
    assert not breaches, "use objects.of(agency):\n" + "\n".join(breaches)


def test_views_forms_and_tags_leave_the_database_to_queries_and_actions() -> None:
    breaches = [
        module.at(line)
        for module in modules("prongsai.web")
        if {"views", "urls", "forms", "templatetags", "context", "middleware"} & set(module.parts)
        for line in _attributes(module, "objects")
    ]
    assert not breaches, "ask a query, or call an action:\n" + "\n".join(breaches)


def _relations(module: Module) -> Iterator[tuple[int, ast.expr]]:
    """(line, first argument) of every foreign key and its like."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in {"ForeignKey", "OneToOneField", "ManyToManyField"}:
                yield node.lineno, node.args[0]


def test_apps_refer_to_models_of_other_apps_by_name() -> None:
    breaches = []
    for module in modules("prongsai.web"):
        own = {node.name for node in module.tree.body if isinstance(node, ast.ClassDef)}
        breaches += [
            f"{module.at(line)} {target.id}"
            for line, target in _relations(module)
            if isinstance(target, ast.Name) and target.id not in own
        ]
    assert not breaches, "write the model as 'app.Model':\n" + "\n".join(breaches)
