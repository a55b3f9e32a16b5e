"""Where?"""

from layouts.charts.ranking import Ranking
from layouts.maps.choropleth import Choropleth
from layouts.maps.through_time import PlayedMap, SmallMultiples
from layouts.page import Page
from warehouse.text import Text

PAGE = Page(
    path="/map",
    name=Text("Map", lo="ແຜນທີ່"),
    title=Text("Where?", lo="ຢູ່ໃສ?"),
    order=2,
    picks_indicator=True,
    picks_level=True,
    blocks=(
        Choropleth("map", Text("Map", lo="ແຜນທີ່"), 7, height=720),
        Ranking("ranking", Text("Ranking", lo="ຈັດອັນດັບ"), 5),
        SmallMultiples("multiples", Text("Period by period", lo="ແຕ່ລະໄລຍະ"), 7),
        PlayedMap("play", Text("Through time", lo="ຕາມເວລາ"), 5),
    ),
)
