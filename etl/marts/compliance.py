"""Unit-months: what each labour unit owed and paid for each month, and its status by the rules of contributions (rules.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    Integer,
    MetaData,


    Table,
    and_,
    case,

    func,
    insert,
    literal,

    or_,
    over,
    select,
)
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.selectable import Subquery

from etl.database import Database
from etl.marts import mart
from etl.marts.common import flag, in_force
from etl.marts.dimensions import earliest, many, months_until
from warehouse.periods import add_months
from warehouse.reference import due_day
from warehouse.sources import STAGED
from warehouse.star import dim_labour_unit, fact_unit_month, rollup_unit_month

build_month = Table(
    "build_month",
    MetaData(),
    *(Column(name, Date) for name in ("month_start", "stock_day", "due_on", "latest_sent", "last_due")),
    prefixes=["TEMP"],
)
SLICES = ("province_code", "district_code", "sector_code", "size_code", "scheme_code")
PAID_IN_FULL = ("paid_on_time", "paid_late")
FACT = fact_unit_month.c
m, u, c = build_month.c, dim_labour_unit.c, STAGED["lsso.contributions"].c


@mart(writes=(fact_unit_month, rollup_unit_month), reads=("lsso.labour_units", "lsso.contributions"))
def unit_months(db: Database, as_of: date) -> None:
    write_months(db, as_of)
    sent = sent_rows()
    for chosen in (judged(sent, as_of), outside_life(sent)):
        db.sa.execute(insert(fact_unit_month).from_select(list(chosen.c.keys()), select(chosen)))
    carry_standing(db)
    carry_insured(db)
    build_month.drop(db.sa)
    roll_up(db)


def write_months(db: Database, as_of: date) -> None:
    """The months up to the as-of date: the day of their stocks, their due date, and which month's rows count for them."""
    sent = set(db.sa.execute(select(c.month).distinct()).scalars())
    lines: list[dict[str, Any]] = []
    for line in months_until(earliest(db), as_of):
        month = line["month_start"]
        due_on = add_months(month, 1).replace(day=due_day(month))
        before = lines[-1] if lines else {"latest_sent": None, "last_due": None}
        lines.append(
            line
            | {
                "due_on": due_on,
                "latest_sent": month if month in sent else before["latest_sent"],
                "last_due": month if due_on <= as_of else before["last_due"],
            }
        )
    build_month.create(db.sa)
    many(db, build_month, lines)


def sent_rows() -> Subquery:
    """Delivered contributions with the unit's key in place of its number."""
    columns = (c.month, c.workers, c.wage_base_lak, c.due_lak, c.paid_lak, c.paid_on)
    return select(u.unit_key, *columns).where(u.ss_number == c.ss_number, u.is_current == 1).subquery("sent")


def life() -> Subquery:
    """A row for each month from a unit's registration to its closure (both count), as the unit was on the month's last day."""
    first = func.date_trunc("month", u.registered_on)
    last = func.coalesce(func.date_trunc("month", u.closed_on), m.month_start)
    inside = and_(m.month_start >= first, m.month_start <= last, in_force(dim_labour_unit, m.stock_day))
    registered = and_(u.registered_on <= m.stock_day, or_(u.closed_on.is_(None), u.closed_on > m.stock_day))
    columns = (u.unit_key, m.month_start, m.due_on, flag(registered).label("registered"), *(u[s] for s in SLICES))
    return select(*columns).join_from(dim_labour_unit, build_month, inside).subquery("life")


def judged(sent: Subquery, as_of: date) -> Subquery:
    """Unit-months with their status; what is carried over from another month is left for later."""
    months, s = life().c, sent.c
    first_paid = (
        select(s.unit_key, func.min(s.month).label("month")).where(s.paid_lak > 0).group_by(s.unit_key).subquery("first_paid")
    )
    run = {"partition_by": months.unit_key, "order_by": months.month_start}
    due = func.coalesce(over(func.last_value(ignoring_nulls(s.due_lak)), **run), 0)
    paid = func.coalesce(s.paid_lak, 0)
    nothing = flag(and_(paid == 0, or_(s.due_lak.is_(None), s.due_lak > 0)))
    base = (
        select(
            *months,
            flag(s.unit_key.is_not(None)).label("sent"),
            s.workers,
            s.wage_base_lak,
            due.label("due_lak"),
            paid.label("paid_lak"),
            s.paid_on,
            first_paid.c.month.label("first_paid"),
            (nothing + over(func.lag(nothing, 1, 0), **run) + over(func.lag(nothing, 2, 0), **run)).label("in_a_row"),
        )
        .outerjoin(sent, and_(s.unit_key == months.unit_key, s.month == months.month_start))
        .outerjoin(first_paid, first_paid.c.unit_key == months.unit_key)
        .subquery("base")
    )
    b = base.c
    status = status_of(b, as_of)
    return select(
        b.month_start,
        b.unit_key,
        *(b[name] for name in SLICES),
        status.label("status_code"),
        case((b.due_on <= as_of, status)).label("standing_code"),
        b.sent,
        b.registered,
        b.workers,
        case((b.registered == 1, b.workers)).label("insured_workers"),
        b.wage_base_lak,
        b.due_lak,
        b.paid_lak,
        b.paid_on,
    ).subquery("judged")


def ignoring_nulls(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return UnaryExpression(column, modifier=custom_op("IGNORE NULLS"))


def status_of(b: Any, as_of: date) -> ColumnElement[str]:
    """rules.md, Contributions: the first that holds, in the law's order."""
    return case(
        (b.due_on > as_of, "not_yet_due"),
        (and_(b.sent == 1, b.due_lak == 0, b.paid_lak == 0), "paid_on_time"),
        (and_(b.paid_lak > 0, b.paid_lak >= b.due_lak, b.paid_on <= b.due_on), "paid_on_time"),
        (and_(b.paid_lak > 0, b.paid_lak >= b.due_lak), "paid_late"),
        (b.paid_lak > 0, "part_paid"),
        (or_(b.first_paid.is_(None), b.first_paid > b.month_start), "never_paid"),
        (b.in_a_row == 3, "stopped"),
        else_="unpaid",
    )


def outside_life(sent: Subquery) -> Subquery:
    """Rows sent for months outside the unit's registration: kept, without a status."""
    s = sent.c
    inside = select(FACT.unit_key).where(FACT.unit_key == s.unit_key, FACT.month_start == s.month)
    columns = {
        "month_start": s.month,
        "unit_key": s.unit_key,
        **{name: u[name] for name in SLICES},
        "sent": literal(1),
        "registered": literal(0),
        "workers": s.workers,
        "wage_base_lak": s.wage_base_lak,
        "due_lak": s.due_lak,
        "paid_lak": s.paid_lak,
        "paid_on": s.paid_on,
    }
    return (
        select(*(value.label(name) for name, value in columns.items()))
        .join_from(sent, build_month, m.month_start == s.month)
        .join(dim_labour_unit, and_(u.unit_key == s.unit_key, in_force(dim_labour_unit, m.stock_day)))
        .where(~inside.exists())
        .subquery("outside")
    )


def carry_standing(db: Database) -> None:
    """Months not yet due stand as the last month that fell due (never_paid_units, stopped_units)."""
    before = fact_unit_month.alias("before")
    db.sa.execute(
        fact_unit_month.update()
        .where(
            FACT.month_start == m.month_start,
            m.last_due.is_distinct_from(m.month_start),
            before.c.unit_key == FACT.unit_key,
            before.c.month_start == m.last_due,
        )
        .values(standing_code=before.c.status_code)
    )


def carry_insured(db: Database) -> None:
    """Months without any row in the country take the workers of the latest month that has some (insured_workers)."""
    before = sent_rows().c
    db.sa.execute(
        fact_unit_month.update()
        .where(
            FACT.month_start == m.month_start,
            m.latest_sent.is_distinct_from(m.month_start),
            before.unit_key == FACT.unit_key,
            before.month == m.latest_sent,
            FACT.registered == 1,
        )
        .values(insured_workers=before.workers)
    )


def roll_up(db: Database) -> None:
    """Month × district × sector × size × scheme: what most questions are answered from."""
    keys = (FACT.month_start, *(FACT[name] for name in SLICES))
    due = and_(FACT.status_code.is_not(None), FACT.status_code != "not_yet_due")
    statuses = ("paid_on_time", "paid_late", "part_paid", "unpaid", "stopped", "never_paid")
    columns: dict[str, ColumnElement[Any]] = {
        "with_status": func.count().filter(due),
        **{status: func.count().filter(FACT.status_code == status) for status in statuses},
        "due_lak": func.coalesce(func.sum(FACT.due_lak).filter(due), 0),
        "paid_lak": func.coalesce(func.sum(FACT.paid_lak).filter(due), 0),
        "registered": func.sum(FACT.registered),
        "insured_workers": func.coalesce(func.sum(FACT.insured_workers), 0),
        **{
            f"standing_{status}": func.count().filter(and_(FACT.registered == 1, FACT.standing_code == status))
            for status in ("stopped", "never_paid")
        },
    }
    names = [key.name for key in keys] + list(columns)
    chosen = select(*keys, *(value.label(name) for name, value in columns.items())).group_by(*keys).order_by(*keys)
    db.sa.execute(insert(rollup_unit_month).from_select(names, chosen))
