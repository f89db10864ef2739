"""``prongsai agency add``: the first step of a real installation; ``prongsai person password``: the last way in."""

from __future__ import annotations

import argparse
import getpass
import os
import sys

from prongsai.web.site.starting import with_django

_KINDS = (
    *("subdistrict_municipality", "town_municipality", "city_municipality"),
    *("subdistrict_organisation", "provincial_organisation", "other"),
)


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    agency = subparsers.add_parser("agency", help="add an agency with its first coordinator")
    acts = agency.add_subparsers(required=True, metavar="add")
    add = acts.add_parser("add", help="the agency, its coordinator, and the coordinator's first password")
    add.add_argument("slug", help="its address, in small Latin letters, digits and hyphens; it never changes")
    add.add_argument("--name", required=True, help="its full name in Thai")
    add.add_argument("--kind", required=True, choices=_KINDS)
    add.add_argument("--province", required=True)
    add.add_argument("--district", default="")
    add.add_argument("--coordinator", required=True, metavar="USERNAME")
    add.add_argument("--full-name", required=True, help="the coordinator's name")
    add.add_argument("--position", default="ผู้ประสานงาน ITA", help="the coordinator's position")
    add.set_defaults(run=with_django(_add))
    person = subparsers.add_parser("person", help="ดูแลบัญชีจากเซิร์ฟเวอร์ (look after an account from the server)")
    deeds = person.add_subparsers(required=True, metavar="password")
    renew = deeds.add_parser("password", help="ออกรหัสผ่านใช้ครั้งเดียว (print a one-time password)")
    renew.add_argument("username", help="ชื่อผู้ใช้ (the user name)")
    renew.add_argument(
        "--second-step-lost", action="store_true", help="ปิดการเข้าสู่ระบบสองขั้นตอนด้วย (take the second step off too)"
    )
    renew.set_defaults(run=with_django(_renew))


def _add(arguments: argparse.Namespace) -> int:
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.core.management import call_command

    from prongsai.core.access.decision import Refused

    call_command("migrate", verbosity=0, interactive=False)  # it may be the first command of the installation
    try:
        _make(arguments, _first_password())
    except EOFError:
        sys.stderr.write(
            "ไม่มีจอให้พิมพ์รหัสผ่าน โปรดกำหนดใน PRONGSAI_FIRST_PASSWORD\n"
            "There is no terminal to ask for the password. Please set PRONGSAI_FIRST_PASSWORD.\n"
        )
        return 2
    except ValidationError as faulty:
        sys.stderr.write("\n".join(faulty.messages) + "\n")
        return 2
    except Refused as refused:
        sys.stderr.write(f"{refused.why.th}\n{refused.why.en}\n")
        return 2
    sys.stdout.write(
        f"เพิ่ม {arguments.name} แล้ว ผู้ประสานงานเข้าสู่ระบบด้วยชื่อ {arguments.coordinator} ที่ {settings.SITE_URL} (added)\n"
    )
    return 0


def _first_password() -> str:
    return os.environ.get("PRONGSAI_FIRST_PASSWORD") or getpass.getpass("รหัสผ่านแรก (first password): ")


def _make(arguments: argparse.Namespace, password: str) -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.validators import validate_slug
    from django.db import transaction

    from prongsai.web.agencies import actions
    from prongsai.web.site import clock

    validate_slug(arguments.slug)
    validate_password(password)
    with transaction.atomic():
        agency = actions.found_agency(
            by=None,
            today=clock.today(),
            slug=arguments.slug,
            name=arguments.name,
            kind=arguments.kind,
            province=arguments.province,
            district=arguments.district,
        )
        actions.add_member(
            by=None,
            agency=agency,
            username=arguments.coordinator,
            full_name=arguments.full_name,
            password=password,
            role="coordinator",
            position=arguments.position,
            since=clock.today(),
        )


def _renew(arguments: argparse.Namespace) -> int:
    from prongsai.web.accounts.queries import account_named
    from prongsai.web.agencies import actions

    person = account_named(arguments.username)
    if person is None:
        sys.stderr.write(f"ไม่พบชื่อผู้ใช้ {arguments.username} โปรดตรวจสอบ (there is no such user name; please check it)\n")
        return 2
    password = actions.renew_password_at_the_server(
        by=None, person=person, second_step_is_lost=arguments.second_step_lost, through="prongsai person password"
    )
    sys.stdout.write(f"รหัสผ่านใช้ครั้งเดียวของ {person} (one-time password): {password}\n")
    return 0
