"""Sentences about what came: sign-in pages, errors that say 200, files, years."""

from __future__ import annotations

from prongsai.core.links.link import Reason
from prongsai.core.links.words.telling import Telling, broken, doubtful, fine

_PUBLIC = "โปรดเปิดให้บุคคลทั่วไปดูได้โดยไม่ต้องเข้าสู่ระบบ แล้วลองในหน้าต่างไม่ระบุตัวตน"
_PUBLIC_EN = "Please make it open to everybody without signing in, and try it in a private window."
_FIND = "โปรดค้นหาที่อยู่ใหม่ของข้อมูลบนเว็บไซต์ แล้วแก้ไขลิงก์ในรายการนี้"
_FIND_EN = "Please look for its new address on the site and correct the link of this item."
_TELL = "โปรดแจ้งผู้ดูแลเว็บไซต์"
_TELL_EN = "Please tell whoever looks after the site."
_LOOK = "โปรดเปิดดูว่าเป็นข้อมูลที่ตั้งใจแสดง"
_LOOK_EN = "Please look whether it shows what it should."

OF_CONTENT: dict[tuple[str, str], Telling] = {
    (Reason.LOGIN, ""): broken(
        "ลิงก์นี้พาไปหน้าเข้าสู่ระบบ ไม่ใช่หน้าข้อมูล", "The link leads to a sign-in page, not to the content.", _PUBLIC, _PUBLIC_EN
    ),
    (Reason.LOGIN, "google"): broken(
        "ไฟล์หรือหน้าใน Google นี้ไม่ได้แชร์เป็นสาธารณะ ต้องขอสิทธิ์ก่อน",
        "This file or page at Google is not shared with the public: it asks for permission.",
        "โปรดเปิดการแชร์เป็น “ทุกคนที่มีลิงก์” ระดับผู้มีสิทธิ์อ่าน แล้วลองในหน้าต่างไม่ระบุตัวตน",
        "Please share it with “Anyone with the link” as viewer, and try it in a private window.",
    ),
    (Reason.LOGIN, "microsoft"): broken(
        "ไฟล์ใน OneDrive หรือ SharePoint นี้ต้องเข้าสู่ระบบก่อน",
        "This file in OneDrive or SharePoint asks to sign in.",
        "โปรดแชร์แบบ “ทุกคนที่มีลิงก์” หรือนำไฟล์ขึ้นเว็บไซต์ของหน่วยงาน",
        "Please share it with “Anyone with the link”, or put the file on the agency's own site.",
    ),
    (Reason.LOGIN, "line"): broken(
        "ลิงก์นี้ต้องเข้าสู่ระบบ LINE ก่อน",
        "The link asks to sign in to LINE.",
        "โปรดใช้ลิงก์ของหน้าเว็บที่เปิดได้โดยไม่ต้องมี LINE",
        "Please use a page that opens without LINE.",
    ),
    (Reason.LOGIN, "facebook"): doubtful(
        "Facebook ขอให้เข้าสู่ระบบก่อนแสดงหน้านี้ บางครั้งเป็นเฉพาะกับโปรแกรมตรวจ",
        "Facebook asks to sign in before it shows this page; sometimes it does so to programmes only.",
        "โปรดเปิดดูในหน้าต่างไม่ระบุตัวตน หากไม่เห็นข้อมูลให้ตั้งโพสต์เป็นสาธารณะหรือแสดงบนเว็บไซต์ของหน่วยงาน",
        "Please look in a private window; if nothing shows, make the post public or show it on the agency's own site.",
    ),
    (Reason.LOGIN, "post"): broken(
        "หน้านี้ตั้งรหัสผ่านไว้ ผู้อื่นอ่านไม่ได้",
        "The page is protected by a password.",
        "โปรดเปลี่ยนการมองเห็นของบทความเป็น “สาธารณะ”",
        "Please change the post's visibility to public.",
    ),
    (Reason.LOGIN, "page"): doubtful(
        "หน้านี้เป็นหน้าเข้าสู่ระบบ แทบไม่มีข้อมูลอื่น",
        "The page asks to sign in and shows hardly anything else.",
        "หากเป็นทางเข้าบริการออนไลน์ (E-Service) โปรดใช้หน้าที่อธิบายบริการแทน หากไม่ใช่ โปรดเปิดเป็นสาธารณะ",
        "If it is the way into an online service, better link the page that explains it; else make it public.",
    ),
    (Reason.SOFT_ERROR, ""): broken(
        "หน้านี้แสดงข้อความว่าผิดพลาด แม้เว็บไซต์จะตอบว่าปกติ (200)",
        "The page tells of an error although the site answers that all is well (200).",
        _FIND,
        _FIND_EN,
    ),
    (Reason.SOFT_ERROR, "missing"): broken(
        "หน้านี้แสดงข้อความว่าไม่พบข้อมูล แม้เว็บไซต์จะตอบว่าปกติ (200)",
        "The page says that nothing was found, although the site answers that all is well (200).",
        _FIND,
        _FIND_EN,
    ),
    (Reason.SOFT_ERROR, "parked"): broken(
        "ชื่อโดเมนหรือพื้นที่เว็บไซต์หมดอายุ ถูกระงับ หรือประกาศขาย",
        "The domain or the site has expired, is suspended, or is for sale.",
        "โปรดติดต่อผู้ให้บริการเว็บไซต์เพื่อต่ออายุโดยเร็ว",
        "Please have the site's provider renew it soon.",
    ),
    (Reason.SOFT_ERROR, "hosting"): broken(
        "หน้านี้เป็นหน้าเริ่มต้นของเครื่องแม่ข่าย ยังไม่มีเว็บไซต์",
        "This is a server's default page: no site is there.",
        _TELL,
        _TELL_EN,
    ),
    (Reason.SOFT_ERROR, "program"): broken(
        "โปรแกรมหรือฐานข้อมูลของเว็บไซต์ขัดข้อง หน้านี้จึงแสดงข้อความผิดพลาด",
        "The site's programme or database has failed, and the page shows its error.",
        _TELL,
        _TELL_EN,
    ),
    (Reason.SOFT_ERROR, "closed"): broken(
        "เว็บไซต์แจ้งว่าปิดปรับปรุง",
        "The site says that it is closed for maintenance.",
        "โปรดตรวจอีกครั้งหลังปรับปรุงเสร็จ และควรเสร็จก่อนช่วงตรวจประเมิน",
        "Please look again when that is over; it should be before the assessors look.",
    ),
    (Reason.SOFT_ERROR, "blocked"): doubtful(
        "เว็บไซต์กันไม่ให้โปรแกรมตรวจเปิดหน้านี้",
        "The site keeps programmes from opening the page.",
        "โปรดเปิดดูในหน้าต่างไม่ระบุตัวตน และแจ้งผู้ดูแลเว็บไซต์ว่าผู้ประเมินอาจเปิดไม่ได้เช่นกัน",
        "Please look in a private window, and tell whoever looks after the site that assessors may be kept out too.",
    ),
    (Reason.SOFT_ERROR, "listing"): doubtful(
        "หน้านี้เป็นรายชื่อไฟล์ในเครื่องแม่ข่าย (Index of) ผู้อ่านอาจไม่รู้ว่าต้องเปิดไฟล์ใด",
        "This is a server's list of files (Index of): readers may not know which to open.",
        "โปรดใช้ลิงก์ไปที่ไฟล์หรือหน้าที่อธิบายข้อมูลโดยตรง",
        "Please link the file itself, or a page that explains it.",
    ),
    (Reason.SOFT_ERROR, "taken"): broken(
        "หน้านี้มีเนื้อหาพนันออนไลน์ เว็บไซต์อาจถูกโจมตี หรือชื่อโดเมนตกเป็นของผู้อื่น",
        "The page is about online gambling: the site may have been attacked, or its name belongs to others now.",
        "โปรดนำลิงก์นี้ออกก่อน แล้วแจ้งผู้ดูแลเว็บไซต์ทันที",
        "Please take the link away for now, and tell whoever looks after the site at once.",
    ),
    (Reason.EMPTY, ""): doubtful(
        "แทบไม่พบข้อความในหน้านี้ อาจแสดงข้อมูลด้วยสคริปต์ ซึ่งตรวจแทนท่านไม่ได้",
        "Hardly any text is found on the page. It may be shown by scripts, which cannot be checked for you.",
        _LOOK,
        _LOOK_EN,
    ),
    (Reason.EMPTY, "blank"): broken(
        "หน้าหรือไฟล์นี้ว่างเปล่า",
        "The page or file is empty.",
        "โปรดนำข้อมูลขึ้นใหม่หรือแก้ไขลิงก์",
        "Please upload it again, or correct the link.",
    ),
    (Reason.WRONG_KIND, ""): doubtful(
        "ชนิดของสิ่งที่ได้ ({detail}) ไม่ตรงกับที่ประกาศไว้ บางเครื่องอาจเปิดไม่ได้",
        "What came ({detail}) is not what was announced; some devices may not open it.",
        _LOOK,
        _LOOK_EN,
    ),
    (Reason.WRONG_KIND, "html"): doubtful(
        "ลิงก์นี้น่าจะเป็นไฟล์ แต่ได้หน้าเว็บมาแทน",
        "The link should be a file, but a web page came.",
        "โปรดเปิดดูว่าไฟล์ยังอยู่ หากไม่อยู่ให้นำขึ้นใหม่",
        "Please look whether the file is still there, and upload it again if not.",
    ),
    (Reason.DAMAGED, ""): broken(
        "ไฟล์นี้เสียหายหรือไม่ครบ จึงเปิดอ่านไม่ได้",
        "The file is damaged or not whole, and does not open.",
        "โปรดบันทึกไฟล์ใหม่จากโปรแกรมเดิม แล้วนำขึ้นเว็บไซต์อีกครั้ง",
        "Please save it anew from its program and upload it again.",
    ),
    (Reason.DAMAGED, "locked"): broken(
        "ไฟล์นี้ตั้งรหัสผ่านไว้ ผู้อื่นเปิดไม่ได้",
        "The file asks for a password.",
        "โปรดเอารหัสผ่านออก บันทึก แล้วนำขึ้นใหม่",
        "Please take the password off, save it and upload it again.",
    ),
    (Reason.NO_TEXT, ""): doubtful(
        "ไฟล์ PDF นี้เป็นภาพสแกน ไม่มีตัวอักษร จึงค้นหา คัดลอก หรือให้โปรแกรมอ่านออกเสียงไม่ได้",
        "This PDF is a scan without text: it cannot be searched, copied or read aloud.",
        "หากมีไฟล์ต้นฉบับ โปรดบันทึกเป็น PDF จากโปรแกรมเดิมแทนการสแกน หรือวางไฟล์ Word ไว้ด้วยกัน",
        "If there is an original, please save that as PDF instead of scanning, or put the Word file beside it.",
    ),
    (Reason.NO_YEAR, ""): fine(
        "ไม่พบปีใด ๆ ในข้อความ รายการนี้ต้องเป็นข้อมูลของปีงบประมาณ {detail}",
        "No year is found in the text; this item must be of fiscal year {detail}.",
        "ควรเขียนปีไว้ในหัวเรื่องของหน้าหรือไฟล์ เพื่อให้ผู้ประเมินเห็นทันที",
        "Better write the year into the heading, so that assessors see it at once.",
    ),
    (Reason.OTHER_YEAR, ""): doubtful(
        "พบเฉพาะปีอื่นในข้อความ (พ.ศ. {detail}) ไม่พบปีที่รายการนี้กำหนด",
        "Only other years (B.E. {detail}) are found in the text, not the one that this item asks for.",
        "โปรดตรวจว่าเป็นข้อมูลของปีที่ถูกต้อง หากถูกแล้วควรเขียนปีไว้ในหัวเรื่อง",
        "Please check that it is of the right year; if it is, better write the year into the heading.",
    ),
    (Reason.HUGE, ""): fine(
        "หน้าหรือไฟล์นี้มีขนาดใหญ่ ({detail} MB ขึ้นไป) เปิดช้าบนโทรศัพท์ และตรวจได้เพียงบางส่วน",
        "The page or file is large ({detail} MB or more): slow on telephones, and checked only in part.",
        "โปรดลดขนาดภาพหรือแบ่งเป็นไฟล์เล็กลง",
        "Please make pictures smaller, or split it.",
    ),
}
