"""Who owes, how old it is, and what comes back."""

from __future__ import annotations

from warehouse.indicators.model import Citation, Indicator, Measure, count, total
from warehouse.star import fact_debt as d
from warehouse.star import fact_debt_month as b
from warehouse.star import fact_debt_payment as p
from warehouse.text import Text
from warehouse.units import COUNT, KIP, SHARE

REVIEW = Citation("Review of a social security inspections information system, 2024", "5.2")
ISSA = Citation("ISSA Guidelines on Contribution Collection and Compliance", "11, debt management")
OUTSTANDING = Measure(b, total(b.c.outstanding_lak), snapshot=b.c.month_start)
AT_START = Measure(b, total(b.c.outstanding_lak), snapshot=b.c.month_start, opening=True)
ESTABLISHED = Measure(d, total(d.c.principal_lak), on=d.c.established_on)
RECOVERED = Measure(p, total(p.c.amount_lak), on=p.c.paid_on)

DEBTS = (
    Indicator(
        "debt_outstanding_lak",
        Text("Debt outstanding", lo="ໜີ້ສິນຄົງຄ້າງ"),
        Text("Outstanding", lo="ຍອດຄົງຄ້າງ"),
        Text("principal less payments of all debts, at the end", lo="ຕົ້ນທຶນຫັກການຊຳລະຂອງທຸກໜີ້ ໃນທ້າຍໄລຍະ"),
        KIP,
        "down",
        OUTSTANDING,
        REVIEW,
        drill="debts",
    ),
    Indicator(
        "debt_cases",
        Text("Debt cases", lo="ຈຳນວນກໍລະນີໜີ້ສິນ"),
        Text("Debts", lo="ກໍລະນີໜີ້"),
        Text("debts with something outstanding at the end", lo="ໜີ້ທີ່ຍັງຄ້າງຊຳລະໃນທ້າຍໄລຍະ"),
        COUNT,
        "down",
        Measure(b, count(), snapshot=b.c.month_start),
        REVIEW,
        drill="debts",
    ),
    Indicator(
        "debt_established_lak",
        Text("Debt established", lo="ໜີ້ສິນທີ່ກຳນົດໃໝ່"),
        Text("Established", lo="ກຳນົດໃໝ່"),
        Text("principal of debts, by the day they were established", lo="ຕົ້ນທຶນຂອງໜີ້ ຕາມວັນທີກຳນົດ"),
        KIP,
        None,
        ESTABLISHED,
        REVIEW,
        drill="debts",
    ),
    Indicator(
        "debt_recovered_lak",
        Text("Debt recovered", lo="ໜີ້ສິນທີ່ເກັບຄືນ"),
        Text("Recovered", lo="ເກັບຄືນ"),
        Text("payments of debts, by the day of payment", lo="ການຊຳລະໜີ້ ຕາມວັນທີຊຳລະ"),
        KIP,
        "up",
        RECOVERED,
        REVIEW,
        drill="debt_payments",
    ),
    Indicator(
        "debt_recovery_rate",
        Text("Recovery rate of debt", lo="ອັດຕາການເກັບໜີ້ຄືນ"),
        Text("Recovery", lo="ອັດຕາເກັບຄືນ"),
        Text(
            "paid in the period ÷ (outstanding at its start + established in it)",
            lo="ຊຳລະໃນໄລຍະ ÷ (ຄົງຄ້າງຕົ້ນໄລຍະ + ກຳນົດໃໝ່ໃນໄລຍະ)",
        ),
        SHARE,
        "up",
        RECOVERED,
        ISSA,
        denominator=AT_START,
        plus=ESTABLISHED,
        drill="debt_payments",
    ),
    Indicator(
        "debt_over_year_share",
        Text("Debt older than a year", lo="ໜີ້ສິນເກີນໜຶ່ງປີ"),
        Text("Over a year", lo="ເກີນໜຶ່ງປີ"),
        Text("outstanding for more than 365 days ÷ outstanding", lo="ຄົງຄ້າງເກີນ 365 ວັນ ÷ ຄົງຄ້າງທັງໝົດ"),
        SHARE,
        "down",
        OUTSTANDING.narrowed(b.c.age_days > 365),
        ISSA,
        denominator=OUTSTANDING,
        drill="debts",
    ),
    Indicator(
        "debt_cohort_recovered_share",
        Text("Recovered of the debts established", lo="ເກັບຄືນຈາກໜີ້ທີ່ກຳນົດໃນໄລຍະ"),
        Text("Cohort recovery", lo="ເກັບຄືນຕາມຮຸ່ນ"),
        Text(
            "recovered so far ÷ principal, of the debts established in the period",
            lo="ເກັບຄືນແລ້ວ ÷ ຕົ້ນທຶນ ຂອງໜີ້ທີ່ກຳນົດໃນໄລຍະ",
        ),
        SHARE,
        None,
        Measure(d, total(d.c.recovered_lak), on=d.c.established_on),
        ISSA,
        denominator=ESTABLISHED,
        drill="debts",
    ),
)
