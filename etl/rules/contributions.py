"""Contributions (rules.md): what is due for a month, and how a labour unit stands in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Date, Integer, String, Subquery, and_, case, func, or_

from etl.rules.amounts import BASIS_POINTS, basis_points, difference, half_up, last_day, threshold, whole
from etl.rules.lookup import lookup
from warehouse.reference import rows


def rates() -> Subquery:
    """Rates in hundredths of a per cent, and the ceiling a worker (kip), by scheme and span of days."""
    columns = {
        "scheme": String, "valid_from": Date, "valid_to": Date, "employer_bp": Integer, "total_bp": Integer,
        "ceiling_lak": BigInteger,
    }  # fmt: skip
    return lookup("rate", columns, rate_lines())


def rates_on(day: date, scheme: str) -> tuple[int, int | None]:
    """Both rates together in hundredths of a per cent, and the ceiling a worker; LookupError where none is in force."""
    for each, since, until, _, total, ceiling in rate_lines():
        if each == scheme and since <= day <= until:
            return total, ceiling
    raise LookupError(f"contribution_rates.csv has no row for {scheme} on {day}")


def rate_lines() -> list[tuple[str, date, date, int, int, int | None]]:
    ceilings = {(row["scheme"], row["valid_from"]): row["ceiling_lak"] for row in rows("contribution_ceilings")}
    return [
        (
            row["scheme"],
            date.fromisoformat(row["valid_from"]),
            last_day(row["valid_to"]),
            basis_points(row["employer_pct"]),
            basis_points(row["employer_pct"]) + basis_points(row["employee_pct"]),
            int(ceilings.get((row["scheme"], row["valid_from"])) or 0) or None,
        )
        for row in rows("contribution_rates")
    ]


def insurable_wages(wages: Any, workers: Any, ceiling: Any) -> ColumnElement[Any]:
    """Wages up to the ceiling per worker; all of them where the scheme has no ceiling."""
    return func.least(wages, func.coalesce(ceiling * workers, wages))


def due_by_rule(total_bp: Any, insurable: Any) -> ColumnElement[Any]:
    """(Employer rate + employee rate) × insurable wages, half a kip up."""
    return half_up(whole(insurable) * total_bp, BASIS_POINTS)


def due_doubted(delivered: Any, by_rule: Any) -> ColumnElement[bool]:
    """The due that was delivered stands; one that differs by more than 1 % is a warning."""
    return difference(delivered, by_rule) * 1000 > whole(by_rule) * threshold("due_doubt_permille")


def nothing_paid(paid_lak: Any, due_lak: Any) -> ColumnElement[bool]:
    """Of what was sent for a month (nulls: no row was): nothing paid although something was due or unknown."""
    return and_(func.coalesce(paid_lak, 0) == 0, or_(due_lak.is_(None), due_lak > 0))


def status_of(month: Any, as_of: date) -> ColumnElement[str]:
    """The first that holds, in the law's order.

    `month` has due_on, sent (1: a row was), due_lak, paid_lak, paid_on, month_start, first_paid (the first month for which
    the unit paid a kip) and in_a_row (how many of this month and the two before it have nothing paid).
    """
    m = month
    return case(
        (m.due_on > as_of, "not_yet_due"),
        (and_(m.sent == 1, m.due_lak == 0), "paid_on_time"),
        (and_(m.paid_lak > 0, m.paid_lak >= m.due_lak, m.paid_on <= m.due_on), "paid_on_time"),
        (and_(m.paid_lak > 0, m.paid_lak >= m.due_lak), "paid_late"),
        (m.paid_lak > 0, "part_paid"),
        (or_(m.first_paid.is_(None), m.first_paid > m.month_start), "never_paid"),
        (m.in_a_row == threshold("stopped_after_months"), "stopped"),
        else_="unpaid",
    )
