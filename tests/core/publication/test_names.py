"""Names of published files: whatever came, an address serves them and nobody is deceived."""

from __future__ import annotations

import pytest

from prongsai.core.publication.names import public_name


@pytest.mark.parametrize(
    ("came", "stands"),
    [
        ("แผน ปี ๒๕๖๙: ฉบับแก้ไข?.pdf", "แผน ปี ๒๕๖๙: ฉบับแก้ไข?.pdf"),
        ("รายรับ/รายจ่าย.xlsx", "รายรับ-รายจ่าย.xlsx"),
        ("..\\..\\etc/passwd", "-..-etc-passwd"),
        ("รายงาน\r\nSet-Cookie: a=b.pdf", "รายงาน Set-Cookie: a=b.pdf"),
        ("ภาพ\u202egpj.exe", "ภาพ gpj.exe"),
        ("..", "file"),
        ("\x00", "file"),
        ("", "file"),
        ("ก" * 400 + ".pdf", "ก" * 196 + ".pdf"),
        ("ก" * 400, "ก" * 200),
        ("." + "ก" * 400, "ก" * 200),
    ],
)
def test_a_name_can_be_served_and_read(came: str, stands: str) -> None:
    assert public_name(came) == stands
    assert public_name(stands) == stands
