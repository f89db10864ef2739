"""The checker of pages finds what is wrong, and only that."""

from __future__ import annotations

import pytest

from tests.site.page_checker import faults_of

GOOD = """<!DOCTYPE html><html lang="th"><head><title>แผน – โปร่งใส</title></head><body><h1>แผน</h1>
<form method="post" action="/x/"><input type="hidden" name="csrfmiddlewaretoken" value="1">
<label for="a">ชื่อ</label><input id="a" name="a" aria-describedby="b"><span id="b">ช่วย</span>
<label><input type="checkbox" name="c"> ใช้</label><button>บันทึก</button></form>
<img src="x.png" alt=""><a href="/"><svg aria-hidden="true"></svg> กลับ</a>
<script src="x.js"></script><script type="application/json">{}</script></body></html>"""


def test_it_finds_nothing_in_a_good_page() -> None:
    assert faults_of(GOOD) == []


@pytest.mark.parametrize(
    ("there", "instead", "said"),
    [
        ('lang="th"', "", "language"),
        ("<h1>แผน</h1>", "", "one h1"),
        ("<h1>แผน</h1>", "<h1>แผน</h1><h1>อีก</h1>", "one h1"),
        ("<title>แผน – โปร่งใส</title>", "<title> – โปร่งใส</title>", "one title"),
        ('<label for="a">ชื่อ</label>', "", "no label"),
        ("<button>", '<button id="a">', "stands 2 times"),
        ('<span id="b">ช่วย</span>', "", "which is not there"),
        ('<input type="hidden" name="csrfmiddlewaretoken" value="1">', "", "no csrf token"),
        ('action="/x/"', "", "method and action"),
        ('<img src="x.png" alt="">', '<img src="x.png">', "no alt"),
        ('<svg aria-hidden="true">', "<svg>", "neither hidden"),
        ("<button>บันทึก</button>", "<button></button>", "says nothing"),
        ("<button>", '<button style="color:red">', "a style of its own"),
        ("<button>", '<button onclick="x()">', "has onclick"),
        ('<script src="x.js">', "<script>x()", "stands in the page"),
        ('<a href="/">', '<a href="javascript:x()">', "runs a script"),
    ],
)
def test_it_names_what_is_wrong(there: str, instead: str, said: str) -> None:
    assert there in GOOD
    faults = faults_of(GOOD.replace(there, instead))
    assert len(faults) == 1 and said in faults[0]


def test_it_asks_no_frame_of_a_part() -> None:
    assert faults_of("<p>บันทึกแล้ว</p>", part=True) == []
    assert faults_of("<p>บันทึกแล้ว</p>")
