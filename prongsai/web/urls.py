"""All addresses. An agency's pages live under /a/<agency>/, which every app writes itself."""

from __future__ import annotations

from django.urls import include, path

APPS = (
    *("site", "measures", "evidence", "disclosures", "assessments", "imports", "reports", "outside", "reviews"),
    *("surveys", "weak_points", "contests", "country", "frameworks"),
    *("agencies", "audit", "links", "published"),
    "portal",  # the last, for an address that begins with no word of ours begins with the name of an agency
)

urlpatterns = [
    path("", include("prongsai.web.accounts.urls")),  # before allauth's: some of its addresses are closed
    path("accounts/", include("allauth.urls")),
    *(path("", include(f"prongsai.web.{app}.urls")) for app in APPS),
]

handler403 = "prongsai.web.site.views.forbidden"
