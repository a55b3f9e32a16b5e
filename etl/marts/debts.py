"""Debts as cases and as balances by month, and their payments; with the slices of the unit on the day of the debt."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, insert, over, select

from etl.database import Database
from etl.marts import mart
from etl.marts.common import days_between, fill_from, in_force, of_unit
from etl.marts.months import months_table
from etl.marts.work import dropped
from etl.rules.debts import age_code, outstanding
from warehouse.sources import STAGED
from warehouse.star import dim_labour_unit, fact_debt, fact_debt_month, fact_debt_payment, place_and_kind

debts_, payments_ = STAGED["inspections.debts"], STAGED["inspections.debt_payments"]
d, p, u, case_ = debts_.c, payments_.c, dim_labour_unit.c, fact_debt.c
SHARED = ("cause_code", *(column.name for column in place_and_kind()))


@mart(writes=(fact_debt,), reads=("inspections.debts", "inspections.debt_payments", "lsso.labour_units"))
def debts(db: Database, as_of: date) -> None:
    total = func.sum(p.amount_lak).label("paid_lak")
    paid = select(p.debt_no, total, func.max(p.paid_on).label("last_paid_on")).group_by(p.debt_no).subquery("paid")
    so_far = func.coalesce(paid.c.paid_lak, 0)
    columns: dict[str, ColumnElement[Any]] = {
        **{name: d[name] for name in ("debt_no", "ss_number", "inspection_no")},
        "cause_code": d.cause,
        **of_unit(),
        **{name: d[name] for name in ("period_from", "period_to", "principal_lak")},
        "paid_lak": so_far,
        "recovered_lak": func.least(so_far, d.principal_lak),
        "outstanding_lak": outstanding(d.principal_lak, so_far),
        "established_on": d.established_on,
        "last_paid_on": paid.c.last_paid_on,
    }
    unit = and_(u.ss_number == d.ss_number, in_force(dim_labour_unit, d.established_on))
    source = debts_.outerjoin(dim_labour_unit, unit).outerjoin(paid, paid.c.debt_no == d.debt_no)
    fill_from(db, fact_debt, columns, source)


@mart(writes=(fact_debt_payment,), reads=("inspections.debt_payments",))
def payments(db: Database, as_of: date) -> None:
    columns: dict[str, ColumnElement[Any]] = {
        **{name: p[name] for name in ("debt_no", "payment_no")},
        **{name: case_[name] for name in SHARED},
        **{name: p[name] for name in ("paid_on", "amount_lak")},
    }
    fill_from(db, fact_debt_payment, columns, payments_.join(fact_debt, case_.debt_no == p.debt_no))


@mart(writes=(fact_debt_month,), reads=())
def balances(db: Database, as_of: date) -> None:
    """The balance of each debt at each month's end from its establishment on, as long as something is outstanding."""
    begun = [db.sa.execute(select(func.min(on))).scalar() for on in (case_.established_on, fact_debt_payment.c.paid_on)]
    known = [day for day in begun if day is not None]
    if not known:
        return
    months = months_table(db, min(known), as_of)
    s = months.c
    paid = paid_by_month_end(months)
    balance = outstanding(case_.principal_lak, func.coalesce(paid.c.paid_lak, 0))
    age = days_between(case_.established_on, s.stock_day)
    columns: dict[str, ColumnElement[Any]] = {
        "month_start": s.month_start,
        "debt_no": case_.debt_no,
        **{name: case_[name] for name in SHARED},
        "outstanding_lak": balance,
        "age_days": age,
        "age_code": age_code(age),
    }
    same = and_(paid.c.debt_no == case_.debt_no, paid.c.month_start == s.month_start)
    chosen = (
        select(*(value.label(name) for name, value in columns.items()))
        .join_from(fact_debt, months, case_.established_on <= s.stock_day)
        .outerjoin(paid, same)
        .where(balance > 0)
        .order_by(s.month_start)
    )
    db.sa.execute(insert(fact_debt_month).from_select(list(columns), chosen))
    dropped(db, months)


def paid_by_month_end(months: Table) -> Any:
    """What was paid of each debt by the end of each month, from the month of its first payment on."""
    s, q = months.c, fact_debt_payment.c
    within = func.sum(q.amount_lak).label("amount_lak")
    month = func.date_trunc("month", q.paid_on).label("month_start")
    monthly = select(q.debt_no, month, within).group_by(q.debt_no, month).cte("monthly")
    starts = (
        select(monthly.c.debt_no, func.min(monthly.c.month_start).label("first"))
        .group_by(monthly.c.debt_no)
        .cte("starts")
    )
    run = over(func.sum(func.coalesce(monthly.c.amount_lak, 0)), partition_by=starts.c.debt_no, order_by=s.month_start)
    return (
        select(starts.c.debt_no, s.month_start, run.label("paid_lak"))
        .join_from(starts, months, s.month_start >= starts.c.first)
        .outerjoin(monthly, and_(monthly.c.debt_no == starts.c.debt_no, monthly.c.month_start == s.month_start))
        .subquery("paid_until")
    )
