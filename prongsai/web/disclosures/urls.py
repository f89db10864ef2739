"""Addresses of disclosures; all of them stand under /a/<agency>/<year>/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.disclosures.views import items

app_name = "disclosures"
urlpatterns = [
    path("a/<slug:agency>/<int:year>/disclosures/", items.index, name="list"),
    path("a/<slug:agency>/<int:year>/disclosures/carry-over/", items.carry_over, name="carry_over"),
    path("a/<slug:agency>/<int:year>/disclosures/<slug:code>/", items.detail, name="detail"),
    path("a/<slug:agency>/<int:year>/disclosures/<slug:code>/evidence/", items.add_evidence, name="add_evidence"),
]
