"""Is the law's ladder climbed in time?"""

from layouts import words
from layouts.cards import Cards
from layouts.charts.fines import FineCourse, FineKinds
from layouts.charts.ladder import LadderBars
from layouts.charts.trend import Trend
from layouts.maps.choropleth import Choropleth
from layouts.page import Page
from layouts.tables.enforcement import AppealTable, First, FlagTable, LadderTable, OwedTable
from layouts.tables.figures import Figures
from layouts.tables.records import Records
from warehouse.text import Text

PAGE = Page(
    path="/enforcement",
    name=Text("Enforcement", lo="ການບັງຄັບໃຊ້"),
    title=Text("Is the law's ladder climbed in time?", lo="ມາດຕະການຕາມກົດໝາຍຖືກປະຕິບັດທັນເວລາບໍ?"),
    order=6,
    blocks=(
        Cards(
            "cards",
            Text("Headline figures", lo="ຕົວເລກຫຼັກ"),
            12,
            indicators=(
                "steps_owed",
                "deadlines_due_soon",
                "deadlines_expired",
                "compliance_after_warning",
                "fines_imposed_lak",
                "fine_collection_rate",
                "fine_variance_cases",
                "appeals_filed",
            ),
        ),
        LadderBars("ladder", Text("The ladder: what became of each step", lo="ຂັ້ນໄດມາດຕະການ: ຜົນຂອງແຕ່ລະຂັ້ນຕອນ"), 6),
        Trend(
            "warned",
            Text("Compliance after a warning", lo="ການປະຕິບັດຕາມຫຼັງກ່າວເຕືອນ"),
            6,
            indicator="compliance_after_warning",
        ),
        LadderTable("steps", Text("The ladder in numbers", lo="ຂັ້ນໄດມາດຕະການເປັນຕົວເລກ"), 12),
        First("owed", Text("Steps owed, the longest first", lo="ຂັ້ນຕອນທີ່ຄ້າງ, ດົນສຸດກ່ອນ"), 12, list="steps_owed"),
        First(
            "running",
            Text("Running deadlines, the soonest first", lo="ກຳນົດເວລາທີ່ຍັງບໍ່ຮອດ, ໃກ້ສຸດກ່ອນ"),
            12,
            list="running",
        ),
        Choropleth("map", Text("Where", lo="ຢູ່ໃສ"), 6, indicator="steps_owed", height=560),
        OwedTable("owed-by", Text("Where the next step is owed", lo="ບ່ອນທີ່ຄ້າງຂັ້ນຕອນຕໍ່ໄປ"), 6),
        FineCourse("fines", Text("Fines imposed and paid, against the law", lo="ຄ່າປັບໃໝທີ່ປັບ ແລະ ຊຳລະ ທຽບກັບກົດໝາຍ"), 6),
        Trend("appealed", Text("Appeals filed", lo="ການອຸທອນທີ່ຍື່ນ"), 6, indicator="appeals_filed"),
        FineKinds("bases", Text("Fines by basis", lo="ຄ່າປັບໃໝຕາມພື້ນຖານ"), 6, by="basis"),
        FineKinds("statuses", Text("Fines by status", lo="ຄ່າປັບໃໝຕາມສະຖານະ"), 6, by="fine_status"),
        FlagTable("flags", Text("Fines to look at", lo="ຄ່າປັບໃໝທີ່ຄວນກວດຄືນ"), 6),
        AppealTable("appeals", Text("Appeals and their results", lo="ການອຸທອນ ແລະ ຜົນ"), 6),
        Figures(
            "more",
            words.MORE_FIGURES,
            12,
            indicators=(
                "education_given",
                "warnings_issued",
                "summons_issued",
                "prosecutions",
                "benefit_suspensions",
                "days_to_comply",
                "fines_paid_lak",
                "appeals_upheld_share",
                "appeal_days",
            ),
        ),
        Records(
            "records",
            Text("Records", lo="ລາຍການ"),
            lists=("running", "steps_owed", "deadlines_expired", "ended", "fines_imposed", "flagged", "appeals_filed"),
            drills=("measures", "fines", "appeals"),
        ),
    ),
)
