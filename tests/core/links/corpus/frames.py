"""What stands around the content on such sites: the frames in which errors and content alike are shown."""

from __future__ import annotations

MENU = (
    *("หน้าแรก", "ข้อมูลพื้นฐาน", "ประวัติความเป็นมา", "วิสัยทัศน์และพันธกิจ", "โครงสร้างองค์กร", "คณะผู้บริหาร", "สมาชิกสภา"),
    *("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม", "หน่วยตรวจสอบภายใน"),
    *("ข่าวประชาสัมพันธ์", "ข่าวจัดซื้อจัดจ้าง", "ประกาศราคากลาง", "แผนพัฒนาท้องถิ่น", "ข้อบัญญัติงบประมาณ", "กฎหมายที่เกี่ยวข้อง"),
    *("ศูนย์ข้อมูลข่าวสาร", "ร้องเรียนร้องทุกข์", "แจ้งเบาะแสการทุจริต", "ถาม-ตอบ", "ดาวน์โหลดแบบฟอร์ม", "บริการออนไลน์", "ติดต่อเรา"),
)
ADDRESS = "สำนักงานเทศบาลตำบลหนองไผ่ลาย หมู่ที่ 4 ตำบลหนองไผ่ลาย อำเภอบ้านใหม่ โทรศัพท์ 0-4400-0000 โทรสาร 0-4400-0001"


def bare(title: str, content: str) -> str:
    """A page and nothing around it."""
    head = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head>"
    return f"{head}<body>{content}</body></html>"


def wordpress(title: str, content: str) -> str:
    """A theme with widgets; scripts whose words must not count."""
    menu = _menu('<li class="menu-item menu-item-{at}"><a href="/{at}/">{one}</a></li>')
    return f"""<!DOCTYPE html>
<html lang="th"><head><meta charset="UTF-8" /><title>{title} &#8211; เทศบาลตำบลหนองไผ่ลาย</title>
<style>.error404 .page-title{{color:#c00}} .login-form{{display:none}}</style>
<script>var msg = {{"notfound":"ไม่พบหน้าที่ต้องการ","err":"404 not found","db":"database error"}};</script></head>
<body class="page-template-default page page-id-812"><header><ul id="menu-main">{menu}</ul></header>
<main id="content"><h1 class="entry-title">{title}</h1><div class="entry-content">{content}</div></main>
<aside><h2 class="widget-title">ข่าวล่าสุด</h2><ul><li><a href="/n1">โครงการอบรมอาสาสมัครป้องกันภัย</a></li>
<li><a href="/n2">เชิญร่วมงานประเพณีแห่เทียนพรรษา</a></li></ul></aside>
<footer><p>{ADDRESS}</p></footer><!-- Page not found is cached for 404 seconds --></body></html>"""


def joomla(title: str, content: str) -> str:
    """A template with a box for members beside the content."""
    menu = _menu("<li><a href='index.php?option=com_content&amp;Itemid={at}'>{one}</a></li>")
    box = (
        '<form action="/index.php" method="post" id="login-form"><label>Username</label><input type="text" name="user">'
        '<label>Password</label><input type="password" name="password"><button>Log in</button></form>'
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8" /><title>{title}</title></head>
<body><div id="left"><ul class="menu">{menu}</ul>{box}</div>
<div id="component"><div class="item-page"><h2>{title}</h2>{content}</div></div>
<div id="foot">{ADDRESS}</div></body></html>"""


def tables(title: str, content: str) -> str:
    """A home-grown PHP site of 2548, laid out in tables, which declares the Thai code page."""
    menu = _menu("<tr><td bgcolor=#ffffcc><a href=show.php?id={at}><font size=2>{one}</font></a></td></tr>")
    return f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=tis-620">
<title>{title}</title></head>
<body bgcolor=#ffffff><center><table width=980 border=0><tr><td colspan=2><img src=images/head.jpg></td></tr>
<tr><td valign=top width=200><table>{menu}</table></td>
<td valign=top><font color=red size=4>{title}</font><br>{content}</td></tr>
<tr><td colspan=2 align=center><font size=1>{ADDRESS}</font></td></tr></table></center></body></html>"""


def google_site(title: str, content: str) -> str:
    """A Google Site as it is sent: little text, much script."""
    return f"""<!DOCTYPE html><html lang="th" itemscope><head><meta charset="utf-8">
<script>var DOCS_timing={{}};</script><title>งานธุรการ อบต.ท่าลาน - {title}</title></head>
<body dir="ltr"><nav><a href="/view/a/home">หน้าแรก</a></nav><section><div><h1><span>{title}</span></h1>{content}
</div></section><script>{"_docs_flag={};" * 60}</script></body></html>"""


def rows(*cells: str) -> str:
    """A table with a line for each."""
    return "<table>" + "".join(f"<tr><td>{at}</td><td>{one}</td></tr>" for at, one in enumerate(cells, 1)) + "</table>"


def _menu(item: str) -> str:
    return "".join(item.format(at=at, one=one) for at, one in enumerate(MENU, 100))
