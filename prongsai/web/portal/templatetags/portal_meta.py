"""What a page says of itself to programs."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from prongsai.web.portal.finding.meta import graph_of, json_for_html

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context) -> SafeString:
    """The page as schema.org data: a block that browsers do not run."""
    page: dict[Any, Any] = context.flatten()
    text = json_for_html(graph_of(page))
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  # escaped by json_for_html
