"""Baht in words, as receipts and contracts have it."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.sentence import Sentence
from prongsai.core.thai.unreadable import Unreadable

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MOST = Decimal(10) ** 18


def baht_in_words(amount: Decimal) -> str | Unreadable:
    """``หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์``; a whole amount ends in ถ้วน. Unreadable beyond 18 digits or two decimals."""
    if not amount.is_finite() or abs(amount) >= _MOST or amount != amount.quantize(Decimal("0.01")):
        return Unreadable(
            str(amount),
            Sentence(
                "จำนวนเงินต้องมีไม่เกิน ๑๘ หลัก และทศนิยมไม่เกินสองตำแหน่ง",
                "An amount has at most 18 digits and two decimals.",
            ),
        )
    baht, rest = divmod(int(abs(amount) * 100), 100)
    sign = "ลบ" if amount < 0 else ""
    if not rest:
        return f"{sign}{number_in_words(baht)}บาทถ้วน"
    whole = f"{number_in_words(baht)}บาท" if baht else ""
    return f"{sign}{whole}{number_in_words(rest)}สตางค์"


def number_in_words(number: int) -> str:
    """A whole number of any size: ``ยี่สิบเอ็ด``, ``หนึ่งล้านสองแสน``, ``ลบห้า``."""
    if number < 0:
        return "ลบ" + number_in_words(-number)
    if number == 0:
        return "ศูนย์"
    millions, rest = divmod(number, 10**6)
    head = number_in_words(millions) + "ล้าน" if millions else ""
    return head + _below_a_million(rest, bool(head))


def _below_a_million(number: int, follows: bool) -> str:
    text = f"{number:06d}"
    return "".join(
        _digit(int(digit), 5 - at, follows or any(one != "0" for one in text[:at])) for at, digit in enumerate(text)
    )


def _digit(digit: int, place: int, follows: bool) -> str:
    if not digit:
        return ""
    if place == 0 and digit == 1 and follows:
        return "เอ็ด"
    if place == 1 and digit in (1, 2):
        return {1: "สิบ", 2: "ยี่สิบ"}[digit]
    return _DIGITS[digit] + _PLACES[place]
