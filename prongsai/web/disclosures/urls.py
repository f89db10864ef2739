"""Addresses of disclosures; all of them stand under /a/<agency>/<year>/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.disclosures import views

app_name = "disclosures"
urlpatterns = [
    path("a/<slug:agency>/<int:year>/disclosures/", views.index, name="list"),
    path("a/<slug:agency>/<int:year>/disclosures/carry-over/", views.carry_over, name="carry_over"),
    path("a/<slug:agency>/<int:year>/disclosures/<slug:code>/", views.detail, name="detail"),
    path("a/<slug:agency>/<int:year>/disclosures/<slug:code>/evidence/", views.add_evidence, name="add_evidence"),
]
