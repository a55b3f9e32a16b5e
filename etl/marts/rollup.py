"""Unit-months summed by month, district, sector, size and scheme: what most questions about contributions are answered from."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, select

from etl.database import Database
from warehouse.codes import JUDGED_STATUSES
from warehouse.star import fact_unit_month, rollup_unit_month

SLICES = ("province_code", "district_code", "sector_code", "size_code", "scheme_code")


def roll_up(db: Database) -> None:
    """Month × district × sector × size × scheme: what most questions are answered from."""
    fact = fact_unit_month.c
    keys = (fact.month_start, *(fact[name] for name in SLICES))
    due = and_(fact.status_code.is_not(None), fact.status_code != "not_yet_due")
    columns: dict[str, ColumnElement[Any]] = {
        "sent": func.sum(fact.sent),
        "with_status": func.count().filter(due),
        **{status: func.count().filter(fact.status_code == status) for status in JUDGED_STATUSES},
        "due_lak": func.coalesce(func.sum(fact.due_lak).filter(due), 0),
        "paid_lak": func.coalesce(func.sum(fact.paid_lak).filter(due), 0),
        "overdue_lak": func.coalesce(func.sum(func.greatest(fact.due_lak - fact.paid_lak, 0)).filter(due), 0),
        "registered": func.sum(fact.registered),
        "insured_workers": func.coalesce(func.sum(fact.insured_workers), 0),
        **{
            f"standing_{status}": func.count().filter(and_(fact.registered == 1, fact.standing_code == status))
            for status in ("stopped", "never_paid")
        },
    }
    names = [key.name for key in keys] + list(columns)
    chosen = select(*keys, *(value.label(name) for name, value in columns.items())).group_by(*keys).order_by(*keys)
    db.sa.execute(insert(rollup_unit_month).from_select(names, chosen))
