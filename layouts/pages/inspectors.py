"""Is the workforce used well?"""

from layouts import words
from layouts.cards import Cards
from layouts.charts.spread import SpreadCourse, SpreadStrip
from layouts.charts.teams import LoadBars, RoleBars, TopicBars
from layouts.charts.trend import Trend
from layouts.page import Page
from layouts.tables.figures import Figures
from layouts.tables.records import Records
from layouts.tables.workforce import GuidesTable, InspectorTable, SessionsTable
from warehouse.text import Text

PAGE = Page(
    path="/inspectors",
    name=Text("Inspectors", lo="ເຈົ້າໜ້າທີ່"),
    title=Text("Is the workforce used well?", lo="ກຳລັງຄົນຖືກນຳໃຊ້ໄດ້ດີບໍ?"),
    order=8,
    blocks=(
        Cards(
            "cards",
            Text("Headline figures", lo="ຕົວເລກຫຼັກ"),
            12,
            indicators=(
                "inspectors_active",
                "inspector_fte",
                "inspections_per_fte_month",
                "trained_share",
                "hours_direct",
                "hours_indirect",
                "days_to_report",
                "training_days",
            ),
        ),
        SpreadStrip(
            "spread",
            Text("Credit per FTE-month of each inspector", lo="ສ່ວນແບ່ງຕໍ່ຄົນ-ເດືອນ ຂອງແຕ່ລະເຈົ້າໜ້າທີ່"),
            6,
            indicator="credit_per_fte_month",
        ),
        LoadBars("load", Text("Who has the most open orders", lo="ໃຜມີຄຳສັ່ງທີ່ຍັງເປີດຫຼາຍສຸດ"), 6),
        Trend(
            "pace", Text("Inspections per FTE-month", lo="ການກວດກາຕໍ່ຄົນ-ເດືອນ"), 6, indicator="inspections_per_fte_month"
        ),
        SpreadCourse(
            "report", Text("Days to the report", lo="ມື້ຈົນຮອດລາຍງານ"), 6, indicator="days_to_report", height=300
        ),
        SpreadCourse(
            "direct", Text("Hours of a direct inspection", lo="ຊົ່ວໂມງຂອງການກວດກາໂດຍກົງ"), 6, indicator="hours_direct"
        ),
        SpreadCourse(
            "indirect",
            Text("Hours of an indirect inspection", lo="ຊົ່ວໂມງຂອງການກວດກາທາງອ້ອມ"),
            6,
            indicator="hours_indirect",
        ),
        RoleBars("roles", Text("Places in teams by role", lo="ການເຂົ້າຮ່ວມໜ່ວຍງານ ຕາມໜ້າທີ່"), 6),
        GuidesTable("guides", Text("Who has guided trainees so far", lo="ໃຜໄດ້ແນະນຳຜູ້ຝຶກ ມາຮອດປັດຈຸບັນ"), 6),
        SessionsTable("sessions", Text("Training", lo="ການຝຶກອົບຮົມ"), 6),
        TopicBars("helpdesk", Text("What the help desk is asked", lo="ຄຳຖາມເຖິງໜ່ວຍຊ່ວຍເຫຼືອ"), 6),
        InspectorTable("inspectors", Text("Inspectors one by one", lo="ເຈົ້າໜ້າທີ່ແຕ່ລະຄົນ")),
        Figures(
            "more",
            words.MORE_FIGURES,
            12,
            indicators=(
                "inspectors_in_training",
                "inspections_led",
                "inspections_taken_part",
                "inspections_credit",
            ),
        ),
        Records(
            "records",
            Text("Records", lo="ລາຍການ"),
            lists=("inspectors_active", "inspections_credit", "training_days", "tickets_opened", "ticket_answer_days"),
            drills=("inspectors", "team", "training", "tickets"),
        ),
    ),
)
