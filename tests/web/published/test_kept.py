"""What was published is never changed or deleted: not by the code, and not past it in the database."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from prongsai.web.audit import guards
from prongsai.web.audit.kept import Kept
from prongsai.web.published import actions
from prongsai.web.published.models import Attachment, Edition, PublishedFile, Withdrawal
from prongsai.web.site.kept import HistoryIsKept
from tests.cast import Cast
from tests.web.published.made import content, given

MODELS: tuple[type[Kept], ...] = (Edition, Withdrawal, PublishedFile, Attachment)


@pytest.fixture
def published(cast: Cast) -> None:
    edition = actions.publish(by=cast.somying, agency=cast.agency, content=content(), files=[given()])
    actions.withdraw(by=cast.somying, publication=edition.publication, reason="ผิด")


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("model", MODELS)
def test_the_code_refuses(cast: Cast, model: type[Kept]) -> None:
    row = model.objects.of(cast.agency).get()
    for act in (row.save, row.delete, model.objects.of(cast.agency).delete):
        with pytest.raises(HistoryIsKept):
            act()
    with pytest.raises(HistoryIsKept):
        model.objects.of(cast.agency).update(agency=cast.neighbour)


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("act", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_the_database_refuses(model: type[Kept], act: str) -> None:
    statement = act.format(table=f'"{model._meta.db_table}"')
    with (
        pytest.raises(DatabaseError, match=guards.REFUSAL),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
