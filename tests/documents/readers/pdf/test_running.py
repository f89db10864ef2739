"""Heads and feet of a page are no text of the report."""

from tests.documents.readers.pdf.drawn import RULED, blocks_of, drawn

HEAD = '@page{@top-left{content:"เทศบาลตำบลท่าโขง"}@bottom-right{content:"แผ่นที่ " counter(page)}}'


def pages(count):
    page = '<div style="break-after:page"><p>ข้อความ{0}</p><table><tr><td>ลำดับ<td>ผล<tr><td>{0}<td>แล้ว</table></div>'
    return "".join(page.format("กขคงจ"[at]) for at in range(count))


def test_what_stands_on_every_page_is_read_once():
    texts = [block for block in blocks_of(drawn(pages(4), RULED + HEAD)) if isinstance(block, str)]
    assert texts == ["เทศบาลตำบลท่าโขง", "ข้อความก", "แผ่นที่ 1", "ข้อความข", "ข้อความค", "ข้อความง"]


def test_the_header_of_a_table_is_kept_on_every_page():
    tables = [block for block in blocks_of(drawn(pages(4), RULED + HEAD)) if not isinstance(block, str)]
    assert [table[0] for table in tables] == [["ลำดับ", "ผล"]] * 4


def test_two_pages_are_too_few_to_tell():
    texts = [block for block in blocks_of(drawn(pages(2), RULED + HEAD)) if isinstance(block, str)]
    assert texts.count("เทศบาลตำบลท่าโขง") == 2
