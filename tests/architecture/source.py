"""The project's own source as trees: every module, what it imports, and its functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """A Python file: ``name`` is dotted (``prongsai.web.measures.queries``), a package's is that of its folder."""

    path: Path
    name: str
    tree: ast.Module

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.name.split("."))

    def at(self, line: int) -> str:
        """``prongsai/core/x.py:3``, for messages."""
        return f"{self.path.relative_to(ROOT)}:{line}"


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules(under: str = "prongsai", migrations: bool = False) -> tuple[Module, ...]:
    """All modules below a dotted name; generated migrations only when asked for."""
    folder = ROOT.joinpath(*under.split("."))
    files = [folder.with_suffix(".py")] if folder.with_suffix(".py").is_file() else sorted(folder.rglob("*.py"))
    return tuple(
        Module(path, _name(path), ast.parse(path.read_text("utf-8"), str(path)))
        for path in files
        if migrations or "migrations" not in path.parts
    )


@cache
def known_names() -> frozenset[str]:
    """Names of all modules of the project, to tell a submodule from a function in ``from x import y``."""
    return frozenset(module.name for module in modules(migrations=True))


@cache
def imports(module: Module) -> tuple[tuple[int, str], ...]:
    """(line, dotted name) of everything imported anywhere in the module, inside functions too."""
    return tuple(_imports(module))


def _imports(module: Module) -> Iterator[tuple[int, str]]:
    package = module.parts if module.path.name == "__init__.py" else module.parts[:-1]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = _base(package, node)
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield node.lineno, whole if whole in known_names() else base


def _base(package: tuple[str, ...], node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    above = package[: len(package) - node.level + 1]
    return ".".join((*above, *(node.module or "").split("."))).strip(".")


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function]]:
    """(qualified name, node) of every function and method, nested ones included."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield prefix + node.name, node
            yield from functions(node, f"{prefix}{node.name}.")
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{prefix}{node.name}.")
        else:
            yield from functions(node, prefix)
