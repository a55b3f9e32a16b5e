"""What is found, where?"""

from layouts import words
from layouts.cards import Cards
from layouts.charts.courses import Courses
from layouts.charts.irregularities import Crossed, Pareto
from layouts.charts.ranking import Breakdown, Ranking
from layouts.charts.trend import Trend
from layouts.page import Page
from layouts.tables.enforcement import OverdueTable
from layouts.tables.figures import Figures
from layouts.tables.records import Records
from warehouse.text import Text

WHERE = Text("Where", lo="ຢູ່ໃສ")
IRREGULARITY = Text("Irregularities", lo="ການລະເມີດ")

PAGE = Page(
    path="/findings",
    name=Text("Findings", lo="ບັນຫາທີ່ກວດພົບ"),
    title=Text("What is found, where?", lo="ກວດພົບຫຍັງ, ຢູ່ໃສ?"),
    order=5,
    blocks=(
        Cards(
            "cards",
            Text("Headline figures", lo="ຕົວເລກຫຼັກ"),
            12,
            indicators=(
                "findings",
                "infringement_rate",
                "unregistered_workers_found",
                "undeclared_units_found",
                "under_declared_wages_found",
                "evaded_lak",
                "correction_rate",
                "workers_regularised",
            ),
        ),
        Pareto("pareto", Text("Which irregularities make most findings", lo="ການລະເມີດໃດທີ່ພົບຫຼາຍສຸດ"), 6),
        Crossed("sizes", IRREGULARITY, 6, by="size", row=48),
        Crossed("sectors", IRREGULARITY, 12, by="sector"),
        Ranking("workers", WHERE, 6, indicator="unregistered_workers_found"),
        Ranking("units", WHERE, 6, indicator="undeclared_units_found"),
        Breakdown("worker-sectors", WHERE, 6, indicator="unregistered_workers_found", by="sector"),
        Breakdown("unit-sectors", WHERE, 6, indicator="undeclared_units_found", by="sector"),
        Trend(
            "wages",
            Text("Findings of under-declared wages", lo="ການແຈ້ງເງິນເດືອນຕ່ຳທີ່ກວດພົບ"),
            6,
            indicator="under_declared_wages_found",
        ),
        Trend("evaded", Text("Contributions evaded, as found", lo="ເງິນສົມທົບທີ່ຫຼີກລ່ຽງທີ່ກວດພົບ"), 6, indicator="evaded_lak"),
        Breakdown("wage-sectors", WHERE, 6, indicator="under_declared_wages_found", by="sector"),
        OverdueTable("late", Text("Findings open past their deadline", lo="ບັນຫາທີ່ເກີນກຳນົດ ແລະ ຍັງບໍ່ແກ້ໄຂ"), 6),
        Trend("corrected", Text("Findings corrected in time", lo="ບັນຫາທີ່ແກ້ໄຂທັນກຳນົດ"), 6, indicator="correction_rate"),
        Courses(
            "before-after",
            Text("Compliance found, and after correction", lo="ການປະຕິບັດຕາມທີ່ກວດພົບ ແລະ ຫຼັງການແກ້ໄຂ"),
            6,
            indicators=("initial_compliance_rate", "compliance_after_correction"),
        ),
        Figures(
            "more",
            words.MORE_FIGURES,
            12,
            indicators=(
                "obstruction_cases",
                "complaints_received",
                "complaint_response_days",
            ),
        ),
        Records(
            "records",
            Text("Records", lo="ລາຍການ"),
            lists=(
                "findings",
                "overdue",
                "unregistered_workers_found",
                "undeclared_units_found",
                "workers_regularised",
            ),
            drills=("findings",),
        ),
    ),
)
