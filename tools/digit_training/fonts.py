"""Free Thai fonts of Debian from which the digit reader learns: none of the Sarabun family, which tests it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path("/usr/share/fonts/truetype")

TLWG = "GPL-2+ with font exception"
OFL = "OFL-1.1"


@dataclass(frozen=True, slots=True)
class Family:
    """Faces that share their shapes. ``share``: how often it is drawn, as offices write with it or with its like.

    ``fallback``: the font for letters that the faces lack. Families of one ``fold`` are held out together.
    """

    name: str
    package: str
    licence: str
    fold: int
    share: float
    faces: tuple[str, ...]
    fallback: str = "freefont/FreeSans.ttf"

    def paths(self) -> list[Path]:
        """Where the faces stand on a Debian system."""
        return [FOLDER / face for face in self.faces]


def _tlwg(name: str, fold: int, share: float, slant: str, more: tuple[str, ...] = (), licence: str = TLWG) -> Family:
    faces = tuple(f"tlwg/{name}{style}.ttf" for style in ("", "-Bold", f"-{slant}", f"-Bold{slant}", *more))
    return Family(name, "fonts-thai-tlwg", licence, fold, share, faces)


def _noto(name: str, fold: int, share: float, fallback: str) -> Family:
    widths = ("", "SemiCondensed", "Condensed", "ExtraCondensed")
    styles = [width + weight for width in widths for weight in ("Light", "", "Medium", "SemiBold", "Bold")]
    faces = tuple(f"noto/{name}-{style or 'Regular'}.ttf" for style in styles)
    return Family(name, "fonts-noto-core, fonts-noto-extra", OFL, fold, share, faces, fallback)


FAMILIES = (
    _tlwg("Garuda", 0, 1.5, "Oblique"),
    _tlwg("Loma", 0, 1.0, "Oblique"),
    _tlwg("Umpush", 1, 1.5, "Oblique", ("-Light", "-LightOblique")),
    _tlwg("Kinnari", 1, 1.0, "Italic"),
    _tlwg("Norasi", 2, 1.5, "Italic"),
    Family(
        "FreeSerif",
        "fonts-freefont-ttf",
        "GPL-3+ with font exception",
        2,
        1.0,
        ("freefont/FreeSerif.ttf", "freefont/FreeSerifBold.ttf", "freefont/FreeSerifItalic.ttf"),
    ),
    _tlwg("Waree", 3, 1.0, "Oblique", licence="Bitstream Vera"),
    Family(
        "Arundina",
        "fonts-arundina",
        "GPL-2+ with font exception, Bitstream Vera",
        3,
        1.0,
        tuple(f"arundina/Arundina{face}.ttf" for face in ("Sans", "Sans-Bold", "Serif", "Serif-Bold", "SansMono")),
    ),
    _noto("NotoLoopedThai", 4, 1.5, "noto/NotoSans-Regular.ttf"),
    _noto("NotoSansThai", 4, 0.7, "noto/NotoSans-Regular.ttf"),
    _noto("NotoSerifThai", 4, 1.0, "noto/NotoSerif-Regular.ttf"),
    _tlwg("TlwgTypist", 2, 0.5, "Oblique"),
    _tlwg("TlwgTypo", 2, 0.5, "Oblique"),
    _tlwg("TlwgMono", 1, 0.3, "Oblique"),
    _tlwg("TlwgTypewriter", 1, 0.3, "Oblique"),
    _tlwg("Sawasdee", 0, 0.5, "Oblique"),
    _tlwg("Purisa", 3, 0.5, "Oblique"),
)


def missing() -> list[str]:
    """Packages of which a font is not on this system."""
    paths = [(path, family.package) for family in FAMILIES for path in (*family.paths(), FOLDER / family.fallback)]
    return sorted({package for path, package in paths if not path.is_file()})


def made_of() -> list[str]:
    """A line for each family (name, version of its first face, package, licence) and each font of missing letters."""
    families = [f"{f.name} {_version(f.paths()[0])} ({f.package}; {f.licence})" for f in FAMILIES]
    others = sorted({f.fallback for f in FAMILIES})
    return families + [f"{Path(other).stem} {_version(FOLDER / other)} (for missing letters)" for other in others]


def _version(path: Path) -> str:
    with TTFont(path) as font:
        return (
            str(font["name"].getDebugName(5) or font["head"].fontRevision)
            .removeprefix("Version ")
            .split(";")[0]
            .strip()
        )
