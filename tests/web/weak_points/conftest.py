"""What the tests of the pages of weak points share."""

import pytest


@pytest.fixture
def in_english(cast):
    """Somying reads English."""
    cast.somying.language = "en"
    cast.somying.save(update_fields=["language"])
