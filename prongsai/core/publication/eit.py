"""The link of the public survey of the assessment (EIT), as ITAS gives it to an agency for a year.

``https://itas.nacc.go.th/go/eit/u4gpi2``: six small letters and digits (ITA reference §4.3, as seen on public sites).
"""

from __future__ import annotations

import re

from prongsai.core.sentence import Sentence

_LINK = re.compile(r"https?://itas\.nacc\.go\.th/go/eit/[0-9a-z]{6}/?")
_OF_STAFF = re.compile(r"https?://itas\.nacc\.go\.th/go/iit/", re.IGNORECASE)

OF_STAFF = Sentence(
    "ลิงก์นี้เป็นแบบวัด IIT สำหรับบุคลากรภายใน ไม่ใช่ EIT สำหรับประชาชน โปรดเปลี่ยนเป็นลิงก์ที่มี /go/eit/",
    "This is the link of the IIT, the survey of the staff, not of the public. Please take the one with /go/eit/.",
)
UNUSUAL = Sentence(
    "ลิงก์นี้ไม่ใช่รูปแบบของ ITAS (https://itas.nacc.go.th/go/eit/ ตามด้วยรหัส 6 ตัว) โปรดเปิดดูว่าเป็นแบบวัด EIT ของหน่วยงานจริง",
    "This is not how ITAS writes its links (https://itas.nacc.go.th/go/eit/ and six letters or digits). "
    "Please open it and see that it is your agency's EIT.",
)


def doubt_of_eit(url: str) -> Sentence | None:
    """What is doubtful of a link that is shown as that of the EIT; None where it looks as ITAS gives it."""
    if _LINK.fullmatch(url.strip()):
        return None
    return OF_STAFF if _OF_STAFF.match(url.strip()) else UNUSUAL
