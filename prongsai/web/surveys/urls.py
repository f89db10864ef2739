"""Addresses of surveys: those that are answered, short enough to be typed from a poster, and those of the agency."""

from __future__ import annotations

from django.urls import path, re_path

from prongsai.web.surveys.views import answering, building, detail, exports, links, listing, poster, preview, results

app_name = "surveys"
OF_YEAR = "a/<slug:agency>/<int:year>/surveys/"
ONE = f"{OF_YEAR}<int:pk>/"
ANSWERED = r"^s/(?P<code>[^/]{1,40})/"

urlpatterns = [
    re_path(r"^s/(?P<code>[^/]{1,40})/$", answering.answer, name="answer"),
    re_path(ANSWERED + r"thanks/$", answering.thanks, name="thanks"),
    re_path(ANSWERED + r"(?P<number>[0-9]{1,4})\.css$", answering.style, name="style"),
    re_path(ANSWERED + r"(?P<secret>[^/]{1,80})/$", answering.answer, name="answer_once"),
    path(f"{OF_YEAR}", listing.surveys, name="list"),
    path(f"{OF_YEAR}begin/", listing.begin, name="begin"),
    path(f"{OF_YEAR}bring/", listing.bring, name="bring"),
    path(f"{OF_YEAR}copy/", listing.copy, name="copy"),
    path(f"{ONE}", detail.detail, name="detail"),
    path(f"{ONE}settings/", detail.settings, name="settings"),
    path(f"{ONE}open/", detail.open_to_answers, name="open"),
    path(f"{ONE}close/", detail.close, name="close"),
    path(f"{ONE}remove/", listing.remove, name="remove"),
    path(f"{ONE}preview/", preview.preview, name="preview"),
    path(f"{ONE}preview.css", preview.style, name="preview_style"),
    path(f"{ONE}questionnaire.yaml", building.yaml_file, name="yaml"),
    path(f"{ONE}build/", building.build, name="build"),
    path(f"{ONE}build/head/", building.edit_head, name="edit_head"),
    path(f"{ONE}build/bring/", building.bring_into, name="bring_into"),
    path(f"{ONE}build/arrange/", building.arrange, name="arrange"),
    path(f"{ONE}build/sections/add/", building.edit_section, name="add_section"),
    path(f"{ONE}build/sections/<int:at>/", building.edit_section, name="edit_section"),
    path(f"{ONE}build/sections/<int:at>/questions/add/", building.add_question, name="add_question"),
    path(f"{ONE}build/questions/<slug:key>/", building.edit_question, name="edit_question"),
    path(f"{ONE}share/", links.share, name="share"),
    path(f"{ONE}share/links/", links.make, name="make_links"),
    path(f"{ONE}share/links/<int:batch>/revoke/", links.revoke, name="revoke_links"),
    path(f"{ONE}share/poster/", poster.poster, name="poster"),
    path(f"{ONE}share/poster.pdf", poster.poster_file, name="poster_file"),
    path(f"{ONE}share/qr.svg", poster.picture, name="picture"),
    path(f"{ONE}results/", results.results, name="results"),
    path(f"{ONE}results/as-mock/", results.as_mock, name="as_mock"),
    path(f"{ONE}results/texts/<slug:key>/", results.texts, name="texts"),
    path(f"{ONE}results/texts/<slug:key>/hide/", results.hide, name="hide_text"),
    path(f"{ONE}results/answers.<slug:kind>", exports.answers, name="export_answers"),
    path(f"{ONE}results/tables.<slug:kind>", exports.tables, name="export_tables"),
]
