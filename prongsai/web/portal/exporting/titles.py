"""The page that stands in the place of the search: every title, as a dictionary would have them."""

from __future__ import annotations

from itertools import groupby

from prongsai.core.thai.collation import sort_key
from prongsai.web.portal.keeping import Asked, rendered
from prongsai.web.portal.queries import Entry, entries_of

_LEADING = "เแโใไ"


def titles_page(asked: Asked) -> str:
    """All titles that are public under the letters with which they begin, those of newer years first."""
    entries = [one for one in entries_of(asked.agency) if not one.withdrawn]
    entries.sort(key=lambda one: (sort_key(one.publication.title), -one.publication.fiscal_year))
    context = {
        "letters": [(letter, list(group)) for letter, group in groupby(entries, _letter)],
        "path": f"{asked.agency.slug}/search",
        "noindex": True,
    }
    return rendered(asked, "titles.html", context).body.decode()


def _letter(entry: Entry) -> str:
    """The letter under which a title stands: the consonant, not the vowel before it."""
    letters = [letter for letter in entry.publication.title if letter.isalnum()]
    if len(letters) > 1 and letters[0] in _LEADING:
        return letters[1]
    return letters[0].upper() if letters else "#"
