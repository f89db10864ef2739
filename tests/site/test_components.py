"""Components of pages: what they draw, in both languages, and that a page of them all is sound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation

from prongsai.core.access.decision import ALLOWED, refused
from prongsai.core.sentence import Sentence
from prongsai.web.accounts.models import Person
from prongsai.web.site.pictures import bars
from tests.cast import Cast
from tests.site.page_checker import check_page, faults_of

KINDS = [("done", "เสร็จ"), ("in_progress", "กำลังทำ")]


def draw(text: str, **context: Any) -> str:
    """A template in Thai."""
    with translation.override("th"):
        return Template(text).render(Context(context))


class Plain(forms.Form):
    """One required field with help, one choice."""

    name = forms.CharField(label="ชื่อ", help_text="ตามทะเบียน")
    way = forms.ChoiceField(
        label="ทาง", widget=forms.RadioSelect, choices=[("a", "หนึ่ง"), ("b", "สอง")], help_text="เลือก"
    )


def test_a_status_is_a_picture_and_a_word() -> None:
    drawn = draw('{% status_pill "done" %}')
    assert "<svg" in drawn and "ดำเนินการแล้ว" in drawn and "pill--done" in drawn


def test_a_status_may_bring_its_own_word() -> None:
    assert "รออ่าน" in draw('{% status_pill "waiting" "รออ่าน" %}')


def test_a_pill_escapes_what_it_is_given() -> None:
    assert "<b>" not in draw("{% status_pill status %}", status="<b>")


@pytest.mark.parametrize("lateness", ["on_time", "done", "no_dates"])
def test_lateness_is_silent_where_all_is_well(lateness: str) -> None:
    assert draw("{% lateness_pill lateness %}", lateness=lateness) == ""


def test_lateness_speaks_where_it_matters() -> None:
    assert "เกินกำหนด" in draw('{% lateness_pill "overdue" %}')


def test_a_field_ties_help_and_error_to_the_input() -> None:
    drawn = draw(
        "{% error_summary form %}{% field form.name %}{% field form.way %}", form=Plain({"name": "", "way": "z"})
    )
    assert faults_of(drawn, part=True) == []
    assert 'aria-describedby="id_name_helptext id_name_error"' in drawn and 'aria-invalid="true"' in drawn
    assert 'href="#id_name"' in drawn and 'href="#id_way"' in drawn and 'id="id_way"' in drawn


def test_a_refusal_stands_beside_the_disabled_button() -> None:
    drawn = draw("{% button_or_reason decision 'บันทึก' %}", decision=refused("แผนปิดแล้ว", "The plan is closed."))
    assert "disabled" in drawn and "แผนปิดแล้ว" in drawn


def test_an_allowed_button_works_and_a_link_looks_like_one() -> None:
    assert "disabled" not in draw("{% button_or_reason decision 'บันทึก' %}", decision=ALLOWED)
    assert 'href="/x/"' in draw("{% button_or_reason decision 'ไป' 'primary' '/x/' %}", decision=ALLOWED)


def test_a_sentence_is_said_in_the_language_of_the_reader() -> None:
    said = Context({"s": Sentence("สวัสดี", "Hello")})
    with translation.override("en"):
        assert Template("{% sentence s %}").render(said) == "Hello"
    assert draw("{% sentence s %}{% sentence none %}", s=said["s"], none=None) == "สวัสดี"


def test_bars_share_one_scale() -> None:
    first, second = bars([("กองคลัง", (2, 2)), ("กองช่าง", (1, 0))], KINDS)
    assert [(one.x, one.width) for one in first.pieces] == [("0.00", "50.00"), ("50.00", "50.00")]
    assert [(one.kind, one.width) for one in second.pieces] == [("done", "25.00")]
    assert (first.total, second.total) == (4, 1)


def test_bars_never_leave_the_picture_and_bear_nothing() -> None:
    assert bars([("เกิน", (120,))], KINDS[:1], 100)[0].pieces[0].width == "100.00"
    assert bars([("ว่าง", (0, 0))], KINDS)[0].pieces == ()
    assert bars([], KINDS) == []


def test_bars_have_the_same_figures_as_a_table() -> None:
    drawn = draw("{% stacked_bars rows kinds 'มาตรการ' %}", rows=[("กองคลัง", (2, 3))], kinds=KINDS)
    assert '<td class="number">2</td><td class="number">3</td><td class="number">5</td>' in drawn
    assert faults_of(drawn, part=True) == []


def test_a_plain_bar_says_its_value() -> None:
    assert "88.15%" in draw("{% bar_chart rows 'คะแนน' 100 '%' %}", rows=[("ตัวชี้วัดที่ 1", 88.15)])
    assert "3 จาก 7" in draw("{% meter 3 7 'ส่งแล้ว' %}")


def test_the_pager_keeps_the_other_parameters() -> None:
    request = RequestFactory().get("/", {"q": "กอง ช่าง", "page": "2"})
    drawn = draw("{% pager page %}", page=Paginator(range(60), 25).page(2), request=request)
    assert "หน้า 2 จาก 3" in drawn and "?page=3&amp;q=%E0" in drawn and "page=2" not in drawn
    assert draw("{% pager page %}", page=Paginator(range(5), 25).page(1), request=request).strip() == ""


def test_the_second_writer_sees_both_and_what_differs() -> None:
    rows = [{"label": "ผล", "theirs": "สอง", "yours": "สาม"}, {"label": "ชื่อ", "theirs": "ก", "yours": "ก"}]
    drawn = draw('{% include "parts/conflict.html" %}', rows=rows)
    assert "สอง" in drawn and "สาม" in drawn and drawn.count("ต่างกัน") == 1


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_of_all_components_is_sound(cast: Cast, signed_in: Callable[[Person], Client], language: str) -> None:
    Person.objects.filter(pk=cast.somying.pk).update(language=language)
    client = signed_in(cast.somying)
    shown, sent = client.get(reverse("style")), client.post(reverse("style"), {"text": ""})
    check_page(shown)
    check_page(sent)
    assert f'lang="{language}"' in shown.content.decode() and 'role="alert"' in sent.content.decode()


def test_the_page_of_components_is_not_for_production(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    with override_settings(PRODUCTION=True):
        assert signed_in(cast.somying).get(reverse("style")).status_code == 404
