"""The star: dimensions and facts as SQLAlchemy tables, each column with its meaning in both languages (in `info`)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Date, Double, Index, Integer, MetaData, SmallInteger, String, Table

from warehouse.text import Text

STAR = MetaData()


def col(name: str, type_: Any, en: str, lo: str, **more: Any) -> Column[Any]:
    return Column(name, type_, info={"title": Text(en, lo=lo)}, **more)


def title(en: str, lo: str) -> dict[str, Text]:
    return {"title": Text(en, lo=lo)}


def place_and_kind() -> tuple[Column[Any], ...]:
    """The slices that a labour unit gives to whatever is counted about it."""
    return (
        col("province_code", String(2), "Province", "ແຂວງ"),
        col("district_code", String(4), "District", "ເມືອງ"),
        col("sector_code", String(1), "Sector", "ຂະແໜງການ"),
        col("size_code", String(7), "Size", "ຂະໜາດ"),
        col("scheme_code", String(13), "Scheme", "ພາກ"),
    )


def inspection_slices() -> tuple[Column[Any], ...]:
    return (
        *place_and_kind(),
        col("type_code", String(14), "Type of inspection", "ປະເພດການກວດກາ"),
        col("method_code", String(8), "Method", "ວິທີການ"),
        col("origin_code", String(18), "Origin", "ທີ່ມາ"),
    )


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
    col("version_key", Integer, "Version", "ລຸ້ນ", primary_key=True),
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
    col("version_key", Integer, "Version", "ລຸ້ນ", primary_key=True),
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
fact_inspection = Table(
    "fact_inspection",
    STAR,
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ", primary_key=True),
    col("unit_identity", String, "Unit: its number, else enterprise, else name and district", "ຕົວຕົນຂອງຫົວໜ່ວຍ"),
    col("ss_number", String, "Social security number", "ລະຫັດປະກັນສັງຄົມ"),
    col("enterprise_no", String, "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ"),
    col("unit_name", String, "Name of the unit", "ຊື່ຫົວໜ່ວຍ"),
    *inspection_slices(),
    col("status_code", String, "Status", "ສະຖານະ"),
    col("cancelled", SmallInteger, "1 when cancelled", "1 ຖ້າຍົກເລີກ"),
    col("announced", SmallInteger, "1 when announced", "1 ຖ້າແຈ້ງລ່ວງໜ້າ"),
    col("follows_no", String, "Follows inspection", "ຕິດຕາມການກວດກາເລກທີ"),
    col("head_province_code", String(2), "Province of the team's head", "ແຂວງຂອງຫົວໜ້າໜ່ວຍງານ"),
    col("ordered_on", Date, "Ordered on", "ວັນທີອອກຄຳສັ່ງ"),
    col("approved_on", Date, "Approved on", "ວັນທີອະນຸມັດ"),
    col("notified_on", Date, "Notified on", "ວັນທີແຈ້ງ"),
    col("conducted_on", Date, "Conducted on", "ວັນທີກວດກາ"),
    col("reported_on", Date, "Reported on", "ວັນທີລາຍງານ"),
    col("decided_on", Date, "Decided on", "ວັນທີຕັດສິນ"),
    col("decision_notified_on", Date, "Decision notified on", "ວັນທີແຈ້ງຄຳຕັດສິນ"),
    col("received_on", Date, "Receipt on", "ວັນທີໄດ້ຮັບ"),
    col("closed_on", Date, "Closed on", "ວັນທີປິດ"),
    col("stage_code", String, "Last administrative step reached", "ຂັ້ນຕອນຫຼ້າສຸດ"),
    col("stage_on", Date, "Day of that step", "ວັນທີຂອງຂັ້ນຕອນນັ້ນ"),
    col("days_to_conduct", Integer, "Days from order to inspection", "ມື້ແຕ່ຄຳສັ່ງຫາການກວດກາ"),
    col("days_to_report", Integer, "Days from inspection to report", "ມື້ແຕ່ກວດກາຫາລາຍງານ"),
    col("days_to_decide", Integer, "Days from report to decision", "ມື້ແຕ່ລາຍງານຫາຕັດສິນ"),
    col("days_to_close", Integer, "Days from order to closure", "ມື້ແຕ່ຄຳສັ່ງຫາປິດ"),
    col("hours_spent", Double, "Hours spent", "ຊົ່ວໂມງທີ່ໃຊ້"),
    col("distance_km", Double, "Distance (km)", "ໄລຍະທາງ (ກມ)"),
    col("allowance_lak", BigInteger, "Allowances (kip)", "ເບ້ຍລ້ຽງ (ກີບ)"),
    col("workers_found", Integer, "Workers found", "ຜູ້ອອກແຮງງານທີ່ພົບ"),
    col("workers_registered", Integer, "Of them registered", "ໃນນັ້ນຂຶ້ນທະບຽນແລ້ວ"),
    col("findings", Integer, "Findings", "ບັນຫາທີ່ກວດພົບ"),
    col("reactive", SmallInteger, "1 when ordered upon a complaint or request", "1 ຖ້າມາຈາກຄຳຮ້ອງ ຫຼື ການສະເໜີ"),
    col("phase_code", String, "Phase in which it was conducted", "ໄລຍະທີ່ກວດກາ"),
    col("outside_phase", SmallInteger, "1 when outside its phase's targets or method", "1 ຖ້າຢູ່ນອກເປົ້າໝາຍຂອງໄລຍະ"),
    info=title("Inspections: one row each, with all stages", "ການກວດກາ: ແຖວລະຄັ້ງ ພ້ອມທຸກຂັ້ນຕອນ"),
)
fact_team = Table(
    "fact_team",
    STAR,
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ", primary_key=True),
    col("inspector_id", String, "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່", primary_key=True),
    col("role_code", String, "Role in the team", "ໜ້າທີ່ໃນໜ່ວຍງານ"),
    col("share", Double, "Share of the inspection's credit (trainees none)", "ສ່ວນແບ່ງຂອງການກວດກາ"),
    col("inspector_province_code", String(2), "Province of the inspector", "ແຂວງຂອງເຈົ້າໜ້າທີ່"),
    *inspection_slices(),
    col("cancelled", SmallInteger, "1 when cancelled", "1 ຖ້າຍົກເລີກ"),
    col("conducted_on", Date, "Conducted on", "ວັນທີກວດກາ"),
    info=title("Shares of the team in inspections", "ສ່ວນແບ່ງຂອງໜ່ວຍງານໃນການກວດກາ"),
)
fact_finding = Table(
    "fact_finding",
    STAR,
    col("finding_no", String, "Finding number", "ເລກທີບັນຫາ", primary_key=True),
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ"),
    col("irregularity_code", String, "Irregularity", "ການລະເມີດ"),
    *inspection_slices(),
    col("workers_affected", Integer, "Workers affected", "ຜູ້ອອກແຮງງານທີ່ໄດ້ຮັບຜົນກະທົບ"),
    col("evaded_lak", BigInteger, "Contributions evaded (kip)", "ເງິນສົມທົບທີ່ຫຼີກລ່ຽງ (ກີບ)"),
    col("found_on", Date, "Found on", "ວັນທີກວດພົບ"),
    col("deadline_on", Date, "Deadline", "ກຳນົດເວລາ"),
    col("corrected_on", Date, "Corrected on", "ວັນທີແກ້ໄຂ"),
    info=title("Findings", "ບັນຫາທີ່ກວດພົບ"),
)
fact_unit_month = Table(
    "fact_unit_month",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ"),
    col("unit_key", Integer, "Unit", "ຫົວໜ່ວຍ"),
    *place_and_kind(),
    col("status_code", String, "Payment status; empty outside the unit's registration", "ສະຖານະການຊຳລະ"),
    col("standing_code", String, "Status of the last month fallen due, for stocks", "ສະຖານະຂອງເດືອນທີ່ຮອດກຳນົດຫຼ້າສຸດ"),
    col("sent", SmallInteger, "1 when a row was sent", "1 ຖ້າໄດ້ສົ່ງແຖວຂໍ້ມູນ"),
    col("registered", SmallInteger, "1 when registered on the month's last day", "1 ຖ້າຂຶ້ນທະບຽນໃນມື້ສຸດທ້າຍ"),
    col("workers", Integer, "Workers declared", "ຜູ້ອອກແຮງງານທີ່ແຈ້ງ"),
    col("insured_workers", Integer, "Workers of the latest month sent", "ຜູ້ອອກແຮງງານຂອງເດືອນຫຼ້າສຸດ"),
    col("wage_base_lak", BigInteger, "Insurable wages (kip)", "ເງິນເດືອນປະກັນຕົນ (ກີບ)"),
    col("due_lak", BigInteger, "Contribution due (kip)", "ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍ (ກີບ)"),
    col("paid_lak", BigInteger, "Contribution paid (kip)", "ເງິນສົມທົບທີ່ຈ່າຍແລ້ວ (ກີບ)"),
    col("paid_on", Date, "Paid on", "ວັນທີຊຳລະ"),
    Index("fact_unit_month_month", "month_start").ddl_if(dialect="postgresql"),
    Index("fact_unit_month_unit", "unit_key").ddl_if(dialect="postgresql"),
    info=title(
        "Contributions and status of each labour unit in each month", "ເງິນສົມທົບ ແລະ ສະຖານະຂອງແຕ່ລະຫົວໜ່ວຍໃນແຕ່ລະເດືອນ"
    ),
)
rollup_unit_month = Table(
    "rollup_unit_month",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ"),
    *place_and_kind(),
    col("with_status", Integer, "Unit-months with a status", "ຫົວໜ່ວຍ-ເດືອນທີ່ມີສະຖານະ"),
    col("paid_on_time", Integer, "Paid on time", "ຊຳລະຕາມກຳນົດ"),
    col("paid_late", Integer, "Paid late", "ຊຳລະຊ້າ"),
    col("part_paid", Integer, "Part paid", "ຊຳລະບາງສ່ວນ"),
    col("unpaid", Integer, "Unpaid", "ບໍ່ໄດ້ຊຳລະ"),
    col("stopped", Integer, "Stopped paying", "ຢຸດຊຳລະ"),
    col("never_paid", Integer, "Never paid", "ບໍ່ເຄີຍຊຳລະ"),
    col("due_lak", BigInteger, "Contributions due (kip)", "ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍ (ກີບ)"),
    col("paid_lak", BigInteger, "Contributions paid (kip)", "ເງິນສົມທົບທີ່ຈ່າຍແລ້ວ (ກີບ)"),
    col("registered", Integer, "Units registered on the month's last day", "ຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນໃນມື້ສຸດທ້າຍ"),
    col("insured_workers", Integer, "Workers insured on that day", "ຜູ້ປະກັນຕົນໃນມື້ນັ້ນ"),
    col("standing_stopped", Integer, "Of the registered: stopped paying", "ໃນນັ້ນ: ຢຸດຊຳລະ"),
    col("standing_never_paid", Integer, "Of the registered: never paid", "ໃນນັ້ນ: ບໍ່ເຄີຍຊຳລະ"),
    info=title("Unit-months summed by month, district, sector, size and scheme", "ສັງລວມຫົວໜ່ວຍ-ເດືອນ"),
)
fact_inspector_month = Table(
    "fact_inspector_month",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ", primary_key=True),
    col("inspector_id", String, "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່", primary_key=True),
    col("province_code", String(2), "Province of the inspector", "ແຂວງຂອງເຈົ້າໜ້າທີ່"),
    col("fte", Double, "Full-time equivalent in the month", "ທຽບເທົ່າເຕັມເວລາໃນເດືອນ"),
    col("active", SmallInteger, "1 when active on the month's last day", "1 ຖ້າປະຈຳການໃນມື້ສຸດທ້າຍ"),
    col("active_fte", Double, "Full-time equivalent on that day", "ທຽບເທົ່າເຕັມເວລາໃນມື້ນັ້ນ"),
    col("trained", SmallInteger, "1 when active and trained by that day", "1 ຖ້າຝຶກອົບຮົມແລ້ວໃນມື້ນັ້ນ"),
    info=title("Inspectors by month", "ເຈົ້າໜ້າທີ່ກວດກາຕາມເດືອນ"),
)
fact_target = Table(
    "fact_target",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ", primary_key=True),
    col("province_code", String(2), "Province (00: headquarters' own)", "ແຂວງ (00: ສູນກາງ)", primary_key=True),
    col("indicator", String, "Indicator", "ຕົວຊີ້ວັດ", primary_key=True),
    col("target", Double, "Target", "ເປົ້າໝາຍ"),
    info=title("Targets", "ເປົ້າໝາຍ"),
)
