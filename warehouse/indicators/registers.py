"""The LSSO's register beside the enterprise register and the tax file: coverage, gaps, and what is detected."""

from __future__ import annotations

from warehouse.indicators.model import Citation, Indicator, Measure, count, total
from warehouse.star import dim_enterprise as e
from warehouse.star import fact_detection as d
from warehouse.star import fact_tax_year as y
from warehouse.star import rollup_coverage_month as r
from warehouse.text import Text
from warehouse.units import COUNT, KIP, SHARE

REVIEW = Citation("Review of a social security inspections information system, 2024", "2, 5.2")
PLAN = Citation("Strategic Implementation Plan, 2024", "6.B")
ACTIVE = e.c.active == 1
SPAN = (d.c.since_on, d.c.until_on)
# Those whose amounts may be added: a visit finds what the registers tell too; of stopped units only today's are known.
ADDED_UP = ("unknown_enterprise", "unknown_payer", "fewer_workers", "lower_wages")

COVERAGE = (
    Indicator(
        "unit_coverage",
        Text("Enterprises registered with the LSSO", lo="ວິສາຫະກິດທີ່ຂຶ້ນທະບຽນກັບ ອປສ"),
        Text("Unit coverage", lo="ການກວມເອົາຫົວໜ່ວຍ"),
        Text(
            "active enterprises linked to a registered unit ÷ active enterprises",
            lo="ວິສາຫະກິດທີ່ເຊື່ອມກັບຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນ ÷ ວິສາຫະກິດທັງໝົດ",
        ),
        SHARE,
        "up",
        Measure(e, count(), alive=(e.c.covered_from_on, e.c.covered_until_on), where=ACTIVE),
        REVIEW,
        denominator=Measure(e, count(), alive=(e.c.registered_on, None), where=ACTIVE),
        drill="enterprises",
    ),
    Indicator(
        "worker_coverage",
        Text("Employees of the tax file who are insured", lo="ພະນັກງານໃນແຟ້ມພາສີທີ່ປະກັນສັງຄົມ"),
        Text("Worker coverage", lo="ການກວມເອົາຜູ້ອອກແຮງງານ"),
        Text(
            "insured workers of linked units, at most their tax employees ÷ tax employees of the latest full year",
            lo="ຜູ້ປະກັນຕົນຂອງຫົວໜ່ວຍທີ່ເຊື່ອມໂຍງ ÷ ພະນັກງານໃນແຟ້ມພາສີຂອງປີເຕັມຫຼ້າສຸດ",
        ),
        SHARE,
        "up",
        Measure(r, total(r.c.covered_employees), snapshot=r.c.month_start),
        REVIEW,
        denominator=Measure(r, total(r.c.tax_employees), snapshot=r.c.month_start),
        drill="tax_years",
    ),
    Indicator(
        "wage_gap_lak",
        Text("Wages in the tax file that are not declared", lo="ເງິນເດືອນໃນແຟ້ມພາສີທີ່ບໍ່ໄດ້ແຈ້ງ"),
        Text("Wage gap", lo="ສ່ວນຕ່າງເງິນເດືອນ"),
        Text(
            "tax payroll above declared wages of linked units, of full years with both, on the year's last day",
            lo="ເງິນເດືອນໃນແຟ້ມພາສີເກີນທີ່ແຈ້ງ ຂອງປີເຕັມ ໃນມື້ສຸດທ້າຍຂອງປີ",
        ),
        KIP,
        "down",
        Measure(y, total(y.c.gap_lak), on=y.c.year_end_on, where=y.c.comparable == 1),
        REVIEW,
        drill="tax_years",
    ),
)


def detected(id_: str, rule: str, title: Text, short: Text, means: Text) -> Indicator:
    """The cases of a rule that stand on the period's last day."""
    found = Measure(d, count(), alive=SPAN, where=d.c.rule_code == rule)
    return Indicator(id_, title, short, means, COUNT, "down", found, PLAN, drill="detections")


DETECTED = (
    detected(
        "unknown_enterprises",
        "unknown_enterprise",
        Text("Active enterprises unknown to the LSSO", lo="ວິສາຫະກິດທີ່ ອປສ ບໍ່ຮູ້ຈັກ"),
        Text("Unknown enterprises", lo="ວິສາຫະກິດບໍ່ຮູ້ຈັກ"),
        Text(
            "active enterprises without a linked registered unit and without wages in the tax file",
            lo="ວິສາຫະກິດທີ່ບໍ່ເຊື່ອມກັບຫົວໜ່ວຍ ແລະ ບໍ່ມີເງິນເດືອນໃນແຟ້ມພາສີ",
        ),
    ),
    detected(
        "unknown_payers",
        "unknown_payer",
        Text("Payers of wages unknown to the LSSO", lo="ຜູ້ຈ່າຍເງິນເດືອນທີ່ ອປສ ບໍ່ຮູ້ຈັກ"),
        Text("Unknown payers", lo="ຜູ້ຈ່າຍບໍ່ຮູ້ຈັກ"),
        Text(
            "wages paid in the latest full tax year without a linked registered unit",
            lo="ຈ່າຍເງິນເດືອນໃນປີພາສີຫຼ້າສຸດ ແຕ່ບໍ່ເຊື່ອມກັບຫົວໜ່ວຍ",
        ),
    ),
    detected(
        "fewer_workers_units",
        "fewer_workers",
        Text("Units that declare fewer workers than their tax file", lo="ຫົວໜ່ວຍທີ່ແຈ້ງຜູ້ອອກແຮງງານໜ້ອຍກວ່າແຟ້ມພາສີ"),
        Text("Fewer workers", lo="ແຈ້ງຄົນໜ້ອຍກວ່າ"),
        Text(
            "linked units with over 10 % fewer workers than in the latest full tax year",
            lo="ຫົວໜ່ວຍທີ່ແຈ້ງໜ້ອຍກວ່າແຟ້ມພາສີເກີນ 10 %",
        ),
    ),
    detected(
        "lower_wages_units",
        "lower_wages",
        Text("Units that declare lower wages than their tax file", lo="ຫົວໜ່ວຍທີ່ແຈ້ງເງິນເດືອນຕ່ຳກວ່າແຟ້ມພາສີ"),
        Text("Lower wages", lo="ແຈ້ງເງິນເດືອນຕ່ຳກວ່າ"),
        Text(
            "linked units whose wage a worker is over 10 % below that of the latest full tax year",
            lo="ຫົວໜ່ວຍທີ່ເງິນເດືອນຕໍ່ຄົນຕ່ຳກວ່າແຟ້ມພາສີເກີນ 10 %",
        ),
    ),
    detected(
        "visits_unregistered",
        "visit_unregistered",
        Text("Units that labour inspection found unregistered", lo="ຫົວໜ່ວຍທີ່ການກວດກາແຮງງານພົບວ່າບໍ່ຂຶ້ນທະບຽນ"),
        Text("Found by labour inspection", lo="ການກວດກາແຮງງານພົບ"),
        Text(
            "visits that found a unit unregistered which is not registered since",
            lo="ການລົງກວດທີ່ພົບຫົວໜ່ວຍບໍ່ຂຶ້ນທະບຽນ ແລະ ຍັງບໍ່ຂຶ້ນທະບຽນ",
        ),
    ),
    detected(
        "split_units",
        "split_units",
        Text("Units of one telephone below a size class", lo="ຫົວໜ່ວຍທີ່ໃຊ້ໂທລະສັບດຽວກັນ ແລະ ຕ່ຳກວ່າຂັ້ນຂະໜາດ"),
        Text("Split units", lo="ຫົວໜ່ວຍທີ່ແຍກ"),
        Text(
            "registered units that share a telephone and are together of a larger size class",
            lo="ຫົວໜ່ວຍທີ່ໃຊ້ໂທລະສັບດຽວກັນ ແລະ ລວມກັນມີຂະໜາດໃຫຍ່ກວ່າ",
        ),
    ),
    Indicator(
        "detected_lak",
        Text("Contributions at stake in what was detected", lo="ເງິນສົມທົບທີ່ອາດສູນເສຍຈາກສິ່ງທີ່ກວດພົບ"),
        Text("At stake", lo="ອາດສູນເສຍ"),
        Text(
            "a year's contributions of unknown enterprises and payers, and of workers and wages not declared",
            lo="ເງິນສົມທົບໜຶ່ງປີຂອງວິສາຫະກິດ ແລະ ຜູ້ຈ່າຍທີ່ບໍ່ຮູ້ຈັກ ແລະ ຂອງຄົນ ແລະ ເງິນເດືອນທີ່ບໍ່ໄດ້ແຈ້ງ",
        ),
        KIP,
        "down",
        Measure(d, total(d.c.amount_lak), alive=SPAN, where=d.c.rule_code.in_(ADDED_UP)),
        PLAN,
        drill="detections",
    ),
)
REGISTERS = (*COVERAGE, *DETECTED)
