"""Facts of debts: the case, its payments, and its balance at each month's end."""

from __future__ import annotations

from sqlalchemy import BigInteger, Date, Index, Integer, String, Table

from warehouse.codes import DEBT_AGE, DEBT_CAUSE
from warehouse.star.columns import STAR, col, place_and_kind, title

fact_debt = Table(
    "fact_debt",
    STAR,
    col("debt_no", String, "Debt number", "ເລກທີໜີ້", primary_key=True),
    col("ss_number", String, "Social security number", "ລະຫັດປະກັນສັງຄົມ"),
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ"),
    col("cause_code", String(14), "Cause", "ສາເຫດ", codes=DEBT_CAUSE),
    *place_and_kind(),
    col("period_from", Date, "Period from", "ໄລຍະແຕ່"),
    col("period_to", Date, "Period to", "ໄລຍະເຖິງ"),
    col("principal_lak", BigInteger, "Principal (kip)", "ຕົ້ນທຶນ (ກີບ)"),
    col("paid_lak", BigInteger, "Paid so far (kip)", "ຊຳລະແລ້ວ (ກີບ)"),
    col("recovered_lak", BigInteger, "Of the principal recovered so far (kip)", "ເກັບຄືນຈາກຕົ້ນທຶນ (ກີບ)"),
    col("outstanding_lak", BigInteger, "Outstanding on the as-of date (kip)", "ຍັງຄ້າງຊຳລະ (ກີບ)"),
    col("established_on", Date, "Established on", "ວັນທີກຳນົດໜີ້"),
    col("last_paid_on", Date, "Last payment on", "ວັນທີຊຳລະຄັ້ງສຸດທ້າຍ"),
    info=title("Debts", "ໜີ້ສິນ"),
)
fact_debt_payment = Table(
    "fact_debt_payment",
    STAR,
    col("debt_no", String, "Debt number", "ເລກທີໜີ້", primary_key=True),
    col("payment_no", String, "Payment number", "ເລກທີການຊຳລະ", primary_key=True),
    col("cause_code", String(14), "Cause", "ສາເຫດ", codes=DEBT_CAUSE),
    *place_and_kind(),
    col("paid_on", Date, "Paid on", "ວັນທີຊຳລະ"),
    col("amount_lak", BigInteger, "Amount (kip)", "ຈຳນວນເງິນ (ກີບ)"),
    info=title("Payments of debts", "ການຊຳລະໜີ້"),
)
fact_debt_month = Table(
    "fact_debt_month",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ"),
    col("debt_no", String, "Debt number", "ເລກທີໜີ້"),
    col("cause_code", String(14), "Cause", "ສາເຫດ", codes=DEBT_CAUSE),
    *place_and_kind(),
    col("outstanding_lak", BigInteger, "Outstanding at the month's end (kip)", "ຍັງຄ້າງຊຳລະໃນທ້າຍເດືອນ (ກີບ)"),
    col("age_days", Integer, "Days since it was established", "ຈຳນວນມື້ນັບແຕ່ກຳນົດໜີ້"),
    col("age_code", String(8), "Age", "ອາຍຸໜີ້", codes=DEBT_AGE),
    Index("fact_debt_month_month", "month_start").ddl_if(dialect="postgresql"),
    info=title("Balances of debts not settled, by month", "ຍອດໜີ້ຄົງເຫຼືອຕາມເດືອນ"),
)
