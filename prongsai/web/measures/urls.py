"""Addresses of plans, measures, progress and rounds."""

from __future__ import annotations

from django.urls import path

from prongsai.web.measures.views import (
    dashboard,
    division_sheets,
    listing,
    measure,
    my_work,
    places,
    plan,
    progress,
    publishing,
    rounds,
)

app_name = "measures"
YEAR = "a/<slug:agency>/<int:year>/"

urlpatterns = [
    path("a/<slug:agency>/", dashboard.this_year, name="this_year"),
    path(YEAR, dashboard.dashboard, name="dashboard"),
    path(YEAR + "plan/", plan.plan, name="plan"),
    path(YEAR + "plan/create/", plan.create, name="create_plan"),
    path(YEAR + "plan/carry-over/", plan.carry_over, name="carry_over"),
    path(YEAR + "plan/approve/", plan.approve, name="approve_plan"),
    path(YEAR + "plan/close/", plan.close, name="close_plan"),
    path(YEAR + "plan/publish/", publishing.publish, name="publish_plan"),
    path(YEAR + "plan/division/", plan.choose_division, name="choose_division"),
    path(YEAR + "measures/", listing.measures, name="list"),
    path(YEAR + "measures/export/<str:kind>/", listing.export, name="export"),
    path(YEAR + "measures/add/", measure.add, name="add"),
    path(YEAR + "measures/<int:pk>/", measure.detail, name="detail"),
    path(YEAR + "measures/<int:pk>/edit/", measure.edit, name="edit"),
    path(YEAR + "measures/<int:pk>/comment/", measure.comment, name="comment"),
    path(YEAR + "measures/<int:pk>/move/", places.move, name="move"),
    path(YEAR + "measures/<int:pk>/remove/", places.remove, name="remove"),
    path(YEAR + "measures/<int:pk>/restore/", places.restore, name="restore"),
    path("a/<slug:agency>/my-work/", my_work.my_work, name="my_work"),
    path(YEAR + "my-work/", my_work.my_work, name="my_work"),
    path(YEAR + "measures/<int:pk>/record/", progress.record, name="record"),
    path(YEAR + "measures/<int:pk>/evidence/<int:evidence>/take-off/", progress.take_off, name="take_off"),
    path(YEAR + "rounds/", rounds.rounds, name="rounds"),
    path(YEAR + "rounds/open/", rounds.open_round, name="open_round"),
    path(YEAR + "rounds/<int:pk>/", rounds.round_page, name="round"),
    path(YEAR + "rounds/<int:pk>/lock/", rounds.lock, name="lock_round"),
    path(YEAR + "rounds/<int:pk>/leave/", rounds.leave, name="leave_round"),
    path(YEAR + "rounds/<int:pk>/sheets/", division_sheets.take_in, name="take_in_sheets"),
    path(YEAR + "rounds/<int:pk>/sheets/accept/", division_sheets.accept, name="accept_sheets"),
    path(YEAR + "rounds/<int:pk>/sheets/all/", division_sheets.send_all, name="send_sheets"),
    path(YEAR + "rounds/<int:pk>/sheets/<int:division>/", division_sheets.send_one, name="send_sheet"),
]
