"""Home, language, health."""

from __future__ import annotations

from django.urls import path

from prongsai.web.site import views

urlpatterns = [
    path("", views.home, name="home"),
    path("language/", views.language, name="language"),
    path("health", views.health, name="health"),
    path("style/", views.components, name="style"),
]
