"""Who owes, how old, do we get it?"""

from layouts.cards import Cards
from layouts.charts.balance import BalanceChart
from layouts.charts.owed import AgeBars, AgeMonths, CauseBars, SizeBars
from layouts.charts.ranking import Breakdown, Ranking
from layouts.charts.recovery import CohortGrid, ConcentrationCurve
from layouts.charts.trend import Trend
from layouts.page import Page
from layouts.tables.debtors import Debtors
from layouts.tables.records import Records
from warehouse.text import Text

OWED = Text("Outstanding", lo="ຍອດຄົງຄ້າງ")

PAGE = Page(
    path="/debts",
    name=Text("Debts", lo="ໜີ້ສິນ"),
    title=Text("Who owes, how old is it, do we get it?", lo="ໃຜເປັນໜີ້, ດົນປານໃດ, ເກັບຄືນໄດ້ບໍ?"),
    order=7,
    blocks=(
        Cards(
            "cards",
            Text("Headline figures", lo="ຕົວເລກຫຼັກ"),
            12,
            indicators=(
                "debt_outstanding_lak",
                "debt_cases",
                "debt_over_year_share",
                "debt_recovery_rate",
                "debt_established_lak",
                "debt_recovered_lak",
                "debt_cohort_recovered_share",
            ),
        ),
        BalanceChart("balance", Text("Running balance", lo="ການເຄື່ອນໄຫວຍອດໜີ້"), 12),
        AgeBars("ageing", Text("How old it is", lo="ອາຍຸໜີ້"), 6),
        CauseBars("causes", Text("Why it is owed", lo="ສາເຫດຂອງໜີ້"), 6),
        AgeMonths("ages", Text("How old it is, through time", lo="ອາຍຸໜີ້ຕາມເວລາ"), 6),
        Trend("recovery", Text("Recovery rate", lo="ອັດຕາການເກັບຄືນ"), 6, indicator="debt_recovery_rate"),
        SizeBars("sizes", Text("Few large ones, many small ones", lo="ໜີ້ໃຫຍ່ໜ້ອຍ, ໜີ້ນ້ອຍຫຼາຍ"), 6),
        ConcentrationCurve("concentration", Text("How much the largest debtors owe", lo="ລູກໜີ້ໃຫຍ່ຄ້າງເທົ່າໃດ"), 6),
        Debtors("debtors", Text("The ten largest debtors", lo="ລູກໜີ້ໃຫຍ່ສຸດ 10 ລາຍ"), 12),
        Ranking("provinces", OWED, 6, indicator="debt_outstanding_lak"),
        Breakdown("sectors", OWED, 6, indicator="debt_outstanding_lak", by="sector"),
        Ranking("recovered", OWED, 6, indicator="debt_recovery_rate"),
        CohortGrid("cohorts", Text("What comes back of each quarter's debts", lo="ການເກັບຄືນຂອງໜີ້ແຕ່ລະໄຕມາດ"), 6),
        Records(
            "records",
            Text("Records", lo="ລາຍການ"),
            lists=("debt_outstanding_lak", "debt_established_lak", "debt_recovered_lak", "debt_over_year_share"),
            drills=("debts", "debt_payments"),
        ),
    ),
)
