"""The cast: the same people and agencies in every test.

เทศบาลตำบลท่าโขง (``tha-khong``) is where the stories play; องค์การบริหารส่วนตำบลบ้านหนองแสง (``nong-saeng``) is the
neighbour. Somying is the coordinator, Wichai an officer of the public works division, Malee the head of the clerk's
office, Prasert the chief executive. Somsak belongs to the neighbour and must never see anything of tha-khong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division, Kind, Membership

PASSWORD = "ทดสอบ-prongsai-2569"
SINCE = date(2024, 10, 1)


@dataclass
class Cast:
    """Everybody, by name."""

    agency: Agency
    neighbour: Agency
    clerks_office: Division
    finance: Division
    works: Division
    education: Division
    somying: Person
    wichai: Person
    malee: Person
    prasert: Person
    somsak: Person


def assemble() -> Cast:
    """The cast in the database, with current memberships."""
    agency = Agency.objects.create(
        slug="tha-khong",
        name="เทศบาลตำบลท่าโขง",
        kind=Kind.SUBDISTRICT_MUNICIPALITY,
        province="ลพบุรี",
        district="บ้านหมี่",
        document_prefix="ลบ ๕๔๒๐๑",
    )
    neighbour = Agency.objects.create(
        slug="nong-saeng",
        name="องค์การบริหารส่วนตำบลบ้านหนองแสง",
        kind=Kind.SUBDISTRICT_ORGANISATION,
        province="ขอนแก่น",
        district="พล",
    )
    names = ("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา")
    office, finance, works, education = (
        Division.objects.add(agency=agency, name=name, order=order) for order, name in enumerate(names)
    )
    Division.objects.add(agency=neighbour, name="สำนักปลัด", order=0)
    return Cast(
        agency,
        neighbour,
        office,
        finance,
        works,
        education,
        somying=_person("somying", "นางสมหญิง ใจซื่อ", agency, "coordinator", "นักวิเคราะห์นโยบายและแผนชำนาญการ", office),
        wichai=_person("wichai", "นายวิชัย ขยันงาน", agency, "officer", "นายช่างโยธาปฏิบัติงาน", works),
        malee=_person("malee", "นางมาลี รอบคอบ", agency, "division_head", "หัวหน้าสำนักปลัดเทศบาล", office),
        prasert=_person("prasert", "นายประเสริฐ ตั้งมั่น", agency, "executive", "นายกเทศมนตรีตำบลท่าโขง", None),
        somsak=_person("somsak", "นายสมศักดิ์ คนนอก", neighbour, "coordinator", "นักทรัพยากรบุคคล", None),
    )


def _person(
    username: str, full_name: str, agency: Agency, role: str, position: str, division: Division | None
) -> Person:
    person = Person.objects.create_user(username=username, password=PASSWORD, full_name=full_name)
    Membership.objects.add(agency=agency, person=person, role=role, position=position, division=division, since=SINCE)
    return person
