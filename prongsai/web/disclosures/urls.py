"""Addresses of disclosures; all of them stand under /a/<agency>/<year>/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.disclosures.views import board, entry, items, looking, pasting, publishing, saying

app_name = "disclosures"
_ALL = "a/<slug:agency>/<int:year>/disclosures/"
_ITEM = _ALL + "<slug:code>/"
urlpatterns = [
    path(_ALL, board.index, name="list"),
    path(_ALL + "carry-over/", board.carry_over, name="carry_over"),
    path(_ALL + "assign/", board.assign, name="assign"),
    path(_ALL + "to-publish/", board.to_publish, name="to_publish"),
    path(_ALL + "publish/", publishing.publish_many, name="publish_many"),
    path(_ALL + "paste/", pasting.paste, name="paste"),
    path(_ALL + "itas/", entry.sheet, name="entry"),
    path(_ALL + "itas/table/", entry.table, name="entry_table"),
    path(_ALL + "itas/table.<slug:kind>", entry.table_file, name="entry_file"),
    path(_ALL + "itas/address/", entry.choose, name="choose_address"),
    path(_ALL + "itas/<slug:code>/", entry.enter, name="enter"),
    path(_ITEM + "publish/", publishing.publish, name="publish"),
    path(_ITEM, items.detail, name="detail"),
    path(_ITEM + "evidence/", items.add_evidence, name="add_evidence"),
    path(_ITEM + "evidence/<int:pk>/", items.arrange, name="arrange"),
    path(_ITEM + "history/", looking.history, name="history"),
    path(_ITEM + "sources/", looking.sources, name="sources"),
    path(_ITEM + "text/", saying.write, name="write"),
    path(_ITEM + "tables/", saying.add_table, name="add_table"),
    path(_ITEM + "tables/<int:place>/", saying.take_table_off, name="take_table_off"),
    path(_ITEM + "components/", saying.tick, name="tick"),
]
