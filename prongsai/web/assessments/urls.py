"""Addresses of results; all but the history of all years stand under /a/<agency>/<year>/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.assessments.views import entry, history, publishing, result, why

app_name = "assessments"
urlpatterns = [
    path("a/<slug:agency>/history-of-results/", history.history, name="history"),
    path("a/<slug:agency>/<int:year>/result/", result.result, name="result"),
    path("a/<slug:agency>/<int:year>/result/why/", why.why, name="why"),
    path("a/<slug:agency>/<int:year>/result/why/<str:code>/", why.why, name="why_of"),
    path("a/<slug:agency>/<int:year>/result/enter/", entry.enter, name="enter"),
    path("a/<slug:agency>/<int:year>/result/file/", entry.bring, name="bring"),
    path("a/<slug:agency>/<int:year>/result/template/<slug:kind>/", entry.template, name="template"),
    path("a/<slug:agency>/<int:year>/result/publish/", publishing.publish, name="publish"),
    path("a/<slug:agency>/<int:year>/result/clear/", entry.clear, name="clear"),
]
