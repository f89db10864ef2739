"""Sentences about the way to an answer: none came, a status, a certificate, a redirect."""

from __future__ import annotations

from prongsai.core.links.link import Failure, Reason
from prongsai.core.links.words.telling import Telling, broken, doubtful, fine, unknown

_ASK_HOST = "โปรดลองเปิดจากเครื่องอื่น หากเปิดไม่ได้ให้แจ้งผู้ดูแลเว็บไซต์"
_ASK_HOST_EN = "Please try from another computer; if it does not open there, tell whoever looks after the site."
_FIND = "โปรดค้นหาที่อยู่ใหม่ของข้อมูลบนเว็บไซต์ แล้วแก้ไขลิงก์ในรายการนี้"
_FIND_EN = "Please look for its new address on the site and correct the link of this item."

OF_THE_WAY: dict[tuple[str, str], Telling] = {
    (Reason.NO_ANSWER, ""): broken(
        "เปิดลิงก์ไม่ได้ ไม่มีคำตอบจากเว็บไซต์", "The link does not open: the site gives no answer.", _ASK_HOST, _ASK_HOST_EN
    ),
    (Reason.NO_ANSWER, Failure.NOT_AN_ADDRESS): broken(
        "ลิงก์นี้ไม่เป็นที่อยู่เว็บไซต์ที่สมบูรณ์",
        "This is not a whole web address.",
        "โปรดคัดลอกที่อยู่จากแถบที่อยู่ของเบราว์เซอร์ ให้ขึ้นต้นด้วย https:// แล้ววางใหม่",
        "Please copy it from the browser's address bar, beginning with https://, and paste it again.",
    ),
    (Reason.NO_ANSWER, Failure.NO_SUCH_HOST): broken(
        "ไม่พบชื่อเว็บไซต์นี้ในอินเทอร์เน็ต",
        "The internet knows no site of this name.",
        "โปรดตรวจตัวสะกดของลิงก์ หากถูกต้องแล้วโปรดให้ผู้ดูแลเว็บไซต์ตรวจว่าชื่อโดเมนหมดอายุหรือไม่",
        "Please check the spelling; if it is right, have whoever looks after the site see whether the name expired.",
    ),
    (Reason.NO_ANSWER, Failure.REFUSED): broken(
        "เครื่องแม่ข่ายของเว็บไซต์ไม่รับการเชื่อมต่อ", "The site's server refuses connections.", _ASK_HOST, _ASK_HOST_EN
    ),
    (Reason.NO_ANSWER, Failure.TIME_OUT): broken(
        "รอคำตอบจากเว็บไซต์นานเกินกำหนด",
        "The site did not answer in time.",
        "ระบบจะลองใหม่เอง หากยังช้าอยู่โปรดแจ้งผู้ดูแลเว็บไซต์ว่าหน้านี้ช้ามาก",
        "It is tried again by itself; if it stays slow, please tell whoever looks after the site.",
    ),
    (Reason.NO_ANSWER, Failure.TLS): broken(
        "เชื่อมต่อแบบเข้ารหัส (https) กับเว็บไซต์นี้ไม่สำเร็จ",
        "No encrypted connection (https) can be made to this site.",
        "โปรดแจ้งผู้ดูแลเว็บไซต์ให้ตรวจใบรับรองและการตั้งค่า https",
        "Please have whoever looks after the site check its certificate and the settings of https.",
    ),
    (Reason.NO_ANSWER, Failure.TOO_MANY_HOPS): broken(
        "เว็บไซต์ส่งต่อไปมาไม่สิ้นสุด จึงเปิดหน้าไม่ได้",
        "The site leads on from address to address without end.",
        "โปรดเปิดลิงก์ในหน้าต่างไม่ระบุตัวตน แล้วใช้ที่อยู่สุดท้ายที่เห็นข้อมูลแทน",
        "Please open it in a private window, and use the last address that shows the content instead.",
    ),
    (Reason.NO_ANSWER, Failure.CUT_OFF): broken(
        "คำตอบจากเว็บไซต์ขาดหายระหว่างทาง หน้าหรือไฟล์จึงไม่ครบ",
        "The answer broke off on the way: the page or file is not whole.",
        "ระบบจะลองใหม่เอง หากยังขาดอยู่โปรดนำไฟล์ขึ้นเว็บไซต์ใหม่",
        "It is tried again by itself; if it still breaks off, please upload the file again.",
    ),
    (Reason.NO_ANSWER, Failure.BAD_ANSWER): broken(
        "คำตอบจากเครื่องแม่ข่ายไม่เป็นไปตามมาตรฐานเว็บ (HTTP)",
        "What the server answers is not HTTP.",
        _ASK_HOST,
        _ASK_HOST_EN,
    ),
    (Reason.NOT_PUBLIC, ""): broken(
        "ที่อยู่นี้อยู่ในเครือข่ายภายใน บุคคลภายนอกและผู้ประเมินเปิดไม่ได้",
        "This address lies in an internal network, which outsiders and assessors cannot reach.",
        "โปรดนำข้อมูลไปแสดงบนเว็บไซต์สาธารณะของหน่วยงาน แล้วใช้ลิงก์นั้น",
        "Please show the content on the agency's public site, and use that link.",
    ),
    (Reason.ROBOTS, ""): unknown(
        "เว็บไซต์ขอไม่ให้โปรแกรมเปิดหน้านี้ (robots.txt) จึงไม่ได้ตรวจ",
        "The site asks programmes not to open this page (robots.txt), so it was not checked.",
        "โปรดเปิดดูเองในหน้าต่างไม่ระบุตัวตนเป็นครั้งคราว",
        "Please open it yourself in a private window now and then.",
    ),
    (Reason.STATUS, ""): broken(
        "เว็บไซต์ตอบว่าเปิดหน้านี้ไม่ได้ (รหัส {detail})",
        "The site says that the page cannot be shown ({detail}).",
        _FIND,
        _FIND_EN,
    ),
    (Reason.STATUS, "404"): broken(
        "เว็บไซต์ตอบว่าไม่มีหน้านี้แล้ว (404)", "The site says that there is no such page (404).", _FIND, _FIND_EN
    ),
    (Reason.STATUS, "410"): broken(
        "เว็บไซต์ตอบว่าหน้านี้ถูกลบถาวร (410)", "The site says that the page was removed for good (410).", _FIND, _FIND_EN
    ),
    (Reason.STATUS, "401"): broken(
        "หน้านี้ขอชื่อผู้ใช้และรหัสผ่าน (401) ผู้ประเมินจึงเปิดไม่ได้",
        "The page asks for a name and a password (401), so assessors cannot open it.",
        "โปรดให้ผู้ดูแลเว็บไซต์เปิดหน้านี้เป็นสาธารณะ",
        "Please have whoever looks after the site make it public.",
    ),
    (Reason.STATUS, "403"): broken(
        "เว็บไซต์ไม่อนุญาตให้เปิดหน้านี้ (403)",
        "The site does not allow the page to be opened (403).",
        "โปรดเปิดดูในหน้าต่างไม่ระบุตัวตน หากเปิดไม่ได้ให้แก้สิทธิ์การแชร์เป็น “ทุกคนที่มีลิงก์” หรือแจ้งผู้ดูแลเว็บไซต์ "
        "หากเปิดได้แสดงว่าเว็บไซต์กันเฉพาะโปรแกรมตรวจ",
        "Please open it in a private window. If it does not open, share it with everybody who has the link, or tell "
        "whoever looks after the site; if it does, the site only keeps programmes away.",
    ),
    (Reason.STATUS, "429"): unknown(
        "เว็บไซต์ขอให้เปิดช้าลง (429) จึงยังไม่ได้ตรวจ",
        "The site asks to be opened less often (429), so it was not checked.",
        "ไม่ต้องทำอะไร ระบบจะลองใหม่คืนถัดไป",
        "Nothing is to be done: it is tried again the next night.",
    ),
    (Reason.STATUS, "503"): broken(
        "เว็บไซต์ตอบว่ายังไม่พร้อมให้บริการชั่วคราว (503)",
        "The site says that it is not available for now (503).",
        "ระบบจะลองใหม่เอง หากไม่หายโปรดแจ้งผู้ดูแลเว็บไซต์",
        "It is tried again by itself; if that goes on, please tell whoever looks after the site.",
    ),
    (Reason.STATUS, "5xx"): broken(
        "เครื่องแม่ข่ายของเว็บไซต์ขัดข้อง (รหัส {detail})",
        "The site's server has failed ({detail}).",
        "โปรดแจ้งผู้ดูแลเว็บไซต์พร้อมรหัสนี้",
        "Please tell whoever looks after the site, with this number.",
    ),
    (Reason.STATUS, "3xx"): broken(
        "เว็บไซต์ส่งต่อโดยไม่บอกปลายทาง (รหัส {detail})",
        "The site leads on without saying where to ({detail}).",
        _FIND,
        _FIND_EN,
    ),
    (Reason.REDIRECTED, ""): fine(
        "ลิงก์นี้ส่งต่อไปที่ {detail}",
        "The link leads on to {detail}.",
        "หากเป็นหน้าที่ถูกต้อง ควรใช้ที่อยู่นั้นแทน",
        "If that is the right page, better use its address.",
    ),
    (Reason.TO_HOME, ""): doubtful(
        "ลิงก์นี้ส่งต่อไปหน้าแรกของเว็บไซต์ ({detail}) หน้าเดิมอาจถูกลบไปแล้ว",
        "The link leads to the home page of the site ({detail}): the page may have been removed.",
        _FIND,
        _FIND_EN,
    ),
    (Reason.NOT_ENCRYPTED, ""): fine(
        "หน้านี้เปิดแบบไม่เข้ารหัส (http) เบราว์เซอร์จะแสดงว่า “ไม่ปลอดภัย”",
        "The page is not encrypted (http); browsers call it not secure.",
        "หากเว็บไซต์รองรับ โปรดใช้ลิงก์ที่ขึ้นต้นด้วย https://",
        "If the site can do it, please use the address that begins with https://.",
    ),
}
