"""How an agency's pages look: its colours as a style sheet, and its emblem."""

from __future__ import annotations

from prongsai.core.colour import palette, read_colour
from prongsai.web.portal.emblems import TYPE
from prongsai.web.portal.keeping import Asked, Made, Policy, kept
from prongsai.web.portal.queries import emblem_of, front_of

CSS = "text/css; charset=utf-8"


@kept
def style(asked: Asked) -> Made:
    """The colours of the agency; nothing where it has chosen none, so that those of the site stand."""
    chosen = read_colour(front_of(asked.agency).colour)
    if chosen is None:
        return Made(b"", content_type=CSS, policy=Policy.STYLE)
    found = palette(chosen)
    names = {"bar": found.bar, "on-bar": found.on_bar, "brand": found.ink, "brand-2": found.deep, "tint": found.tint}
    words = "".join(f"--{name}:{value};" for name, value in names.items())
    return Made(f":root{{{words}}}\n".encode(), content_type=CSS, policy=Policy.STYLE)


@kept
def emblem(asked: Asked) -> Made | None:
    """The emblem as it was drawn anew when it was uploaded."""
    picture = emblem_of(front_of(asked.agency))
    return None if picture is None else Made(picture, content_type=TYPE, policy=Policy.STYLE)
