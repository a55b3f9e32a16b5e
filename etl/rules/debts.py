"""Debts: what is outstanding on a day, and how old it is (rules.md, Debt)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, case, func

from warehouse.reference import rows


def outstanding(principal_lak: Any, paid_lak: Any) -> ColumnElement[Any]:
    """Principal less the payments up to the day, never below 0."""
    return func.greatest(principal_lak - paid_lak, 0)


def age_code(age_days: Any) -> ColumnElement[str]:
    """The bucket of days since the debt was established."""
    bounded = [(age_days <= int(row["days_to"]), row["code"]) for row in rows("debt_ages") if row["days_to"]]
    return case(*bounded, else_=rows("debt_ages")[-1]["code"])
