"""Addresses of the year's rules and calendar."""

from __future__ import annotations

from django.urls import path, re_path

from prongsai.web.frameworks import views

app_name = "frameworks"
YEAR = "a/<slug:agency>/<int:year>/"

urlpatterns = [
    path(YEAR + "framework/", views.rules, name="rules"),
    path(YEAR + "framework/bring/", views.bring, name="bring"),
    path(YEAR + "framework/file/", views.file, name="file"),
    path(YEAR + "framework/starter/", views.starter, name="starter"),
    path(YEAR + "framework/withdraw/", views.withdraw, name="withdraw"),
    path(YEAR + "calendar/", views.calendar, name="calendar"),
    path(YEAR + "calendar/share/", views.share, name="share"),
    path(YEAR + "calendar/revoke/", views.revoke, name="revoke"),
    re_path(r"^c/(?P<secret>[0-9]{1,18}-[A-Za-z0-9_-]{20,100})\.ics$", views.feed, name="feed"),
]
