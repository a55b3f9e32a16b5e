"""How far back the data goes: the first month in which anything was inspected or paid."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from warehouse.periods import month_start
from warehouse.star import fact_inspection, rollup_unit_month


def first_month(connection: Connection, day: date) -> date:
    """The first day of that month; the as-of date's month where there is neither."""
    ordered = connection.execute(select(func.min(fact_inspection.c.ordered_on))).scalar()
    r = rollup_unit_month.c
    paid = connection.execute(select(func.min(r.month_start)).where(r.paid_lak > 0)).scalar()
    return month_start(min(found for found in (ordered, paid, day) if found is not None))
