"""Other authorities' registers beside the LSSO's: enterprises, links to labour units, tax years, visits, what they reveal."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Date, Double, Integer, SmallInteger, String, Table

from warehouse.codes import DETECTION, ENTERPRISE_STATUS, LINK_BAND, LINK_METHOD
from warehouse.star.columns import STAR, col, place_and_kind, title


def enterprise_slices() -> tuple[Column[Any], ...]:
    """An enterprise has no scheme: that is the LSSO's own division."""
    return place_and_kind()[:-1]


dim_enterprise = Table(
    "dim_enterprise",
    STAR,
    col("enterprise_no", String, "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ", primary_key=True),
    col("tin", String, "Tax identification number", "ເລກປະຈຳຕົວຜູ້ເສຍອາກອນ"),
    col("name_lo", String, "Name in Lao", "ຊື່ພາສາລາວ"),
    col("name_en", String, "Name in English", "ຊື່ພາສາອັງກິດ"),
    *enterprise_slices(),
    col("address", String, "Address", "ທີ່ຢູ່"),
    col("phone", String, "Telephone", "ໂທລະສັບ"),
    col("registered_on", Date, "Registered on", "ວັນທີຂຶ້ນທະບຽນ"),
    col("status_code", String(9), "Status", "ສະຖານະ", codes=ENTERPRISE_STATUS),
    col("active", SmallInteger, "1 when active", "1 ຖ້າດຳເນີນກິດຈະການ"),
    col("employees", Integer, "Employees", "ຈຳນວນພະນັກງານ"),
    col("foreign_owned", SmallInteger, "1 when foreign-owned", "1 ຖ້າເປັນຂອງຕ່າງປະເທດ"),
    col("ss_number", String, "Linked labour unit", "ຫົວໜ່ວຍແຮງງານທີ່ເຊື່ອມໂຍງ"),
    col("covered_from_on", Date, "Linked unit registered from", "ຫົວໜ່ວຍທີ່ເຊື່ອມໂຍງຂຶ້ນທະບຽນແຕ່"),
    col("covered_until_on", Date, "Linked unit registered until (not included)", "ຫົວໜ່ວຍທີ່ເຊື່ອມໂຍງຂຶ້ນທະບຽນເຖິງ (ບໍ່ລວມ)"),
    info=title("Enterprises of the enterprise register", "ວິສາຫະກິດໃນທະບຽນວິສາຫະກິດ"),
)
fact_link = Table(
    "fact_link",
    STAR,
    col("enterprise_no", String, "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ", primary_key=True),
    col("ss_number", String, "Social security number", "ລະຫັດປະກັນສັງຄົມ", primary_key=True),
    *enterprise_slices(),
    col("probability", Double, "Probability that they are one", "ຄວາມເປັນໄປໄດ້ທີ່ເປັນຫົວໜ່ວຍດຽວກັນ"),
    col("band_code", String(10), "Band", "ລະດັບ", codes=LINK_BAND),
    col("method_code", String(6), "Found by", "ວິທີເຊື່ອມໂຍງ", codes=LINK_METHOD),
    col("reasons", String, "Reasons (JSON)", "ເຫດຜົນ (JSON)"),
    col("decided_by", String, "Decided by", "ຜູ້ຕັດສິນ"),
    col("decided_on", Date, "Decided on", "ວັນທີຕັດສິນ"),
    info=title("Links between enterprises and labour units", "ການເຊື່ອມໂຍງວິສາຫະກິດກັບຫົວໜ່ວຍແຮງງານ"),
)
fact_tax_year = Table(
    "fact_tax_year",
    STAR,
    col("tin", String, "Tax identification number", "ເລກປະຈຳຕົວຜູ້ເສຍອາກອນ", primary_key=True),
    col("year", SmallInteger, "Year", "ປີ", primary_key=True),
    col("year_end_on", Date, "Last day of the year", "ມື້ສຸດທ້າຍຂອງປີ"),
    col("enterprise_no", String, "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ"),
    col("ss_number", String, "Linked labour unit", "ຫົວໜ່ວຍແຮງງານທີ່ເຊື່ອມໂຍງ"),
    *enterprise_slices(),
    col("employees", Integer, "Employees in the tax file", "ພະນັກງານໃນແຟ້ມພາສີ"),
    col("payroll_lak", BigInteger, "Payroll in the tax file (kip)", "ເງິນເດືອນໃນແຟ້ມພາສີ (ກີບ)"),
    col("revenue_lak", BigInteger, "Revenue (kip)", "ລາຍຮັບ (ກີບ)"),
    col("comparable", SmallInteger, "1 for a full year with both", "1 ຖ້າເປັນປີເຕັມທີ່ມີທັງສອງ"),
    col("declared_months", SmallInteger, "Months declared to the LSSO", "ເດືອນທີ່ແຈ້ງ"),
    col("declared_workers", Double, "Mean workers declared to the LSSO", "ຜູ້ອອກແຮງງານສະເລ່ຍທີ່ແຈ້ງ"),
    col("declared_wages_lak", BigInteger, "Wages declared to the LSSO (kip)", "ເງິນເດືອນທີ່ແຈ້ງ (ກີບ)"),
    col("gap_lak", BigInteger, "Payroll above declared wages (kip)", "ສ່ວນຕ່າງເງິນເດືອນ (ກີບ)"),
    info=title("Tax years beside what was declared", "ປີພາສີ ທຽບກັບທີ່ແຈ້ງ"),
)
rollup_coverage_month = Table(
    "rollup_coverage_month",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ"),
    *enterprise_slices(),
    col("tax_employees", BigInteger, "Employees of the latest tax year", "ພະນັກງານຂອງປີພາສີຫຼ້າສຸດ"),
    col("covered_employees", BigInteger, "Of them insured with the LSSO", "ໃນນັ້ນປະກັນສັງຄົມແລ້ວ"),
    info=title("Workers in the tax file and in social security, by month", "ຜູ້ອອກແຮງງານໃນແຟ້ມພາສີ ແລະ ໃນປະກັນສັງຄົມ"),
)
fact_visit = Table(
    "fact_visit",
    STAR,
    col("visit_no", String, "Visit number", "ເລກທີການລົງກວດ", primary_key=True),
    col("enterprise_no", String, "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ"),
    col("ss_number", String, "Linked labour unit", "ຫົວໜ່ວຍແຮງງານທີ່ເຊື່ອມໂຍງ"),
    col("unit_name", String, "Name of the unit", "ຊື່ຫົວໜ່ວຍ"),
    col("province_code", String(2), "Province", "ແຂວງ"),
    col("visited_on", Date, "Visited on", "ວັນທີລົງກວດ"),
    col("workers_found", Integer, "Workers found", "ຜູ້ອອກແຮງງານທີ່ພົບ"),
    col("ss_registered", SmallInteger, "1 when found registered", "1 ຖ້າພົບວ່າຂຶ້ນທະບຽນ"),
    info=title("Visits of the labour inspection", "ການລົງກວດແຮງງານ"),
)
fact_detection = Table(
    "fact_detection",
    STAR,
    col("rule_code", String(18), "Rule that found it", "ກົດທີ່ກວດພົບ", codes=DETECTION, primary_key=True),
    col("subject", String, "What it is about, once a rule and span", "ສິ່ງທີ່ກ່ຽວຂ້ອງ", primary_key=True),
    col("since_on", Date, "Since", "ແຕ່ວັນທີ", primary_key=True),
    col("until_on", Date, "Until (not included; empty: still)", "ເຖິງວັນທີ (ບໍ່ລວມ)"),
    col("period_from", Date, "Period from", "ໄລຍະແຕ່"),
    col("period_to", Date, "Period to", "ໄລຍະເຖິງ"),
    col("ss_number", String, "Social security number", "ລະຫັດປະກັນສັງຄົມ"),
    col("enterprise_no", String, "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ"),
    col("tin", String, "Tax identification number", "ເລກປະຈຳຕົວຜູ້ເສຍອາກອນ"),
    col("unit_name", String, "Name", "ຊື່"),
    *place_and_kind(),
    col("workers", Integer, "Workers concerned", "ຜູ້ອອກແຮງງານທີ່ກ່ຽວຂ້ອງ"),
    col("amount_lak", BigInteger, "Contributions at stake in a year (kip)", "ເງິນສົມທົບທີ່ອາດສູນເສຍຕໍ່ປີ (ກີບ)"),
    col("reasons", String, "Reasons (JSON)", "ເຫດຜົນ (JSON)"),
    info=title("What the registers reveal together", "ສິ່ງທີ່ກວດພົບຈາກທະບຽນຕ່າງໆ"),
)
