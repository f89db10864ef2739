"""Addresses of plans, measures, progress and rounds."""

from __future__ import annotations

from django.urls import path

from prongsai.web.measures import (
    views_dashboard,
    views_list,
    views_measure,
    views_my_work,
    views_places,
    views_plan,
    views_progress,
    views_rounds,
)

app_name = "measures"
YEAR = "a/<slug:agency>/<int:year>/"

urlpatterns = [
    path(YEAR, views_dashboard.dashboard, name="dashboard"),
    path(YEAR + "plan/", views_plan.plan, name="plan"),
    path(YEAR + "plan/create/", views_plan.create, name="create_plan"),
    path(YEAR + "plan/carry-over/", views_plan.carry_over, name="carry_over"),
    path(YEAR + "plan/approve/", views_plan.approve, name="approve_plan"),
    path(YEAR + "plan/close/", views_plan.close, name="close_plan"),
    path(YEAR + "plan/division/", views_plan.choose_division, name="choose_division"),
    path(YEAR + "measures/", views_list.measures, name="list"),
    path(YEAR + "measures/export/<str:kind>/", views_list.export, name="export"),
    path(YEAR + "measures/add/", views_measure.add, name="add"),
    path(YEAR + "measures/<int:pk>/", views_measure.detail, name="detail"),
    path(YEAR + "measures/<int:pk>/edit/", views_measure.edit, name="edit"),
    path(YEAR + "measures/<int:pk>/comment/", views_measure.comment, name="comment"),
    path(YEAR + "measures/<int:pk>/move/", views_places.move, name="move"),
    path(YEAR + "measures/<int:pk>/remove/", views_places.remove, name="remove"),
    path(YEAR + "measures/<int:pk>/restore/", views_places.restore, name="restore"),
    path("a/<slug:agency>/my-work/", views_my_work.my_work, name="my_work"),
    path(YEAR + "my-work/", views_my_work.my_work, name="my_work"),
    path(YEAR + "measures/<int:pk>/record/", views_progress.record, name="record"),
    path(YEAR + "measures/<int:pk>/evidence/<int:evidence>/take-off/", views_progress.take_off, name="take_off"),
    path(YEAR + "rounds/", views_rounds.rounds, name="rounds"),
    path(YEAR + "rounds/open/", views_rounds.open_round, name="open_round"),
    path(YEAR + "rounds/<int:pk>/", views_rounds.round_page, name="round"),
    path(YEAR + "rounds/<int:pk>/lock/", views_rounds.lock, name="lock_round"),
    path(YEAR + "rounds/<int:pk>/leave/", views_rounds.leave, name="leave_round"),
]
