"""The glossary and the code have the same words."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.architecture.source import ROOT, modules

ROW = re.compile(r"^\| (?P<thai>[^|]+) \| (?P<code>[^|]+) \| (?P<meaning>[^|]+) \| (?P<source>[^|]+) \|$", re.MULTILINE)
ROWS = [row for row in ROW.finditer((ROOT / "docs" / "glossary.md").read_text("utf-8")) if row["source"] != "source"]

#: Rows of things that a later issue builds say so in their meaning.
LATER = "(later)"


@cache
def _classes() -> frozenset[str]:
    trees = (ast.walk(module.tree) for module in modules("prongsai"))
    return frozenset(node.name for tree in trees for node in tree if isinstance(node, ast.ClassDef))


def _names(code: str) -> list[str]:
    return [name.split(".")[0] for name in re.findall(r"`([A-Z][A-Za-z]+(?:\.[A-Z_]+…?)?)`", code)]


def test_the_glossary_has_its_rows() -> None:
    assert len(ROWS) > 50


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["thai"])
def test_a_word_has_its_meaning_and_its_source(row: re.Match[str]) -> None:
    assert row["source"].strip() in {"ITA", "paper", "office", "law", "ours"}
    assert len(row["meaning"].strip()) > 5


@pytest.mark.parametrize("row", [row for row in ROWS if _names(row["code"])], ids=lambda row: row["code"])
def test_a_name_of_the_glossary_is_a_name_of_the_code(row: re.Match[str]) -> None:
    missing = [name for name in _names(row["code"]) if name not in _classes()]
    if LATER in row["meaning"]:
        assert missing, f"it is built by now: take {LATER} away"
    else:
        assert not missing, "the code calls it otherwise, or the row is for later"
