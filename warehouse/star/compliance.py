"""Facts of contributions: each labour unit in each month, and their sums."""

from __future__ import annotations

from sqlalchemy import BigInteger, Date, Index, Integer, SmallInteger, String, Table

from warehouse.codes import UNIT_MONTH_STATUS
from warehouse.star.columns import STAR, col, place_and_kind, title

fact_unit_month = Table(
    "fact_unit_month",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ"),
    col("unit_key", Integer, "Unit", "ຫົວໜ່ວຍ"),
    *place_and_kind(),
    col(
        "status_code",
        String,
        "Payment status; empty outside the unit's registration",
        "ສະຖານະການຊຳລະ",
        codes=UNIT_MONTH_STATUS,
    ),
    col(
        "standing_code",
        String,
        "Status of the last month fallen due, for stocks",
        "ສະຖານະຂອງເດືອນທີ່ຮອດກຳນົດຫຼ້າສຸດ",
        codes=UNIT_MONTH_STATUS,
    ),
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
    col("sent", Integer, "Rows sent", "ແຖວທີ່ສົ່ງ"),
    col("with_status", Integer, "Unit-months with a status", "ຫົວໜ່ວຍ-ເດືອນທີ່ມີສະຖານະ"),
    col("paid_on_time", Integer, "Paid on time", "ຊຳລະຕາມກຳນົດ"),
    col("paid_late", Integer, "Paid late", "ຊຳລະຊ້າ"),
    col("part_paid", Integer, "Part paid", "ຊຳລະບາງສ່ວນ"),
    col("unpaid", Integer, "Unpaid", "ບໍ່ໄດ້ຊຳລະ"),
    col("stopped", Integer, "Stopped paying", "ຢຸດຊຳລະ"),
    col("never_paid", Integer, "Never paid", "ບໍ່ເຄີຍຊຳລະ"),
    col("due_lak", BigInteger, "Contributions due (kip)", "ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍ (ກີບ)"),
    col("paid_lak", BigInteger, "Contributions paid (kip)", "ເງິນສົມທົບທີ່ຈ່າຍແລ້ວ (ກີບ)"),
    col("overdue_lak", BigInteger, "Due and not paid (kip)", "ຄ້າງຈ່າຍ (ກີບ)"),
    col("registered", Integer, "Units registered on the month's last day", "ຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນໃນມື້ສຸດທ້າຍ"),
    col("insured_workers", Integer, "Workers insured on that day", "ຜູ້ປະກັນຕົນໃນມື້ນັ້ນ"),
    col("standing_stopped", Integer, "Of the registered: stopped paying", "ໃນນັ້ນ: ຢຸດຊຳລະ"),
    col("standing_never_paid", Integer, "Of the registered: never paid", "ໃນນັ້ນ: ບໍ່ເຄີຍຊຳລະ"),
    info=title("Unit-months summed by month, district, sector, size and scheme", "ສັງລວມຫົວໜ່ວຍ-ເດືອນ"),
)
