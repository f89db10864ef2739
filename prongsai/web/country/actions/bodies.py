"""What is done to bodies of the register."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.country.actions.reckoning import provinces_of, reckon, years_missing
from prongsai.web.country.actions.telling import tell
from prongsai.web.country.models import Body, BodyResult
from prongsai.web.site.refusals import refuse


@transaction.atomic
def end_body(*, by: Person, body: Body, until_year: int | None) -> Body:
    """The last fiscal year in which the body is assessed, since it was merged or dissolved; None: it goes on.

    Refused where it has a later result.
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    last = BodyResult.objects.filter(body=body).order_by("-fiscal_year").values_list("fiscal_year", flat=True).first()
    least = body.since_year if last is None else last
    if until_year is not None and until_year < least:
        raise refuse(
            f"หน่วยงานนี้มีผลหรืออยู่ในทะเบียนถึงปี {least} แล้ว โปรดใช้ปี {least} หรือหลังจากนั้น",
            f"The body has a result or is in the register up to {least}. Please use {least} or later.",
        )
    before = body.until_year
    body.until_year = until_year
    body.save(update_fields=["until_year"])
    reckon(years_missing([body]), provinces_of([body]))
    tell(by, EventKind.BODY_CHANGED, body.name, before=before, after=until_year)
    return body
