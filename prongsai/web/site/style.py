"""What the page of components shows: made-up figures with the words of real pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.access.decision import ALLOWED, refused
from prongsai.core.measures.lateness import Lateness
from prongsai.core.sentence import Sentence
from prongsai.web.site.fields import ThaiDateField
from prongsai.web.site.icons import ICONS


class StyleForm(forms.Form):
    """One field of each sort."""

    text = forms.CharField(
        label=gettext_lazy("What was done"),
        help_text=gettext_lazy(
            "One or two sentences: what, where, how many. They stand in the report as you write them."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    on = ThaiDateField(label=gettext_lazy("Date it was done"))
    status = forms.ChoiceField(
        label=gettext_lazy("How far is it?"),
        widget=forms.RadioSelect,
        choices=[("in_progress", gettext_lazy("In progress")), ("done", gettext_lazy("Done"))],
    )
    division = forms.ChoiceField(label=gettext_lazy("Division"), choices=[("1", "สำนักปลัดเทศบาล"), ("2", "กองช่าง")])
    tick = forms.BooleanField(label=gettext_lazy("In use"), required=False)


def context(data: Any) -> dict[str, Any]:
    """Everything that the template asks for; ``data`` is what the form was sent, or None."""
    return {
        "form": StyleForm(data, initial={"on": date(2023, 2, 8)}),
        "statuses": ("not_started", "in_progress", "done", "draft", "submitted", "returned", "acknowledged", "locked"),
        "latenesses": list(Lateness),
        "divisions": [("สำนักปลัดเทศบาล", (6, 3, 1)), ("กองคลัง", (2, 4, 2)), ("กองช่าง", (0, 1, 7))],
        "kinds": [("done", _("Done")), ("in_progress", _("In progress")), ("not_started", _("Not started"))],
        "division_caption": _("Measures by division"),
        "scores": [("การปฏิบัติหน้าที่", 96.4), ("การใช้งบประมาณ", 88.15), ("การเปิดเผยข้อมูล", 72.5)],
        "score_caption": _("Scores by indicator"),
        "meter_label": _("Disclosures"),
        "allowed": ALLOWED,
        "refusal": refused("แผนปิดแล้ว โปรดติดต่อผู้ประสานงาน ITA", "The plan is closed. Please ask the ITA coordinator."),
        "save_label": _("Save"),
        "allowed_words": Sentence("บันทึกแล้ว", "Saved."),
        "rows": [
            {"label": _("What was done"), "theirs": "ประชุมชี้แจง ๒ ครั้ง", "yours": "ประชุมชี้แจง ๓ ครั้ง\nผู้เข้าร่วม ๔๕ คน"},
            {"label": _("Status"), "theirs": _("In progress"), "yours": _("In progress")},
        ],
        "measures": [
            ("จัดทำคู่มือการให้บริการประชาชนและเผยแพร่บนเว็บไซต์", "done", date(2022, 10, 1), date(2023, 3, 31)),
            ("ประชุมซักซ้อมความเข้าใจเรื่องการใช้ทรัพย์สินของทางราชการ", "in_progress", date(2023, 1, 1), date(2023, 9, 30)),
        ],
        "page": Paginator(range(60), 25).page(2),
        "now": timezone.now(),
        "empty_text": _("There is nothing here yet."),
        "home_address": "/",
        "empty_label": _("To the first page"),
        "icons": list(ICONS),
    }
