"""Addresses of surveys: those that are answered, short enough to be typed from a poster, and those of the agency."""

from __future__ import annotations

from django.urls import re_path

from prongsai.web.surveys.views import answering

app_name = "surveys"
ANSWERED = r"^s/(?P<code>[^/]{1,40})/"

urlpatterns = [
    re_path(r"^s/(?P<code>[^/]{1,40})/$", answering.answer, name="answer"),
    re_path(ANSWERED + r"thanks/$", answering.thanks, name="thanks"),
    re_path(ANSWERED + r"(?P<number>[0-9]{1,4})\.css$", answering.style, name="style"),
    re_path(ANSWERED + r"(?P<secret>[^/]{1,80})/$", answering.answer, name="answer_once"),
]
