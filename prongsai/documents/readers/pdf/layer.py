"""Whether the text layer of a page can be believed: a page that looks right may say something else to who copies it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prongsai.documents.readers.pdf.glyph import MARKS, Glyph
from prongsai.documents.readers.pdf.letters import Letters
from prongsai.documents.readers.pdf.thai import normal

#: Up to this part of the letters may be unknown, as a bullet of an odd font is, or wrong, as a slip of the typist.
_UNKNOWN, _SLIPS = 0.02, 0.01
_CONSONANT, _LEADING, _BEHIND = re.compile("[ก-ฮ]"), re.compile("[เแโใไ]"), re.compile("[าำ]")
#: The number of a picture in the font, taken for a letter, inside a Thai syllable: a mark that the font does not know.
_INSIDE = re.compile("(?<=[ก-๎])[\\u00a1-\\u036f\\ue000-\\uf8ff\\ufffd](?=[าำัิ-ฺ็-๎])")
#: Common words of reports, and what they become where the two letters that look alike were taken for each other.
_RIGHT = re.compile("การ|ความ|งาน|ราย|ตาม|ประชาชน|ราช|มาตร")
_AA_LOST = re.compile("กำร|ควำม|งำน|รำย|ตำม|ประชำชน|รำช|มำตร")
_RIGHT_AM = re.compile("ดำเนิน|สำนัก|ประจำ|จำนวน|ตำบล|อำเภอ|กำหนด|สำคัญ|จัดทำ|ทำงาน")
_AM_LOST = re.compile("ดาเนิน|สานัก|ประจา|จานวน|ตาบล|อาเภอ|กาหนด|สาคัญ|จัดทา|ทางาน")
#: Letters that Thai text in an old encoding turns into.
_MOJIBAKE = re.compile("[¡-ÿŒœŸƒ‘’‚“”„†‡•…‰‹›€™∂∏∑Ω√∞∫≈≠≤≥◊ıˆ˜¯˘˙˚˝˛ˇ]")
_COMMON_SIGNS = frozenset("“”‘’…•°×÷±½¼¾²³·§©®–—")
_THAI_FONTS = re.compile(
    r"sarabun|angsana|cordia|browallia|thsara|th ?k2d|thniramit|leelawad|dillenia|eucrosia|freesia|irisupc|jasmine"
    r"|kodchiang|lilyupc|garuda|loma|kinnari|norasi|thai",
    re.IGNORECASE,
)


def is_broken(found: Letters) -> bool:
    """Whether a page must be read from its picture: its letters are no letters, or not those that are seen."""
    glyphs = found.glyphs
    count = len(glyphs)
    if not count or found.unmapped > _UNKNOWN * count + 2 or found.unseen * 2 > count:
        return True
    text = "".join(f" {glyph.text}" if glyph.spaced else glyph.text for glyph in glyphs)
    thai = sum("ก" <= letter <= "๛" for letter in text)
    if _foreign(text, thai) or _INSIDE.search(text) or (not thai and _is_coded(text, found.fonts)):
        return True
    return thai >= 20 and (_is_impossible(glyphs, thai) or _scattered(glyphs) or _mixed_up(text))


def _foreign(text: str, thai: int) -> bool:
    odd = sum(letter not in _COMMON_SIGNS for letter in _MOJIBAKE.findall(text))
    return odd > 8 and odd > 0.1 * len(text) and odd > thai * 0.2


def _is_coded(text: str, fonts: Iterable[str]) -> bool:
    """Whether a page in a Thai font says nothing in Thai, and no words of another language either."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    vowels = sum(letter in "aeiouy" for letter in letters)
    return len(letters) >= 40 and vowels < 0.25 * len(letters) and any(map(_THAI_FONTS.search, fonts))


def _is_impossible(glyphs: Sequence[Glyph], thai: int) -> bool:
    faults = _impossible(glyphs)
    return faults > 1 and faults > _SLIPS * thai


def _impossible(glyphs: Sequence[Glyph]) -> int:
    """Vowels and marks where no Thai word has them: behind white space, behind no letter, in front of none."""
    faults = 0
    before = " "
    for at, glyph in enumerate(glyphs):
        letter = glyph.text
        if letter in MARKS or _BEHIND.match(letter):
            # White space before sara aa, or a tone mark and sara aa, is what Word makes of sara am.
            am = letter in "าำ" or (at + 1 < len(glyphs) and glyphs[at + 1].text == "า")
            faults += (glyph.spaced and not am) or not "ก" <= before <= "๎"
        if _LEADING.match(before) and not (_CONSONANT.match(letter) or before + letter == "เเ"):
            faults += 1
        before = letter
    return faults


def _scattered(glyphs: Sequence[Glyph]) -> bool:
    """Whether white space stands between single letters, as some programs that read scans leave it."""
    letters = [glyph for glyph in glyphs if _CONSONANT.match(glyph.text)]
    alone = sum(glyph.spaced and glyph.trailing for glyph in letters)
    return alone > 10 and alone > 0.25 * len(letters)


def _mixed_up(text: str) -> bool:
    """Whether า and ำ were taken for each other."""
    plain = normal(text)
    return any(
        (bad := len(wrong.findall(plain))) >= 3 and bad > 0.2 * len(right.findall(plain))
        for right, wrong in ((_RIGHT, _AA_LOST), (_RIGHT_AM, _AM_LOST))
    )
