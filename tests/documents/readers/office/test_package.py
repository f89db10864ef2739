"""Hostile and broken files are refused in words, before they cost memory; nothing else is ever raised."""

import random
import struct
import tracemalloc
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.documents.readers import Refusal
from prongsai.documents.readers.package import MOST_PARTS, open_package
from prongsai.documents.readers.sheets import read_sheets
from prongsai.documents.readers.word import read_word
from tests.documents.readers.office.made import docx, p, relations, sheet, tbl, tr, zipped

GOOD_WORD = docx(p("ก") + tbl(tr("ก", "ข")))
GOOD_BOOK = sheet([["ก", "ข"], [1, 2.5]])
MEGABYTE = 1 << 20


def bomb(size):
    """A package whose document unpacks to so many bytes: blocks of nothing, one a thousandth of what it becomes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = block * (size // MEGABYTE) + packer.flush(zlib.Z_FINISH)
    name = b"word/document.xml"
    sizes = struct.pack("<HHHHHLLL", 20, 0, 8, 0, 0, 0, len(packed), min(size, 2**32 - 1))
    lengths = struct.pack("<HH", len(name), 0)
    local = b"PK\x03\x04" + sizes + lengths + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + sizes + lengths + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(central), len(local), 0)


def with_document(document):
    return docx("", more={"word/document.xml": document})


def declared(declarations, text):
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return with_document(
        f"<!DOCTYPE w:document [{declarations}]>"
        f"<w:document {names}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )


def laughs():
    levels = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    return declared(f'<!ENTITY a0 "ฮา">{levels}', "&a9;")


def many_parts(count):
    saved = BytesIO()
    with ZipFile(saved, "w", ZIP_STORED) as archive:
        for at in range(count):
            archive.writestr(str(at), b"")
    return saved.getvalue()


def rewritten(**changes):
    """A sound file with flags of its entries changed, as a hex editor would."""
    entries = bytearray(GOOD_WORD)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := entries.find(mark, start)) >= 0:
            entries[start + at] |= changes["flags"]
            start += 4
    return bytes(entries)


def overlapping():
    """Two entries of the list for the same bytes of the file."""
    saved = BytesIO(GOOD_WORD)
    with ZipFile(saved, "a") as archive:
        one = archive.getinfo("word/document.xml")
        twin = type(one)("word/second.xml")
        for name in ("header_offset", "CRC", "compress_size", "file_size", "compress_type"):
            setattr(twin, name, getattr(one, name))
        archive.filelist.append(twin)
        archive._didModify = True
    return saved.getvalue()


def twice():
    saved = BytesIO(GOOD_WORD)
    with ZipFile(saved, "a") as archive:
        archive.writestr("WORD/Document.xml", "<other/>")
    return saved.getvalue()


def packed_otherwise():
    saved = BytesIO()
    with ZipFile(saved, "w", ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", "<x/>")
    return saved.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HOSTILE = {
    "bomb": (lambda: bomb(1024 * MEGABYTE), "ใหญ่ผิดปกติ"),
    "laughs": (laughs, "คำสั่งแฝง|เสียหาย"),
    "external entity": (lambda: declared('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"), "คำสั่งแฝง"),
    "external definition": (lambda: with_document('<!DOCTYPE a SYSTEM "http://x.example/a.dtd"><a/>'), "คำสั่งแฝง"),
    "deep": (lambda: with_document("<a>" * 100_000), "เสียหาย"),
    "no xml": (lambda: with_document("ไม่ใช่"), "เสียหาย"),
    "another root": (lambda: with_document("<a/>"), "เสียหาย"),
    "truncated": (lambda: GOOD_WORD[:-30], "เสียหาย"),
    "truncated inside": (lambda: GOOD_WORD[:200], "เสียหาย"),
    "nothing inside": (lambda: zipped({}), "ไม่|เสียหาย"),
    "only a start": (lambda: b"PK\x03\x04" + bytes(2000), "เสียหาย"),
    "password": (lambda: rewritten(flags=1), "รหัสผ่าน"),
    "office password": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "รหัสผ่าน"),
    "overlapping": (overlapping, "เสียหาย"),
    "twice": (twice, "เสียหาย"),
    "packed otherwise": (packed_otherwise, "เสียหาย"),
    "many parts": (lambda: many_parts(MOST_PARTS + 1), "ส่วนประกอบ"),
    "empty": (lambda: b"", "ไม่มีข้อความ"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_a_sentence_in_both_languages(name):
    make, expected = HOSTILE[name]
    with pytest.raises(Refusal, match=expected) as refused:
        read_word(make(), "report.docx")
    assert "report.docx" in refused.value.sentence.th
    assert "report.docx" in refused.value.sentence.en
    assert "โปรด" in refused.value.sentence.th
    assert "lease" in refused.value.sentence.en


def test_a_bomb_of_ten_gigabytes_is_stopped_within_forty_megabytes():
    data = bomb(10_240 * MEGABYTE)
    assert len(data) < 11 * MEGABYTE
    tracemalloc.start()
    with pytest.raises(Refusal, match="ใหญ่ผิดปกติ"):
        read_word(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 * MEGABYTE


def test_a_million_parts_are_refused_before_their_list_is_read():
    entry = b"PK\x01\x02" + bytes(42)
    data = b"PK\x03\x04" + entry * 1_000_000
    tracemalloc.start()
    with pytest.raises(Refusal, match="ส่วนประกอบ"):
        open_package(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEGABYTE


def test_declarations_in_a_worksheet_are_refused():
    book = BytesIO(GOOD_BOOK)
    with ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    page = parts["xl/worksheets/sheet1.xml"].replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
    with pytest.raises(Refusal, match="คำสั่งแฝง"):
        read_sheets(zipped({**parts, "xl/worksheets/sheet1.xml": page}))


def test_many_parts_together_are_counted():
    package = open_package(zipped({str(at): bytes(range(256)) * 4 * 90 * 1024 for at in range(4)}))
    with pytest.raises(Refusal, match="ใหญ่ผิดปกติ"):
        for at in range(4):
            package.read(str(at))


def test_trees_together_are_counted():
    part = "<a>" + "".join(f"<b>{at}</b>" for at in range(1_000_000)) + "</a>"
    package = open_package(zipped({str(at): part for at in range(2)}))
    assert package.xml("0").tag == "a"
    with pytest.raises(Refusal, match="ใหญ่ผิดปกติ"):
        package.xml("1")


def test_names_of_parts_know_no_case_and_links_out_of_the_file_are_no_parts():
    links = relations(styles="../Other/Styles.xml", image="/word/a.png").replace(
        "<Relationship ", '<Relationship TargetMode="Internal" ', 1
    )
    outside = links.replace(
        "</Relationships>", '<Relationship TargetMode="External" Type="x/a" Target="b"/></Relationships>'
    )
    package = open_package(zipped({"word/_rels/a.xml.rels": outside, "other/styles.xml": "<a/>"}))
    assert [(one.kind, one.part) for one in package.relations("word/a.xml")] == [
        ("styles", "Other/Styles.xml"),
        ("image", "word/a.png"),
    ]
    assert package.related("styles", "word/a.xml") == "Other/Styles.xml"
    assert package.related("image", "word/a.xml") is None
    assert package.xml("OTHER/styles.xml").tag == "a"


def _read_all(data):
    for reader in (read_word, read_sheets):
        try:
            reader(data)
        except Refusal:
            continue


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000), st.booleans())
def test_random_bytes_raise_nothing_but_refusals(data, begins_well):
    _read_all(b"PK\x03\x04" + data if begins_well else data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from((GOOD_WORD, GOOD_BOOK)), st.integers(0, 2**32), st.integers(1, 30))
def test_damaged_packages_raise_nothing_but_refusals(data, seed, changes):
    chance = random.Random(seed)  # noqa: S311 - the same damage for the same seed
    made = bytearray(data)
    for _ in range(changes):
        made[chance.randrange(len(made))] = chance.randrange(256)
    _read_all(bytes(made))


def _parts_of(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PARTS = [
    (parts, name)
    for parts in (_parts_of(GOOD_WORD), _parts_of(GOOD_BOOK))
    for name in sorted(parts)
    if name.endswith((".xml", ".rels"))
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PARTS), st.data())
def test_damaged_xml_raises_nothing_but_refusals(chosen, data):
    parts, name = chosen
    text = parts[name].decode()
    for _ in range(data.draw(st.integers(1, 4))):
        at, until = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        piece = data.draw(
            st.sampled_from(["", "-1", "999999999999", '"', "<w:p>", "</w:tc>", "<w:tc/>", "๑", "x" * 50])
        )
        text = text[:at] + piece + text[min(until, at + data.draw(st.integers(0, 40))) :]
    _read_all(zipped({**parts, name: text}))


VALUES = st.sampled_from(
    ["", "-5", "0", "3", "8", "12", "99999999999999", "๑", "bullet", "thaiLetters", "continue", "%1.%2.", "A"]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_values_that_no_program_writes_raise_nothing_but_refusals(data):
    def value():
        return data.draw(VALUES)

    numbering = (
        f'<w:abstractNum w:abstractNumId="{value()}"><w:lvl w:ilvl="{value()}"><w:start w:val="{value()}"/>'
        f'<w:numFmt w:val="{value()}"/><w:lvlText w:val="{value()}"/><w:lvlRestart w:val="{value()}"/></w:lvl>'
        f'<w:numStyleLink w:val="{value()}"/></w:abstractNum>'
        f'<w:num w:numId="{value()}"><w:abstractNumId w:val="{value()}"/><w:lvlOverride w:ilvl="{value()}">'
        f'<w:startOverride w:val="{value()}"/></w:lvlOverride></w:num>'
    )
    item = p("ก", f'<w:numPr><w:ilvl w:val="{value()}"/><w:numId w:val="{value()}"/></w:numPr>')
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value()}"/><w:vMerge w:val="{value()}"/></w:tcPr>{item}</w:tc>'
    row = tr(cell, cell, properties=f'<w:gridBefore w:val="{value()}"/>')
    form = f'<w:ffData><w:ddList><w:result w:val="{value()}"/><w:listEntry w:val="ก"/></w:ddList></w:ffData>'
    mark = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar><w:sym w:char="{value()}"/></w:r>'
    _read_all(docx(item + tbl(row, row, grid=(value(), value())) + p(inside=mark) + item, numbering=numbering))
