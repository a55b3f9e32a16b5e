"""Dimensions: calendar, places, code lists, labour units and inspectors with their history."""

from __future__ import annotations

from sqlalchemy import Date, Double, Integer, SmallInteger, String, Table

from warehouse.star.columns import STAR, col, place_and_kind, title

dim_date = Table(
    "dim_date",
    STAR,
    col("day", Date, "Day", "ວັນ", primary_key=True),
    col("month", String(7), "Month", "ເດືອນ"),
    col("quarter", String(7), "Quarter", "ໄຕມາດ"),
    col("half", String(7), "Half-year", "ເຄິ່ງປີ"),
    col("year", String(4), "Year", "ປີ"),
    col("phase", String, "Phase of the plan", "ໄລຍະຂອງແຜນ"),
    col("total", String(5), "Whole span", "ທັງໝົດ"),
    col("month_start", Date, "First day of the month", "ມື້ທຳອິດຂອງເດືອນ"),
    col("working_day", SmallInteger, "1 on a working day", "1 ຖ້າເປັນວັນລັດຖະການ"),
    info=title("Calendar", "ປະຕິທິນ"),
)
dim_province = Table(
    "dim_province",
    STAR,
    col("province_code", String(2), "Code", "ລະຫັດ", primary_key=True),
    col("iso_code", String(5), "ISO 3166-2", "ISO 3166-2"),
    col("title_en", String, "Name in English", "ຊື່ພາສາອັງກິດ"),
    col("title_lo", String, "Name in Lao", "ຊື່ພາສາລາວ"),
    col("region", String, "Region", "ພາກ"),
    info=title("Provinces", "ແຂວງ"),
)
dim_district = Table(
    "dim_district",
    STAR,
    col("district_code", String(4), "Code", "ລະຫັດ", primary_key=True),
    col("province_code", String(2), "Province", "ແຂວງ"),
    col("title_en", String, "Name in English", "ຊື່ພາສາອັງກິດ"),
    col("title_lo", String, "Name in Lao", "ຊື່ພາສາລາວ"),
    info=title("Districts", "ເມືອງ"),
)
dim_code = Table(
    "dim_code",
    STAR,
    col("list", String, "Code list", "ລາຍການລະຫັດ", primary_key=True),
    col("code", String, "Code", "ລະຫັດ", primary_key=True),
    col("position", SmallInteger, "Order in the list", "ລຳດັບ"),
    col("title_en", String, "Name in English", "ຊື່ພາສາອັງກິດ"),
    col("title_lo", String, "Name in Lao", "ຊື່ພາສາລາວ"),
    col("ground", String, "Ground in the law", "ພື້ນຖານທາງກົດໝາຍ"),
    info=title("Code lists", "ລາຍການລະຫັດ"),
)
dim_labour_unit = Table(
    "dim_labour_unit",
    STAR,
    col("version_key", Integer, "Version", "ລຸ້ນ", primary_key=True, autoincrement=False),
    col("unit_key", Integer, "Unit", "ຫົວໜ່ວຍ"),
    col("ss_number", String, "Social security number", "ລະຫັດປະກັນສັງຄົມ"),
    col("valid_from", Date, "Version in force from", "ມີຜົນແຕ່"),
    col("valid_to", Date, "Version in force until (not included)", "ມີຜົນເຖິງ (ບໍ່ລວມ)"),
    col("is_current", SmallInteger, "1 for the latest version", "1 ຖ້າເປັນລຸ້ນຫຼ້າສຸດ"),
    col("name_lo", String, "Name in Lao", "ຊື່ພາສາລາວ"),
    col("name_en", String, "Name in English", "ຊື່ພາສາອັງກິດ"),
    *place_and_kind(),
    col("address", String, "Address", "ທີ່ຢູ່"),
    col("phone", String, "Telephone", "ໂທລະສັບ"),
    col("workers", Integer, "Workers", "ຜູ້ອອກແຮງງານ"),
    col("registered_on", Date, "Registered on (as last known)", "ວັນທີຂຶ້ນທະບຽນ"),
    col("closed_on", Date, "Closed on (as last known)", "ວັນທີປິດ"),
    info=title("Labour units, every version", "ຫົວໜ່ວຍແຮງງານ ທຸກລຸ້ນ"),
)
dim_inspector = Table(
    "dim_inspector",
    STAR,
    col("version_key", Integer, "Version", "ລຸ້ນ", primary_key=True, autoincrement=False),
    col("inspector_id", String, "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່"),
    col("valid_from", Date, "Version in force from", "ມີຜົນແຕ່"),
    col("valid_to", Date, "Version in force until (not included)", "ມີຜົນເຖິງ (ບໍ່ລວມ)"),
    col("is_current", SmallInteger, "1 for the latest version", "1 ຖ້າເປັນລຸ້ນຫຼ້າສຸດ"),
    col("name", String, "Name", "ຊື່"),
    col("province_code", String(2), "Province of the inspector", "ແຂວງຂອງເຈົ້າໜ້າທີ່"),
    col("cohort", String, "Training group", "ກຸ່ມຝຶກອົບຮົມ"),
    col("trained_on", Date, "Trained on", "ວັນທີຝຶກອົບຮົມ"),
    col("appointed_on", Date, "Appointed on (as last known)", "ວັນທີແຕ່ງຕັ້ງ"),
    col("ended_on", Date, "Ended on (as last known)", "ວັນທີສິ້ນສຸດ"),
    col("fte", Double, "Full-time equivalent", "ທຽບເທົ່າເຕັມເວລາ"),
    col("is_mentor", SmallInteger, "1 for a mentor", "1 ຖ້າເປັນຜູ້ແນະນຳ"),
    info=title("Inspectors, every version", "ເຈົ້າໜ້າທີ່ກວດກາ ທຸກລຸ້ນ"),
)
