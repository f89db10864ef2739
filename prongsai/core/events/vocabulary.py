"""Every kind of event that the history keeps, with the words that show it."""

from __future__ import annotations

from enum import StrEnum

from prongsai.core.sentence import Sentence


class EventKind(StrEnum):
    """What happened. Add, never rename: the history is kept for ever."""

    AGENCY_CHANGED = "agency_changed"
    ASSESSMENT_RECORDED = "assessment_recorded"
    COMMENT_ADDED = "comment_added"
    COMPONENT_TICKED = "component_ticked"
    DISCLOSURE_CHANGED = "disclosure_changed"
    DISCLOSURES_PASTED = "disclosures_pasted"
    DIVISION_ADDED = "division_added"
    DIVISION_CHANGED = "division_changed"
    EVIDENCE_ADDED = "evidence_added"
    EVIDENCE_REMOVED = "evidence_removed"
    EVIDENCE_RENAMED = "evidence_renamed"
    FINDING_ACCEPTED = "finding_accepted"
    FINDING_REOPENED = "finding_reopened"
    IMPORT_ACCEPTED = "import_accepted"
    IMPORT_CORRECTED = "import_corrected"
    IMPORT_DROPPED = "import_dropped"
    IMPORT_FINISHED = "import_finished"
    IMPORT_READ = "import_read"
    IMPORT_RESUMED = "import_resumed"
    IMPORT_STOPPED = "import_stopped"
    IMPORT_UNDONE = "import_undone"
    LINK_ANSWERED = "link_answered"
    LINK_MADE = "link_made"
    LINK_REVOKED = "link_revoked"
    MEASURE_ADDED = "measure_added"
    MEASURE_AMENDED = "measure_amended"
    MEASURE_CHANGED = "measure_changed"
    MEASURE_REMOVED = "measure_removed"
    MEASURE_STATUS_CHANGED = "measure_status_changed"
    MEMBER_ADDED = "member_added"
    MEMBER_CHANGED = "member_changed"
    MEMBER_ENDED = "member_ended"
    MEMBER_PASSWORD_GIVEN = "member_password_given"  # noqa: S105  # an event, no password
    MEMBER_SECOND_STEP_REMOVED = "member_second_step_removed"
    CONTENT_PUBLISHED = "content_published"
    CONTENT_WITHDRAWN = "content_withdrawn"
    LINKS_CHECKED = "links_checked"
    PORTAL_CHANGED = "portal_changed"
    PLAN_APPROVED = "plan_approved"
    PLAN_CARRIED_OVER = "plan_carried_over"
    PLAN_CLOSED = "plan_closed"
    PLAN_CREATED = "plan_created"
    PROGRESS_RECORDED = "progress_recorded"
    FORM_ADDED = "form_added"
    FORM_WITHDRAWN = "form_withdrawn"
    REPORT_ACKNOWLEDGED = "report_acknowledged"
    REPORT_CHANGED = "report_changed"
    REPORT_CREATED = "report_created"
    REPORT_ENDORSED = "report_endorsed"
    REPORT_RETURNED = "report_returned"
    REPORT_SUBMITTED = "report_submitted"
    ROUND_CHANGED = "round_changed"
    ROUND_EXCEPTION = "round_exception"
    ROUND_LOCKED = "round_locked"
    ROUND_OPENED = "round_opened"

    BODY_CHANGED = "body_changed"
    CALENDAR_REVOKED = "calendar_revoked"
    CALENDAR_SHARED = "calendar_shared"
    CONTEST_ANSWERED = "contest_answered"
    CONTEST_CHANGED = "contest_changed"
    FRAMEWORK_ADDED = "framework_added"
    FRAMEWORK_WITHDRAWN = "framework_withdrawn"
    OVERSIGHT_ENDED = "oversight_ended"
    OVERSIGHT_GRANTED = "oversight_granted"
    RESULTS_LOADED = "results_loaded"
    SURVEY_CHANGED = "survey_changed"
    SURVEY_CLOSED = "survey_closed"
    SURVEY_CREATED = "survey_created"
    SURVEY_LINKS_MADE = "survey_links_made"
    SURVEY_LINKS_REVOKED = "survey_links_revoked"
    SURVEY_OPENED = "survey_opened"
    SURVEY_REMOVED = "survey_removed"
    SURVEY_USED_AS_MOCK = "survey_used_as_mock"


#: What the history page says of each kind.
WORDS: dict[EventKind, Sentence] = {
    EventKind.AGENCY_CHANGED: Sentence("แก้ไขข้อมูลหน่วยงาน", "Changed the agency"),
    EventKind.ASSESSMENT_RECORDED: Sentence("บันทึกผลการประเมิน", "Recorded an assessment result"),
    EventKind.COMMENT_ADDED: Sentence("เพิ่มความเห็น", "Added a comment"),
    EventKind.COMPONENT_TICKED: Sentence("ทำเครื่องหมายองค์ประกอบด้านข้อมูล", "Ticked a component"),
    EventKind.CONTENT_PUBLISHED: Sentence("เผยแพร่ต่อสาธารณะ", "Published"),
    EventKind.CONTENT_WITHDRAWN: Sentence("ถอนการเผยแพร่", "Withdrew from publication"),
    EventKind.DISCLOSURES_PASTED: Sentence("วางตารางรายการเปิดเผยข้อมูล", "Pasted a table of disclosures"),
    EventKind.LINKS_CHECKED: Sentence("สั่งตรวจลิงก์", "Had links checked"),
    EventKind.PORTAL_CHANGED: Sentence("แก้ไขหน้าเว็บสาธารณะ", "Changed the public pages"),
    EventKind.DISCLOSURE_CHANGED: Sentence("แก้ไขรายการเปิดเผยข้อมูล", "Changed a disclosure"),
    EventKind.DIVISION_ADDED: Sentence("เพิ่มส่วนราชการ", "Added a division"),
    EventKind.DIVISION_CHANGED: Sentence("แก้ไขส่วนราชการ", "Changed a division"),
    EventKind.EVIDENCE_ADDED: Sentence("แนบหลักฐาน", "Attached evidence"),
    EventKind.EVIDENCE_REMOVED: Sentence("นำหลักฐานออก", "Took evidence off"),
    EventKind.EVIDENCE_RENAMED: Sentence("เปลี่ยนชื่อหลักฐาน", "Renamed evidence"),
    EventKind.FINDING_ACCEPTED: Sentence("รับทราบข้อทักท้วงและคงไว้ตามเดิม", "Left a finding as it is"),
    EventKind.FINDING_REOPENED: Sentence("เปิดข้อทักท้วงอีกครั้ง", "Had a finding told again"),
    EventKind.IMPORT_ACCEPTED: Sentence("รับรายงานที่นำเข้าเป็นแผน", "Accepted an import"),
    EventKind.IMPORT_CORRECTED: Sentence("แก้ไขข้อมูลที่อ่านได้", "Corrected an import"),
    EventKind.IMPORT_DROPPED: Sentence("นำไฟล์ที่อ่านไม่สำเร็จออก", "Took out a file that was not read"),
    EventKind.IMPORT_FINISHED: Sentence("อ่านครบทุกหน้า", "Read all pages of a report"),
    EventKind.IMPORT_READ: Sentence("นำเข้ารายงาน", "Brought in a report"),
    EventKind.IMPORT_RESUMED: Sentence("อ่านไฟล์ต่อ", "Went on reading a report"),
    EventKind.IMPORT_STOPPED: Sentence("หยุดอ่านไฟล์", "Stopped reading a report"),
    EventKind.IMPORT_UNDONE: Sentence("ยกเลิกการนำเข้า", "Undid an import"),
    EventKind.LINK_ANSWERED: Sentence("ตอบผ่านลิงก์", "Answered through a link"),
    EventKind.LINK_MADE: Sentence("ออกลิงก์ให้ส่วนราชการ", "Made a link for a division"),
    EventKind.LINK_REVOKED: Sentence("ยกเลิกลิงก์", "Revoked a link"),
    EventKind.MEASURE_ADDED: Sentence("เพิ่มมาตรการ", "Added a measure"),
    EventKind.MEASURE_AMENDED: Sentence("ปรับแผนหลังอนุมัติ", "Amended a measure"),
    EventKind.MEASURE_CHANGED: Sentence("แก้ไขมาตรการ", "Changed a measure"),
    EventKind.MEASURE_REMOVED: Sentence("นำมาตรการออกจากแผน", "Removed a measure"),
    EventKind.MEASURE_STATUS_CHANGED: Sentence("เปลี่ยนสถานะมาตรการ", "Changed a measure's status"),
    EventKind.MEMBER_ADDED: Sentence("เพิ่มบุคลากร", "Added a person"),
    EventKind.MEMBER_CHANGED: Sentence("แก้ไขบทบาทบุคลากร", "Changed a person's role"),
    EventKind.MEMBER_ENDED: Sentence("สิ้นสุดบทบาทบุคลากร", "Ended a person's role"),
    EventKind.MEMBER_PASSWORD_GIVEN: Sentence("ออกรหัสผ่านใหม่ให้บุคลากร", "Gave a person a new password"),
    EventKind.MEMBER_SECOND_STEP_REMOVED: Sentence(
        "ปิดการเข้าสู่ระบบสองขั้นตอนของบุคลากร", "Took the second step off a person's account"
    ),
    EventKind.PLAN_APPROVED: Sentence("อนุมัติแผน", "Approved the plan"),
    EventKind.PLAN_CARRIED_OVER: Sentence("ยกมาตรการจากปีก่อน", "Carried measures over"),
    EventKind.PLAN_CLOSED: Sentence("ปิดแผน", "Closed the plan"),
    EventKind.PLAN_CREATED: Sentence("จัดทำแผน", "Made a plan"),
    EventKind.PROGRESS_RECORDED: Sentence("บันทึกผลการดำเนินการ", "Recorded progress"),
    EventKind.FORM_ADDED: Sentence("เพิ่มแบบรายงานของหน่วยงาน", "Added a form of the agency's own"),
    EventKind.FORM_WITHDRAWN: Sentence("เลิกใช้แบบรายงานของหน่วยงาน", "Withdrew a form of the agency's own"),
    EventKind.REPORT_ACKNOWLEDGED: Sentence("รับทราบรายงาน", "Acknowledged a report"),
    EventKind.REPORT_CHANGED: Sentence("แก้ไขรายงาน", "Changed a report"),
    EventKind.REPORT_CREATED: Sentence("จัดทำรายงาน", "Began a report"),
    EventKind.REPORT_ENDORSED: Sentence("ลงความเห็นในรายงาน", "Endorsed a report"),
    EventKind.REPORT_RETURNED: Sentence("ส่งรายงานคืน", "Returned a report"),
    EventKind.REPORT_SUBMITTED: Sentence("เสนอรายงาน", "Submitted a report"),
    EventKind.ROUND_CHANGED: Sentence("แก้ไขรอบรายงาน", "Changed a round"),
    EventKind.ROUND_EXCEPTION: Sentence("เปิดให้ส่วนราชการบันทึกหลังปิดรอบ", "Let a division write after the lock"),
    EventKind.ROUND_LOCKED: Sentence("ปิดรอบรายงาน", "Locked a round"),
    EventKind.ROUND_OPENED: Sentence("เปิดรอบรายงาน", "Opened a round"),
    EventKind.BODY_CHANGED: Sentence("แก้ไขทะเบียนหน่วยงานของประเทศ", "Changed the country's register of bodies"),
    EventKind.CALENDAR_REVOKED: Sentence("ยกเลิกลิงก์ปฏิทิน", "Revoked the calendar's link"),
    EventKind.CALENDAR_SHARED: Sentence("ออกลิงก์ปฏิทิน", "Made a link of the calendar"),
    EventKind.CONTEST_ANSWERED: Sentence("บันทึกผลการชี้แจง", "Recorded the answer to a contest"),
    EventKind.CONTEST_CHANGED: Sentence("แก้ไขคำชี้แจงผลการประเมิน", "Changed a contest of a result"),
    EventKind.FRAMEWORK_ADDED: Sentence("เพิ่มกรอบการประเมินของหน่วยงาน", "Added a framework file of the agency's own"),
    EventKind.FRAMEWORK_WITHDRAWN: Sentence(
        "เลิกใช้กรอบการประเมินของหน่วยงาน", "Withdrew a framework file of the agency's own"
    ),
    EventKind.OVERSIGHT_ENDED: Sentence("สิ้นสุดสิทธิ์กำกับดูแล", "Ended an oversight"),
    EventKind.OVERSIGHT_GRANTED: Sentence("ให้สิทธิ์กำกับดูแล", "Granted an oversight"),
    EventKind.RESULTS_LOADED: Sentence("นำเข้าผลการประเมินของหลายหน่วยงาน", "Brought in results of many agencies"),
    EventKind.SURVEY_CHANGED: Sentence("แก้ไขแบบสำรวจ", "Changed a survey"),
    EventKind.SURVEY_CLOSED: Sentence("ปิดรับคำตอบแบบสำรวจ", "Closed a survey"),
    EventKind.SURVEY_CREATED: Sentence("สร้างแบบสำรวจ", "Made a survey"),
    EventKind.SURVEY_LINKS_MADE: Sentence("ออกลิงก์ตอบแบบสำรวจครั้งเดียว", "Made one-time links of a survey"),
    EventKind.SURVEY_LINKS_REVOKED: Sentence("ยกเลิกลิงก์ตอบแบบสำรวจครั้งเดียว", "Revoked one-time links of a survey"),
    EventKind.SURVEY_OPENED: Sentence("เปิดรับคำตอบแบบสำรวจ", "Opened a survey"),
    EventKind.SURVEY_REMOVED: Sentence("ลบแบบสำรวจ", "Removed a survey"),
    EventKind.SURVEY_USED_AS_MOCK: Sentence("ใช้ผลสำรวจเป็นผลประเมินทดลอง", "Took a survey's result as a mock assessment"),
}
