"""A crowd of agencies: 24 with 43 measures of 6 progress entries each, as the comparison asks."""

from __future__ import annotations

import random
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division, Kind, Membership
from prongsai.web.measures.models import Measure, Plan, Progress, Responsible, Round, Step

AGENCIES, MEASURES, ENTRIES = 24, 43, 6
YEAR = 2570
STATUSES = [status.value for status in Measure.Status]
WORDS = ("เผยแพร่", "คู่มือ", "การให้บริการ", "ประชาชน", "งบประมาณ", "จัดซื้อจัดจ้าง", "ทบทวน", "ทรัพย์สิน", "ร้องเรียน", "ฝึกอบรม")
PASSWORD = "bench-ทดสอบ-2570"


@transaction.atomic
def gather() -> tuple[Agency, Person]:
    """Makes the crowd; gives the agency and the person that the pages are fetched as."""
    chance = random.Random(2570)  # made-up data, not a secret
    made = [_agency(number, chance) for number in range(AGENCIES)]
    return made[AGENCIES // 2]


def _agency(number: int, chance: random.Random) -> tuple[Agency, Person]:
    agency = Agency.objects.create(
        slug=f"bench-{number}", name=f"เทศบาลตำบลทดสอบ {number}", kind=Kind.SUBDISTRICT_MUNICIPALITY, province="ลพบุรี"
    )
    divisions = [
        Division.objects.add(agency=agency, name=name, order=order)
        for order, name in enumerate(("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุข"))
    ]
    person = Person.objects.create_user(username=f"bench-{number}", password=PASSWORD, full_name=f"ผู้ทดสอบ {number}")
    Membership.objects.add(agency=agency, person=person, role="coordinator", since=date(2024, 10, 1))
    plan = Plan.objects.add(agency=agency, fiscal_year=YEAR, state="approved", approved_at=timezone.now())
    Round.objects.add(agency=agency, plan=plan, kind="six_months", due_on=date(2027, 3, 31))
    measures = Measure.objects.add_all([_measure(agency, plan, order, chance) for order in range(MEASURES)])
    _details(agency, measures, divisions, person, chance)
    return agency, person


def _measure(agency: Agency, plan: Plan, order: int, chance: random.Random) -> Measure:
    title = " ".join(chance.sample(WORDS, 6))
    return Measure(
        agency=agency, plan=plan, order=order, number=order + 1, indicator=order % 10 + 1, title=title,
        period="ปีงบประมาณ ๒๕๗๐", starts_on=date(2026, 10, 1), ends_on=date(2027, 9, 30),
        monitoring=["ติดตามทุกไตรมาส"], status=chance.choice(STATUSES), search_text=title,
    )  # fmt: skip


def _details(
    agency: Agency, measures: list[Measure], divisions: list[Division], person: Person, chance: random.Random
) -> None:
    steps, responsible, progress = [], [], []
    for measure in measures:
        division = chance.choice(divisions)
        steps += [
            Step(agency=agency, measure=measure, order=n, text=" ".join(chance.sample(WORDS, 8))) for n in range(4)
        ]
        responsible.append(Responsible(agency=agency, measure=measure, order=0, text=division.name, division=division))
        progress += [
            Progress(
                agency=agency,
                measure=measure,
                on=date(2026, 10, 1) + timedelta(days=n * 7),
                status=measure.status,
                text=" ".join(chance.sample(WORDS, 8)),
                division=division,
                by=person,
            )
            for n in range(ENTRIES)
        ]
    Step.objects.add_all(steps)
    Responsible.objects.add_all(responsible)
    Progress.objects.add_all(progress)
