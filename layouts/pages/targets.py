"""Will we reach the year's goals?"""

from layouts.charts.goal_places import GoalMatrix, GoalPlaces, GoalTable
from layouts.charts.goals import GoalChart
from layouts.page import Page
from warehouse.text import Text

PAGE = Page(
    path="/targets",
    name=Text("Targets", lo="ເປົ້າໝາຍ"),
    title=Text("Will we reach the year's goals?", lo="ພວກເຮົາຈະບັນລຸເປົ້າໝາຍຂອງປີບໍ?"),
    order=9,
    picks_indicator=True,
    blocks=(
        GoalTable("goals", Text("The year's goals", lo="ເປົ້າໝາຍຂອງປີ"), 12),
        GoalChart("course", Text("Course", lo="ແນວໂນ້ມ"), 12),
        GoalMatrix("matrix", Text("Every goal in every province", lo="ທຸກເປົ້າໝາຍ ໃນທຸກແຂວງ"), 12),
        GoalPlaces("provinces", Text("by province", lo="ຕາມແຂວງ"), 12),
    ),
)
