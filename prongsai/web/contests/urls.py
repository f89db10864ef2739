"""Addresses of contests; they stand below the result of the year."""

from __future__ import annotations

from django.urls import path

from prongsai.web.contests.views import contest, listing

app_name = "contests"
_YEAR = "a/<slug:agency>/<int:year>/result/contests/"
urlpatterns = [
    path(_YEAR, listing.index, name="list"),
    path(f"{_YEAR}days/", listing.days, name="days"),
    path(f"{_YEAR}letter/", listing.letter, name="letter"),
    path(f"{_YEAR}item/<slug:code>/", contest.detail, name="detail"),
    path(f"{_YEAR}item/<slug:code>/evidence/", contest.attach, name="attach"),
    path(f"{_YEAR}item/<slug:code>/send/", contest.send, name="send"),
    path(f"{_YEAR}item/<slug:code>/take-back/", contest.take_back, name="take_back"),
    path(f"{_YEAR}item/<slug:code>/answer/", contest.answer, name="answer"),
    path(f"{_YEAR}item/<slug:code>/reopen/", contest.reopen, name="reopen"),
]
