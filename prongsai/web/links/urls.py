"""Addresses of the links of a year."""

from __future__ import annotations

from django.urls import path

from prongsai.web.links.views import checking, link, listing, proofs

app_name = "links"
_YEAR = "a/<slug:agency>/<int:year>/links/"
_RECEIPT = f"{_YEAR}<int:pk>/receipts/<int:number>/"
urlpatterns = [
    path(_YEAR, listing.index, name="list"),
    path(f"{_YEAR}check/", checking.check, name="check"),
    path(f"{_YEAR}receipts.txt", proofs.chain, name="chain"),
    path(f"{_YEAR}<int:pk>/", link.detail, name="detail"),
    path(f"{_YEAR}<int:pk>/receipts/", proofs.receipts, name="receipts"),
    path(_RECEIPT, proofs.receipt, name="receipt"),
    path(f"{_RECEIPT}receipt.txt", proofs.text, name="text"),
    path(f"{_RECEIPT}record.warc.gz", proofs.warc, name="warc"),
]
