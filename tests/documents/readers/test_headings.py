"""What headings of columns are taken for, and what is said of the doubtful ones."""

from prongsai.documents.readers import read

MEASURE = "ทบทวนคู่มือ\tจัดประชุม\tกองคลัง\t"


def told(header, row):
    reading = read(f"{header}\n{row}\n".encode()).reading
    return reading.measures, [note.what for note in reading.notes if "หัวตาราง" in note.what]


def test_a_heading_that_stands_twice_is_read_once():
    header = "มาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tระยะเวลาดำเนินการ\tผลการดำเนินการ"
    (measure,), notes = told(header, MEASURE + "ต.ค. ๖๕ - มี.ค. ๖๖\tต.ค. ๖๕ - มี.ค. ๖๖\tประชุมแล้ว")
    assert (measure.period, measure.status, measure.result) == ("ต.ค. ๖๕ - มี.ค. ๖๖", None, ("ประชุมแล้ว",))
    assert notes == ["หัวตาราง “ระยะเวลาดำเนินการ” พิมพ์ไว้สองช่อง จึงอ่านช่องแรก"]


def test_a_doubtful_heading_is_told_in_the_words_of_officials():
    header = "มาตรการ\tวิธีดาเนินกาน\tผู้รับผิดชอบ\tผลการดำเนินการ"
    (measure,), notes = told(header, MEASURE + "ประชุมแล้ว")
    assert measure.procedure == ("จัดประชุม",)
    assert notes == ["หัวตาราง “วิธีดาเนินกาน” คล้ายกับที่รู้จัก จึงอ่านเป็นช่อง “วิธีดำเนินการ”"]


def test_an_unknown_heading_is_told_and_not_read():
    header = "มาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tสีของปกแฟ้ม\tผลการดำเนินการ"
    (measure,), notes = told(header, MEASURE + "เขียว\tประชุมแล้ว")
    assert measure.result == ("ประชุมแล้ว",)
    assert notes == ["ไม่รู้จักหัวตาราง “สีของปกแฟ้ม” จึงไม่ได้อ่านช่องนี้"]


def test_what_is_unreadable_in_the_first_header_is_taken_from_that_of_a_later_page():
    first = "มาตรการ\t???\tผู้รับผิดชอบ\tผลการดำเนินการ"
    second = "มาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tผลการดำเนินการ\nมาตรการอื่น\tจัดอบรม\tกองช่าง\tอบรมแล้ว"
    measures, _ = told(first, f"{MEASURE}ประชุมแล้ว\n\n(ต่อ)\n{second}")
    assert [measure.procedure for measure in measures] == [("จัดประชุม",), ("จัดอบรม",)]
