"""What is frozen, cut for the page: nothing that was typed becomes markup."""

from __future__ import annotations

from django.template.loader import render_to_string

from prongsai.core.publication.content import Bar, Chart, Content, Kind, Section, Table
from prongsai.web.published.templatetags.contents import blocks, drawn


def test_entries_that_stand_together_are_one_list() -> None:
    found = blocks(("ก่อน", "- หนึ่ง", "- สอง", "หลัง", "- สาม"))
    assert [(one.is_list, len(one.items)) for one in found] == [(False, 1), (True, 2), (False, 1), (True, 1)]


def test_a_bar_keeps_its_figure_as_it_was_frozen() -> None:
    (bar, nothing) = drawn(Chart("คะแนน", "คะแนน", (Bar("ก", "79.90", "100"), Bar("ข", "0", "0"))))
    assert (bar.value, bar.width, nothing.width) == ("79.90", "79.90", "0")


def test_markup_in_a_content_is_shown_and_never_runs() -> None:
    evil = "<script>alert(1)</script>"
    content = Content(
        Kind.DISCLOSURE,
        2569,
        "o1",
        evil,
        evil,
        facts=((evil, evil),),
        sections=(Section(evil, (evil, f"- {evil}"), (), (Table(evil, (evil,), ((evil,),), (), evil),)),),
    )
    page = render_to_string("published/content.html", {"content": content})
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 8


def test_addresses_become_links_and_nothing_else_does() -> None:
    text = "ดู https://www.tha-khong.example/plan และ javascript:alert(1)"
    content = Content(Kind.DISCLOSURE, 2569, "o1", "ก", sections=(Section("", (text,)),))
    page = render_to_string("published/content.html", {"content": content})
    assert 'href="https://www.tha-khong.example/plan"' in page
    assert 'href="javascript' not in page
