"""Who is registered, who pays, and how much of what is due comes in."""

from __future__ import annotations

from sqlalchemy import ColumnElement

from warehouse.indicators.measures import REGISTERED
from warehouse.indicators.model import Citation, Indicator, Measure, total
from warehouse.star import rollup_unit_month as r
from warehouse.text import Text
from warehouse.units import COUNT, KIP, SHARE, WORKERS

LAW = "Law on Social Security"


def over_months(column: ColumnElement[object]) -> Measure:
    return Measure(r, total(column), on=r.c.month_start)


def at_month_end(column: ColumnElement[object]) -> Measure:
    return Measure(r, total(column), snapshot=r.c.month_start)


WITH_STATUS = over_months(r.c.with_status)
DUE = over_months(r.c.due_lak)
PAID = over_months(r.c.paid_lak)

COMPLIANCE = (
    Indicator(
        "registered_units",
        Text("Registered labour units", lo="ຫົວໜ່ວຍແຮງງານທີ່ຂຶ້ນທະບຽນ"),
        Text("Registered units", lo="ຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນ"),
        Text("units registered and not closed at the end", lo="ຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນ ແລະ ບໍ່ປິດ ໃນທ້າຍໄລຍະ"),
        COUNT,
        "up",
        REGISTERED,
        Citation("ILO Convention 81", "art. 21(c)"),
        drill="units",
    ),
    Indicator(
        "insured_workers",
        Text("Insured workers", lo="ຜູ້ປະກັນຕົນ"),
        Text("Insured workers", lo="ຜູ້ປະກັນຕົນ"),
        Text(
            "workers in the contributions of the latest month that has any, of registered units",
            lo="ຜູ້ອອກແຮງງານໃນເງິນສົມທົບຂອງເດືອນຫຼ້າສຸດ ຂອງຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນ",
        ),
        WORKERS,
        "up",
        at_month_end(r.c.insured_workers),
        Citation("ILO Convention 81", "art. 21(c)"),
        drill="units",
    ),
    Indicator(
        "never_paid_units",
        Text("Units that never paid", lo="ຫົວໜ່ວຍທີ່ບໍ່ເຄີຍຊຳລະ"),
        Text("Never paid", lo="ບໍ່ເຄີຍຊຳລະ"),
        Text(
            "registered units without a kip paid up to the last month fallen due",
            lo="ຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນ ແລະ ບໍ່ເຄີຍຊຳລະຈົນຮອດເດືອນທີ່ຮອດກຳນົດຫຼ້າສຸດ",
        ),
        COUNT,
        "down",
        at_month_end(r.c.standing_never_paid),
        Citation("Strategic Implementation Plan, 2024", "5"),
        drill="units",
    ),
    Indicator(
        "stopped_units",
        Text("Units that stopped paying", lo="ຫົວໜ່ວຍທີ່ຢຸດຊຳລະ"),
        Text("Stopped paying", lo="ຢຸດຊຳລະ"),
        Text(
            "registered units that paid once and left the last three months fallen due unpaid",
            lo="ຫົວໜ່ວຍທີ່ເຄີຍຊຳລະ ແຕ່ບໍ່ຊຳລະສາມເດືອນຫຼ້າສຸດທີ່ຮອດກຳນົດ",
        ),
        COUNT,
        "down",
        at_month_end(r.c.standing_stopped),
        Citation("Strategic Implementation Plan, 2024", "5"),
        drill="units",
    ),
    Indicator(
        "compliance_rate",
        Text("Compliance rate", lo="ອັດຕາການປະຕິບັດຕາມກົດໝາຍ"),
        Text("Compliance", lo="ປະຕິບັດຕາມກົດໝາຍ"),
        Text(
            "unit-months paid in full, in time or late ÷ unit-months fallen due",
            lo="ຫົວໜ່ວຍ-ເດືອນທີ່ຊຳລະຄົບ (ທັນ ຫຼື ຊ້າ) ÷ ຫົວໜ່ວຍ-ເດືອນທີ່ຮອດກຳນົດ",
        ),
        SHARE,
        "up",
        over_months(r.c.paid_on_time + r.c.paid_late),
        Citation(LAW, "contributions"),
        denominator=WITH_STATUS,
        drill="units",
    ),
    Indicator(
        "on_time_rate",
        Text("Contributions paid on time", lo="ການຊຳລະເງິນສົມທົບຕາມກຳນົດ"),
        Text("On time", lo="ຕາມກຳນົດ"),
        Text(
            "unit-months paid in full by the due date ÷ unit-months fallen due",
            lo="ຫົວໜ່ວຍ-ເດືອນທີ່ຊຳລະຄົບທັນກຳນົດ ÷ ຫົວໜ່ວຍ-ເດືອນທີ່ຮອດກຳນົດ",
        ),
        SHARE,
        "up",
        over_months(r.c.paid_on_time),
        Citation(LAW, "contributions"),
        denominator=WITH_STATUS,
        drill="units",
    ),
    Indicator(
        "contributions_due_lak",
        Text("Contributions due", lo="ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍ"),
        Text("Due", lo="ຕ້ອງຈ່າຍ"),
        Text(
            "contributions due of unit-months fallen due (estimated where no row was sent)",
            lo="ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍຂອງຫົວໜ່ວຍ-ເດືອນທີ່ຮອດກຳນົດ",
        ),
        KIP,
        "up",
        DUE,
        Citation(LAW, "contributions"),
        drill="units",
    ),
    Indicator(
        "contributions_paid_lak",
        Text("Contributions paid", lo="ເງິນສົມທົບທີ່ຈ່າຍແລ້ວ"),
        Text("Paid", lo="ຈ່າຍແລ້ວ"),
        Text("contributions paid for unit-months fallen due", lo="ເງິນສົມທົບທີ່ຈ່າຍແລ້ວຂອງຫົວໜ່ວຍ-ເດືອນທີ່ຮອດກຳນົດ"),
        KIP,
        "up",
        PAID,
        Citation(LAW, "contributions"),
        drill="units",
    ),
    Indicator(
        "collection_rate",
        Text("Collection rate", lo="ອັດຕາການເກັບເງິນສົມທົບ"),
        Text("Collected", lo="ເກັບໄດ້"),
        Text("contributions paid ÷ contributions due", lo="ເງິນສົມທົບທີ່ຈ່າຍ ÷ ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍ"),
        SHARE,
        "up",
        PAID,
        Citation(LAW, "contributions"),
        denominator=DUE,
        drill="units",
    ),
    Indicator(
        "late_payment_rate",
        Text("Contributions overdue", lo="ເງິນສົມທົບທີ່ຄ້າງຈ່າຍ"),
        Text("Overdue", lo="ຄ້າງຈ່າຍ"),
        Text(
            "due less paid of unit-months fallen due and not paid in full ÷ contributions due",
            lo="ສ່ວນທີ່ຍັງບໍ່ຈ່າຍ ÷ ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍ",
        ),
        SHARE,
        "down",
        over_months(r.c.overdue_lak),
        Citation("Viet Nam Social Security", "late-payment rate"),
        denominator=DUE,
        drill="units",
    ),
)
