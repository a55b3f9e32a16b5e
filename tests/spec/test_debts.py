"""Who owes, how old it is, what comes back. As of 20 October 2026, in the middle of a month."""

from __future__ import annotations

from sqlalchemy import select

from tests.spec.asked import Asked
from warehouse.star import fact_debt, fact_debt_month

TABLES = {
    "2026-06-30": """
        lsso.labour_units
        ss_number | district_code | isic_section | workers | scheme     | updated_at
        MOVED     | 0101          | C            | 5       | enterprise | 2020-01-01
        STAYED    | 0701          | F            | 60      | voluntary  | 2020-01-01
    """,
    "2026-07-31": """
        lsso.labour_units
        ss_number | district_code | isic_section | workers | scheme     | updated_at
        MOVED     | 1801          | P            | 200     | enterprise | 2026-07-15
    """,
    "2026-10-20": """
        inspections.debts
        debt_no | ss_number | principal_lak | established_on
        D1      | MOVED     | 1000          | 2026-07-14
        D2      | MOVED     | 500           | 2026-07-15
        D3      | STAYED    | 2000          | 2025-09-30
        D4      | STAYED    | 300           | 2026-09-01
        D5      | STAYED    | 70            | 2026-10-20
        D6      | STAYED    | 0             | 2026-08-01
        D7      | STAYED    | 900           | 2026-08-01

        inspections.debt_payments
        debt_no | payment_no | paid_on    | amount_lak
        D1      | 1          | 2026-07-31 | 100
        D1      | 2          | 2026-08-01 | 150
        D1      | 3          | 2026-10-20 | 50
        D3      | 1          | 2026-08-31 | 500
        D3      | 2          | 2026-08-31 | 250
        D4      | 1          | 2026-09-10 | 200
        D4      | 2          | 2026-09-20 | 150
        D7      | 1          | 2026-07-31 | 900

        planning.targets
        year | month | province_code | indicator            | target
        2026 | 9     | 01            | debt_recovered_lak   | 1000
        2026 | 10    | 01            | debt_recovered_lak   | 2000
        2026 | 9     | 01            | debt_over_year_share | 0.5
        2026 | 10    | 01            | debt_over_year_share | 0.3
        2026 | 10    | 07            | debt_over_year_share | 0.1
        2026 | 9     | 07            | debt_cases           | 9
        2026 | 10    | 07            | debt_cases           | 8
    """,
}
# What follows, at the end of:      June   July   August   September   (20 October)
# D1  1,000 of 14 July                      900    750      750         700
# D2    500 of 15 July                      500    500      500         500
# D3  2,000 of 30 September 2025    2000   2000   1250     1250        1250
# D4    300 of 1 September                                 0, 50 over   0
# D5     70 of 20 October                                               70
# D7    900 of 1 August, paid 31 July              0        0           0


def test_debt_outstanding_lak(asked: Asked) -> None:
    """Outstanding on D = principal − payments up to D, never below 0 (an overpayment is a warning)."""
    assert asked("debt_outstanding_lak", "2025-08") == 0
    assert asked("debt_outstanding_lak", "2025-09") == 2000  # established on the last day
    assert asked("debt_outstanding_lak", "2026-07") == 900 + 500 + 2000
    assert (
        asked("debt_outstanding_lak", "2026-08") == 750 + 500 + 1250
    )  # a payment on the last day counts; two that day, both
    assert asked("debt_outstanding_lak", "2026-09") == 750 + 500 + 1250  # D4's 50 too much are taken from no other debt
    assert asked("debt_outstanding_lak", "2026-Q3") == 2500  # a stock is not summed


def test_an_overpayment_is_a_warning(asked: Asked) -> None:
    assert asked.doubted("debt_overpaid") == {"D4"}


def test_on_the_as_of_date(asked: Asked) -> None:
    """A period that runs past the as-of date ends there: on 20 October the day's payment and debt count."""
    assert asked("debt_outstanding_lak", "2026-10") == 700 + 500 + 1250 + 70
    assert asked("debt_outstanding_lak", "2026") == 700 + 500 + 1250 + 70


def test_debt_cases(asked: Asked) -> None:
    """Debts with outstanding > 0: neither one paid nor one of nothing."""
    assert asked("debt_cases", "2026-07") == 3
    assert asked("debt_cases", "2026-09") == 3
    assert asked("debt_cases", "2026-10") == 4
    assert asked("debt_cases", "2025-08") == 0


def test_debt_established_lak(asked: Asked) -> None:
    """Principal by established_on."""
    assert asked("debt_established_lak", "2026-07") == 1000 + 500
    assert asked("debt_established_lak", "2026-Q3") == 1500 + 900 + 300
    assert asked("debt_established_lak", "2026-10") == 70


def test_debt_recovered_lak(asked: Asked) -> None:
    """Payments by paid_on, whole: also what is over the principal, and what came before the debt."""
    assert asked("debt_recovered_lak", "2026-07") == 100 + 900
    assert asked("debt_recovered_lak", "2026-08") == 150 + 500 + 250
    assert asked("debt_recovered_lak", "2026-09") == 200 + 150
    assert asked("debt_recovered_lak", "2026") == 1000 + 900 + 350 + 50


def test_debt_recovery_rate(asked: Asked) -> None:
    """Recovery rate of a period = paid in it ÷ (outstanding at its start + established in it)."""
    assert asked("debt_recovery_rate", "2026-08") == 900 / (3400 + 900)
    assert asked("debt_recovery_rate", "2026-09") == 350 / (2500 + 300)
    assert asked("debt_recovery_rate", "2026-Q3") == (1000 + 900 + 350) / (2000 + 1500 + 900 + 300)
    assert asked("debt_recovery_rate", "2026-Q4") == 50 / (2500 + 70)
    assert asked("debt_recovery_rate", "2025-09") == 0 / 2000
    assert asked("debt_recovery_rate", "2025-08") is None
    assert asked.parts("debt_recovery_rate", "2026") == (
        2300,
        2000 + 2770,
    )  # of 2025's debts 2,000 are outstanding at its start
    assert asked.by("province", "debt_recovery_rate", "2026-08") == {"01": 150 / 900, "07": 750 / 2900, "18": 0 / 500}


def test_debt_over_year_share(asked: Asked) -> None:
    """Outstanding older than 365 days ÷ outstanding: D3 is 365 days old on 30 September, and no older."""
    assert asked("debt_over_year_share", "2026-09") == 0 / 2500
    assert asked("debt_over_year_share", "2026-10") == 1250 / 2520
    assert asked("debt_over_year_share", "2025-08") is None


def test_age(asked: Asked) -> None:
    """Age = days from established_on, at the month's end or on the as-of date. Buckets 0–90, 91–180, 181–365, 366+."""
    m = fact_debt_month.c
    chosen = select(m.month_start, m.age_days, m.age_code).where(m.debt_no == "D3").order_by(m.month_start)
    found = {f"{month:%Y-%m}": (days, code) for month, days, code in asked.connection.execute(chosen)}
    assert found["2025-09"] == (0, "d0_90")
    assert found["2025-12"] == (92, "d91_180")
    assert found["2026-03"] == (182, "d181_365")
    assert found["2026-09"] == (365, "d181_365")
    assert found["2026-10"] == (385, "d366")
    assert len(found) == 14


def test_debt_cohort_recovered_share(asked: Asked) -> None:
    """Recovered so far ÷ principal, of the debts established in the period; of D4 no more than its principal."""
    assert asked("debt_cohort_recovered_share", "2026-07") == 300 / 1500
    assert asked("debt_cohort_recovered_share", "2026-09") == 300 / 300
    assert asked("debt_cohort_recovered_share", "2025-09") == 750 / 2000
    assert asked("debt_cohort_recovered_share", "2026-06") is None


def test_a_debt_as_a_case(asked: Asked) -> None:
    """Paid and outstanding on the as-of date."""
    d = fact_debt.c
    chosen = select(d.debt_no, d.paid_lak, d.recovered_lak, d.outstanding_lak, d.last_paid_on)
    found = {row[0]: (*row[1:4], str(row[4])) for row in asked.connection.execute(chosen)}
    assert found["D1"] == (300, 300, 700, "2026-10-20")
    assert found["D4"] == (350, 300, 0, "2026-09-20")
    assert found["D5"] == (0, 0, 70, "None")


def test_a_debt_and_its_payments_have_the_unit_s_slices_on_established_on(asked: Asked) -> None:
    """The unit moved from 01 to 18 on 15 July: D1 is of the day before, and stays there with all of its payments."""
    assert asked.by("province", "debt_established_lak", "2026-07") == {"01": 1000, "18": 500}
    assert asked.by("district", "debt_outstanding_lak", "2026-10") == {"0101": 700, "1801": 500, "0701": 1320}
    assert asked.by("sector", "debt_recovered_lak", "2026-10") == {"C": 50}
    assert asked.by("size", "debt_cases", "2026-09") == {"micro": 1, "large": 1, "medium": 1}
    assert asked.by("scheme", "debt_outstanding_lak", "2026-09") == {"enterprise": 1250, "voluntary": 1250}


def test_by_phase(asked: Asked) -> None:
    assert asked("debt_outstanding_lak", "second") == 2000  # it ends on 30 September 2025
    assert asked("debt_established_lak", "second") == 2000
    assert asked("debt_recovered_lak", "third") == 2300
    assert asked("debt_recovery_rate", "third") == 2300 / (2000 + 2770)


def test_targets(asked: Asked) -> None:
    assert asked.value("debt_recovered_lak", "2026").target == 3000
    assert asked.value("debt_over_year_share", "2026").target == (0.3 + 0.1) / 2
    assert asked.value("debt_over_year_share", "2026-09", province="01").target == 0.5
    assert asked.value("debt_cases", "2026").target == 8
    assert asked.value("debt_cases", "2026-08").target is None
