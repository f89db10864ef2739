"""Addresses of weak points. The year is that of the plan; ``?of=`` chooses a result other than that before it."""

from __future__ import annotations

from django.urls import path

from prongsai.web.weak_points import views

app_name = "weak_points"
urlpatterns = [
    path("a/<slug:agency>/<int:year>/weak-points/", views.weak_points, name="list"),
    path("a/<slug:agency>/<int:year>/weak-points/what-if/", views.what_if_page, name="what_if"),
    path("a/<slug:agency>/<int:year>/weak-points/measures/", views.make, name="make"),
]
