"""An agency's public pages stand at /<slug>/: no agency takes a word that begins another address of ours."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from prongsai.core.access.decision import Refused
from prongsai.web.agencies.actions import found_agency
from prongsai.web.agencies.models import Agency
from prongsai.web.site import clock
from prongsai.web.site.addresses import words_of_ours

VALUES: dict[str, Any] = {"name": "เทศบาลตำบลหนองบัว", "kind": "subdistrict_municipality", "province": "ลพบุรี"}


@pytest.mark.parametrize("slug", ["a", "s", "en", "static", "accounts", "language", "health", "style", "country", "EN"])
def test_it_refuses_a_word_of_ours(db: None, slug: str) -> None:
    with pytest.raises(Refused, match=slug):
        found_agency(by=None, today=clock.today(), slug=slug, **VALUES)
    assert not Agency.objects.exists()


def test_any_other_word_is_taken(db: None) -> None:
    assert found_agency(by=None, today=clock.today(), slug="nong-bua", **VALUES).slug == "nong-bua"


def test_every_word_leads_past_the_public_pages_or_is_one_of_them(db: None, client: Client) -> None:
    assert {"a", "c", "r", "s", "en"} <= words_of_ours() and "nong-bua" not in words_of_ours()
    assert client.get("/health").content == b"ok"
    assert client.get("/accounts/login/").status_code == 200
