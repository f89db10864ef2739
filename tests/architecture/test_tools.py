"""The checks of `make check` catch what they are there to catch."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tools import check_docs, check_hosts, check_translations, make_docs
from tools.check_translations import Message


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check_translations, "ROOT", tmp_path)
    return tmp_path / "page.html"


def _po(**thai: str) -> polib.POFile:
    po = polib.POFile()
    for english, text in thai.items():
        po.append(polib.POEntry(msgid=english, msgstr=text))
    return po


def test_it_finds_the_sentences_of_a_template(page: Path) -> None:
    page.write_text(
        "{% load i18n %}<h1>{% translate 'Plan' %}</h1>\n"
        "{% blocktranslate count n=n %}One day{% plural %}{{ n }} days{% endblocktranslate %}\n"
        "{% url 'x' as u %}{{ _('Late') }} {% translate 'May' context 'month' %}",
        "utf-8",
    )
    found = {(m.place, m.context, m.singular, m.plural) for m in check_translations.in_template(page)}
    assert found == {
        ("page.html:1", None, "Plan", None),
        ("page.html:2", None, "One day", "%(n)s days"),
        ("page.html:3", None, "Late", None),
        ("page.html:3", "month", "May", None),
    }


def test_it_finds_the_sentences_of_the_code(page: Path) -> None:
    path = page.with_suffix(".py")
    path.write_text("x = _('Late ' 'again')\ny = pgettext('month', 'May')\nz = gettext(name)\n", "utf-8")
    found = {(m.context, m.singular) for m in check_translations.in_code(path)}
    assert found == {(None, "Late again"), ("month", "May")}


@pytest.mark.parametrize(
    ("thai", "fault"),
    [
        ({}, "has no Thai"),
        ({"%(n)s days": ""}, "has no Thai"),
        ({"%(n)s days": "หลายวัน"}, "other placeholders"),
        ({"%(n)s days": "%(n)s วัน", "Gone": "ไม่มีแล้ว"}, "is used nowhere"),
    ],
)
def test_it_tells_of_a_missing_or_faulty_translation(thai: dict[str, str], fault: str) -> None:
    message = Message("a.py:1", None, "%(n)s days", None)
    assert any(fault in line for line in check_translations.faults([message], _po(**thai)))


def test_a_complete_translation_has_no_fault() -> None:
    message = Message("a.py:1", None, "%(n)s days", None)
    assert not list(check_translations.faults([message], _po(**{"%(n)s days": "%(n)s วัน"})))


def test_the_sentence_in_the_code_is_english() -> None:
    message = Message("a.py:1", None, "แผน", None)
    assert any("English" in line for line in check_translations.faults([message], _po(แผน="แผน")))


@pytest.mark.parametrize(
    "line",
    [
        "see https://files.python" + "hosted.org/x.whl",
        "cd /ho" + "me/somchai/prongsai",
        "-----BEGIN RSA PRIVATE" + " KEY-----",
        "postgres://prongsai:hunter2" + "@db/prongsai",
    ],
)
def test_it_finds_hosts_paths_and_secrets(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_hosts, "ROOT", tmp_path)
    (tmp_path / "a.md").write_text(f"ok\n{line}\n", "utf-8")
    assert [fault.split(": ")[0] for fault in check_hosts.faults_in(tmp_path / "a.md")] == ["a.md:2"]


def test_a_lock_entry_without_a_hash_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("# made\na==1 \\\n    --hash=sha256:00\nb==2\n", "utf-8")
    assert list(check_hosts.faults_in_lock(lock)) == ["requirements.lock: b has no hash"]


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check_docs, "ROOT", tmp_path)
    (tmp_path / "there.md").write_text("# There\n", "utf-8")
    return tmp_path / "page.md"


def test_a_link_that_leads_nowhere_is_told(manual: Path) -> None:
    manual.write_text("[a](there.md#x) [b](https://example.org) `[c](code.md)` ![d](gone.png)\n", "utf-8")
    assert list(check_docs.broken_links(manual)) == ["page.md: link to gone.png leads nowhere"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("run `make demo` and `prongsai read FILE --json`", 0),
        ("then `make coffee`", 1),
        ("```sh\nmake demo\nprongsai brew\n```", 1),
        ("    make coffee\n", 1),
        ("we make coffee", 0),
    ],
)
def test_a_command_that_does_not_exist_is_told(manual: Path, text: str, faults: int) -> None:
    manual.write_text(f"# Page\n\n{text}\n", "utf-8")
    assert len(list(check_docs.unknown_commands(manual, {"demo"}, {"read"}))) == faults


def test_what_no_page_names_is_told() -> None:
    everything = {f"make {target}" for target in make_docs.make_targets()}
    named = "\n".join(f"`{name}`" for name in everything - {"make bench"})
    assert "no page names `make bench`" in list(check_docs.unnamed(named, []))
    assert "no page names `make demo`" not in list(check_docs.unnamed(named, []))


def test_a_setting_or_page_that_the_manual_does_not_have_is_told(manual: Path) -> None:
    code = manual.parent / "prongsai" / "x.py"
    code.parent.mkdir()
    code.write_text('a = get("PRONGSAI_TEA")\n# see docs/tea.md\nb = get("PRONGSAI_MODE")\n', "utf-8")
    assert list(check_docs.unknown_to_the_manual("`PRONGSAI_MODE`")) == [
        "prongsai/x.py:1: no page names the setting `PRONGSAI_TEA`",
        "prongsai/x.py:2: names docs/tea.md, which is not there",
    ]
