"""What the words of a result tell: that something was done, that nothing was, that it is still to come."""

from __future__ import annotations

import re

#: The beginning of a result that tells of finished work.
_DONE = re.compile(
    r"^[\s\-–•*)(0-9๐-๙.]{0,8}(?:[^\s]{0,40}?)(?:ได้(?!แก่|รับมอบ)|มีการ(?!วางแผน)|จัดทำ|จัดประชุม|จัดกิจกรรม|จัดให้มี|เผยแพร่|ประชาสัมพันธ์|ประชุม|แต่งตั้ง|ปรับปรุง"
    r"|รายงาน|ดำเนินการ|ประกาศ|มอบหมาย|กำกับ|อบรม|ฝึกอบรม|แจ้งเวียน|แจ้ง|สรุป|ทบทวน|ติดตาม|ส่งเสริม|สำรวจ|รวบรวม|กำหนด|เปิดช่องทาง)"
)
_FINISHED = re.compile(r"เรียบร้อย|แล้วเสร็จ|เสร็จสิ้น|แล้ว(?!แต่|จึง)|ครบถ้วน|ครบทุก|เมื่อวันที่")
#: The beginning of a text that tells that nothing, or not all, was done yet.
_NOT_YET = re.compile(
    r"^[\s\-–•*)(0-9๐-๙.]{0,8}(?:ยังไม่(?:ได้|มี|ดำเนิน|แล้ว|เสร็จ|สามารถ)|อยู่ระหว่าง(?!วันที่|เดือน)|อยู่ในระหว่าง|จะ(?:ดำเนิน|จัด)"
    r"|ไม่ได้ดำเนิน|ไม่มีการดำเนิน|รอ(?:การ|ดำเนิน|งบ)|มีแผนจะ|ขอเลื่อน|เลื่อนไป|ยกเลิก(?:การ|โครงการ|กิจกรรม))"
)


def tells_not_yet(text: str) -> bool:
    """Whether a text says outright that the work is not done: it begins so."""
    return bool(_NOT_YET.search(text))


def tells_done(text: str) -> bool:
    """Whether a text tells of work that was done; what is refused or still to come is none."""
    if tells_not_yet(text) or re.match(r"^[\s\-–]{0,4}(?:ไม่มี|ควร|เห็นควร|ขอให้|-$)", text):
        return False
    return bool(_FINISHED.search(text) or _DONE.search(text))
