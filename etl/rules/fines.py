"""The statutory fine (4139 art. 26), beside the fine that was imposed."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, Subquery, case, func

from etl.rules.amounts import BASIS_POINTS, basis_points, difference, half_up, threshold, whole
from etl.rules.lookup import lookup
from warehouse.periods import add_months
from warehouse.reference import rows

MONTHS_A_YEAR = 12
DENOMINATOR = BASIS_POINTS * MONTHS_A_YEAR


def lending_rates(until: date) -> Subquery:
    """For each month until the one of `until`: the sum of the annual lending rates (hundredths of a per cent) of all months
    before it, so that the sum over any span of months is a difference of two."""
    months: list[tuple[date, int]] = []
    total = 0
    for row in rows("lending_rates"):
        month = date.fromisoformat(f"{row['month_from']}-01")
        last = date.fromisoformat(f"{row['month_to']}-01") if row["month_to"] else until
        while month <= min(last, until):
            months.append((month, total))
            total += basis_points(row["annual_pct"])
            month = add_months(month, 1)
    months.append((add_months(until, 1), total))
    return lookup("lending", {"month_start": Date, "before_bp": Integer}, months)


def statutory_parts(
    basis: Any, base_lak: Any, months: Any, employer_bp: Any, lending_bp: Any
) -> tuple[ColumnElement[Any], int]:
    """Numerator and denominator of the statutory fine in kip; null where a rate that it needs is not known.

    `lending_bp` is the sum of the annual rates of the `months` months before the month of the fine. No months means 1.
    """
    base, span = whole(base_lak), func.coalesce(months, 1)
    share = base * whole(employer_bp) * whole(span) * MONTHS_A_YEAR
    numerator = case(
        (basis.in_(("non_participation", "unregistered_workers")), share),
        (basis == "late_payment", base * whole(lending_bp)),
        (basis == "damage", base * (threshold("damage_multiple") * DENOMINATOR)),
    )
    return numerator, DENOMINATOR


def statutory_lak(parts: tuple[ColumnElement[Any], int]) -> ColumnElement[Any]:
    return half_up(*parts)


def varies(imposed_lak: Any, parts: tuple[ColumnElement[Any], int]) -> ColumnElement[bool]:
    """The difference is over 1 % of the statutory fine or 1,000 kip, whichever is more."""
    numerator, denominator = parts
    allowed = func.greatest(
        whole(numerator) * threshold("fine_variance_permille"),
        whole(threshold("fine_variance_lak") * denominator * 1000),
    )
    return difference(whole(imposed_lak) * denominator, numerator) * 1000 > allowed
