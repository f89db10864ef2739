"""The demo's public pages: the agency's face, its plans and its scores. Its items are in demo_disclosures.py."""

from __future__ import annotations

import io
from collections.abc import Iterable

from PIL import Image, ImageDraw

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.publishing import draft_of_scores
from prongsai.web.measures.publishing import draft_of_plan
from prongsai.web.measures.queries import plan_of
from prongsai.web.portal.actions import change_front
from prongsai.web.published.actions import publish

_SITE = "https://www.tha-khong.example"
_FACE = {
    "name_en": "Tha Khong Subdistrict Municipality",
    "motto": "บริการด้วยใจ โปร่งใส ตรวจสอบได้",
    "colour": "#7b2d43",
    "postal": "99 หมู่ 2 ตำบลท่าโขง อำเภอบ้านหมี่ จังหวัดลพบุรี 15110",
    "telephone": "036 000 001, 036 000 002",
    "email": "info@tha-khong.example",
    "website": _SITE,
    "map_url": "https://maps.example/tha-khong",
    "eit_url": "https://itas.example/go/eit/demo01",
}


def make_portal(*, agency: Agency, by: Person, year: int) -> None:
    """The face of the portal, then the plans of the year before ``year`` and of ``year``, and the scores."""
    change_front(by=by, agency=agency, version=1, values=_FACE | {"eit_year": year}, emblem=_emblem())
    publish_plans(agency=agency, by=by, years=(year - 1, year))
    for fiscal_year in (year - 2, year - 1):
        if (scores := draft_of_scores(agency, fiscal_year)) is not None:
            publish(by=by, agency=agency, content=scores.content)


def publish_plans(*, agency: Agency, by: Person, years: Iterable[int]) -> None:
    """The plans of those years, as far as they are approved."""
    for fiscal_year in years:
        if (plan := plan_of(agency, fiscal_year)) is not None and not (draft := draft_of_plan(plan)).blocked:
            publish(by=by, agency=agency, content=draft.content)


def _emblem() -> bytes:
    """A boat on a river, below a sun."""
    picture = Image.new("RGBA", (512, 512))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((8, 8, 504, 504), fill=(255, 250, 240), outline=(196, 148, 60), width=18)
    draw.ellipse((196, 84, 316, 204), fill=(236, 170, 60))
    for at in range(3):
        draw.arc((80 + at * 60, 340 + at * 28, 432 - at * 60, 420 + at * 28), 20, 160, fill=(46, 110, 140), width=14)
    draw.polygon(((116, 280), (396, 280), (340, 350), (172, 350)), fill=(123, 45, 67))
    draw.line(((256, 280), (256, 190)), fill=(90, 60, 40), width=12)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
