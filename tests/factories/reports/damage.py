"""What happens to letters on the way from paper to text. Damage inside a string is part of the truth."""

from __future__ import annotations

import re
from random import Random

from tests.factories.reports.words import FOREIGN

#: Letters that are taken for each other.
_TAKEN = {
    "ด": "ต",
    "ต": "ด",
    "ค": "ศ",
    "ถ": "ก",
    "ภ": "ถ",
    "ผ": "ฝ",
    "ฝ": "ผ",
    "พ": "ฟ",
    "ข": "ช",
    "ช": "ข",
    "บ": "ป",
    "ป": "บ",
    "น": "ม",
    "ม": "น",
    "่": "้",
    "้": "่",
    "ี": "ิ",
    "ิ": "ี",
    "ู": "ุ",
    "ุ": "ู",
    "ื": "ี",
    "ฐ": "ธ",
}
#: Letters in front of which a slip would make a digit or a negation, which the score does not forgive.
_KEEP = "ไมๆฯ"


#: Where a line may end: Thai has no spaces, so typesetters break before words.
_BREAKS = re.compile(
    "การ|ให้|และ|ของ|ความ|ประ|ผู้|ข้อมูล|แผน|เทศ|ราชการ|บริการ|ดำเนิน|หน้าที่|ผล|ร้องเรียน|ทุจริต|โปร่งใส|ทรัพย์|จ้าง|พัสดุ|เวลา|นโยบาย|สวัสดิ|ยุทธ|สัมพันธ์|มาตรการ"
)


def slipped(text: str, random: Random, share: float) -> str:
    """The text with some letters taken for others, or lost. Digits and "ไม่" stay, as the score asks for them."""
    made = []
    for at, letter in enumerate(text):
        near = text[max(0, at - 3) : at + 3]
        if random.random() < share and letter in _TAKEN and "ไม่" not in near:
            made.append(_TAKEN[letter] if random.random() < 0.8 else "")
        else:
            made.append(letter)
    return "".join(made)


def torn(text: str, random: Random) -> str:
    """Vowels that fell apart: ``ส าหรับ`` for ``สำหรับ``; or a word spelled letter by letter."""
    if "ำ" in text and random.random() < 0.6:
        return text.replace("ำ", " า", 1)
    words = text.split(" ")
    at = random.randrange(len(words))
    if 4 < len(words[at]) < 12 and words[at].isalpha():
        words[at] = " ".join(words[at])
    return " ".join(words)


def foreign(text: str, random: Random) -> str:
    """A letter of another script among the Thai ones."""
    if len(text) < 8:
        return text
    at = random.randrange(3, len(text) - 2)
    return (
        text[:at] + random.choice(FOREIGN) + text[at + 1 :]
        if not text[at].isdigit() and text[at] not in " .)(-"
        else text
    )


def wrapped(text: str, random: Random) -> str:
    """Spaces where the lines of a narrow cell ended: before words and parts of words, but not in markup."""
    if "<" in text:
        return text
    made, start, since = [], 0, 0
    for found in _BREAKS.finditer(text):
        since += found.start() - start
        if (
            since > 10
            and random.random() < 0.5
            and not text[found.start() - 1].isspace()
            and text[found.start() - 1] not in ".)(-/"
        ):
            made += [text[start : found.start()], " "]
            start, since = found.start(), 0
    return "".join([*made, text[start:]])


def hurt(text: str, random: Random, level: float) -> str:
    """A text with the damage of a paper of that level, 0 (none) to 1."""
    if random.random() < 0.5 * level:
        text = slipped(text, random, 0.03)
    if random.random() < 0.06 * level:
        text = torn(text, random)
    if random.random() < 0.04 * level:
        text = foreign(text, random)
    return " ".join(text.split())


def hurt_heading(text: str, random: Random, level: float) -> str:
    """A heading with a space at a line break, or a slip."""
    if random.random() < 0.4 * level:
        text = wrapped(text, random) if len(text) > 15 else text
    if random.random() < 0.35 * level and len(text) > 6:
        text = slipped(text, random, 0.06)
    return text


def garbled_code(number: int, random: Random, level: float) -> str:
    """A code as scanners write it: the O as ๐ or 0, and sometimes another number."""
    thai = str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    if random.random() < 0.08 * level:
        return random.choice(("๐๙๙", f"๐๕{thai[-1]}", f"O{thai[-1]}", "๐ข"))
    return random.choice(("O", "๐", "0", "O")) + thai
