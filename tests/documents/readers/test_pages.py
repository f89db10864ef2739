"""Rows that a page cut in two."""

from prongsai.documents.readers import read

HEADER = "ตัวชี้วัด\tแนวทางการยกระดับ\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ"


def test_a_repeated_row_whose_lines_break_elsewhere_goes_on():
    first = "๒. การใช้งบประมาณ\t๑. ทำแผน\tกองคลัง งานแผนงาน และงบประมาณ\tปีงบประมาณ ๒๕๖๖\t๑. ทำแล้ว"
    second = "๒. การใช้งบ ประมาณ\t๒. แจ้งเวียน\tกองคลัง งาน แผนงานและงบ ประมาณ\tปีงบประมาณ ๒๕๖๖\t๒. แจ้งแล้ว"
    reading = read(f"{HEADER}\n{first}\n\n(ต่อ)\n{HEADER}\n{second}\n".encode()).reading
    assert [(one.indicator, one.procedure, one.result) for one in reading.measures] == [
        (2, ("ทำแผน", "แจ้งเวียน"), ("ทำแล้ว", "แจ้งแล้ว"))
    ]
