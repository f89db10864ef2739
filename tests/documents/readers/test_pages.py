"""Rows that a page cut in two."""

from prongsai.documents.readers import read

HEADER = "ตัวชี้วัด\tแนวทางการยกระดับ\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ"


def test_a_repeated_row_whose_lines_break_elsewhere_goes_on():
    row = "๒. การใช้งบ{}ประมาณ\t- {}\t{}\tปีงบประมาณ ๒๕๖๖\t- {}"
    first = row.format("", "ทำแผน", "หน่วยตรวจสอบภายใน งานแผนงาน และงบประมาณ งานวิเคราะห์ นโยบายและ แผน", "ทำแล้ว")
    second = row.format(" ", "แจ้งเวียน", "หน่วยตรวจสอบภายใน งาน แผนงานและงบ ประมาณ งานวิเคราะห์นโยบายและแผน", "แจ้งแล้ว")
    reading = read(f"{HEADER}\n{first}\n\n(ต่อ)\n{HEADER}\n{second}\n".encode()).reading
    assert [(one.indicator, one.procedure, one.result) for one in reading.measures] == [
        (2, ("ทำแผน", "แจ้งเวียน"), ("ทำแล้ว", "แจ้งแล้ว"))
    ]
