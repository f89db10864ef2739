"""Addresses of people and divisions."""

from __future__ import annotations

from django.urls import path

from prongsai.web.agencies.views import agency, divisions, passwords, people

app_name = "agencies"
urlpatterns = [
    path("a/<slug:agency>/people/", people.people, name="people"),
    path("a/<slug:agency>/people/add/", people.add_member, name="add_member"),
    path("a/<slug:agency>/people/<int:pk>/", people.edit_member, name="edit_member"),
    path("a/<slug:agency>/people/<int:pk>/password/", passwords.renew_password, name="renew_password"),
    path("a/<slug:agency>/people/<int:pk>/end/", people.end_member, name="end_member"),
    path("a/<slug:agency>/divisions/add/", divisions.add_division, name="add_division"),
    path("a/<slug:agency>/divisions/<int:pk>/", divisions.edit_division, name="edit_division"),
    path("a/<slug:agency>/agency/", agency.edit_agency, name="agency"),
]
