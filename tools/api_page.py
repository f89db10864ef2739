"""The page of the manual about the API and the files of open data, from the code that answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Table = Callable[[list[str], list[list[str]]], str]


def api_page(table: Table) -> str:
    """Every operation with parameters and answers, then every file with its columns; in Thai and English."""
    from prongsai.web.site.starting import set_up

    set_up()
    from prongsai.web.portal.api.pages import document
    from prongsai.web.portal.api.reference import Line, sections_of
    from prongsai.web.portal.data.sheets import SHEETS

    def lines(thai: Sequence[Line], english: Sequence[Line]) -> str:
        rows = [
            [f"`{th.name}`", f"`{th.kind}`", _both(th.about, en.about)] for th, en in zip(thai, english, strict=True)
        ]
        return table(["ชื่อ / name", "ชนิด / kind", ""], rows)

    text = "# API และไฟล์ข้อมูลเปิด / The API and the files of open data\n\n"
    text += "วิธีใช้: [ข้อมูลเปิด](../how-to/open-data.md). The same stands on `/api/` and `/<agency>/data/` of every "
    text += "installation, and for programs in `/api/openapi.json` and `/<agency>/data/dictionary.json`.\n"
    for th, en in zip(sections_of(document(), "th"), sections_of(document(), "en"), strict=True):
        text += f"\n## {th.about} / {en.about}\n\n`GET {th.path}`\n\n"
        if th.parameters:
            text += lines(th.parameters, en.parameters) + "\n"
        text += lines(th.fields, en.fields)
    text += "\n## ไฟล์ / Files\n"
    for sheet in SHEETS.values():
        text += f"\n### `{sheet.name}`: {sheet.title.th} / {sheet.title.en}\n\n{sheet.about.th}. {sheet.about.en}.\n\n"
        rows = [[f"`{one.name}`", f"`{one.type}`", _both(one.about.th, one.about.en)] for one in sheet.columns]
        text += table(["คอลัมน์ / column", "ชนิด / kind", ""], rows)
    return text


def _both(th: str, en: str) -> str:
    return " / ".join(part for part in (th, en) if part)
