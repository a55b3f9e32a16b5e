"""Code lists of what the warehouse works out itself: statuses, states, bands, reasons."""

from __future__ import annotations

from warehouse.codes.model import listed
from warehouse.text import Text

UNIT_MONTH_STATUS = listed(
    "unit_month_status",
    Text("Payment status", lo="ສະຖານະການຊຳລະ"),
    ("paid_on_time", "Paid on time", "ຊຳລະຕາມກຳນົດ"),
    ("paid_late", "Paid late", "ຊຳລະຊ້າ"),
    ("part_paid", "Part paid", "ຊຳລະບາງສ່ວນ"),
    ("unpaid", "Unpaid", "ບໍ່ໄດ້ຊຳລະ"),
    ("stopped", "Stopped paying", "ຢຸດຊຳລະ"),
    ("never_paid", "Never paid", "ບໍ່ເຄີຍຊຳລະ"),
    ("not_yet_due", "Not yet due", "ຍັງບໍ່ຮອດກຳນົດ"),
)
JUDGED_STATUSES = tuple(item.code for item in UNIT_MONTH_STATUS if item.code != "not_yet_due")
PROBLEM = listed(
    "problem",
    Text("Reason", lo="ເຫດຜົນ"),
    ("missing", "is empty but required", "ຫວ່າງເປົ່າ ແຕ່ຈຳເປັນຕ້ອງມີ"),
    ("unreadable", "cannot be read", "ອ່ານບໍ່ໄດ້"),
    ("unknown_code", "is not in the code list", "ບໍ່ມີໃນລາຍການລະຫັດ"),
    ("negative", "is negative", "ເປັນຄ່າລົບ"),
    ("out_of_range", "is out of range", "ຢູ່ນອກຂອບເຂດ"),
    ("after_batch", "is after the batch's date", "ຫຼັງວັນທີຂອງຊຸດຂໍ້ມູນ"),
    ("end_before_start", "is before its start", "ກ່ອນວັນທີເລີ່ມ"),
    ("no_such_reference", "refers to nothing that was loaded", "ອ້າງອີງເຖິງສິ່ງທີ່ບໍ່ໄດ້ນຳເຂົ້າ"),
    ("malformed_row", "has more or fewer cells than the header", "ມີຈຳນວນຊ່ອງບໍ່ກົງກັບຫົວຕາຕະລາງ"),
    ("not_utf8", "is not UTF-8 text", "ບໍ່ແມ່ນຂໍ້ຄວາມ UTF-8"),
    ("out_of_order", "is before the stage that precedes it", "ກ່ອນຂັ້ນຕອນທີ່ມາກ່ອນ"),
    ("differs_from_rule", "differs by more than 1 % from the rule", "ແຕກຕ່າງຈາກລະບຽບເກີນ 1 %"),
    ("paid_without_date", "is paid without a date of payment", "ຊຳລະແລ້ວແຕ່ບໍ່ມີວັນທີຊຳລະ"),
    ("column_missing", "is a column that was not delivered", "ເປັນຖັນທີ່ບໍ່ໄດ້ສົ່ງມາ"),
    ("column_unknown", "is a column that the contract does not know", "ເປັນຖັນທີ່ບໍ່ຢູ່ໃນສັນຍາຂໍ້ມູນ"),
)
STAGE = listed(
    "stage",
    Text("Administrative step", lo="ຂັ້ນຕອນບໍລິຫານ"),
    ("ordered", "Ordered", "ອອກຄຳສັ່ງແລ້ວ"),
    ("approved", "Approved", "ອະນຸມັດແລ້ວ"),
    ("notified", "Notified", "ແຈ້ງແລ້ວ"),
    ("conducted", "Conducted", "ກວດກາແລ້ວ"),
    ("reported", "Reported", "ລາຍງານແລ້ວ"),
    ("decided", "Decided", "ຕັດສິນແລ້ວ"),
    ("decision_notified", "Decision notified", "ແຈ້ງຄຳຕັດສິນແລ້ວ"),
    ("received", "Receipt confirmed", "ຢືນຢັນການໄດ້ຮັບແລ້ວ"),
    ("closed", "Closed", "ປິດແລ້ວ"),
)
MEASURE_STATE = listed(
    "measure_state",
    Text("State", lo="ສະຖານະ"),
    ("complied", "Complied with", "ປະຕິບັດຕາມແລ້ວ"),
    ("expired", "Expired", "ເກີນກຳນົດ"),
    ("due_soon", "Due within 14 days", "ຮອດກຳນົດພາຍໃນ 14 ວັນ"),
    ("running", "Running", "ຍັງບໍ່ຮອດກຳນົດ"),
    ("without_deadline", "Without a deadline", "ບໍ່ມີກຳນົດ"),
)
FINE_FLAG = listed(
    "fine_flag",
    Text("To look at", lo="ທີ່ຄວນກວດຄືນ"),
    ("variance", "Unlike the statutory amount", "ແຕກຕ່າງຈາກຈຳນວນຕາມກົດໝາຍ", "Decision 4139 art. 26"),
    ("after_compliance", "After compliance", "ຫຼັງການປະຕິບັດຕາມ", "Decision 4139 art. 25"),
    ("outside_phase", "No fine of its phase", "ບໍ່ແມ່ນຄ່າປັບໃໝຂອງໄລຍະ", "Strategic Implementation Plan, 6.A"),
)
DEBT_AGE = listed(
    "debt_age",
    Text("Age", lo="ອາຍຸໜີ້"),
    ("d0_90", "0–90 days", "0–90 ວັນ"),
    ("d91_180", "91–180 days", "91–180 ວັນ"),
    ("d181_365", "181–365 days", "181–365 ວັນ"),
    ("d366", "366 days or more", "366 ວັນຂຶ້ນໄປ"),
)
LINK_BAND = listed(
    "link_band",
    Text("Band", lo="ລະດັບ"),
    ("linked", "Linked", "ເຊື່ອມໂຍງແລ້ວ"),
    ("to_review", "To review", "ຕ້ອງກວດຄືນ"),
    ("not_linked", "Not linked", "ບໍ່ເຊື່ອມໂຍງ"),
)
LINK_METHOD = listed(
    "link_method",
    Text("Found by", lo="ວິທີເຊື່ອມໂຍງ"),
    ("exact", "Something exact", "ຂໍ້ມູນທີ່ກົງກັນ"),
    ("model", "Likeness", "ຄວາມຄ້າຍຄືກັນ"),
    ("person", "A person", "ບຸກຄົນ"),
)
SUBJECT = listed(
    "subject",
    Text("What it is", lo="ປະເພດ"),
    ("unit", "Labour unit", "ຫົວໜ່ວຍແຮງງານ"),
    ("enterprise", "Enterprise without a linked unit", "ວິສາຫະກິດທີ່ບໍ່ເຊື່ອມໂຍງກັບຫົວໜ່ວຍ"),
    ("inspection", "Inspection", "ການກວດກາ"),
)
LINK_REASON = listed(  # what was compared, and how far it agrees: the codes in fact_link.reasons
    "link_reason",
    Text("Reason of the link", lo="ເຫດຜົນຂອງການເຊື່ອມໂຍງ"),
    ("person:same", "A person confirmed it", "ບຸກຄົນຢືນຢັນແລ້ວ"),
    ("person:other", "A person refused it", "ບຸກຄົນປະຕິເສດແລ້ວ"),
    ("orders:both", "Inspection orders name both", "ຄຳສັ່ງກວດກາລະບຸທັງສອງ"),
    ("name_and_phone:same", "Name and telephone that nobody else has", "ຊື່ ແລະ ໂທລະສັບທີ່ບໍ່ຊ້ຳໃຜ"),
    ("name:same", "Same name", "ຊື່ດຽວກັນ"),
    ("name:nearly", "Same name in one script, alike in the other", "ຊື່ດຽວກັນໃນໜຶ່ງອັກສອນ, ຄ້າຍຄືໃນອີກອັກສອນ"),
    ("name:alike", "Names alike", "ຊື່ຄ້າຍຄືກັນ"),
    ("name:half", "Names alike in one script only", "ຊື່ຄ້າຍຄືກັນພຽງອັກສອນດຽວ"),
    ("name:other", "Other names", "ຊື່ຕ່າງກັນ"),
    ("name:missing", "No name to compare", "ບໍ່ມີຊື່ໃຫ້ທຽບ"),
    ("phone:same", "Same telephone", "ໂທລະສັບດຽວກັນ"),
    ("phone:nearly", "Telephones one digit apart", "ໂທລະສັບຕ່າງກັນຕົວເລກດຽວ"),
    ("phone:other", "Other telephones", "ໂທລະສັບຕ່າງກັນ"),
    ("phone:missing", "No telephone to compare", "ບໍ່ມີໂທລະສັບໃຫ້ທຽບ"),
    ("village:same", "Same village", "ບ້ານດຽວກັນ"),
    ("village:nearly", "Villages spelt alike", "ຊື່ບ້ານຄ້າຍຄືກັນ"),
    ("village:other", "Other villages", "ບ້ານຕ່າງກັນ"),
    ("village:missing", "No village to compare", "ບໍ່ມີບ້ານໃຫ້ທຽບ"),
    ("district:same", "Same district", "ເມືອງດຽວກັນ"),
    ("district:province", "Same province, other district", "ແຂວງດຽວກັນ, ເມືອງຕ່າງກັນ"),
    ("district:other", "Other provinces", "ແຂວງຕ່າງກັນ"),
    ("district:missing", "No district to compare", "ບໍ່ມີເມືອງໃຫ້ທຽບ"),
    ("sector:same", "Same sector", "ຂະແໜງການດຽວກັນ"),
    ("sector:other", "Other sectors", "ຂະແໜງການຕ່າງກັນ"),
    ("sector:missing", "No sector to compare", "ບໍ່ມີຂະແໜງການໃຫ້ທຽບ"),
    ("size:same", "Same size, 20 workers or more", "ຂະໜາດດຽວກັນ, 20 ຄົນຂຶ້ນໄປ"),
    ("size:nearly", "Same size", "ຂະໜາດດຽວກັນ"),
    ("size:alike", "Sizes alike", "ຂະໜາດຄ້າຍຄືກັນ"),
    ("size:other", "Other sizes", "ຂະໜາດຕ່າງກັນ"),
    ("size:missing", "No size to compare", "ບໍ່ມີຂະໜາດໃຫ້ທຽບ"),
    ("founded:before", "Enterprise founded before the unit was registered", "ວິສາຫະກິດສ້າງຕັ້ງກ່ອນຫົວໜ່ວຍຂຶ້ນທະບຽນ"),
    ("founded:after", "Enterprise registered after the unit", "ວິສາຫະກິດຂຶ້ນທະບຽນຫຼັງຫົວໜ່ວຍ"),
    ("founded:missing", "No dates to compare", "ບໍ່ມີວັນທີໃຫ້ທຽບ"),
)
DETECTION = listed(
    "detection",
    Text("Detected", lo="ສິ່ງທີ່ກວດພົບ"),
    ("unknown_enterprise", "Active enterprise unknown to the LSSO", "ວິສາຫະກິດທີ່ດຳເນີນກິດຈະການ ແຕ່ ອປສ ບໍ່ຮູ້ຈັກ"),
    ("unknown_payer", "Pays wages in the tax file, unknown to the LSSO", "ຈ່າຍເງິນເດືອນໃນແຟ້ມພາສີ ແຕ່ ອປສ ບໍ່ຮູ້ຈັກ"),
    ("fewer_workers", "Declares fewer workers than the tax file", "ແຈ້ງຜູ້ອອກແຮງງານໜ້ອຍກວ່າແຟ້ມພາສີ"),
    ("lower_wages", "Declares lower wages than the tax file", "ແຈ້ງເງິນເດືອນຕ່ຳກວ່າແຟ້ມພາສີ"),
    ("visit_unregistered", "Found unregistered by labour inspection", "ການກວດກາແຮງງານພົບວ່າບໍ່ໄດ້ຂຶ້ນທະບຽນ"),
    ("stopped", "Stopped paying", "ຢຸດຊຳລະ"),
    ("never_paid", "Never paid", "ບໍ່ເຄີຍຊຳລະ"),
    ("split_units", "Units of one telephone below a size class", "ຫົວໜ່ວຍທີ່ແຍກຕົວ ໃຊ້ໂທລະສັບດຽວກັນ"),
)
