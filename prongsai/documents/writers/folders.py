"""Where the fonts lie."""

from pathlib import Path

FONTS = Path(__file__).parent.parent / "fonts"
REGULAR, BOLD = FONTS / "ProngsaiSarabun-Regular.ttf", FONTS / "ProngsaiSarabun-Bold.ttf"
