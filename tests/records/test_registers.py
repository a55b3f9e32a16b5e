"""Lists behind coverage and detection are as long, and add up to as much, as their numbers; by hand on a small country."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from layouts.charts.detected import LISTS
from tests.records.one_unit import TABLES
from tests.spec.asked import Asked
from warehouse.codes import DETECTION
from warehouse.indicators import INDICATORS
from warehouse.periods import parse_period
from warehouse.records import Detected, DetectionList, EnterpriseList, Listing, TaxYearList, answer

NOW = parse_period("2026-10")
Ask = Callable[[Any], Listing]


@pytest.fixture
def country(asked_of: Any) -> Asked:
    return asked_of(TABLES)  # type: ignore[no-any-return]


@pytest.fixture
def ask(country: Asked) -> Ask:
    return lambda request: answer(country.connection, request)


@pytest.mark.parametrize(
    "id_", [i.id for i in INDICATORS.values() if i.drill == "detections" and i.id != "detected_lak"]
)
def test_a_rule_lists_what_it_counts(country: Asked, ask: Ask, id_: str) -> None:
    for period in ("2025-12", "2026-05", "2026-10"):
        assert ask(DetectionList(period=parse_period(period), indicator=id_)).total == country(id_, period)


def test_cases_by_rule(country: Asked, ask: Ask) -> None:
    """The payer and the visit are of enterprise 90002; the unit 07000003 never paid until it closed."""
    rows = {row["rule"]: (row["cases"], row["workers"]) for row in ask(Detected(NOW)).records()}
    assert rows["unknown_payer"] == (1, 8)
    assert rows["visit_unregistered"] == (1, 7)
    assert rows["unknown_enterprise"] == (0, 0)
    assert list(rows) == [code.code for code in DETECTION]
    assert {*LISTS} == {*rows}
    assert {*LISTS.values()} <= {*INDICATORS}
    at_stake = ask(DetectionList(period=NOW, limit=None)).column("amount_lak")
    assert sum(lak or 0 for lak in at_stake) == country("detected_lak", "2026-10")
    elsewhere = ask(Detected(NOW, (("province", ("18",)),))).records()
    assert {row["cases"] for row in elsewhere} == {0}


def test_cases_tell_why(ask: Ask) -> None:
    (payer,) = ask(DetectionList(period=NOW, indicator="unknown_payers")).records()
    assert payer["enterprise_no"] == "90002"
    assert payer["reasons"].startswith("Paid 96,000,000 kip of wages in 2025 by the tax file (employees: 8)")
    assert "8" in payer["reasons"].lo


def test_enterprises_behind_the_share(country: Asked, ask: Ask) -> None:
    parts = country.parts("unit_coverage", "2026-10")
    linked = ask(EnterpriseList(period=NOW))
    every = ask(EnterpriseList(period=NOW, part="denominator"))
    assert (linked.total, every.total) == parts == (1, 2)
    assert linked.column("ss_number") == ["01000001"]
    assert ask(EnterpriseList(period=parse_period("2025-12"))).total == 0  # its unit registered in 2026
    assert ask(EnterpriseList(period=NOW, part="denominator", search="ແສງດາລາ")).column("enterprise_no") == ["90002"]


def test_tax_years_behind_workers_and_wages(country: Asked, ask: Ask) -> None:
    workers = ask(TaxYearList(period=NOW, indicator="worker_coverage", limit=None))
    assert (sum(workers.column("covered_employees")), sum(workers.column("employees"))) == country.parts(
        "worker_coverage", "2026-10"
    )
    assert workers.column("tin") == ["T-22"]
    gaps = ask(TaxYearList(period=parse_period("2025")))
    assert sum(gaps.column("gap_lak")) == country("wage_gap_lak", "2025") == 0
    with pytest.raises(ValueError, match="does not come from fact_detection"):
        ask(DetectionList(period=NOW, indicator="unit_coverage"))
