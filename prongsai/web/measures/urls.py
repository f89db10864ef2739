"""Addresses of plans, measures, progress and rounds."""

from __future__ import annotations

from django.urls import path

from prongsai.web.measures import views_my_work, views_progress, views_rounds

app_name = "measures"
YEAR = "a/<slug:agency>/<int:year>/"

urlpatterns = [
    path("a/<slug:agency>/my-work/", views_my_work.my_work, name="my_work"),
    path(YEAR + "my-work/", views_my_work.my_work, name="my_work"),
    path(YEAR + "measures/<int:pk>/record/", views_progress.record, name="record"),
    path(YEAR + "rounds/", views_rounds.rounds, name="rounds"),
    path(YEAR + "rounds/open/", views_rounds.open_round, name="open_round"),
    path(YEAR + "rounds/<int:pk>/", views_rounds.round_page, name="round"),
    path(YEAR + "rounds/<int:pk>/lock/", views_rounds.lock, name="lock_round"),
    path(YEAR + "rounds/<int:pk>/leave/", views_rounds.leave, name="leave_round"),
]
