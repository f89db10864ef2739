"""All addresses. An agency's pages live under /a/<agency>/."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include("prongsai.web.site.urls")),
    path("", include("prongsai.web.evidence.urls")),
    path("", include("prongsai.web.measures.urls")),
    path("", include("prongsai.web.outside.urls")),
]
