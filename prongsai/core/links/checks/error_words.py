"""What pages say when they mean an error, as regular expressions in lower case; one phrase a line."""

from __future__ import annotations

import re

_PAGE = r"(?:หน้า(?:เว็บ|เพจ)?|เพจ|ไฟล์|บทความ|เอกสาร|ข้อมูล|เนื้อหา|url|ลิงก์)"
_WANTED = r"(?:ที่\s?(?:คุณ|ท่าน)?\s?(?:ต้องการ|ร้องขอ|ค้นหา|เรียก|กำลังค้นหา|กำลังมองหา|ระบุ)|ในระบบ)"
_THING = r"(?:page|file|document|article|content|object|url|resource|category|item)"


def _words(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases))


#: What a removed or missing page says.
MISSING = _words(
    rf"ไม่พบ{_PAGE}(?:นี้|ดังกล่าว)?\s?{_WANTED}",
    r"ไม่พบ(?:หน้า(?:เว็บ|เพจ)?|เพจ|ไฟล์|บทความ|ลิงก์)(?:นี้)?(?=\W*$|\s?[-–|:])",
    r"หน้า(?:เว็บ|เพจ)?(?:นี้)?\s?(?:ไม่มีอยู่|ไม่มีแล้ว|ถูกลบ|ไม่มีในระบบ)",
    r"(?:หน้า|เว็บ|เพจ)(?:เว็บ|เพจ)?นี้ไม่มี(?:\W|$)",
    r"(?:บทความ|เนื้อหา|ไฟล์|เอกสาร|ข้อมูล)(?:นี้)?ถูกลบ(?:ไป)?(?:แล้ว)?",
    rf"{_THING}(?: (?:was|is|you requested|requested))? (?:not|cannot be|could not be|can't be) found",
    rf"(?:can't|cannot|couldn't|could not) find (?:the |that |this )?{_THING}",
    r"(?:error|ข้อผิดพลาด|http|status)\W{0,3}404\b",
    r"\b404\W{1,3}(?:not found|error|page|file|ไม่พบ|ขออภัย)",
    r"^not found$",
    rf"{_THING}(?: you (?:requested|are looking for))? (?:does not|doesn't|no longer) exists?",
    r"the page (?:you requested|you are looking for|you're looking for)",
    r"^nothing (?:was )?found\b",
    r"^(?:this )?content isn't available",
    r"^(?:ขออภัย\W*)?เนื้อหานี้ไม่พร้อมใช้งาน",
    r"^sorry, the file you have requested does not exist",
)
#: A domain or an account that its owner has let go, or that is for sale.
PARKED = _words(
    r"domain (?:name )?(?:is |may be )?(?:for sale|has expired|expired|is parked|parked)",
    r"buy this domain|parked free|domain parking",
    r"โดเมน(?:เนม)?(?:นี้)?\s?(?:ได้)?(?:หมดอายุ|ถูกระงับ|ประกาศขาย)",
    r"account (?:has been )?suspended",
    r"(?:เว็บไซต์|บัญชี|เว็บโฮสติ้ง)(?:นี้)?\s?(?:ได้)?(?:ถูกระงับ|หมดอายุ)",
    r"(?:website|โฮสติ้ง|hosting)\s?(?:has expired|expired|หมดอายุ)",
)
#: What a server shows before anybody has put a site on it.
HOSTING = _words(
    r"apache2? (?:\w+ )?default page|apache is functioning normally|^it works!?$",
    r"welcome to (?:nginx|xampp|plesk|directadmin|centos)",
    r"test page for the|default web ?site page|web server's default page|default plesk page",
    r"iis windows server|site not (?:configured|published)|^future home of",
)
#: What a programme says when it fails.
PROGRAM = _words(
    r"error establishing a database connection|database (?:connection )?error",
    r"เชื่อมต่อ(?:กับ)?ฐานข้อมูล(?:ไม่ได้|ไม่สำเร็จ|ล้มเหลว|ผิดพลาด)",
    r"ไม่สามารถ(?:ติดต่อ|เชื่อมต่อ)(?:กับ)?ฐานข้อมูล",
    r"(?:could not|can't|cannot|unable to) connect to (?:the )?(?:mysql|database|local mysql)",
    r"you have an error in your sql syntax|sqlstate\[|access denied for user '",
    r"^(?:database )?connection failed\b|unknown database '|mysqli?_\w+\(\)|table '[^']+' doesn't exist",
    r"(?:fatal|parse) error\W{0,8}(?:uncaught|syntax|call to|allowed memory|maximum|require)",
    r"^(?:fatal|parse) error$",  # in bold, with the rest behind it
    r"unhandled exception|whoops, looks like|server error in '/|^runtime error",
    r"^(?:500 )?internal server error|there has been a critical error|เกิดข้อผิดพลาดร้ายแรง",
    r"(?:service|server) (?:is )?(?:temporarily )?unavailable|^(?:502 )?bad gateway",
    r"^(?:ขออภัย\W*)?ระบบขัดข้อง|เว็บไซต์นี้ประสบปัญหา",
)
#: These two count only where the page says little else: news items of offices bear the same words.
CLOSED = _words(
    r"(?:อยู่)?(?:ใน)?(?:ระหว่าง|กำลัง)(?:การ)?(?:ปิด)?(?:ปรับปรุง|พัฒนา)(?:เว็บไซต์|ระบบ|ข้อมูล)?",
    r"ปิดปรับปรุง(?:เว็บไซต์|ระบบ|ชั่วคราว)",
    r"(?:under|site|scheduled) (?:construction|maintenance)|down for maintenance|maintenance mode",
    r"coming soon|be right back",
)
BLOCKED = _words(
    r"access denied|request (?:rejected|blocked)|^(?:403 )?forbidden|not acceptable!|attention required!",
    r"just a moment\.\.\.|checking your browser|verify (?:that )?you are (?:a )?human",
    r"(?:เว็บไซต์นี้|เนื้อหานี้)ถูกปิดกั้น|ยืนยันว่าคุณไม่ใช่โปรแกรมอัตโนมัติ",
)
#: Spam of gambling on a hijacked site: three of these in one title are no news item of an office.
GAMBLING = _words(
    r"สล็อต", r"บาคาร่า", r"คาสิโน", r"แทงบอล", r"เว็บตรง", r"ฝาก\W?ถอน", r"\bslot\b", r"\bcasino\b", r"เครดิตฟรี"
)

WORDS = (("missing", MISSING), ("parked", PARKED), ("hosting", HOSTING), ("program", PROGRAM))
#: The number alone: an error as a title or on a bare page, and a sum of money in a table.
_BARE = _words(r"^\W*404\W*$")
TITLES = (*WORDS, ("missing", _BARE))
ONLY_ALONE = (("missing", _BARE), ("closed", CLOSED), ("blocked", BLOCKED))
#: Where errors stand inside the frame of a whole site, one of these is in their line.
STEMS = ("ไม่พบ", "ถูกลบ", "นี้ไม่มี", "404", "not found", "be found", "ฐานข้อมูล", "database", "fatal error", "sql")
