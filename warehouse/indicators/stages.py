"""How long the administrative steps take, and what the ILO counts: visits, and compliance before and after correction."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column

from warehouse.indicators.measures import ACTIVE, INSPECTED
from warehouse.indicators.model import Citation, Indicator, Measure, count_distinct, median
from warehouse.star import fact_inspection as i
from warehouse.text import Text
from warehouse.units import COUNT, DAYS, PER_INSPECTOR, SHARE

SEEDS = Citation("Strategic Implementation Plan, 2024", "9")
ILO = "ILO Guide on the harmonization of labour inspection statistics, 2016"
FINAL = Citation(
    "Department of Labor and Employment, Philippines", "initial compliance and compliance after correction"
)
VISITS = INSPECTED.narrowed(i.c.method_code == "direct")


def days(column: Column[int], on: Column[date]) -> Measure:
    """The median days of a step, of inspections not cancelled, by the day on which the step ended."""
    return Measure(i, median(column), on=on, where=i.c.cancelled == 0)


STAGES = (
    Indicator(
        "days_to_approve",
        Text("Days from order to approval", lo="ມື້ແຕ່ຄຳສັ່ງຫາອະນຸມັດ"),
        Text("To approval", lo="ຫາອະນຸມັດ"),
        Text("median of approved on − ordered on, by the day of approval", lo="ມັດທະຍະຖານຂອງ ວັນອະນຸມັດ − ວັນສັ່ງ"),
        DAYS,
        "down",
        days(i.c.days_to_approve, i.c.approved_on),
        SEEDS,
        drill="inspections",
    ),
    Indicator(
        "days_to_conduct",
        Text("Days from order to inspection", lo="ມື້ແຕ່ຄຳສັ່ງຫາການກວດກາ"),
        Text("To inspection", lo="ຫາການກວດກາ"),
        Text("median of conducted on − ordered on, by the day of the inspection", lo="ມັດທະຍະຖານຂອງ ວັນກວດກາ − ວັນສັ່ງ"),
        DAYS,
        "down",
        days(i.c.days_to_conduct, i.c.conducted_on),
        SEEDS,
        drill="inspections",
    ),
    Indicator(
        "days_to_decide",
        Text("Days from report to decision", lo="ມື້ແຕ່ລາຍງານຫາຕັດສິນ"),
        Text("To decision", lo="ຫາຕັດສິນ"),
        Text("median of decided on − reported on, by the day of the decision", lo="ມັດທະຍະຖານຂອງ ວັນຕັດສິນ − ວັນລາຍງານ"),
        DAYS,
        "down",
        days(i.c.days_to_decide, i.c.decided_on),
        SEEDS,
        drill="inspections",
    ),
    Indicator(
        "days_to_notify",
        Text("Days from decision to its notification", lo="ມື້ແຕ່ຕັດສິນຫາແຈ້ງ"),
        Text("To notification", lo="ຫາການແຈ້ງ"),
        Text(
            "median of decision notified on − decided on, by the day of notification", lo="ມັດທະຍະຖານຂອງ ວັນແຈ້ງ − ວັນຕັດສິນ"
        ),
        DAYS,
        "down",
        days(i.c.days_to_notify, i.c.decision_notified_on),
        SEEDS,
        drill="inspections",
    ),
    Indicator(
        "visits",
        Text("Inspection visits", lo="ການລົງຢ້ຽມຢາມກວດກາ"),
        Text("Visits", lo="ລົງຢ້ຽມຢາມ"),
        Text("direct inspections, which alone are visits to the ILO", lo="ການກວດກາໂດຍກົງ ຊຶ່ງ ILO ນັບເປັນການລົງຢ້ຽມຢາມ"),
        COUNT,
        "up",
        VISITS,
        Citation(ILO, "visits"),
        drill="inspections",
    ),
    Indicator(
        "units_visited",
        Text("Workplaces visited", lo="ສະຖານທີ່ເຮັດວຽກທີ່ລົງຢ້ຽມຢາມ"),
        Text("Units visited", lo="ຫົວໜ່ວຍທີ່ຢ້ຽມຢາມ"),
        Text("distinct units with a direct inspection", lo="ຫົວໜ່ວຍທີ່ມີການກວດກາໂດຍກົງ (ນັບຄັ້ງດຽວ)"),
        COUNT,
        "up",
        Measure(i, count_distinct(i.c.unit_identity), on=i.c.conducted_on, where=VISITS.where),
        Citation("ILO Recommendation 81", "para. 9(d)(i)"),
        drill="inspections",
    ),
    Indicator(
        "visits_per_inspector",
        Text("Visits per inspector", lo="ການລົງຢ້ຽມຢາມຕໍ່ເຈົ້າໜ້າທີ່"),
        Text("Visits each", lo="ຢ້ຽມຢາມຕໍ່ຄົນ"),
        Text(
            "direct inspections ÷ inspectors active at the end; by province: that of the team's head",
            lo="ການກວດກາໂດຍກົງ ÷ ເຈົ້າໜ້າທີ່ປະຈຳການ",
        ),
        PER_INSPECTOR,
        "up",
        Measure(
            i, VISITS.aggregate, on=i.c.conducted_on, where=VISITS.where, slices={"province": i.c.head_province_code}
        ),
        Citation("ILOSTAT", "labour inspection visits per inspector"),
        denominator=ACTIVE,
        broad=("district", "sector", "size", "scheme", "type", "method", "origin"),
        drill="inspections",
    ),
    Indicator(
        "initial_compliance_rate",
        Text("Inspections without an infringement", lo="ການກວດກາທີ່ບໍ່ພົບການລະເມີດ"),
        Text("Initial compliance", lo="ປະຕິບັດຕາມແຕ່ຕົ້ນ"),
        Text("inspections without a finding ÷ inspections", lo="ການກວດກາທີ່ບໍ່ພົບບັນຫາ ÷ ການກວດກາທັງໝົດ"),
        SHARE,
        "up",
        INSPECTED.narrowed(i.c.findings == 0),
        FINAL,
        denominator=INSPECTED,
        drill="inspections",
    ),
    Indicator(
        "compliance_after_correction",
        Text("Compliance after correction", lo="ການປະຕິບັດຕາມຫຼັງການແກ້ໄຂ"),
        Text("After correction", lo="ຫຼັງແກ້ໄຂ"),
        Text(
            "inspections without a finding, or with all findings corrected so far ÷ inspections",
            lo="ການກວດກາທີ່ບໍ່ພົບບັນຫາ ຫຼື ແກ້ໄຂຄົບແລ້ວ ÷ ການກວດກາທັງໝົດ",
        ),
        SHARE,
        None,
        INSPECTED.narrowed(i.c.corrected_findings == i.c.findings),
        FINAL,
        denominator=INSPECTED,
        drill="inspections",
    ),
)
