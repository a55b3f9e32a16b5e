"""Facts of enforcement: measures with the days their states begin, fines beside the statutory amount, appeals."""

from __future__ import annotations

from sqlalchemy import BigInteger, Date, Integer, SmallInteger, String, Table

from warehouse.codes import APPEAL_RESULT, FINE_BASIS, FINE_STATUS, STEP
from warehouse.star.columns import STAR, col, inspection_slices, title

fact_measure = Table(
    "fact_measure",
    STAR,
    col("measure_no", String, "Measure number", "ເລກທີມາດຕະການ", primary_key=True),
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ"),
    col("step_code", String(18), "Measure", "ມາດຕະການ", codes=STEP),
    col("rank", SmallInteger, "Place on the ladder", "ລຳດັບໃນຂັ້ນໄດ"),
    col("next_step_code", String(18), "Next step, if not complied with", "ຂັ້ນຕອນຕໍ່ໄປ ຖ້າບໍ່ປະຕິບັດ", codes=STEP),
    *inspection_slices(),
    col("issued_on", Date, "Issued on", "ວັນທີອອກ"),
    col("deadline_on", Date, "Deadline", "ກຳນົດເວລາ"),
    col("lawful_deadline_on", Date, "Deadline by the law's days", "ກຳນົດເວລາຕາມກົດໝາຍ"),
    col("complied_on", Date, "Complied on", "ວັນທີປະຕິບັດຕາມ"),
    col("days_to_comply", Integer, "Days from issue to compliance", "ມື້ແຕ່ອອກຫາປະຕິບັດຕາມ"),
    col("higher_step_on", Date, "A higher step issued on", "ວັນທີອອກຂັ້ນຕອນສູງກວ່າ"),
    col("due_soon_from_on", Date, "Due soon from", "ໃກ້ຄົບກຳນົດແຕ່"),
    col("due_soon_until_on", Date, "Due soon until (not included)", "ໃກ້ຄົບກຳນົດເຖິງ (ບໍ່ລວມ)"),
    col("expired_from_on", Date, "Expired from", "ເກີນກຳນົດແຕ່"),
    col("expired_until_on", Date, "Expired until (not included; empty: still)", "ເກີນກຳນົດເຖິງ (ບໍ່ລວມ)"),
    col("owed_from_on", Date, "Next step owed from", "ຄ້າງຂັ້ນຕອນຕໍ່ໄປແຕ່"),
    col("owed_until_on", Date, "Next step owed until (not included; empty: still)", "ຄ້າງຂັ້ນຕອນຕໍ່ໄປເຖິງ (ບໍ່ລວມ)"),
    info=title("Measures of the enforcement ladder", "ມາດຕະການບັງຄັບໃຊ້ກົດໝາຍ"),
)
fact_fine = Table(
    "fact_fine",
    STAR,
    col("fine_no", String, "Fine number", "ເລກທີຄ່າປັບໃໝ", primary_key=True),
    col("measure_no", String, "Measure number", "ເລກທີມາດຕະການ"),
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ"),
    *inspection_slices(),
    col("basis_code", String(20), "Basis", "ພື້ນຖານການປັບໃໝ", codes=FINE_BASIS),
    col("base_lak", BigInteger, "Computed from (kip)", "ຄິດໄລ່ຈາກ (ກີບ)"),
    col("months", Integer, "Months", "ຈຳນວນເດືອນ"),
    col("imposed_lak", BigInteger, "Imposed (kip)", "ປັບໃໝ (ກີບ)"),
    col("statutory_lak", BigInteger, "Statutory amount (kip)", "ຈຳນວນຕາມກົດໝາຍ (ກີບ)"),
    col("difference_lak", BigInteger, "Imposed less statutory (kip)", "ສ່ວນຕ່າງ (ກີບ)"),
    col("variance", SmallInteger, "1 when unlike the statutory amount", "1 ຖ້າແຕກຕ່າງຈາກກົດໝາຍ"),
    col("imposed_on", Date, "Imposed on", "ວັນທີປັບໃໝ"),
    col("due_on", Date, "Due on", "ກຳນົດຊຳລະ"),
    col("paid_lak", BigInteger, "Paid (kip)", "ຊຳລະແລ້ວ (ກີບ)"),
    col("paid_on", Date, "Paid on", "ວັນທີຊຳລະ"),
    col("status_code", String(9), "Status", "ສະຖານະ", codes=FINE_STATUS),
    col("cancelled", SmallInteger, "1 when cancelled", "1 ຖ້າຍົກເລີກ"),
    col("after_compliance", SmallInteger, "1 when issued after compliance", "1 ຖ້າປັບໃໝຫຼັງປະຕິບັດຕາມ"),
    col("outside_phase", SmallInteger, "1 when its phase foresees no such fine", "1 ຖ້າໄລຍະຂອງແຜນບໍ່ໄດ້ກຳນົດໃຫ້ປັບໃໝ"),
    info=title("Fines, beside what the law gives", "ຄ່າປັບໃໝ ທຽບກັບກົດໝາຍ"),
)
fact_appeal = Table(
    "fact_appeal",
    STAR,
    col("appeal_no", String, "Appeal number", "ເລກທີການອຸທອນ", primary_key=True),
    col("measure_no", String, "Measure number", "ເລກທີມາດຕະການ"),
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ"),
    col("step_code", String(18), "Measure appealed against", "ມາດຕະການທີ່ອຸທອນ", codes=STEP),
    *inspection_slices(),
    col("filed_on", Date, "Filed on", "ວັນທີຍື່ນ"),
    col("decided_on", Date, "Decided on", "ວັນທີຕັດສິນ"),
    col("result_code", String(9), "Result", "ຜົນ", codes=APPEAL_RESULT),
    col("days_to_decide", Integer, "Days from filing to decision", "ມື້ແຕ່ຍື່ນຫາຕັດສິນ"),
    info=title("Appeals", "ການອຸທອນ"),
)
