"""Make "Prongsai Sarabun" from Sarabun: a font whose text can be read back out of a PDF, to the letter.

Sarabun is drawn right, but a text shaper splits SARA AM (ำ) into NIKHAHIT and SARA AA, and a PDF writer that sees only
glyphs can no longer tell ำ from า. The derived font joins the two again (or, where a tone mark stands between them,
uses an alternate SARA AA), and names every glyph after the text it stands for, as the Adobe Glyph List asks. It also
gets the three signs that the forms need: ☐ ☑ ✓. Tone marks over vowels stand on one height: a mark that is moved up
or down is drawn apart from its word, and programs that read a PDF may then put it behind the next letter.
Advance widths do not change.

Usage: python tools/derive_font.py FOLDER_WITH_SARABUN_TTF
(the npm package @expo-google-fonts/sarabun holds the sources; SIL Open Font License 1.1).
"""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import copy

from fontTools import subset
from fontTools.otlLib import builder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph

FAMILY = "Prongsai Sarabun"
ROOT = Path(__file__).resolve().parent.parent / "prongsai"
TTF_FOLDER = ROOT / "documents" / "fonts"
WEB_FOLDER = ROOT / "web" / "site" / "static" / "site" / "fonts"

#: Style name, name of the source file, weight of a stroke in the signs that are drawn here (units of 1000 per em).
STYLES = (("Regular", "Sarabun_400Regular.ttf", 56), ("Bold", "Sarabun_700Bold.ttf", 92))

#: Names that do not say their text. Only the tone is named in NIKHAHIT+tone: the ำ that follows stands for the rest.
RENAMED = {
    "yoYingthai.less": "uni0E0D.less",
    "doChadathai.short": "uni0E0E.short",
    "toPatakthai.short": "uni0E0F.short",
    "thoThanthai.less": "uni0E10.less",
    "loChulathai.short": "uni0E2C.short",
    "fi": "f_i",
    "fl": "f_l",
    **{f"uni0E4D0E4{tone}": f"uni0E4{tone}.nikhahit" for tone in "89AB"},
    **{f"uni0E4D0E4{tone}.narrow": f"uni0E4{tone}.nikhahit_narrow" for tone in "89AB"},
}
AA, AM, NIKHAHIT = "uni0E32", "uni0E33", "uni0E4D"
AM_NARROW, AA_AFTER_TONE = "uni0E33.narrow", "uni0E33.after_tone"
WITH_TONE = [name for old, name in RENAMED.items() if old.startswith("uni0E4D")]

#: Marks over a consonant, and tone marks over another mark; what counts as the same height, in font units.
UPPER = [f"uni0E{code}" for code in ("31", "34", "35", "36", "37", "47", "4D")]
TONES = [f"uni0E4{tone}.small" for tone in "89ABC"]
NEAR = 90

#: What the web pages need: Latin, Thai, general punctuation, arrows and the signs drawn here.
WEB_RANGES = ((0x20, 0x17F), (0xE01, 0xE5B), (0x2010, 0x2044), (0x20AC, 0x20AC), (0x2610, 0x2611), (0x2713, 0x2713))


def derive(source: Path, style: str, stroke: int) -> TTFont:
    """The derived font of one style. ``stroke`` is the weight of drawn signs in font units."""
    font = TTFont(source)
    font.setGlyphOrder([RENAMED.get(name, name) for name in font.getGlyphOrder()])
    _add_sara_am(font)
    _add_lookups(font)
    _level_marks(font)
    _add_signs(font, stroke)
    _rename(font, style)
    return font


def _add_glyph(font: TTFont, name: str, glyph: Glyph, advance: int) -> None:
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))


def _add_sara_am(font: TTFont) -> None:
    """A narrow ำ for ป ฝ ฟ, and the า that stands for ำ after a tone mark; both as wide as before."""
    advance = font["hmtx"][AA][0]
    for name, parts in ((AM_NARROW, (f"{NIKHAHIT}.narrow", AA)), (AA_AFTER_TONE, (AA,))):
        pen = TTGlyphPen(font["glyf"])
        for part in parts:
            pen.addComponent(part, (1, 0, 0, 1, 0, 0))
        _add_glyph(font, name, pen.glyph(), advance)


def _add_lookups(font: TTFont) -> None:
    """Join NIKHAHIT + AA, and swap AA after NIKHAHIT with a tone; last in ``ccmp``, after the font's own splitting."""
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup
    joined = builder.buildLigatureSubstSubtable({(NIKHAHIT, AA): AM, (f"{NIKHAHIT}.narrow", AA): AM_NARROW})
    swapped = builder.buildSingleSubstSubtable({AA: AA_AFTER_TONE})
    first = len(lookups)
    lookups.append(builder.buildLookup([joined]))
    lookups.append(builder.buildLookup([_after_tone(font, first + 2)]))
    lookups.append(builder.buildLookup([swapped]))
    table.LookupList.LookupCount = len(lookups)
    thai = next(record.Script for record in table.ScriptList.ScriptRecord if record.ScriptTag == "thai")
    for at in thai.DefaultLangSys.FeatureIndex:
        record = table.FeatureList.FeatureRecord[at]
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex += [first, first + 1]
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def _after_tone(font: TTFont, lookup: int) -> otTables.ChainContextSubst:
    context = otTables.ChainContextSubst()
    context.Format = 3
    context.BacktrackCoverage = [builder.buildCoverage(WITH_TONE, font.getReverseGlyphMap(rebuild=True))]
    context.InputCoverage = [builder.buildCoverage([AA], font.getReverseGlyphMap())]
    context.LookAheadCoverage = []
    record = otTables.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, lookup
    context.SubstLookupRecord = [record]
    context.BacktrackGlyphCount, context.InputGlyphCount, context.LookAheadGlyphCount = 1, 1, 0
    context.SubstCount = 1
    return context


def _level_marks(font: TTFont) -> None:
    """Marks that were moved by a hair are not moved at all: over a consonant, and tone marks over a vowel."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if lookup.LookupType == 4 and NIKHAHIT in table.MarkCoverage.glyphs:
                _level(table.MarkCoverage, table.MarkArray, [r.BaseAnchor for r in table.BaseArray.BaseRecord], UPPER)
            elif lookup.LookupType == 6 and TONES[0] in table.Mark1Coverage.glyphs:
                second = [record.Mark2Anchor for record in table.Mark2Array.Mark2Record]
                _level(table.Mark1Coverage, table.Mark1Array, second, TONES)


def _level(
    coverage: otTables.Coverage, marks: otTables.MarkArray, bases: list[list[otTables.Anchor | None]], names: list[str]
) -> None:
    """Give the marks ``names`` one height, and every base whose height is near to it the same."""
    records = [marks.MarkRecord[coverage.glyphs.index(name)] for name in names]
    height, kind = records[0].MarkAnchor.YCoordinate, records[0].Class
    for record in records:
        record.MarkAnchor.YCoordinate = height
    for anchors in bases:
        anchor = anchors[kind]
        if anchor is not None and abs(anchor.YCoordinate - height) <= NEAR:
            anchor.YCoordinate = height


def _add_signs(font: TTFont, stroke: int) -> None:
    """☐ ☑ ✓, drawn here so that a box never comes from some other font of the machine."""
    for code, boxed, ticked in ((0x2610, True, False), (0x2611, True, True), (0x2713, False, True)):
        pen = TTGlyphPen(None)
        if boxed:
            _polygon(pen, [(70, 0), (70, 640), (710, 640), (710, 0)])
            _polygon(pen, [(70 + stroke, stroke), (710 - stroke, stroke), (710 - stroke, 640 - stroke),
                           (70 + stroke, 640 - stroke)])  # fmt: skip
        if ticked:
            _polygon(pen, _tick(stroke, 1.0 if boxed else 1.35))
        name = f"uni{code:04X}"
        _add_glyph(font, name, pen.glyph(), 780)
        for cmap in font["cmap"].tables:
            cmap.cmap[code] = name


def _tick(stroke: int, size: float) -> list[tuple[int, int]]:
    """The corners of a tick around the middle of a box."""
    wide = round(stroke * 1.45)
    corners = [(190, 330), (190 + wide, 330 + wide // 2), (340, 225 + wide // 3), (560, 560),
               (560 + wide, 560 - wide // 3), (350, 110)]  # fmt: skip
    return [(round(390 + (x - 390) * size), round(320 + (y - 320) * size)) for x, y in corners]


def _polygon(pen: TTGlyphPen, points: list[tuple[int, int]]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def _rename(font: TTFont, style: str) -> None:
    """A name of its own, as the licence recommends and so that no installed font of the old name takes its place."""
    full = f"{FAMILY} {style}"
    values = {1: FAMILY, 2: style, 3: f"1.000;Prongsai;{full}", 4: full, 6: full.replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in values:
            record.string = values[record.nameID]
    note = "Derived from Sarabun by the Prongsai project: SARA AM is kept whole, three signs are added."
    font["name"].setName(note, 10, 3, 1, 0x409)


def save_web(ttf: Path, folder: Path) -> Path:
    """The part of the font that web pages need, as WOFF2, with its shaping."""
    options = subset.Options()
    options.flavor, options.layout_features, options.name_IDs = "woff2", ["*"], ["*"]
    font = subset.load_font(str(ttf), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in WEB_RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    target = folder / (ttf.stem + ".woff2")
    subset.save_font(font, str(target), options)
    return target


def main(folder: str) -> None:
    """Derive every style from the TTFs under ``folder`` and save the TTFs and their web subsets."""
    for style, source, stroke in STYLES:
        found = next(Path(folder).rglob(source))
        target = TTF_FOLDER / f"ProngsaiSarabun-{style}.ttf"
        font = derive(found, style, stroke)
        font["head"].modified = font["head"].created  # the same input gives the same file
        font.recalcTimestamp = False
        font.save(target)
        copy(save_web(target, TTF_FOLDER), WEB_FOLDER)


if __name__ == "__main__":
    main(sys.argv[1])
