"""How many inspections, how they were done and with what result."""

from __future__ import annotations

from warehouse.indicators.measures import INSPECTED, REGISTERED
from warehouse.indicators.model import Citation, Indicator, Measure, count_distinct, median, total
from warehouse.star import fact_inspection as i
from warehouse.star import fact_target as t
from warehouse.text import Text
from warehouse.units import COUNT, DAYS, HOURS, KIP, KM, PER_1000, SHARE, WORKERS

SSIIS = "Review of a social security inspections information system, 2024"
STRATEGY = "Strategic Implementation Plan, 2024"
BROAD = ("district", "sector", "size", "scheme", "type", "method", "origin")

UNITS_INSPECTED = Measure(i, count_distinct(i.c.unit_identity), on=i.c.conducted_on, where=i.c.cancelled == 0)

INSPECTIONS = (
    Indicator(
        "inspections",
        Text("Inspections", lo="ການກວດກາ"),
        Text("Inspections", lo="ການກວດກາ"),
        Text("inspections not cancelled, by the day they were conducted", lo="ການກວດກາທີ່ບໍ່ຖືກຍົກເລີກ ຕາມວັນທີກວດກາ"),
        COUNT,
        "up",
        INSPECTED,
        Citation(SSIIS, "5.2"),
        drill="inspections",
    ),
    Indicator(
        "units_inspected",
        Text("Labour units inspected", lo="ຫົວໜ່ວຍແຮງງານທີ່ຖືກກວດກາ"),
        Text("Units inspected", lo="ຫົວໜ່ວຍທີ່ກວດກາ"),
        Text("distinct units with an inspection in the period", lo="ຫົວໜ່ວຍທີ່ແຕກຕ່າງກັນ ທີ່ມີການກວດກາໃນໄລຍະ"),
        COUNT,
        "up",
        UNITS_INSPECTED,
        Citation("ILO Recommendation 81", "para. 9(d)"),
        drill="inspections",
    ),
    Indicator(
        "workers_covered",
        Text("Workers covered by inspections", lo="ຜູ້ອອກແຮງງານທີ່ການກວດກາກວມເອົາ"),
        Text("Workers covered", lo="ຜູ້ອອກແຮງງານທີ່ກວມເອົາ"),
        Text("sum of the workers found by inspections", lo="ລວມຜູ້ອອກແຮງງານທີ່ພົບໃນການກວດກາ"),
        WORKERS,
        "up",
        Measure(i, total(i.c.workers_found), on=i.c.conducted_on, where=i.c.cancelled == 0),
        Citation("ILO Recommendation 81", "para. 9(d)"),
        drill="inspections",
    ),
    Indicator(
        "indirect_share",
        Text("Share of indirect inspections", lo="ສັດສ່ວນການກວດກາທາງອ້ອມ"),
        Text("Indirect share", lo="ສັດສ່ວນທາງອ້ອມ"),
        Text("indirect inspections ÷ inspections", lo="ການກວດກາທາງອ້ອມ ÷ ການກວດກາທັງໝົດ"),
        SHARE,
        0.7,
        INSPECTED.narrowed(i.c.method_code == "indirect"),
        Citation(STRATEGY, "6.C"),
        denominator=INSPECTED,
        drill="inspections",
    ),
    Indicator(
        "reactive_share",
        Text("Share of reactive inspections", lo="ສັດສ່ວນການກວດກາຕາມຄຳຮ້ອງ"),
        Text("Reactive share", lo="ສັດສ່ວນຕາມຄຳຮ້ອງ"),
        Text(
            "inspections ordered upon a complaint or an authority's request ÷ inspections",
            lo="ການກວດກາຕາມຄຳຮ້ອງຟ້ອງ ຫຼື ການສະເໜີຂອງອົງການ ÷ ການກວດກາທັງໝົດ",
        ),
        SHARE,
        None,
        INSPECTED.narrowed(i.c.reactive == 1),
        Citation(SSIIS, "5.3"),
        denominator=INSPECTED,
        drill="inspections",
    ),
    Indicator(
        "plan_fulfilment",
        Text("Fulfilment of the inspection plan", lo="ການປະຕິບັດແຜນການກວດກາ"),
        Text("Plan fulfilment", lo="ການປະຕິບັດແຜນ"),
        Text(
            "inspections ÷ inspections planned for the months begun",
            lo="ການກວດກາ ÷ ການກວດກາຕາມແຜນຂອງເດືອນທີ່ເລີ່ມແລ້ວ",
        ),
        SHARE,
        "up",
        INSPECTED,
        Citation(STRATEGY, "6.D"),
        denominator=Measure(t, total(t.c.target), on=t.c.month_start, where=t.c.indicator == "inspections"),
        broad=BROAD,
        drill="inspections",
    ),
    Indicator(
        "inspection_coverage",
        Text("Inspection coverage", lo="ການກວມເອົາຂອງການກວດກາ"),
        Text("Coverage", lo="ການກວມເອົາ"),
        Text("units inspected ÷ registered units × 1,000", lo="ຫົວໜ່ວຍທີ່ກວດກາ ÷ ຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນ × 1.000"),
        PER_1000,
        "up",
        UNITS_INSPECTED,
        Citation("ILO Recommendation 81", "para. 9(c), 9(d)"),
        denominator=REGISTERED,
        factor=1000.0,
        broad=("type", "method", "origin"),
        drill="inspections",
    ),
    Indicator(
        "infringement_rate",
        Text("Inspections with an infringement", lo="ການກວດກາທີ່ພົບການລະເມີດ"),
        Text("Infringement rate", lo="ອັດຕາການລະເມີດ"),
        Text("inspections with a finding ÷ inspections", lo="ການກວດກາທີ່ພົບບັນຫາ ÷ ການກວດກາທັງໝົດ"),
        SHARE,
        None,
        INSPECTED.narrowed(i.c.findings > 0),
        Citation("Decision 4139", "art. 24–26"),
        denominator=INSPECTED,
        drill="inspections",
    ),
    Indicator(
        "hours_direct",
        Text("Median hours of a direct inspection", lo="ຊົ່ວໂມງມັດທະຍະຖານຂອງການກວດກາໂດຍກົງ"),
        Text("Hours, direct", lo="ຊົ່ວໂມງ ໂດຍກົງ"),
        Text("median of the hours spent on direct inspections", lo="ຄ່າມັດທະຍະຖານຂອງຊົ່ວໂມງທີ່ໃຊ້ໃນການກວດກາໂດຍກົງ"),
        HOURS,
        "down",
        Measure(
            i, median(i.c.hours_spent), on=i.c.conducted_on, where=(i.c.cancelled == 0) & (i.c.method_code == "direct")
        ),
        Citation(STRATEGY, "9"),
        drill="inspections",
    ),
    Indicator(
        "hours_indirect",
        Text("Median hours of an indirect inspection", lo="ຊົ່ວໂມງມັດທະຍະຖານຂອງການກວດກາທາງອ້ອມ"),
        Text("Hours, indirect", lo="ຊົ່ວໂມງ ທາງອ້ອມ"),
        Text("median of the hours spent on indirect inspections", lo="ຄ່າມັດທະຍະຖານຂອງຊົ່ວໂມງທີ່ໃຊ້ໃນການກວດກາທາງອ້ອມ"),
        HOURS,
        "down",
        Measure(
            i,
            median(i.c.hours_spent),
            on=i.c.conducted_on,
            where=(i.c.cancelled == 0) & (i.c.method_code == "indirect"),
        ),
        Citation(STRATEGY, "9"),
        drill="inspections",
    ),
    Indicator(
        "days_to_report",
        Text("Median days from inspection to report", lo="ມື້ມັດທະຍະຖານແຕ່ການກວດກາຫາການລາຍງານ"),
        Text("Days to report", lo="ມື້ຫາການລາຍງານ"),
        Text("median of report − inspection, by the day of the report", lo="ຄ່າມັດທະຍະຖານ ລາຍງານ − ກວດກາ ຕາມວັນທີລາຍງານ"),
        DAYS,
        "down",
        Measure(i, median(i.c.days_to_report), on=i.c.reported_on, where=i.c.cancelled == 0),
        Citation(STRATEGY, "9"),
        drill="inspections",
    ),
    Indicator(
        "days_to_close",
        Text("Median days from order to closure", lo="ມື້ມັດທະຍະຖານແຕ່ຄຳສັ່ງຫາການປິດ"),
        Text("Days to close", lo="ມື້ຫາການປິດ"),
        Text("median of closure − order, by the day of closure", lo="ຄ່າມັດທະຍະຖານ ປິດ − ຄຳສັ່ງ ຕາມວັນທີປິດ"),
        DAYS,
        "down",
        Measure(i, median(i.c.days_to_close), on=i.c.closed_on, where=i.c.cancelled == 0),
        Citation(STRATEGY, "9"),
        drill="inspections",
    ),
    Indicator(
        "cost_per_inspection",
        Text("Allowances per inspection", lo="ເບ້ຍລ້ຽງຕໍ່ການກວດກາ"),
        Text("Cost per inspection", lo="ຄ່າໃຊ້ຈ່າຍຕໍ່ການກວດກາ"),
        Text("sum of allowances ÷ inspections", lo="ລວມເບ້ຍລ້ຽງ ÷ ການກວດກາ"),
        KIP,
        "down",
        Measure(i, total(i.c.allowance_lak), on=i.c.conducted_on, where=i.c.cancelled == 0),
        Citation(STRATEGY, "9"),
        denominator=INSPECTED,
        drill="inspections",
    ),
    Indicator(
        "km_per_direct",
        Text("Distance per direct inspection", lo="ໄລຍະທາງຕໍ່ການກວດກາໂດຍກົງ"),
        Text("Km per visit", lo="ກມ ຕໍ່ການຢ້ຽມຢາມ"),
        Text("distance of direct inspections ÷ direct inspections", lo="ໄລຍະທາງຂອງການກວດກາໂດຍກົງ ÷ ການກວດກາໂດຍກົງ"),
        KM,
        None,
        Measure(
            i, total(i.c.distance_km), on=i.c.conducted_on, where=(i.c.cancelled == 0) & (i.c.method_code == "direct")
        ),
        Citation(STRATEGY, "9"),
        denominator=INSPECTED.narrowed(i.c.method_code == "direct"),
        drill="inspections",
    ),
)
