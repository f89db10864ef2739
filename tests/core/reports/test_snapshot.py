"""What was frozen is read for ever, also by a newer program."""

import json
from dataclasses import replace

import pytest

from prongsai.core.reports.snapshot import Content, canonical, freeze, thaw
from tests.documents.writers.analyses import ANALYSIS
from tests.documents.writers.sample import REPORT

CONTENT = Content(REPORT, "analysis-of-result", 1, "", (("นายก", "นายประเสริฐ ตั้งมั่น"),), (), ANALYSIS)


@pytest.mark.parametrize("content", [CONTENT, replace(CONTENT, analysis=None, round="yearly")])
def test_what_is_frozen_thaws_as_it_was(content):
    kept = replace(content, reading=replace(content.reading, notes=()))
    assert thaw(freeze(kept)) == kept


def test_a_snapshot_of_the_first_schema_is_still_read():
    old = json.loads(freeze(replace(CONTENT, analysis=None, round="six_months")))
    old["schema"] = 1
    del old["analysis"]
    assert thaw(canonical(old)) == replace(CONTENT, analysis=None, round="six_months")


def test_a_snapshot_of_a_newer_program_is_refused():
    newer = json.loads(freeze(CONTENT)) | {"schema": 3}
    with pytest.raises(ValueError, match="schema 3"):
        thaw(canonical(newer))
