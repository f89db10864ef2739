"""Addresses of pages that serve as evidence."""

from __future__ import annotations

import re
import unicodedata

from prongsai.core.sentence import Sentence

LONGEST = 2000

#: http or https, a host with no name or password before it, and no white space or control character anywhere.
_ADDRESS = re.compile(
    r"https?://(?:\[[0-9a-f:.]+\]|[^\W_](?:[\w.-]*[^\W_])?)(?::\d{1,5})?(?:[/?#][^\s\x00-\x1f]*)?", re.IGNORECASE
)

#: Signs of format (zero-width spaces, marks of direction), and letters that Unicode has given to nothing or nobody.
_UNSEEN = frozenset({"Cf", "Cn", "Co", "Cs"})

NOT_AN_ADDRESS = Sentence(
    "ลิงก์ต้องขึ้นต้นด้วย http:// หรือ https:// และไม่มีช่องว่าง "
    "เช่น https://www.example.go.th/news/12 โปรดคัดลอกจากช่องที่อยู่ของเบราว์เซอร์",
    "A link begins with http:// or https:// and has no spaces, such as https://www.example.go.th/news/12. "
    "Please copy it from the address bar of the browser.",
)
TOO_LONG = Sentence(
    f"ลิงก์นี้ยาวเกิน {LONGEST:,} ตัวอักษร โปรดใช้ลิงก์แบบสั้นของหน้าเดียวกัน",
    f"This link is longer than {LONGEST:,} characters. Please use a shorter one to the same page.",
)


def address(text: str) -> str | Sentence:
    """The address without white space around it, or the sentence that says what is wrong with it.

    Signs that nobody sees, which chats and documents put into what is copied from them, are left out: no server knows
    them, and some turn the direction of writing.
    """
    wanted = "".join(sign for sign in text if unicodedata.category(sign) not in _UNSEEN).strip()
    if len(wanted) > LONGEST:
        return TOO_LONG
    return wanted if _ADDRESS.fullmatch(wanted) else NOT_AN_ADDRESS
