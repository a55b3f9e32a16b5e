"""How is this province doing?"""

from layouts.cards import Cards
from layouts.charts.rank import RankCourse
from layouts.charts.ranking import Ranking
from layouts.charts.trend import Trend
from layouts.maps.choropleth import Choropleth
from layouts.page import Page
from layouts.tables.records import Records
from warehouse.text import Text

PAGE = Page(
    path="/province/<code>",
    name=Text("Province", lo="ແຂວງ"),
    title=Text("How is {} doing?", lo="{} ເປັນແນວໃດ?"),
    picks_indicator=True,
    blocks=(
        Cards(
            "cards",
            Text("Against the whole country and the target", lo="ທຽບກັບທົ່ວປະເທດ ແລະ ເປົ້າໝາຍ"),
            12,
            indicators=(
                "inspections",
                "plan_fulfilment",
                "infringement_rate",
                "unregistered_workers_found",
                "compliance_rate",
                "collection_rate",
                "steps_owed",
                "debt_outstanding_lak",
            ),
            nation=True,
        ),
        Choropleth("map", Text("Districts", lo="ເມືອງ"), 6, height=560),
        Ranking("ranking", Text("Districts", lo="ເມືອງ"), 6),
        RankCourse("rank", Text("Place among the 18", lo="ອັນດັບໃນ 18 ແຂວງ"), 6, indicator=""),
        Trend("trend", Text("Course and target", lo="ແນວໂນ້ມ ແລະ ເປົ້າໝາຍ"), 6),
        Records(
            "records",
            Text("Records", lo="ລາຍການ"),
            lists=(
                "inspections",
                "findings",
                "open",
                "steps_owed",
                "running",
                "fines_imposed",
                "debt_cases",
                "never_paid_units",
                "stopped_units",
                "inspectors_active",
            ),
            drills=("inspections", "findings", "measures", "fines", "appeals", "debts", "units", "inspectors"),
        ),
    ),
)
