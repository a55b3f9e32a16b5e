"""How are we doing this month?"""

from layouts.cards import Cards
from layouts.charts.ladder import EnforcementFunnel
from layouts.charts.ranking import Ranking
from layouts.charts.trend import Trend
from layouts.maps.choropleth import Choropleth
from layouts.page import Page
from layouts.tables.attention import Attention
from warehouse.text import Text

PAGE = Page(
    path="/",
    name=Text("Overview", lo="ພາບລວມ"),
    title=Text("How are we doing?", lo="ວຽກງານຂອງພວກເຮົາເປັນແນວໃດ?"),
    order=1,
    picks_indicator=True,
    blocks=(
        Cards(
            "cards",
            Text("Headline figures", lo="ຕົວເລກຫຼັກ"),
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
        ),
        Choropleth("map", Text("Map", lo="ແຜນທີ່"), 6),
        Ranking("ranking", Text("Ranking", lo="ຈັດອັນດັບ"), 6),
        Trend("trend", Text("Course and target", lo="ແນວໂນ້ມ ແລະ ເປົ້າໝາຍ"), 7),
        Attention("attention", Text("What needs attention", lo="ສິ່ງທີ່ຄວນເອົາໃຈໃສ່"), 5),
        EnforcementFunnel("ladder", Text("How far the law's ladder is climbed", lo="ມາດຕະການຕາມກົດໝາຍມາຮອດຂັ້ນໃດ"), 7),
    ),
)
