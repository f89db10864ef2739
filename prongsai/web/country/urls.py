"""Addresses of the country. ``where`` is ``all``, a region's code or a province's name."""

from __future__ import annotations

from django.urls import path

from prongsai.web.country.views import body, listing, loading, overview

app_name = "country"
_SCOPE = "country/<int:year>/<str:where>/"
urlpatterns = [
    path("country/", overview.home, name="home"),
    path("country/history/", loading.history, name="history"),
    path("country/tables/", loading.load, name="load"),
    path("country/tables/sample/", loading.sample, name="sample"),
    path("country/tables/<int:pk>/", loading.check, name="check"),
    path("country/tables/<int:pk>/drop/", loading.drop, name="drop"),
    path("country/bodies/<int:pk>/", body.body, name="body"),
    path("country/bodies/<int:pk>/end/", body.end, name="end"),
    path(_SCOPE, overview.overview, name="overview"),
    path(f"{_SCOPE}bodies/", listing.bodies, name="bodies"),
    path(f"{_SCOPE}outliers/", listing.outliers, name="outliers"),
    path(f"{_SCOPE}download/<str:kind>/", listing.download, name="download"),
]
