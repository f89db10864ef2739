"""Pages that are as they should be, many of them with words that also stand in errors."""

from __future__ import annotations

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.link import Reason
from tests.core.links.corpus.case import Case
from tests.core.links.corpus.frames import bare, google_site, joomla, rows, tables, wordpress

_LAW = "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 และพระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560"
_LONG = "<p>ดำเนินการตามภารกิจและอำนาจหน้าที่ของหน่วยงานอย่างต่อเนื่อง โดยให้ประชาชนมีส่วนร่วม</p>" * 12
_NO_CHARSET = {"content-type": "text/html"}
_C, _S, _P = YearRule.CURRENT, YearRule.FIRST_SIX_MONTHS, YearRule.PREVIOUS

FINE = (
    Case("wordpress plan", wordpress("แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566", _LONG), rule=_C),
    Case("joomla with a box for members", joomla("รายงานผลการดำเนินงาน ประจำปี 2565", _LONG), rule=_P),
    Case(
        "tables in the Thai code page",
        tables("แผนดำเนินงาน ปี 2566", _LONG),
        charset="cp874",
        headers=_NO_CHARSET,
        rule=_C,
    ),
    Case("code page, header says utf-8", tables("แผนปี 2566", _LONG), charset="cp874", rule=_C),
    Case(
        "utf-8, header says tis-620",
        tables("แผนปี 2566", _LONG),
        headers={"content-type": "text/html; charset=TIS-620"},
        rule=_C,
    ),
    Case("thai digits", wordpress("แผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", _LONG), rule=_C),
    Case("two digits", wordpress("รายงานผล รอบ 6 เดือน ปีงบ 66", _LONG), rule=_S),
    Case("two digits in thai", wordpress("แผนปฏิบัติการ ปี ๖๖", _LONG), rule=_C),
    Case("first six months by dates", wordpress("ผลการใช้จ่าย", "<p>ระหว่าง 1 ต.ค. 65 - 31 มี.ค. 66</p>" + _LONG), rule=_S),
    Case("a month of the year", tables("สรุปผลการจัดซื้อจัดจ้าง เดือนพฤศจิกายน 2565", _LONG), rule=_S),
    Case("a month in short", tables("สขร.1 เดือน ธ.ค.65", rows("จ้างซ่อมถนน", "ซื้อวัสดุ")), rule=_S),
    Case("common era", wordpress("Annual action plan, fiscal year 2023", _LONG), rule=_C),
    Case("a plan of many years", wordpress("แผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2570)", _LONG), rule=_C),
    Case("a plan of many years in short", wordpress("แผนพัฒนาสี่ปี 2565-70", _LONG), rule=_C),
    Case(
        "the year only in a link",
        wordpress("แผนจัดซื้อจัดจ้าง", '<a href="/wp-content/uploads/2566/plan.pdf">ดาวน์โหลด</a>' + _LONG),
        rule=_C,
    ),
    Case(
        "laws of other years",
        wordpress("อำนาจหน้าที่", f"<p>ตาม{_LAW}</p><p>ประกาศ ณ วันที่ 3 มกราคม 2566</p>" + _LONG),
        rule=_C,
    ),
    Case("laws, and no year of its own", wordpress("อำนาจหน้าที่ของเทศบาล", f"<p>ตาม{_LAW}</p>" + _LONG), rule=_C),
    Case("history of the agency", wordpress("ประวัติ", "<p>ยกฐานะเมื่อปี พ.ศ. 2562 จากสภาตำบล</p>" + _LONG), rule=_C),
    Case("no year at all is no alarm", joomla("ช่องทางรับฟังความคิดเห็น", _LONG), noticed=(Reason.NO_YEAR,), rule=_C),
    Case(
        "nothing found, as a figure",
        wordpress("สถิติเรื่องร้องเรียนการทุจริต", rows("ไม่พบเรื่องร้องเรียน", "ไม่พบข้อมูลการร้องเรียน", "ไม่มี")),
    ),
    Case(
        "nothing found, said shortly",
        bare("สถิติเรื่องร้องเรียน รอบ 6 เดือน", "<h1>สถิติเรื่องร้องเรียน</h1><p>ไม่พบเรื่องร้องเรียนการทุจริตในรอบหกเดือนแรก</p>"),
    ),
    Case(
        "a short page with a box for members",
        "<title>ติดต่อเรา</title><h1>ติดต่อเรา</h1>"
        + "<p>สำนักงานเทศบาลตำบลหนองไผ่ลาย หมู่ที่ 4 ตำบลหนองไผ่ลาย</p>" * 8
        + "<form><input type=password></form>",
    ),
    Case(
        "how to look for a paper",
        bare(
            "คู่มือการใช้งาน",
            "<h1>คู่มือการสืบค้น</h1><p>หากไม่พบเอกสารที่ต้องการ โปรดติดต่อเจ้าหน้าที่ศูนย์ข้อมูลข่าวสาร โทร 0-4400-0000</p>"
            + "<p>ขั้นตอนการขอข้อมูลข่าวสารของราชการ ยื่นคำขอที่งานธุรการ</p>" * 6,
        ),
    ),
    Case(
        "news of another year beside it",
        wordpress("อำนาจหน้าที่", '<ul><li><a href="/n7"><span>งบประมาณรายจ่ายประจำปี 2565</span></a></li></ul>' + _LONG),
        rule=_C,
    ),
    Case("code of conduct of another year", wordpress("ประมวลจริยธรรม พ.ศ. 2564", _LONG), rule=_C),
    Case("first quarter", tables("ผลการเบิกจ่าย ไตรมาสที่ 1 (ต.ค. - ธ.ค. 2565)", _LONG), rule=_S),
    Case(
        "a public file at Google",
        bare("แผน.pdf - Google Drive", "<div>ลงชื่อเข้าใช้</div>"),
        url="https://drive.google.com/file/d/1/view",
    ),
    Case(
        "a page of Facebook",
        bare("เทศบาลตำบลหนองไผ่ลาย | Facebook", "<form><input type=password></form>"),
        url="https://www.facebook.com/nongphailai",
    ),
    Case(
        "short notice of maintenance of the water works",
        bare(
            "ข่าว",
            "<h1>แจ้งหยุดจ่ายน้ำ</h1><p>กองช่างจะปิดปรับปรุงระบบประปาหมู่บ้านในวันที่ 5 ตั้งแต่เวลา 9.00 น. จึงเรียนมาเพื่อทราบ</p>"
            + "<p>โปรดสำรองน้ำไว้ใช้ในช่วงเวลาดังกล่าว ขออภัยในความไม่สะดวก</p>" * 6,
        ),
    ),
    Case("404 in a table of figures", tables("สถิติผู้มารับบริการ 2566", rows("403", "404", "405") + _LONG), rule=_C),
    Case("no cookies on this page", wordpress("นโยบายคุ้มครองข้อมูลส่วนบุคคล", "<h3>หน้าเว็บนี้ไม่มีการเก็บคุกกี้</h3>" + _LONG)),
    Case(
        "a poster for the survey", bare("ร่วมตอบแบบวัด EIT", "<h2>ร่วมตอบแบบวัด EIT ปี 2566</h2><img src=qr.png>"), rule=_C
    ),
    Case(
        "saved by Word, in capitals",
        '<HTML xmlns:o="urn:o"><HEAD><META content="text/html; charset=windows-874"><TITLE>แผน</TITLE></HEAD><BODY>'
        f"<P class=MsoNormal><SPAN>แผนปฏิบัติการ ประจำปี<o:p></o:p></SPAN><B>๒๕๖๖</B></P>{_LONG}</BODY></HTML>",
        charset="cp874",
        headers=_NO_CHARSET,
        rule=_C,
    ),
    Case("utf-16", bare("แผน 2566", _LONG), charset="utf-16", headers=_NO_CHARSET, rule=_C),
    Case(
        "entities for letters", bare("&#3649;&#3612;&#3609; 2566", "<p>&#3649;&#3612;&#3609;&nbsp;</p>" * 30), rule=_C
    ),
    Case(
        "list of files of several years",
        wordpress("งบประมาณ", '<a href="/1.pdf">ปี 2564</a> <a href="/2.pdf">ปี 2566</a>'),
        rule=_C,
    ),
    Case(
        "questions and answers",
        tables("กระดานถาม-ตอบ", rows("เปิดไฟล์ไม่ได้ค่ะ ขึ้นว่าไม่พบหน้าที่ต้องการ ทำอย่างไร", "เข้าสู่ระบบไม่ได้") + _LONG),
    ),
    Case(
        "a map on the contact page", bare("ติดต่อเรา", '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>')
    ),
    Case(
        "a service with its own door beside it",
        joomla("E-Service คำขอถังขยะ", "<p>กรอกคำขอแล้วกดส่ง</p><form><input type=text></form>" + _LONG),
    ),
    Case("plain text that is called a page", "ประกาศเทศบาลตำบลหนองไผ่ลาย เรื่อง แผนจัดหาพัสดุ ปี 2566", rule=_C),
    Case("a script leads on, and says so", bare("ITA", "<p>กำลังนำท่านไปยังหน้าข้อมูลสาธารณะ <a href=/ita>คลิกที่นี่</a></p>")),
    Case(
        "words before the page",
        f"Notice: ok<html><title>แผน</title><body><h1>แผน 2566</h1>{_LONG}</body></html>",
        rule=_C,
    ),
    Case("number 404", wordpress("คำสั่งเทศบาล ที่ 404/2566 เรื่อง แต่งตั้งคณะทำงาน", _LONG), rule=_C),
    Case("street closed for repair", wordpress("ประกาศปิดปรับปรุงถนนสายบ้านใหม่", _LONG)),
    Case("news that the site will be closed", wordpress("แจ้งปิดปรับปรุงเว็บไซต์วันที่ 5 มกราคม 2566", _LONG)),
    Case("warning against gambling", wordpress("เตือนภัยเว็บพนันออนไลน์ สล็อต บาคาร่า", _LONG)),
    Case("what to do when the system fails", wordpress("แจ้งระบบขัดข้องหรือเข้าสู่ระบบไม่ได้", _LONG)),
    Case("a domain's manual", wordpress("คู่มือการต่ออายุโดเมนหมดอายุ", _LONG)),
    Case("database of local wisdom", joomla("ฐานข้อมูลภูมิปัญญาท้องถิ่น database", _LONG)),
    Case(
        "web board with sign-in in its head",
        tables("กระดานถาม-ตอบ", '<a href="login.php">เข้าสู่ระบบ</a>' + rows("ขอไฟส่องสว่าง", "น้ำประปาไม่ไหล") + _LONG),
    ),
    Case(
        "complaint form",
        bare(
            "ร้องเรียนการทุจริต",
            "<h1>แจ้งเบาะแสการทุจริต</h1><form><label>เรื่องที่แจ้ง</label><textarea></textarea><button>ส่งเรื่อง</button></form>"
            + "ข้อมูลของท่านจะถูกเก็บเป็นความลับ",
        ),
    ),
    Case(
        "google site",
        google_site("แผนปฏิบัติการป้องกันการทุจริต 2566", "<p>ประกาศใช้แผนปฏิบัติการป้องกันการทุจริต</p>"),
        url="https://sites.google.com/view/thalan/o36",
        rule=_C,
    ),
    Case(
        "google site with an embedded file",
        google_site("คู่มือ", '<iframe src="https://drive.google.com/file/d/1/preview"></iframe>'),
        url="https://sites.google.com/view/thalan/o14",
    ),
    Case(
        "frames",
        '<html><title>อบต.ท่าลาน</title><frameset cols="20%,80%"><frame src=a.htm><frame src=b.htm></frameset></html>',
        url="http://www.thalan.go.th/",
        noticed=(Reason.NOT_ENCRYPTED,),
    ),
    Case(
        "one picture of a poster",
        bare("ประกาศเจตนารมณ์ No Gift Policy 2566", '<img src="/uploads/nogift66.jpg" alt="">'),
        rule=_C,
    ),
    Case(
        "fragment without html",
        "<div class='c'><h3>ประกาศราคากลาง 2566</h3><table><tr><td>ก่อสร้างถนน<td>450,000 บาท</table></div>",
        rule=_C,
    ),
    Case(
        "leads on by itself",
        '<html><head><meta http-equiv="refresh" content="0;url=/o12/index.php"></head><body></body></html>',
        noticed=(),
        url="https://www.nongphailai.go.th/o12/",
    ),
    Case(
        "moved to https with www",
        wordpress("แผน 2566", _LONG),
        url="http://nongphailai.go.th/o12/",
        final="https://www.nongphailai.go.th/o12",
        rule=_C,
    ),
    Case(
        "short address leads on",
        wordpress("แผน 2566", _LONG),
        url="https://bit.ly/3xyz",
        final="https://www.nongphailai.go.th/",
        noticed=(Reason.REDIRECTED,),
        rule=_C,
    ),
    Case("a cut-off letter at the end", wordpress("แผน 2566", _LONG).encode()[:-120] + "ก".encode()[:2], rule=_C),
)
