"""A page that asks who one is, where content should be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.core.links.addresses import split
from prongsai.core.links.link import Noticed, Reason
from prongsai.core.links.pages import Page
from prongsai.core.links.seen import Seen

#: Sites where one lands only to sign in, by whose name the sentence calls them.
_DOORS = {
    "accounts.google.com": "google",
    "accounts.youtube.com": "google",
    "login.microsoftonline.com": "microsoft",
    "login.live.com": "microsoft",
    "login.windows.net": "microsoft",
    "access.line.me": "line",
    "account.line.biz": "line",
}
_GOOGLE = frozenset({"drive.google.com", "docs.google.com", "sites.google.com", "forms.gle"})
_NEEDS_ACCESS = (
    *("you need access", "request access", "you need permission", "คุณต้องมีสิทธิ์เข้าถึง", "ขอสิทธิ์การเข้าถึง", "ขอสิทธิ์เข้าถึง"),
    *("คุณจำเป็นต้องได้รับสิทธิ์", "คุณต้องขอสิทธิ์"),
)
_PATHS = re.compile(r"/(?:wp-login\.php|(?:log-?in|sign-?in|logon)(?:\.\w+|/|$))")
_TITLES = re.compile(r"^\W*(?:log[ -]?in|sign[ -]?in|เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อกอิน)|(?:log[ -]?in|sign[ -]?in|เข้าสู่ระบบ)\W*$")
_PASSWORD = re.compile(r"""type\s?=\s?["']?password""")
#: Letters that stand on a page that only asks for the password; a site's own page has more around its box for members.
_FEW = 300


def login(seen: Seen) -> Iterable[Noticed]:
    """Detail: ``google``, ``microsoft``, ``line``, ``facebook``, ``post``, ``away`` (led to one) or ``page``."""
    answered = split(seen.answers)
    door = _DOORS.get(answered.site, "")
    if door:
        yield Noticed(Reason.LOGIN, door)
    elif answered.site.endswith("facebook.com"):
        if answered.path.startswith(("/login", "/checkpoint")):
            yield Noticed(Reason.LOGIN, "facebook")
    elif seen.page is not None and (detail := _of(seen, seen.page)):
        yield Noticed(Reason.LOGIN, detail)


def _of(seen: Seen, page: Page) -> str:
    asked, answered = split(seen.asks), split(seen.answers)
    if answered.site in _GOOGLE and any(words in page.text for words in _NEEDS_ACCESS):
        return "google"
    if "post-password-form" in page.html:
        return "post"
    if not _asks_password(page):
        return ""
    led = _PATHS.search(answered.path) is not None and _PATHS.search(asked.path) is None
    if led:
        return "away"
    return "page" if page.letters < _FEW or _TITLES.search(page.title.lower()) else ""


def _asks_password(page: Page) -> bool:
    return "password" in page.html and _PASSWORD.search(page.html) is not None
