"""The bundled font says what its glyphs stand for, has a name of its own, and comes with its licence."""

import pytest
from fontTools import agl
from fontTools.ttLib import TTFont

from prongsai.documents.writers.folders import BOLD, FONTS, REGULAR

WEB = FONTS.parent.parent / "web" / "site" / "static" / "site" / "fonts"
THAI = [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]


@pytest.mark.parametrize("path", [REGULAR, BOLD], ids=["regular", "bold"])
def test_the_name_of_each_glyph_is_its_text(path):
    with TTFont(path) as font:
        wrong = {
            chr(code): name
            for code, name in font.getBestCmap().items()
            if code > 0x20 and agl.toUnicode(name) not in (chr(code), {0xFB01: "fi", 0xFB02: "fl"}.get(code))
        }
    assert not wrong


@pytest.mark.parametrize("path", [REGULAR, BOLD], ids=["regular", "bold"])
def test_it_has_every_thai_letter_and_the_signs_of_the_forms(path):
    with TTFont(path) as font:
        assert set(THAI) | {0x2610, 0x2611, 0x2713} <= set(font.getBestCmap())
        assert font["name"].getDebugName(1) == "Prongsai Sarabun"
        assert font["OS/2"].fsType == 0


def test_both_weights_number_their_glyphs_alike():
    with TTFont(REGULAR) as regular, TTFont(BOLD) as bold:
        assert regular.getGlyphOrder() == bold.getGlyphOrder()


@pytest.mark.parametrize("name", ["ProngsaiSarabun-Regular.woff2", "ProngsaiSarabun-Bold.woff2"])
def test_the_web_font_has_thai_and_keeps_its_shaping(name):
    with TTFont(WEB / name) as font:
        assert set(THAI) <= set(font.getBestCmap())
        assert "GSUB" in font and "GPOS" in font
    assert (WEB / name).stat().st_size < 40_000
    assert (WEB / name).read_bytes() == (FONTS / name).read_bytes()


def test_the_licence_stands_beside_it():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "derived from Sarabun" in (FONTS / "FONTLOG.txt").read_text(encoding="utf-8")
