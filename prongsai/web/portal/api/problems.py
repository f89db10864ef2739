"""Refusals of the API: which parameter, what is wrong, and the way out, in Thai and English (RFC 9457)."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from prongsai.core.sentence import Sentence

TYPE = "application/problem+json"
NOT_THERE = Sentence(
    "ไม่พบข้อมูลนี้ โปรดดูรายการที่ /api/v1/publications หรือคู่มือที่ /api/",
    "There is nothing here. Please see the list at /api/v1/publications, or the manual at /api/.",
)
#: By the kinds of faults that pydantic finds; ``{…}`` are filled from the fault's context.
_FAULTS = {
    "missing": Sentence("โปรดระบุค่านี้", "Please give this value."),
    "extra_forbidden": Sentence(
        "ไม่มีพารามิเตอร์ชื่อนี้ โปรดดูชื่อที่ใช้ได้ที่ /api/", "There is no such parameter. See /api/ for those that there are."
    ),
    "int_parsing": Sentence("โปรดเขียนเป็นจำนวนเต็ม เช่น 25", "Please write a whole number, as 25."),
    "greater_than_equal": Sentence("ต้องไม่น้อยกว่า {ge}", "It is at least {ge}."),
    "less_than_equal": Sentence("ต้องไม่เกิน {le}", "It is at most {le}."),
    "less_than": Sentence("ต้องน้อยกว่า {lt}", "It is less than {lt}."),
    "literal_error": Sentence("ค่าที่ใช้ได้คือ {expected}", "It is one of {expected}."),
    "string_too_long": Sentence("ยาวได้ไม่เกิน {max_length} อักษร", "It has at most {max_length} letters."),
    "string_pattern_mismatch": Sentence(
        "ใช้ได้เฉพาะอักษรละติน ตัวเลข - และ _", "Only Latin letters, digits, - and _ are used."
    ),
}
_MOMENT = Sentence(
    "โปรดเขียนเวลาแบบ ISO 8601 เช่น 2026-01-31T00:00:00+07:00",
    "Please write a moment as ISO 8601, as 2026-01-31T00:00:00+07:00.",
)
_OTHER = Sentence("อ่านค่านี้ไม่ได้ โปรดดูรูปแบบที่ /api/", "This value cannot be read. See /api/ for its form.")


class Missing(Exception):
    """Nothing stands there."""

    def __init__(self, why: Sentence, where: str = "") -> None:
        super().__init__(why.en)
        self.why, self.where = why, where


def problem(status: HTTPStatus, why: Sentence, where: str = "") -> HttpResponse:
    """The refusal as an answer."""
    said = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "th": why.th,
        "en": why.en,
        "where": where,
    }
    return HttpResponse(json.dumps(said, ensure_ascii=False), status=status, content_type=TYPE)


def add_handlers(api: NinjaAPI) -> None:
    """Have the API refuse in our words."""
    api.add_exception_handler(Missing, _missing)
    api.add_exception_handler(Http404, lambda _request, _fault: problem(HTTPStatus.NOT_FOUND, NOT_THERE))
    api.add_exception_handler(ValidationError, _unreadable)
    api.add_exception_handler(HttpError, _refused)


def _unreadable(_request: HttpRequest, fault: Any) -> HttpResponse:
    """The first fault: who mends it is told of the next."""
    first = fault.errors[0]
    kind, context = first["type"], first.get("ctx", {})
    where = str(first["loc"][-1])
    sentence = _MOMENT if where == "updated_since" else _FAULTS.get(kind, _OTHER)
    filled = Sentence(sentence.th.format(**context), sentence.en.format(**context))
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, filled, where)


def _missing(_request: HttpRequest, fault: Any) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, fault.why, fault.where)


def _refused(_request: HttpRequest, fault: Any) -> HttpResponse:
    return problem(HTTPStatus(fault.status_code), _OTHER)
