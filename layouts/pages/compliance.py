"""Who pays, period by period?"""

from layouts import words
from layouts.cards import Cards
from layouts.charts.collected import Collected
from layouts.charts.detected import DetectedRules, Yearly
from layouts.charts.heat import Heat
from layouts.charts.movement import CohortBars, MovementGrid
from layouts.charts.ranking import Breakdown, Ranking
from layouts.charts.status import StatusMonths, StatusPhases, StatusSlices
from layouts.charts.trend import Trend
from layouts.page import Page
from layouts.tables.figures import Figures
from layouts.tables.records import Records
from warehouse.text import Text

COVERAGE = Text("Coverage", lo="ການກວມເອົາ")
STATUS = Text("Payment status", lo="ສະຖານະການຊຳລະ")

PAGE = Page(
    path="/compliance",
    name=Text("Compliance", lo="ການປະຕິບັດຕາມກົດໝາຍ"),
    title=Text("Who pays, period by period?", lo="ໃຜຊຳລະ ໃນແຕ່ລະໄລຍະ?"),
    order=3,
    blocks=(
        Cards(
            "cards",
            Text("Headline figures", lo="ຕົວເລກຫຼັກ"),
            12,
            indicators=(
                "compliance_rate",
                "on_time_rate",
                "collection_rate",
                "registered_units",
                "never_paid_units",
                "stopped_units",
            ),
        ),
        Figures(
            "more",
            words.MORE_FIGURES,
            12,
            indicators=(
                "late_payment_rate",
                "insured_workers",
                "contributions_due_lak",
                "contributions_paid_lak",
            ),
        ),
        StatusMonths("months", Text("Payment status by month", lo="ສະຖານະການຊຳລະ ຕາມເດືອນ"), 6),
        Collected("collected", Text("Collected against due", lo="ເກັບໄດ້ທຽບກັບທີ່ຕ້ອງຈ່າຍ"), 6),
        Heat("heat", Text("Paid in full", lo="ຊຳລະຄົບຖ້ວນ"), 6),
        StatusSlices("sectors", STATUS, 6, by="sector"),
        StatusSlices("sizes", STATUS, 6, by="size"),
        StatusSlices("schemes", STATUS, 6, by="scheme"),
        MovementGrid("movement", Text("Who came back, who dropped out", lo="ໃຜກັບມາຊຳລະ ໃຜຢຸດຊຳລະ"), 6),
        CohortBars("cohorts", Text("By year of registration", lo="ຕາມປີຂຶ້ນທະບຽນ"), 6),
        StatusPhases("phases", Text("By phase of the plan", lo="ຕາມໄລຍະຂອງແຜນ"), 12),
        Cards(
            "coverage",
            Text(
                "Coverage against the enterprise register and the tax file", lo="ການກວມເອົາທຽບກັບທະບຽນວິສາຫະກິດ ແລະ ແຟ້ມພາສີ"
            ),
            12,
            indicators=("unit_coverage", "worker_coverage", "unknown_enterprises", "detected_lak"),
        ),
        Trend(
            "unit_trend", Text("Enterprises that are registered", lo="ວິສາຫະກິດທີ່ຂຶ້ນທະບຽນ"), 6, indicator="unit_coverage"
        ),
        Trend("worker_trend", Text("Employees who are insured", lo="ພະນັກງານທີ່ປະກັນສັງຄົມ"), 6, indicator="worker_coverage"),
        Ranking("unit_places", COVERAGE, 6, indicator="unit_coverage"),
        Ranking("worker_places", COVERAGE, 6, indicator="worker_coverage"),
        Breakdown("unit_sectors", COVERAGE, 6, indicator="unit_coverage", by="sector"),
        Breakdown("worker_sectors", COVERAGE, 6, indicator="worker_coverage", by="sector"),
        Yearly("wage_gap", Text("Wages not declared, by year", lo="ເງິນເດືອນທີ່ບໍ່ໄດ້ແຈ້ງ ຕາມປີ"), 4, indicator="wage_gap_lak"),
        DetectedRules("detected", Text("What the registers reveal together", lo="ສິ່ງທີ່ກວດພົບຈາກທະບຽນຕ່າງໆ"), 8),
        Records(
            "records",
            Text("Records", lo="ລາຍການ"),
            lists=(
                "registered_units",
                "never_paid_units",
                "stopped_units",
                "unknown_enterprises",
                "unknown_payers",
                "fewer_workers_units",
                "lower_wages_units",
                "visits_unregistered",
                "split_units",
                "unit_coverage",
                "worker_coverage",
                "wage_gap_lak",
            ),
            drills=("units", "enterprises", "tax_years", "detections"),
        ),
    ),
)
