"""Is the plan carried out, how, how fast?"""

from layouts.cards import Cards
from layouts.charts.ranking import Breakdown
from layouts.charts.steps import StepsFunnel, StepsTable
from layouts.charts.trend import Trend
from layouts.page import Page
from layouts.tables.coverage import NeverTable, OutsideTable
from layouts.tables.figures import Figures
from layouts.tables.records import Records
from warehouse.text import Text

BY = Text("Inspections", lo="ການກວດກາ")

PAGE = Page(
    path="/inspections",
    name=Text("Inspections", lo="ການກວດກາ"),
    title=Text("Is the plan carried out, how, how fast?", lo="ແຜນການຖືກປະຕິບັດບໍ, ແນວໃດ, ໄວເທົ່າໃດ?"),
    order=4,
    blocks=(
        Cards(
            "cards",
            Text("Headline figures", lo="ຕົວເລກຫຼັກ"),
            12,
            indicators=(
                "inspections",
                "plan_fulfilment",
                "units_inspected",
                "indirect_share",
                "reactive_share",
                "days_to_report",
                "days_to_close",
                "cost_per_inspection",
            ),
        ),
        Trend("plan", Text("Done against plan", lo="ປະຕິບັດທຽບກັບແຜນ"), 6, indicator="inspections"),
        Trend("method", Text("Method against 70/30", lo="ວິທີການທຽບກັບ 70/30"), 6, indicator="indirect_share"),
        Figures(
            "stages",
            Text("How long the steps take", lo="ແຕ່ລະຂັ້ນຕອນໃຊ້ເວລາເທົ່າໃດ"),
            6,
            indicators=(
                "days_to_approve",
                "days_to_conduct",
                "days_to_report",
                "days_to_decide",
                "days_to_notify",
                "days_to_close",
            ),
        ),
        Figures(
            "reach",
            Text("Reach, and visits as the ILO counts them", lo="ການກວມເອົາ ແລະ ການຢ້ຽມຢາມຕາມນິຍາມຂອງ ILO"),
            6,
            indicators=(
                "visits",
                "units_visited",
                "visits_per_inspector",
                "workers_covered",
                "inspection_coverage",
                "km_per_direct",
            ),
        ),
        Breakdown("types", BY, 6, indicator="inspections", by="type"),
        Breakdown("origins", BY, 6, indicator="inspections", by="origin"),
        StepsFunnel("steps", Text("How far the period's orders have come", lo="ຄຳສັ່ງຂອງໄລຍະນີ້ມາຮອດຂັ້ນຕອນໃດ"), 6),
        StepsTable("backlog", Text("Days and backlog of each step", lo="ຈຳນວນມື້ ແລະ ວຽກຄ້າງຂອງແຕ່ລະຂັ້ນຕອນ"), 6),
        OutsideTable("outside", Text("Outside the phase", lo="ຢູ່ນອກໄລຍະຂອງແຜນ"), 6),
        NeverTable("never", Text("Units never inspected", lo="ຫົວໜ່ວຍທີ່ບໍ່ເຄີຍກວດກາ"), 6),
        Records(
            "records",
            Text("Records", lo="ລາຍການ"),
            lists=("inspections", "findings", "open", "outside", "never", "complaints_received"),
            drills=("inspections", "findings", "complaints"),
        ),
    ),
)
