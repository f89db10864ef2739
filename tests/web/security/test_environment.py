"""An installation does not begin with a key that somebody could guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from prongsai.web import environment


@pytest.mark.parametrize("key", ["", "x", "ใส่กุญแจลับที่สร้าง", "k" * 31])
def test_it_refuses_a_key_that_is_missing_or_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str) -> None:
    monkeypatch.setenv("PRONGSAI_SECRET_KEY", key)
    with pytest.raises(ImproperlyConfigured, match="PRONGSAI_SECRET_KEY"):
        environment.secret_key(tmp_path, production=True)


def test_it_keeps_the_key_that_it_makes_to_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PRONGSAI_SECRET_KEY", raising=False)
    made = environment.secret_key(tmp_path / "var", production=False)
    assert len(made) > 60 and environment.secret_key(tmp_path / "var", production=False) == made
    assert (tmp_path / "var").stat().st_mode & 0o077 == 0
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o077 == 0
