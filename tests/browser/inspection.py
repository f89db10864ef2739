"""What must hold on every page that a person sees, whoever they are and however wide their screen is."""

from __future__ import annotations

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: Names, kinds of files and addresses that officials write in Latin letters in Thai too.
LATIN = "LINE Word PDF Excel HTML ITA OIT IIT EIT LPA URL YAML QR JPEG PNG Prongsai English Google Social Network"

_ENGLISH = """(allowed) => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, owner = node.parentElement;
    if (!owner || owner.closest('script, style, code, pre, [lang=en]') || !owner.checkVisibility()) continue;
    const text = node.textContent.replace(/https?:\\S+/g, '').trim();
    if (/[ก-๙]/.test(text)) continue;
    const words = (text.match(/\\b[A-Za-z][A-Za-z'-]{2,}\\b/g) || []).filter((word) => !allowed.includes(word));
    if (words.length > 1) found.push(text);
  }
  return found;
}"""
_WIDER = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
    .slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).concat(`${root.scrollWidth} px`);
}"""


_PARTS = "() => [...document.querySelectorAll('body *')].map((one) => `${one.tagName}.${one.getAttribute('class')}`)"


class Inspector:
    """Looks at page after page. axe is slow, so it is asked only where an address shows a part not seen there yet."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, int], set[str]] = {}

    def faults(self, page: Page, name: str) -> Iterator[str]:
        """Every fault of the page as it stands, in a sentence for the developer."""
        width = page.viewport_size["width"] if page.viewport_size else 0
        known, parts = self._parts.setdefault((name, width), set()), set(page.evaluate(_PARTS))
        if not parts <= known:
            yield from inaccessible(page)
        known |= parts
        yield from plain_faults(page)


def plain_faults(page: Page) -> Iterator[str]:
    """What needs no axe: nothing is cut off, and all is in Thai."""
    yield from (f"wider than the window: {one}" for one in page.evaluate(_WIDER))
    yield from not_thai(page)


def inaccessible(page: Page) -> Iterator[str]:
    """What axe-core finds, with the place."""
    for one in Axe().run(page).response["violations"]:
        for node in one["nodes"][:3]:
            yield f"{one['id']}: {one['help']}: {node['html'][:160]}"


def not_thai(page: Page) -> Iterator[str]:
    """A title or a heading without a Thai letter, and sentences in English."""
    title = page.title().split(" – ")[0]
    if not has_thai(title):
        yield f"the title is not in Thai: {title}"
    headings = page.locator("h1").all_inner_texts()
    if not headings or not all(map(has_thai, headings)):
        yield f"the heading is not in Thai: {headings}"
    yield from (f"in English: {text}" for text in page.evaluate(_ENGLISH, LATIN.split()))


def has_thai(text: str) -> bool:
    """Whether a letter of it is Thai."""
    return any("ก" <= letter <= "๛" for letter in text)
