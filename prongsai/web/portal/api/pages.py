"""The API as answers that any cache keeps and any site may read; its OpenAPI document, and the page about it."""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern

from prongsai.web.portal.api.api import api
from prongsai.web.portal.api.problems import NOT_THERE, problem
from prongsai.web.portal.api.reference import sections_of
from prongsai.web.portal.data.licence import LICENCE
from prongsai.web.portal.data.writing import JSON
from prongsai.web.portal.keeping import Made, Moved, Outcome, Policy, of_all, rendered_for_all

_BASE = "/api/v1/"


@of_all
def call(request: HttpRequest, language: str, rest: str) -> Outcome:
    """One call of version 1. A question about the head alone is answered as one about the whole."""
    response = _answer(request, rest)
    return Made(
        response.content,
        content_type=response.headers["Content-Type"],
        status=response.status_code,
        policy=Policy.DATA,
    )


@of_all
def beginning(request: HttpRequest, language: str) -> Outcome:
    """Whoever opens the address of the API itself is led to its manual."""
    return Moved("/api/")


@of_all
def openapi(request: HttpRequest, language: str) -> Outcome:
    """The OpenAPI document."""
    body = json.dumps(document(), ensure_ascii=False, indent=1) + "\n"
    return Made(body.encode(), content_type=JSON, policy=Policy.DATA)


@of_all
def reference(request: HttpRequest, language: str) -> Outcome:
    """The manual of the API, made of its OpenAPI document."""
    context = {
        "operations": sections_of(document(), language),
        "licence": LICENCE,
        "prefix": "/en" if language == "en" else "",
        "other": "/api/" if language == "en" else "/en/api/",
        "server": settings.SITE_URL + _BASE.rstrip("/"),
    }
    return rendered_for_all(language, "api.html", context)


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document of this installation."""
    made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=_BASE)))
    made["info"]["license"] = {"name": LICENCE.code, "url": LICENCE.address}
    made["servers"] = [{"url": settings.SITE_URL}]
    return made


@cache
def _operations() -> URLResolver:
    """The addresses of the API's own operations, below /api/v1/."""
    return URLResolver(RegexPattern(r"^"), api.urls[0])


def _answer(request: HttpRequest, rest: str) -> HttpResponse:
    try:
        match = _operations().resolve(rest)
    except Resolver404:
        return problem(HTTPStatus.NOT_FOUND, NOT_THERE)
    asked_by, request.method = request.method, "GET"
    try:
        answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    finally:
        request.method = asked_by
    return answer
