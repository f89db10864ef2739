"""A web server as an agency has one: pages of an existing website, two of which are not what they should be."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GOOD = """<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{name} – เทศบาลตำบลท่าโขง</title></head>
<body><h1>{name}</h1>
<p>ข้อมูลประจำปีงบประมาณ พ.ศ. 2565 ของเทศบาลตำบลท่าโขง อำเภอบ้านหมี่ จังหวัดลพบุรี</p>
<p>ปรับปรุงเมื่อ 1 ตุลาคม 2564 ประกอบด้วยรายละเอียดการดำเนินงานของแต่ละส่วนราชการ</p>
<p>ผู้รับผิดชอบ และช่องทางการติดต่อสำหรับประชาชน</p></body></html>"""
LOST = """<!doctype html><html lang="th"><head><meta charset="utf-8"><title>ไม่พบหน้าที่ต้องการ</title></head>
<body><h1>ขออภัย ไม่พบหน้าที่ต้องการ</h1><p>หน้านี้อาจถูกย้ายหรือลบไปแล้ว</p></body></html>"""


class Pages(BaseHTTPRequestHandler):
    """``/page/…`` is a page, ``/lost`` says that it is none but answers with 200, and there is nothing else."""

    def do_GET(self) -> None:
        """Answer."""
        if self.path.startswith("/page/"):
            self._send(200, GOOD.format(name=self.path.removeprefix("/page/")))
        elif self.path == "/lost":
            self._send(200, LOST)
        else:
            self._send(404, "<title>404</title><p>Not Found</p>")

    def _send(self, status: int, text: str) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal of the tests."""


@contextmanager
def existing_website() -> Iterator[str]:
    """Its address, as long as it runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
