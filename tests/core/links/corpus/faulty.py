"""Pages that an assessor would not take, or that a person should look at."""

from __future__ import annotations

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.link import Reason, State
from tests.core.links.corpus.case import Case
from tests.core.links.corpus.frames import bare, google_site, joomla, rows, tables, wordpress

_B, _D = State.BROKEN, State.DOUBTFUL
_SOFT, _LOGIN, _OTHER = (Reason.SOFT_ERROR,), (Reason.LOGIN,), (Reason.OTHER_YEAR,)
_LONG = "<p>ดำเนินการตามภารกิจและอำนาจหน้าที่ของหน่วยงานอย่างต่อเนื่อง โดยให้ประชาชนมีส่วนร่วม</p>" * 12
_FORM = '<form method=post><input name=user><input type="password" name=pass><button>เข้าสู่ระบบ</button></form>'
_SORRY = "We're sorry but this site doesn't work properly without JavaScript enabled. Please enable it to continue."
_PDF = {"content-type": "application/pdf"}
_PLAN = "https://www.nongphailai.go.th/files/plan.pdf"
_C, _S, _P = YearRule.CURRENT, YearRule.FIRST_SIX_MONTHS, YearRule.PREVIOUS

FAULTY = (
    Case("wordpress nothing found", wordpress("ไม่พบหน้าที่ต้องการ", "<p>ดูเหมือนว่าไม่มีสิ่งใดอยู่ที่นี่ ลองค้นหาดูไหม</p>"), _B, _SOFT),
    Case(
        "wordpress in english",
        wordpress("Page not found", "<p>It looks like nothing was found at this location.</p>"),
        _B,
        _SOFT,
    ),
    Case("wordpress Oops", wordpress("Oops! That page can&rsquo;t be found.", ""), _B, _SOFT),
    Case("joomla article", joomla("404 - ไม่พบบทความ", "<p>กรุณาลองหน้าอื่น</p>"), _B, _SOFT),
    Case("joomla category", joomla("เทศบาลตำบลหนองไผ่ลาย", "<h1>Category not found</h1>"), _B, _SOFT),
    Case(
        "tables, nothing in the database",
        tables("เทศบาลตำบลหนองไผ่ลาย", "<b>ไม่พบข้อมูลที่ต้องการ</b>"),
        _B,
        _SOFT,
        charset="cp874",
        headers={},
    ),
    Case("tables, removed", tables("ข่าว", "<font>ข้อมูลนี้ถูกลบแล้ว</font>"), _B, _SOFT),
    Case("this page is not", bare("เทศบาล", "<h2>หน้าเว็บนี้ไม่มี</h2><a href='/'>กลับหน้าแรก</a>"), _B, _SOFT),
    Case(
        "plain 404",
        bare("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>"),
        _B,
        _SOFT,
    ),
    Case(
        "plain 404 of nginx",
        "<html><head><title>404</title></head><body><center><h1>404</h1></center></body></html>",
        _B,
        _SOFT,
    ),
    Case("object not found", bare("Object not found!", "<h1>Object not found!</h1><p>Error 404</p>"), _B, _SOFT),
    Case(
        "drive file is gone",
        bare("Google Drive - Page Not Found", "<p>Sorry, the file you have requested does not exist.</p>"),
        _B,
        _SOFT,
    ),
    Case(
        "facebook content",
        bare("Facebook", "<div>เนื้อหานี้ไม่พร้อมใช้งานในขณะนี้</div>"),
        _B,
        _SOFT,
        url="https://www.facebook.com/x/posts/1",
    ),
    Case(
        "domain for sale", bare("nongphailai.com", "<h1>This domain is for sale</h1><a>Buy this domain</a>"), _B, _SOFT
    ),
    Case("domain expired", bare("โดเมนหมดอายุ", "<p>โดเมนนี้หมดอายุ กรุณาติดต่อผู้ให้บริการ</p>"), _B, _SOFT),
    Case(
        "account suspended",
        bare("Account Suspended", "<p>This Account has been suspended. Contact your hosting provider.</p>"),
        _B,
        _SOFT,
    ),
    Case(
        "apache default",
        bare("Apache2 Ubuntu Default Page: It works", "<p>" + "This is the default welcome page used to test. " * 30),
        _B,
        _SOFT,
    ),
    Case("it works", "<html><body><h1>It works!</h1></body></html>", _B, _SOFT),
    Case("nginx", bare("Welcome to nginx!", "<h1>Welcome to nginx!</h1>"), _B, _SOFT),
    Case("iis", bare("IIS Windows Server", '<img src="iisstart.png">'), _B, _SOFT),
    Case("wordpress database", bare("Database Error", "<h1>Error establishing a database connection</h1>"), _B, _SOFT),
    Case(
        "php mysql",
        "<br /><b>Warning</b>:  mysqli_connect(): (HY000/1045): Access denied for user 'root'@'localhost' in /db.php",
        _B,
        _SOFT,
    ),
    Case(
        "php fatal in the frame",
        tables(
            "รายงาน",
            "<br /><b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_query() in <b>/www/x.php</b>",
        ),
        _B,
        _SOFT,
    ),
    Case("words of a failed programme without html", "Connection failed: Unknown database 'ita'", _B, _SOFT),
    Case("thai words without html", "ขออภัย ไม่พบข้อมูลที่ท่านต้องการ", _B, _SOFT),
    Case("404 in utf-16", bare("404 Not Found", "<h1>Not Found</h1>"), _B, _SOFT, charset="utf-16"),
    Case("thai database", bare("ระบบ", "ไม่สามารถเชื่อมต่อฐานข้อมูลได้"), _B, _SOFT),
    Case(
        "asp error",
        bare(
            "Runtime Error", "<h1>Server Error in '/' Application.</h1>" + "<p>Description: An exception occurred.</p>"
        ),
        _B,
        _SOFT,
    ),
    Case(
        "wordpress critical",
        bare("WordPress &rsaquo; Error", "<p>There has been a critical error on this website.</p>"),
        _B,
        _SOFT,
    ),
    Case(
        "maintenance",
        bare("เทศบาลตำบลหนองไผ่ลาย", "<h1>เว็บไซต์อยู่ระหว่างการปรับปรุง</h1><p>ขออภัยในความไม่สะดวก</p>"),
        _B,
        _SOFT,
    ),
    Case("under construction", bare("Home", "<img src=u.gif><h1>Under Construction</h1>"), _B, _SOFT),
    Case(
        "index of",
        bare("Index of /files/ita", "<h1>Index of /files/ita</h1><pre><a href=a.pdf>a.pdf</a></pre>"),
        _D,
        _SOFT,
    ),
    Case("kept out", bare("Just a moment...", "<p>Checking your browser before accessing.</p>"), _D, _SOFT),
    Case("hijacked", bare("สล็อตเว็บตรง บาคาร่า ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี", _LONG), _B, _SOFT),
    Case(
        "google asks to sign in",
        bare("Google ไดรฟ์: ลงชื่อเข้าใช้", "<h1>ลงชื่อเข้าใช้</h1>" + _FORM),
        _B,
        (*_LOGIN, Reason.REDIRECTED),
        url="https://drive.google.com/file/d/1/view",
        final="https://accounts.google.com/v3/signin/identifier?continue=x",
    ),
    Case(
        "google request access",
        google_site("You need access", "<p>Request access, or switch to an account with access.</p>"),
        _B,
        _LOGIN,
        url="https://docs.google.com/document/d/1/edit",
    ),
    Case(
        "onedrive",
        bare("Sign in to your account", _FORM),
        _B,
        (*_LOGIN, Reason.REDIRECTED),
        url="https://nongphailai-my.sharepoint.com/:b:/g/personal/x",
        final="https://login.microsoftonline.com/common/oauth2/authorize?client_id=1",
    ),
    Case(
        "facebook wall",
        bare("เข้าสู่ระบบ Facebook", _FORM),
        _D,
        (*_LOGIN, Reason.REDIRECTED),
        url="https://www.facebook.com/photo?fbid=1",
        final="https://www.facebook.com/login/?next=x",
    ),
    Case(
        "line",
        bare("LINE Login", _FORM),
        _B,
        (*_LOGIN, Reason.REDIRECTED),
        url="https://lin.ee/abc",
        final="https://access.line.me/oauth2/v2.1/login",
    ),
    Case(
        "wp-login",
        bare("เข้าสู่ระบบ &lsaquo; เทศบาล", _FORM),
        _B,
        (*_LOGIN, Reason.REDIRECTED),
        final="https://www.nongphailai.go.th/wp-login.php?redirect_to=x",
    ),
    Case("own login page", bare("ระบบสารบรรณ", "<h1>กรุณาเข้าสู่ระบบ</h1>" + _FORM), _D, _LOGIN),
    Case(
        "password for a post",
        wordpress(
            "ป้องกัน: แผนดำเนินงาน",
            '<form class="post-password-form"><input type="password"></form>เนื้อหานี้ถูกป้องกันด้วยรหัสผ่าน',
        ),
        _B,
        _LOGIN,
    ),
    Case(
        "script shell that apologises",
        bare("ITA", f"<noscript><strong>{_SORRY}</strong></noscript><div id=app></div><script src=/app.js></script>"),
        _D,
        (Reason.EMPTY,),
    ),
    Case(
        "script shell",
        bare("ITA", "<noscript>You need to enable JavaScript</noscript><div id=root></div><script src=/m.js></script>"),
        _D,
        (Reason.EMPTY,),
    ),
    Case("nothing", b"", _B, (Reason.EMPTY,)),
    Case(
        "page for a file",
        wordpress("แผนดำเนินงาน 2566", _LONG),
        _D,
        (Reason.WRONG_KIND,),
        url=_PLAN,
        headers=_PDF,
        rule=_C,
    ),
    Case("text for a file", b"could not read file", _D, (Reason.WRONG_KIND,), url=_PLAN, headers=_PDF),
    Case(
        "to the home page",
        wordpress("เทศบาลตำบลหนองไผ่ลาย", _LONG),
        _D,
        (Reason.TO_HOME,),
        final="https://www.nongphailai.go.th/",
    ),
    Case(
        "to the home page by itself",
        '<html><head><meta http-equiv=refresh content="0; url=/index.php"></head></html>',
        _D,
        (Reason.TO_HOME,),
    ),
    Case("last year's plan", wordpress("แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565", _LONG), _D, _OTHER, rule=_C),
    Case("last year's in thai digits", joomla("แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", _LONG), _D, _OTHER, rule=_C),
    Case("last year's in two digits", tables("รายงานผล ปีงบประมาณ 64", rows("โครงการ")), _D, _OTHER, rule=_S),
    Case(
        "this year's where last year's is asked",
        wordpress("รายงานผลการดำเนินงาน ประจำปี 2566", _LONG),
        _D,
        _OTHER,
        rule=_P,
    ),
    Case("gone", wordpress("ไม่พบ", ""), _B, (Reason.STATUS,), status=404),
    Case("forbidden", bare("403", ""), _B, (Reason.STATUS,), status=403),
    Case("failed", bare("x", ""), _B, (Reason.STATUS,), status=502),
)
