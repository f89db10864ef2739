"""Addresses of people and divisions."""

from __future__ import annotations

from django.urls import path

from prongsai.web.agencies import views, views_password

app_name = "agencies"
urlpatterns = [
    path("a/<slug:agency>/people/", views.people, name="people"),
    path("a/<slug:agency>/people/add/", views.add_member, name="add_member"),
    path("a/<slug:agency>/people/<int:pk>/", views.edit_member, name="edit_member"),
    path("a/<slug:agency>/people/<int:pk>/password/", views_password.renew_password, name="renew_password"),
    path("a/<slug:agency>/people/<int:pk>/end/", views.end_member, name="end_member"),
    path("a/<slug:agency>/divisions/add/", views.add_division, name="add_division"),
    path("a/<slug:agency>/divisions/<int:pk>/", views.edit_division, name="edit_division"),
    path("a/<slug:agency>/agency/", views.edit_agency, name="agency"),
]
