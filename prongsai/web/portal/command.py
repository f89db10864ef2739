"""``prongsai export-site``: the public pages of an agency as plain files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from prongsai.web.site.starting import with_django


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    export = subparsers.add_parser(
        "export-site", help="ส่งออกเว็บไซต์สาธารณะเป็นไฟล์ (write the public pages of an agency as plain files)"
    )
    export.add_argument("agency", help="รหัสหน่วยงานในที่อยู่ เช่น tha-khong (its name in addresses)")
    export.add_argument("folder", type=Path, help="โฟลเดอร์ใหม่ ว่าง หรือที่เคยส่งออกไว้ (a new, empty or earlier one)")
    export.add_argument(
        "--base-url",
        default="",
        metavar="URL",
        help="ที่อยู่ที่จะวางโฟลเดอร์นี้ สำหรับฟีดและแผนผังเว็บไซต์ (where it will stand, for feeds and the sitemap)",
    )
    export.set_defaults(run=with_django(_export))


def _export(arguments: argparse.Namespace) -> int:
    from prongsai.core.access.decision import Refused
    from prongsai.web.portal.exporting.site import export_site

    base = arguments.base_url
    if base and not (urlsplit(base).scheme in {"http", "https"} and urlsplit(base).netloc):
        sys.stderr.write(
            "โปรดเขียน --base-url เต็ม เช่น https://www.example.go.th/ita\n"
            "Please write the whole --base-url, as https://www.example.go.th/ita\n"
        )
        return 2
    began = monotonic()
    try:
        done = export_site(arguments.agency, arguments.folder.resolve(), base)
    except Refused as refused:
        sys.stderr.write(f"{refused.why.th}\n{refused.why.en}\n")
        return 2
    except OSError as fault:
        sys.stderr.write(f"เขียนไฟล์ไม่ได้ ของเดิมยังอยู่ครบ ({fault})\nA file could not be written; what was there stays.\n")
        return 2
    took = monotonic() - began
    sys.stdout.write(
        f"ส่งออกแล้ว {done.files:,} ไฟล์ {done.size / 1e6:.1f} MB ใน {took:.1f} วินาที ที่ {arguments.folder}\n"
        f"{done.files:,} files, {done.size / 1e6:.1f} MB, in {took:.1f} s, are in {arguments.folder}\n"
    )
    return 0
