"""Addresses of the report pages."""

from __future__ import annotations

from django.urls import path

from prongsai.web.reports import views

app_name = "reports"
urlpatterns = [
    path("a/<slug:agency>/<int:year>/reports/", views.reports_of_year, name="list"),
    path("a/<slug:agency>/<int:year>/reports/begin/", views.begin, name="begin"),
    path("a/<slug:agency>/<int:year>/reports/analysis/", views.begin_analysis, name="begin_analysis"),
    path("a/<slug:agency>/reports/forms/", views.own_forms, name="forms"),
    path("a/<slug:agency>/reports/papers/", views.bring_paper, name="bring_paper"),
    path("a/<slug:agency>/reports/papers/<int:pk>/", views.own_paper, name="own_paper"),
    path("a/<slug:agency>/reports/papers/<int:pk>/file/", views.paper_file, name="paper_file"),
    path("a/<slug:agency>/reports/papers/<int:pk>/drop/", views.drop_paper, name="drop_paper"),
    path("a/<slug:agency>/reports/forms/<str:form>/", views.form_file, name="form_file"),
    path("a/<slug:agency>/reports/forms/<str:form>/withdraw/", views.withdraw_form, name="withdraw_form"),
    path("a/<slug:agency>/reports/<int:pk>/", views.report_page, name="detail"),
    path("a/<slug:agency>/reports/<int:pk>/memo/", views.edit_memo, name="memo"),
    path("a/<slug:agency>/reports/<int:pk>/chain/", views.edit_chain, name="chain"),
    path("a/<slug:agency>/reports/<int:pk>/submit/", views.submit_report, name="submit"),
    path("a/<slug:agency>/reports/<int:pk>/sign/", views.sign_report, name="sign"),
    path("a/<slug:agency>/reports/<int:pk>/publish/", views.publish, name="publish"),
    path("a/<slug:agency>/reports/<int:pk>/evidence/", views.use_as_evidence, name="use_as_evidence"),
    path("a/<slug:agency>/reports/<int:pk>/paper/", views.paper, name="paper"),
    path("a/<slug:agency>/reports/<int:pk>/documents/<str:format>/", views.document, name="document"),
]
