"""Nothing in the tables says in which order answers came."""

from __future__ import annotations

import pytest
from django.db import connection

from prongsai.web.surveys.actions.links import draw_secrets, make_links
from prongsai.web.surveys.models import Answer, OneTimeLink
from tests.cast import Cast
from tests.web.surveys.asked import answered_survey

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite numbers rows so; the manual tells of others")
@pytest.mark.parametrize("model", [Answer, OneTimeLink])
def test_sqlite_numbers_the_rows_by_lot_too(cast: Cast, model: type[Answer] | type[OneTimeLink]) -> None:
    """Beside a key that is not its own, SQLite numbers rows 1, 2, 3 as they come: ``rowid`` tells who was first."""
    survey = answered_survey(cast.somying, cast.agency)
    make_links(by=cast.somying, survey=survey, secrets=draw_secrets(6), batch=1)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid, id FROM {model._meta.db_table}")  # noqa: S608  # a name of our own
        rows = cursor.fetchall()
    assert len(rows) == 6
    assert [row for row in rows if row[0] != row[1]] == []
