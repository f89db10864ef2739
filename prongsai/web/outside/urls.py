"""Addresses of the chase, and of the pages behind a link."""

from __future__ import annotations

from django.urls import path, re_path

from prongsai.web.outside.views import answering, reminders

app_name = "outside"
ROUND = "a/<slug:agency>/<int:year>/rounds/<int:pk>/"
LINK = r"^r/(?P<secret>[0-9]{1,18}-[A-Za-z0-9_-]{20,100})/"

urlpatterns = [
    path(ROUND + "reminders/", reminders.reminders, name="reminders"),
    path(ROUND + "reminders/all/", reminders.make_all, name="make_all"),
    path(ROUND + "reminders/<int:division>/link/", reminders.make, name="make"),
    path(ROUND + "reminders/<int:link>/revoke/", reminders.revoke, name="revoke"),
    re_path(LINK + "$", answering.answer, name="answer"),
    re_path(LINK + r"(?P<pk>[0-9]{1,18})/$", answering.record, name="record"),
]
