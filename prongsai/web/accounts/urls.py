"""The address of one's own account; and allauth's that serve nothing here lead to it.

An account has one e-mail address, which stands on that page and needs no confirming, and nobody signs in by a code
that is sent. These addresses stand before allauth's (see web/urls.py), so its own pages of them are never reached.
"""

from __future__ import annotations

from django.urls import path

from prongsai.web.accounts import views

app_name = "accounts"
CLOSED = ("email/", "confirm-email/", "confirm-email/<str:key>/", "login/code/confirm/")
urlpatterns = [
    path("me/", views.mine, name="mine"),
    *(path(f"accounts/{one}", views.closed, name="closed") for one in CLOSED),
]
