"""Sentences about certificates, by the word that says what is wrong with one (links/certificates.py)."""

from __future__ import annotations

from prongsai.core.links.link import Reason
from prongsai.core.links.words.telling import Telling, broken, doubtful, fine

_WARN, _WARN_EN = "เบราว์เซอร์จะเตือนว่าไม่ปลอดภัยก่อนเปิด", "Browsers warn before they open the page."
_RENEW = "โปรดแจ้งผู้ดูแลเว็บไซต์ให้ต่ออายุหรือติดตั้งใบรับรองใหม่"
_RENEW_EN = "Please have whoever looks after the site renew or install the certificate."


def _warned(th: str, en: str) -> Telling:
    return doubtful(
        f"ใบรับรองความปลอดภัย (https) {th} {_WARN}", f"The site's certificate {en}. {_WARN_EN}", _RENEW, _RENEW_EN
    )


OF_CERTIFICATES: dict[tuple[str, str], Telling] = {
    (Reason.TLS, ""): _warned("ของเว็บไซต์ไม่ถูกต้อง", "is not in order ({detail})"),
    (Reason.TLS, "expired"): _warned("ของเว็บไซต์หมดอายุ", "has expired"),
    (Reason.TLS, "not yet valid"): _warned("ของเว็บไซต์ยังไม่ถึงวันเริ่มใช้", "is not valid yet"),
    (Reason.TLS, "self-signed"): _warned("ทำขึ้นเอง ไม่มีผู้ออกที่เชื่อถือได้", "was made by the site itself, not by an authority"),
    (Reason.TLS, "untrusted"): _warned("มาจากผู้ออกที่เบราว์เซอร์ไม่รู้จัก", "is from an authority that browsers do not know"),
    (Reason.TLS, "revoked"): _warned("ถูกเพิกถอนแล้ว", "has been revoked"),
    (Reason.TLS, "wrong name"): _warned("เป็นของเว็บไซต์ชื่ออื่น", "is for a site of another name"),
    # Most browsers fetch what is missing by themselves: no fault for the assessor.
    (Reason.TLS, "incomplete chain"): fine(
        "เว็บไซต์ส่งใบรับรองมาไม่ครบชุด เบราว์เซอร์ส่วนใหญ่เปิดได้ แต่โทรศัพท์บางรุ่นจะเตือน",
        "The site sends only part of its certificates: most browsers open it, some telephones warn.",
        "โปรดแจ้งผู้ดูแลเว็บไซต์ให้ติดตั้งใบรับรองกลาง (intermediate) ด้วย",
        "Please have whoever looks after the site install the intermediate certificate too.",
    ),
    (Reason.TLS, "outdated"): broken(
        "เว็บไซต์ใช้การเข้ารหัสรุ่นเก่าที่เบราว์เซอร์ปัจจุบันไม่เปิดให้",
        "The site speaks a version of TLS that browsers no longer open.",
        "โปรดแจ้งผู้ดูแลเว็บไซต์ให้เปิดใช้ TLS 1.2 ขึ้นไป",
        "Please have whoever looks after the site turn on TLS 1.2 or newer.",
    ),
}
