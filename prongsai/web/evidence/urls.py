"""Addresses of evidence; all of them stand under /a/<agency>/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.evidence import views

app_name = "evidence"
urlpatterns = [
    path("a/<slug:agency>/evidence/<int:pk>/original", views.original, name="original"),
    path("a/<slug:agency>/evidence/<int:pk>/shown", views.shown, name="shown"),
    path("a/<slug:agency>/evidence/<int:pk>/small", views.small, name="small"),
]
