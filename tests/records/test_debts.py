"""Debts, their payments and balances: four debts of three units, every answer worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert

from tests.records.conftest import Asked, Number
from tests.records.small_star import AS_OF
from warehouse.periods import parse_period
from warehouse.records import (
    Ageing,
    Balance,
    CohortRecovery,
    Concentration,
    DebtCauses,
    DebtList,
    DebtSizes,
    PaymentList,
    TopDebtors,
)
from warehouse.star import fact_debt, fact_debt_month, fact_debt_payment

IN_07 = (("province", ("07",)),)
SEPTEMBER, OCTOBER, NOVEMBER = (parse_period(f"2026-{month:02}") for month in (9, 10, 11))
PLACE = {"district_code": "0101", "sector_code": "C", "size_code": "small", "scheme_code": "enterprise"}

DEBTS = """
debt | unit | province | cause | established | principal | payments: day and kip
D1 | SS0001 | 01 | inability | 2025-06-30 | 2000000 | 2026-09-10 500000
D2 | SS0001 | 01 | dispute   | 2026-09-05 |  600000 | 2026-09-20 400000, 2026-10-02 300000
D3 | SS0002 | 07 | inability | 2026-10-01 |  900000 |
D4 | SS0003 | 07 | closure   | 2026-08-15 |  100000 | 2026-11-03 100000
"""
# D2 was paid 700,000 for 600,000: 100,000 beyond. At the months' ends are owed:
#            August      September            October              20 November
#   D1       2,000,000   1,500,000            1,500,000            1,500,000
#   D2                     200,000                    0                    0
#   D3                                          900,000              900,000
#   D4         100,000     100,000              100,000                    0
MONTHS = {
    date(2026, 8, 31): {"D1": 2_000_000, "D4": 100_000},
    date(2026, 9, 30): {"D1": 1_500_000, "D2": 200_000, "D4": 100_000},
    date(2026, 10, 31): {"D1": 1_500_000, "D3": 900_000, "D4": 100_000},
    AS_OF: {"D1": 1_500_000, "D3": 900_000},
}


def rows() -> tuple[list[Any], list[Any], list[Any]]:
    debts, payments = [], []
    for line in DEBTS.strip().splitlines()[1:]:
        no, unit, province, cause, on, principal, paid = (cell.strip() for cell in line.split("|"))
        whose = {"debt_no": no, "cause_code": cause, "province_code": province, **PLACE}
        came = [(date.fromisoformat(day), int(lak)) for day, lak in (each.split() for each in paid.split(",") if each)]
        so_far = sum(lak for _, lak in came)
        debts.append(
            whose
            | {"ss_number": unit, "inspection_no": None, "period_from": None, "period_to": None}
            | {"principal_lak": int(principal), "paid_lak": so_far, "recovered_lak": min(so_far, int(principal))}
            | {"outstanding_lak": max(int(principal) - so_far, 0), "established_on": date.fromisoformat(on)}
            | {"last_paid_on": max((day for day, _ in came), default=None)}
        )
        payments += [
            whose | {"payment_no": str(n), "paid_on": day, "amount_lak": lak} for n, (day, lak) in enumerate(came)
        ]
    known = {row["debt_no"]: row for row in debts}
    balances = [
        {name: known[no][name] for name in ("debt_no", "cause_code", "province_code", *PLACE)}
        | {
            "month_start": end.replace(day=1),
            "outstanding_lak": lak,
            "age_days": (end - known[no]["established_on"]).days,
        }
        | {"age_code": aged((end - known[no]["established_on"]).days)}
        for end, owed in MONTHS.items()
        for no, lak in owed.items()
    ]
    return debts, payments, balances


def aged(days: int) -> str:
    return "d0_90" if days <= 90 else "d91_180" if days <= 180 else "d181_365" if days <= 365 else "d366"


@pytest.fixture(autouse=True, scope="module")
def owed(connection: Connection) -> Iterator[None]:
    tables = (fact_debt, fact_debt_payment, fact_debt_month)
    for table, lines in zip(tables, rows(), strict=True):
        connection.execute(insert(table), lines)
    connection.commit()
    yield
    for table in tables:
        connection.execute(delete(table))
    connection.commit()


@pytest.mark.parametrize(
    ("indicator", "period", "debts"),
    [
        ("debt_outstanding_lak", SEPTEMBER, ["D1", "D2", "D4"]),
        ("debt_outstanding_lak", OCTOBER, ["D1", "D3", "D4"]),
        ("debt_cases", NOVEMBER, ["D1", "D3"]),
        ("debt_over_year_share", OCTOBER, ["D1"]),
        ("debt_established_lak", SEPTEMBER, ["D2"]),
        ("debt_cohort_recovered_share", OCTOBER, ["D3"]),
    ],
)
def test_the_debts_behind_a_number_are_those_counted(
    asked: Asked, number: Number, indicator: str, period: Any, debts: list[str]
) -> None:
    listing = asked(DebtList(period=period, indicator=indicator))
    assert sorted(listing.column("debt_no")) == debts
    value = number(indicator, period)
    if indicator == "debt_cases":
        assert value.value == len(debts)
    if indicator in ("debt_outstanding_lak", "debt_over_year_share"):
        assert sum(listing.column("outstanding_lak")) == value.numerator
    if indicator == "debt_established_lak":
        assert sum(listing.column("principal_lak")) == value.value


def test_the_denominator_of_recovery_is_what_was_owed_before(asked: Asked, number: Number) -> None:
    opening = asked(DebtList(period=OCTOBER, indicator="debt_recovery_rate", part="denominator"))
    established = 900_000
    assert sum(opening.column("outstanding_lak")) == 1_800_000
    assert number("debt_recovery_rate", OCTOBER).denominator == 1_800_000 + established


def test_a_list_of_a_flow_shows_what_is_owed_today(asked: Asked) -> None:
    (row,) = asked(DebtList(period=SEPTEMBER, indicator="debt_established_lak")).records()
    assert (row["outstanding_lak"], row["age_days"], row["name_en"]) == (0, None, "Unit 1 100%")


@pytest.mark.parametrize("indicator", ["debt_recovered_lak", "debt_recovery_rate"])
def test_the_payments_behind_a_number_add_up_to_it(asked: Asked, number: Number, indicator: str) -> None:
    for period, where in ((SEPTEMBER, ()), (OCTOBER, ()), (NOVEMBER, IN_07)):
        listing = asked(PaymentList(period=period, indicator=indicator, where=where))
        assert sum(listing.column("amount_lak")) == number(indicator, period, where=where).numerator > 0
    assert asked(PaymentList(period=SEPTEMBER)).column("days_since") == [15, 437]


def test_filters_and_search(asked: Asked) -> None:
    assert asked(DebtList(period=OCTOBER, where=(("cause", ("inability",)), *IN_07))).column("debt_no") == ["D3"]
    assert asked(DebtList(period=OCTOBER, where=(("age", ("d0_90",)),))).column("debt_no") == ["D3", "D4"]
    assert asked(DebtList(period=OCTOBER, where=(("unit", ("SS0003",)),))).column("debt_no") == ["D4"]
    assert asked(DebtList(period=OCTOBER, search="ss0002")).column("debt_no") == ["D3"]
    assert asked(PaymentList(period=OCTOBER, search="D2", where=(("cause", ("dispute",)),))).total == 1


def test_a_list_of_debts_is_behind_debts_only(asked: Asked) -> None:
    with pytest.raises(ValueError, match="does not come from fact_debt"):
        asked(DebtList(period=OCTOBER, indicator="debt_recovered_lak"))
    with pytest.raises(ValueError, match="does not come from fact_debt_payment"):
        asked(PaymentList(period=OCTOBER, indicator="debt_cases"))


def test_the_running_balance_adds_up_although_a_debt_was_overpaid(asked: Asked) -> None:
    listing = asked(Balance(date(2026, 9, 1), date(2026, 11, 1)))
    assert [row[1:] for row in listing.rows] == [
        (2_100_000, 600_000, 900_000, 0, 1_800_000),
        (1_800_000, 900_000, 300_000, 100_000, 2_500_000),
        (2_500_000, 0, 100_000, 0, 2_400_000),
    ]
    for _, opening, established, recovered, beyond, closing in listing.rows:
        assert opening + established - recovered + beyond == closing
    inside = asked(Balance(date(2026, 10, 1), date(2026, 10, 1), IN_07)).rows
    assert inside == ((date(2026, 10, 1), 100_000, 900_000, 0, 0, 1_000_000),)


def test_ageing_has_every_age_of_every_month(asked: Asked, number: Number) -> None:
    listing = asked(Ageing(date(2026, 9, 1), date(2026, 10, 1)))
    assert [(row["month"].month, row["age"], row["cases"], row["outstanding_lak"]) for row in listing.records()] == [
        (9, "d0_90", 2, 300_000),
        (9, "d91_180", 0, 0),
        (9, "d181_365", 0, 0),
        (9, "d366", 1, 1_500_000),
        (10, "d0_90", 2, 1_000_000),
        (10, "d91_180", 0, 0),
        (10, "d181_365", 0, 0),
        (10, "d366", 1, 1_500_000),
    ]
    assert listing.column("share")[-1] == number("debt_over_year_share", OCTOBER).value == 0.6


def test_causes_the_most_first(asked: Asked) -> None:
    assert asked(DebtCauses(OCTOBER)).rows == (
        ("inability", 2, 2_400_000, 0.96, 1_500_000 / 2_400_000),
        ("closure", 1, 100_000, 0.04, 0),
    )


def test_sizes_from_small_to_large(asked: Asked) -> None:
    found = [(row["from_lak"], row["cases"], row["outstanding_lak"]) for row in asked(DebtSizes(OCTOBER)).records()]
    assert found[:3] == [(0, 2, 1_000_000), (1_000_000, 1, 1_500_000), (5_000_000, 0, 0)]


def test_a_debtor_is_a_unit_with_all_its_debts(asked: Asked) -> None:
    """In September SS0001 owes 1,700,000 with two debts, SS0003 100,000."""
    first, last = asked(TopDebtors(SEPTEMBER)).records()
    assert (first["ss_number"], first["cases"], first["outstanding_lak"]) == ("SS0001", 2, 1_700_000)
    assert first["share"] == pytest.approx(17 / 18)
    assert (last["ss_number"], last["oldest_days"]) == ("SS0003", 46)
    assert asked(TopDebtors(SEPTEMBER, most=1)).total == 1
    assert asked(Concentration(SEPTEMBER)).rows == ((1, 1_700_000, pytest.approx(17 / 18)), (2, 1_800_000, 1))


def test_recovery_of_a_quarter_is_told_only_when_all_of_it_is_that_old(asked: Asked, number: Number) -> None:
    """D2 and D4 in the third quarter: within 30 days of each, 600,000 of D2 and nothing of D4; 90 days are not over for all."""
    found = {row["quarter"]: row for row in asked(CohortRecovery(date(2025, 4, 1), AS_OF)).records()}
    old, third, fourth = found["2025-Q2"], found["2026-Q3"], found["2026-Q4"]
    assert (old["within_365"], old["so_far"]) == (0, 0.25)
    assert third["within_30"] == pytest.approx(600_000 / 700_000)
    assert third["within_90"] is None
    assert third["so_far"] == 1 == number("debt_cohort_recovered_share", parse_period("2026-Q3")).value
    assert (fourth["within_30"], fourth["so_far"]) == (None, 0)


def test_nothing_owed_is_no_error(asked: Asked) -> None:
    nowhere = (("province", ("18",)),)
    assert asked(Concentration(OCTOBER, nowhere)).rows == asked(TopDebtors(OCTOBER, nowhere)).rows == ()
    assert asked(DebtCauses(OCTOBER, nowhere)).rows == ()
    assert {row[4] for row in asked(DebtSizes(OCTOBER, nowhere)).rows} == {None}
    assert asked(Balance(date(2026, 10, 1), date(2026, 10, 1), nowhere)).rows == ((date(2026, 10, 1), 0, 0, 0, 0, 0),)
