"""Pages that say 200 and mean that something is wrong.

Words alone do not decide: ไม่พบ stands in every report of complaints and 404 in many numbers. They count where a page says
them as its title, as a heading, as a line of their own, or where it says little else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.core.links.link import Noticed, Reason
from prongsai.core.links.pages import Page
from prongsai.core.links.seen import Seen

#: Letters of a page that says little else than the error.
_LITTLE = 900
_LONGEST_LINE = 120


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts))


#: What a removed or missing page says.
_MISSING = _pattern(
    r"(?:ขออภัย\W*)?ไม่พบ(?:หน้า(?:เว็บ|เพจ)?|เพจ|ไฟล์|บทความ|เอกสาร|ข้อมูล|เนื้อหา|url)(?:นี้|ดังกล่าว)?\s?"
    r"(?:ที่(?:คุณ|ท่าน)?\s?(?:ต้องการ|ร้องขอ|ค้นหา|เรียก|กำลังค้นหา|กำลังมองหา)|ที่ระบุ|ในระบบ)",
    r"ไม่พบ(?:หน้า(?:เว็บ|เพจ)?|เพจ|ไฟล์|บทความ)(?:นี้)?(?=\W*$|\s?[-–|:])",
    r"หน้า(?:เว็บ|เพจ)?(?:นี้|ที่\S{0,30})?(?:ไม่มี(?:อยู่|แล้ว)|ถูกลบ|ไม่พบ|ไม่สามารถใช้งาน|ไม่มีในระบบ)",
    r"(?:หน้า|เว็บ|เพจ)นี้ไม่มี(?:\W|$)",
    r"(?:บทความ|เนื้อหา|ไฟล์|เอกสาร)(?:นี้)?ถูกลบ(?:ไป)?แล้ว",
    r"(?:page|file|document|article|content|object|url|resource|category)(?: (?:was|is|you requested))? (?:not|cannot be|could not be|can't be) found",
    r"(?:error|ข้อผิดพลาด|http)\W{0,3}404\b|^\W*404\W*$|\b404\W{1,3}(?:not found|error|page|file|ไม่พบ|ขออภัย)|^not found$",
    r"(?:requested )?(?:page|url|address) (?:you (?:requested|are looking for) )?(?:does not|doesn't|no longer) exist",
    r"the page (?:you requested|you are looking for|you're looking for)|^nothing (?:was )?found\b",
    r"^(?:this )?content isn't available|เนื้อหานี้ไม่พร้อมใช้งาน|^sorry, the file you have requested does not exist",
)
#: A domain that its owner has let go, or that is for sale.
_PARKED = _pattern(
    r"(?:this )?domain (?:name )?(?:is |may be )?(?:for sale|has expired|expired|is parked|parked)",
    r"buy this domain|parked free|domain parking|โดเมน(?:เนม)?(?:นี้)?\s?(?:หมดอายุ|ถูกระงับ|ประกาศขาย)|ชื่อโดเมนหมดอายุ",
    r"(?:this )?account (?:has been )?suspended|เว็บไซต์(?:นี้)?ถูกระงับ|บัญชี(?:นี้)?ถูกระงับ|ระงับการให้บริการชั่วคราว",
    r"(?:website|โฮสติ้ง|hosting)\s?(?:has expired|expired|หมดอายุ)",
)
#: What a server shows before anybody has put a site on it.
_HOSTING = _pattern(
    r"apache2? (?:\w+ )?default page|^it works!?$|welcome to nginx|test page for the|default web ?site page",
    r"iis windows server|welcome to (?:xampp|plesk|directadmin|centos)|default plesk page|site not (?:configured|published)",
    r"^(?:future home of|website coming soon)|apache is functioning normally|web server's default page|placeholder page",
)
#: What a programme says when it fails.
_PROGRAM = _pattern(
    r"error establishing a database connection|เชื่อมต่อ(?:กับ)?ฐานข้อมูล(?:ไม่ได้|ไม่สำเร็จ|ล้มเหลว)|ไม่สามารถ(?:ติดต่อ|เชื่อมต่อ)(?:กับ)?ฐานข้อมูล",
    r"database (?:connection )?error|(?:could not|can't|cannot|unable to) connect to (?:the )?(?:mysql|database|local mysql)",
    r"you have an error in your sql syntax|sqlstate\[|access denied for user '|mysqli?_\w+\(\)|table '[^']+' doesn't exist",
    r"(?:fatal|parse) error\W{0,8}(?:uncaught|syntax|call to|allowed memory|maximum|require)|unhandled exception|whoops, looks like",
    r"server error in '/|runtime error|internal server error|there has been a critical error|เกิดข้อผิดพลาดร้ายแรง",
    r"(?:service|server) (?:is )?(?:temporarily )?unavailable|bad gateway|ระบบขัดข้อง|เว็บไซต์นี้ประสบปัญหา",
)
_CLOSED = _pattern(
    r"(?:อยู่ระหว่าง|กำลัง)(?:การ)?ปรับปรุง(?:เว็บไซต์|ระบบ|ข้อมูล)?|ปิดปรับปรุง(?:เว็บไซต์|ระบบ|ชั่วคราว)|เว็บไซต์(?:อยู่ระหว่าง|ปิด|กำลัง)(?:การ)?ปรับปรุง",
    r"(?:under|site|scheduled) (?:construction|maintenance)|down for maintenance|maintenance mode|coming soon|be right back",
)
_BLOCKED = _pattern(
    r"access denied|request (?:rejected|blocked)|forbidden|not acceptable!|attention required!|just a moment\.\.\.",
    r"(?:เว็บไซต์นี้|เนื้อหานี้)ถูกปิดกั้น|checking your browser|verify (?:that )?you are (?:a )?human|ยืนยันว่าคุณไม่ใช่โปรแกรมอัตโนมัติ",
)
#: Spam of gambling on a hijacked site: two of these in one title are no news item of an office.
_GAMBLING = _pattern(r"สล็อต|บาคาร่า|คาสิโน|แทงบอล|เว็บตรง|ฝากถอน|\bslot\b|\bcasino\b|\bpg\b|เครดิตฟรี")

_WORDS = (
    ("missing", _MISSING),
    ("parked", _PARKED),
    ("hosting", _HOSTING),
    ("program", _PROGRAM),
)
#: These count only where the page says little else: news items of offices bear the same words.
_SHORT_ONLY = (("closed", _CLOSED), ("blocked", _BLOCKED))
#: One of these stands in whatever the patterns find; so that pages without any cost nothing more.
_STEMS = (
    *("ไม่พบ", "ไม่มี", "ถูกลบ", "found", "404", "domain", "โดเมน", "suspended", "ระงับ", "หมดอายุ", "expired", "default"),
    *(
        "it works",
        "error",
        "database",
        "ฐานข้อมูล",
        "exist",
        "exception",
        "unavailable",
        "isn't available",
        "ไม่พร้อม",
        "ไม่สามารถ",
    ),
    *(
        "ขัดข้อง",
        "ประสบปัญหา",
        "gateway",
        "sqlstate",
        "mysql",
        "page",
        "parked",
        "coming soon",
        "welcome to",
        "iis ",
        "ร้ายแรง",
        "placeholder",
    ),
)


def soft_error(seen: Seen) -> Iterable[Noticed]:
    """Detail: ``missing``, ``parked``, ``hosting``, ``program``, ``closed``, ``blocked``, ``listing`` or ``taken``."""
    page = seen.page
    if page is None:
        return
    detail = _by_title(page.title.lower()) or _by_lines(page)
    if detail:
        yield Noticed(Reason.SOFT_ERROR, detail)


def _by_title(title: str) -> str:
    if title.startswith(("index of /", "directory listing for")):
        return "listing"
    if len(set(_GAMBLING.findall(title))) >= 2:
        return "taken"
    return _first(_WORDS, title) if title else ""


def _by_lines(page: Page) -> str:
    short = page.letters < _LITTLE
    if not short and not any(stem in page.text for stem in _STEMS):
        return ""
    if short:
        text = " ".join(page.text.split())
        for line in (page.title.lower(), *_lines(page), text):
            if found := _first(_WORDS + _SHORT_ONLY, line):
                return found
        return ""
    for line in page.headings:
        if found := _first(_WORDS, line):
            return found
    return _alone(page)


def _alone(page: Page) -> str:
    """A line of a long page that is nothing but the error, such as a site's frame around it."""
    for line in _lines(page):
        for detail, pattern in _WORDS:
            found = pattern.search(line)
            if found and len(found[0]) * 2 > len(line):
                return detail
    return ""


def _lines(page: Page) -> Iterable[str]:
    lines = (" ".join(line.split()) for line in page.text.split("\n"))
    return (line for line in lines if 3 <= len(line) <= _LONGEST_LINE)


def _first(words: Iterable[tuple[str, re.Pattern[str]]], text: str) -> str:
    return next((detail for detail, pattern in words if pattern.search(text)), "")
