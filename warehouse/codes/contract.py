"""The code lists of the data contract."""

from __future__ import annotations

from warehouse.codes.model import Code, CodeList, from_reference, listed
from warehouse.reference import phases
from warehouse.text import Text

SECTOR = from_reference("sector", Text("Sector", lo="ຂະແໜງການ"), "sectors")
SIZE = CodeList(
    "size",
    Text("Size", lo="ຂະໜາດ"),
    (
        *from_reference("size", Text("Size", lo="ຂະໜາດ"), "size_classes"),
        Code("unknown", Text("Size not stated", lo="ບໍ່ລະບຸຂະໜາດ")),
    ),
)
SCHEME = listed(
    "scheme",
    Text("Scheme", lo="ພາກ"),
    ("enterprise", "Enterprise scheme", "ພາກວິສາຫະກິດ"),
    ("civil_servant", "Civil servant scheme", "ພາກລັດ"),
    ("voluntary", "Voluntary scheme", "ພາກສະໝັກໃຈ"),
)
PHASE = CodeList(
    "phase",
    Text("Phase of the plan", lo="ໄລຍະຂອງແຜນ"),
    tuple(Code(phase.code, phase.title, "Strategic Implementation Plan") for phase in phases()),
)
TYPE = listed(
    "type",
    Text("Type of inspection", lo="ປະເພດການກວດກາ"),
    ("regular", "Regular", "ຕາມລະບົບປົກກະຕິ", "Law art. 112"),
    ("advance_notice", "With advance notice", "ແຈ້ງໃຫ້ຮູ້ລ່ວງໜ້າ", "Law art. 112"),
    ("emergency", "Emergency", "ກະທັນຫັນ", "Law art. 112"),
    ("follow_up", "Follow-up", "ຕິດຕາມ", "Strategic Implementation Plan, 5"),
    ("ad_hoc", "Ad hoc", "ສະເພາະກິດ", "Decision 4139 art. 6"),
)
METHOD = listed(
    "method",
    Text("Method", lo="ວິທີການ"),
    ("direct", "Direct (visit)", "ໂດຍກົງ (ລົງຢ້ຽມຢາມ)"),
    ("indirect", "Indirect (documents)", "ທາງອ້ອມ (ກວດເອກະສານ)"),
)
ORIGIN = listed(
    "origin",
    Text("Origin", lo="ທີ່ມາ"),
    ("national_plan", "National plan", "ແຜນແຫ່ງຊາດ"),
    ("provincial_plan", "Provincial plan", "ແຜນແຂວງ"),
    ("worker_complaint", "Worker's complaint", "ຄຳຮ້ອງຟ້ອງຂອງຜູ້ອອກແຮງງານ"),
    ("employer_complaint", "Employer's complaint", "ຄຳຮ້ອງຟ້ອງຂອງຜູ້ໃຊ້ແຮງງານ"),
    ("union_complaint", "Union's complaint", "ຄຳຮ້ອງຟ້ອງຂອງກຳມະບານ"),
    ("authority_request", "Request of an authority", "ການສະເໜີຂອງອົງການອື່ນ"),
    ("risk_detection", "Detection of risk", "ການກວດພົບຄວາມສ່ຽງ"),
)
REACTIVE_ORIGINS = ("worker_complaint", "employer_complaint", "union_complaint", "authority_request")
ORDER_STATUS = listed(
    "order_status",
    Text("Status", lo="ສະຖານະ"),
    ("ordered", "Ordered", "ອອກຄຳສັ່ງແລ້ວ"),
    ("approved", "Approved", "ອະນຸມັດແລ້ວ"),
    ("in_progress", "In progress", "ກຳລັງດຳເນີນ"),
    ("reported", "Reported", "ລາຍງານແລ້ວ"),
    ("decided", "Decided", "ຕັດສິນແລ້ວ"),
    ("closed", "Closed", "ປິດແລ້ວ"),
    ("cancelled", "Cancelled", "ຍົກເລີກ"),
)
TEAM_ROLE = listed(
    "team_role",
    Text("Role in the team", lo="ໜ້າທີ່ໃນໜ່ວຍງານ"),
    ("head", "Head", "ຫົວໜ້າ"),
    ("member", "Member", "ສະມາຊິກ"),
    ("mentor", "Mentor", "ຜູ້ແນະນຳ"),
    ("trainee", "Trainee", "ຜູ້ຝຶກ"),
)
IRREGULARITY = listed(
    "irregularity",
    Text("Irregularity", lo="ການລະເມີດ"),
    ("not_registered_unit", "Unit not registered", "ຫົວໜ່ວຍບໍ່ໄດ້ຂຶ້ນທະບຽນ", "Law art. 117; Decision 4139 art. 26.1"),
    ("unregistered_workers", "Workers not registered", "ຜູ້ອອກແຮງງານບໍ່ໄດ້ຂຶ້ນທະບຽນ", "Decision 4139 art. 26.2"),
    ("unpaid", "Stopped paying", "ຢຸດຊຳລະ", "Law art. 117"),
    ("late_payment", "Late payment", "ຊຳລະຊ້າ", "Decision 4139 art. 26.3"),
    ("under_declared_wages", "Wages under-declared", "ແຈ້ງເງິນເດືອນຕ່ຳກວ່າຄວາມເປັນຈິງ", "Law art. 117"),
    ("false_documents", "False documents", "ເອກະສານປອມ", "Decision 4139 art. 26"),
    ("benefit_fraud", "Benefit fraud", "ສໍ້ໂກງເງິນອຸດໜູນ", "Decision 4139 art. 26"),
    ("obstruction", "Obstruction", "ການຂັດຂວາງ", "Decision 4139 art. 24"),
    ("other", "Other", "ອື່ນໆ"),
)
STEP = listed(
    "step",
    Text("Measure", lo="ມາດຕະການ"),
    ("education", "Education", "ສຶກສາອົບຮົມ", "Decision 4139 art. 25"),
    ("warning", "Written warning", "ໜັງສືກ່າວເຕືອນ", "Decision 4139 art. 25; Law art. 117"),
    ("summons", "Summons", "ໝາຍຮຽກ", "Decision 4139 art. 25"),
    ("fine", "Fine", "ປັບໃໝ", "Decision 4139 art. 26"),
    ("benefit_suspension", "Suspension of benefits", "ໂຈະເງິນອຸດໜູນ", "Decision 4139 art. 25"),
    ("prosecution", "Prosecution", "ດຳເນີນຄະດີ", "Law art. 119"),
)
FINE_BASIS = listed(
    "fine_basis",
    Text("Basis of the fine", lo="ພື້ນຖານຄ່າປັບໃໝ"),
    ("non_participation", "Non-participation", "ບໍ່ເຂົ້າຮ່ວມ", "Decision 4139 art. 26.1"),
    ("unregistered_workers", "Unregistered workers", "ຜູ້ອອກແຮງງານບໍ່ຂຶ້ນທະບຽນ", "Decision 4139 art. 26.2"),
    ("late_payment", "Late payment", "ຊຳລະຊ້າ", "Decision 4139 art. 26.3"),
    ("damage", "Damage", "ຄ່າເສຍຫາຍ", "Decision 4139 art. 26"),
)
FINE_STATUS = listed(
    "fine_status",
    Text("Status of the fine", lo="ສະຖານະຄ່າປັບໃໝ"),
    ("imposed", "Imposed", "ປັບໃໝແລ້ວ"),
    ("appealed", "Appealed", "ອຸທອນ"),
    ("modified", "Modified", "ແກ້ໄຂ"),
    ("cancelled", "Cancelled", "ຍົກເລີກ"),
    ("paid", "Paid", "ຊຳລະແລ້ວ"),
)
DEBT_CAUSE = listed(
    "debt_cause",
    Text("Cause of the debt", lo="ສາເຫດຂອງໜີ້"),
    ("inability", "Inability to pay", "ບໍ່ສາມາດຊຳລະ"),
    ("dispute", "Dispute", "ຂໍ້ຂັດແຍ່ງ"),
    ("concealment", "Concealment", "ປົກປິດ"),
    ("administrative", "Administrative", "ດ້ານບໍລິຫານ"),
    ("closure", "Closure", "ປິດກິດຈະການ"),
    ("unknown", "Unknown", "ບໍ່ຮູ້ສາເຫດ"),
)
APPEAL_RESULT = listed(
    "appeal_result",
    Text("Result of the appeal", lo="ຜົນການອຸທອນ"),
    ("upheld", "Measure upheld", "ຮັກສາມາດຕະການ"),
    ("modified", "Measure modified", "ແກ້ໄຂມາດຕະການ"),
    ("cancelled", "Measure cancelled", "ຍົກເລີກມາດຕະການ"),
)
COMPLAINT_SOURCE = listed(
    "complaint_source",
    Text("Source of the complaint", lo="ທີ່ມາຂອງຄຳຮ້ອງ"),
    ("worker", "Worker", "ຜູ້ອອກແຮງງານ"),
    ("union", "Union", "ກຳມະບານ"),
    ("employer", "Employer", "ຜູ້ໃຊ້ແຮງງານ"),
    ("authority", "Authority", "ອົງການລັດ"),
    ("other", "Other", "ອື່ນໆ"),
)
ENTERPRISE_STATUS = listed(
    "enterprise_status",
    Text("Status of the enterprise", lo="ສະຖານະວິສາຫະກິດ"),
    ("active", "Active", "ດຳເນີນກິດຈະການ"),
    ("suspended", "Suspended", "ໂຈະ"),
    ("dissolved", "Dissolved", "ຍຸບເລີກ"),
)
CHANNEL = listed(
    "channel",
    Text("Channel", lo="ຊ່ອງທາງ"),
    ("telephone", "Telephone", "ໂທລະສັບ"),
    ("email", "E-mail", "ອີເມວ"),
    ("web", "Web", "ເວັບ"),
)
TICKET_TOPIC = listed(
    "ticket_topic",
    Text("Topic", lo="ຫົວຂໍ້"),
    ("legal", "Legal", "ກົດໝາຍ"),
    ("procedure", "Procedure", "ຂັ້ນຕອນ"),
    ("obstruction", "Obstruction", "ການຂັດຂວາງ"),
    ("transport", "Transport", "ການເດີນທາງ"),
    ("system", "System", "ລະບົບ"),
    ("cooperation", "Cooperation", "ການປະສານງານ"),
    ("other", "Other", "ອື່ນໆ"),
)
