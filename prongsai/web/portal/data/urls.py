"""Addresses of the open data: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

from prongsai.web.portal.data import pages

#: Pages, in Thai and English.
ROUTES: list[tuple[str, Any, str]] = [
    ("<slug:agency>/data/", pages.data_page, "data"),
]
_TABLE = "table-<int:number>.<slug:kind>"
#: Files, which are the same in every language.
ONCE: list[tuple[str, Any, str]] = [
    ("catalog.jsonld", pages.catalogues, "catalogues"),
    ("<slug:agency>/data/dictionary.json", pages.dictionary, "dictionary"),
    ("<slug:agency>/data/catalog.jsonld", pages.catalogue, "catalogue"),
    ("<slug:agency>/data/<slug:name>.<slug:kind>", pages.sheet_file, "sheet_file"),
    (f"<slug:agency>/<int:year>/<slug:code>/{_TABLE}", pages.table_file, "table_file"),
    (f"<slug:agency>/<int:year>/<slug:code>/v<int:edition>/{_TABLE}", pages.table_file, "old_table_file"),
    ("<slug:agency>/api/3/action/<slug:call>", pages.ckan_call, "ckan"),
]
