"""Unit-months: what each labour unit owed and paid for each month, and its status by the rules of contributions (rules.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    MetaData,
    Select,
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
from sqlalchemy.sql.expression import CTE
from sqlalchemy.sql.operators import custom_op

from etl.database import Database
from etl.marts import mart
from etl.marts.common import flag, in_force
from etl.marts.dimensions import earliest
from etl.marts.months import many, months_until
from etl.marts.rollup import SLICES, roll_up
from etl.marts.work import dropped, joined_as_written, kept
from etl.rules.contributions import nothing_paid, status_of
from warehouse.periods import add_months
from warehouse.reference import due_day
from warehouse.sources import STAGED
from warehouse.star import dim_labour_unit, fact_unit_month, rollup_unit_month

LEAD_IN = 2
build_month = Table(
    "build_month",
    MetaData(),
    *(Column(name, Date) for name in ("month_start", "stock_day", "due_on", "latest_sent", "last_due")),
    prefixes=["TEMP"],
)
m, u, c = build_month.c, dim_labour_unit.c, STAGED["lsso.contributions"].c


@mart(writes=(fact_unit_month, rollup_unit_month), reads=("lsso.labour_units", "lsso.contributions"))
def unit_months(db: Database, as_of: date) -> None:
    """Year by year: little memory, and a question about a few months reads a few blocks of the fact."""
    write_months(db, as_of)
    sent = kept(db, "build_sent", sent_rows())
    paid = kept(db, "build_first_paid", first_paid(sent))
    standing = kept(db, "build_standing", latest_standing(db, sent, paid, as_of))
    with joined_as_written(db):
        for first, last in years(db):
            due = kept(db, "build_due_before", due_before(sent, first))
            judged = judged_months(sent, paid, due, as_of, (first, last))
            fill_fact(db, finished_months(judged, standing, sent))
            dropped(db, due)
        fill_fact(db, outside_life(sent))
    db.committed()
    roll_up(db)
    dropped(db, build_month, sent, paid, standing)


def fill_fact(db: Database, chosen: Select[Any]) -> None:
    db.sa.execute(insert(fact_unit_month).from_select(list(chosen.selected_columns.keys()), chosen))


def years(db: Database) -> list[tuple[date, date]]:
    """The first and the last month of each year of the warehouse."""
    found = db.sa.execute(select(m.month_start).order_by(m.month_start)).scalars().all()
    spans = {month.year: [each for each in found if each.year == month.year] for month in found}
    return [(span[0], span[-1]) for span in spans.values()]


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


def sent_rows() -> Select[Any]:
    """Delivered contributions with the unit's key in place of its number, and whether they lie in its registration."""
    before = c.month < func.date_trunc("month", u.registered_on)
    after = and_(u.closed_on.is_not(None), c.month > func.date_trunc("month", u.closed_on))
    columns = (c.month.label("month_start"), c.workers, c.wage_base_lak, c.due_lak, c.paid_lak, c.paid_on)
    outside = flag(or_(before, after)).label("outside")
    return select(u.unit_key, *columns, outside).where(u.ss_number == c.ss_number, u.is_current == 1)


def first_paid(sent: Table) -> Select[Any]:
    """The first month for which a unit paid a kip."""
    s = sent.c
    return select(s.unit_key, func.min(s.month_start).label("month")).where(s.paid_lak > 0).group_by(s.unit_key)


def due_before(sent: Table, first: date) -> Select[Any]:
    """The last due known of each unit before the months that are judged with their two predecessors."""
    s, since = sent.c, add_months(first, -LEAD_IN)
    last = func.max_by(s.due_lak, s.month_start).label("due_lak")
    return select(s.unit_key, last).where(s.month_start < since, s.outside == 0).group_by(s.unit_key)


def life(since: date, last: date) -> CTE:
    """A row for each month from a unit's registration to its closure (both count), with the version of the month's last day."""
    opened = func.date_trunc("month", u.registered_on)
    closed = func.coalesce(func.date_trunc("month", u.closed_on), m.month_start)
    inside = and_(m.month_start >= opened, m.month_start <= closed, in_force(dim_labour_unit, m.stock_day))
    columns = (u.unit_key, u.version_key, m.month_start, m.due_on)
    chosen = select(*columns).join_from(dim_labour_unit, build_month, inside)
    return chosen.where(m.month_start.between(since, last)).cte("life")


def judged_months(sent: Table, paid: Table, due: Table, as_of: date, span: tuple[date, date]) -> CTE:
    """The months of life of a span, with what was sent for them, the due carried forward, and the status.

    Two months more go through the windows, since `stopped` looks back at two; only narrow rows do: the units' slices
    are joined to what comes out.
    """
    first, last = span
    since = add_months(first, -LEAD_IN)
    months = life(since, last).c
    s = select(sent).where(sent.c.month_start.between(since, last)).cte("recent").c
    run: dict[str, Any] = {"partition_by": months.unit_key, "order_by": months.month_start}
    nothing = flag(nothing_paid(s.paid_lak, s.due_lak))
    known = over(func.last_value(ignoring_nulls(s.due_lak)), **run)
    base = (
        select(
            *months,
            flag(s.unit_key.is_not(None)).label("sent"),
            s.workers,
            s.wage_base_lak,
            func.coalesce(known, due.c.due_lak, 0).label("due_lak"),
            func.coalesce(s.paid_lak, 0).label("paid_lak"),
            s.paid_on,
            paid.c.month.label("first_paid"),
            (nothing + over(func.lag(nothing, 1, 0), **run) + over(func.lag(nothing, 2, 0), **run)).label("in_a_row"),
        )
        .outerjoin(s.unit_key.table, and_(s.unit_key == months.unit_key, s.month_start == months.month_start))
        .outerjoin(paid, paid.c.unit_key == months.unit_key)
        .outerjoin(due, due.c.unit_key == months.unit_key)
        .cte("base")
    )
    inherited = (column for column in base.c if column.name not in ("first_paid", "in_a_row", "due_on"))
    status = status_of(base.c, as_of).label("status_code")
    return select(*inherited, status).where(base.c.month_start >= first).cte("judged")


def ignoring_nulls(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return UnaryExpression(column, modifier=custom_op("IGNORE NULLS"))


def latest_standing(db: Database, sent: Table, paid: Table, as_of: date) -> Select[Any]:
    """The status of each unit in the last month fallen due: what months not yet due stand as (never_paid_units)."""
    last_due = db.sa.execute(select(func.max(m.last_due))).scalar() or as_of
    due = kept(db, "build_due_standing", due_before(sent, last_due))
    j = judged_months(sent, paid, due, as_of, (last_due, last_due)).c
    return select(j.unit_key, j.status_code)


def carried_workers(sent: Table) -> CTE:
    """Workers of the latest month that has any row in the country, for the months that have none (insured_workers)."""
    other = m.latest_sent != m.month_start
    return (
        select(sent.c.unit_key, m.month_start, sent.c.workers)
        .where(sent.c.month_start == m.latest_sent, other)
        .cte("carried")
    )


def finished_months(judged: CTE, standing: Table, sent: Table) -> Select[Any]:
    """Judged months as the fact holds them, with the slices of the unit's version."""
    j, carried = judged.c, carried_workers(sent)
    registered = and_(u.registered_on <= m.stock_day, or_(u.closed_on.is_(None), u.closed_on > m.stock_day))
    workers = case((m.latest_sent == m.month_start, j.workers), else_=carried.c.workers)
    columns = (
        j.month_start,
        j.unit_key,
        *(u[name] for name in SLICES),
        j.status_code,
        case((j.status_code == "not_yet_due", standing.c.status_code), else_=j.status_code).label("standing_code"),
        j.sent,
        flag(registered).label("registered"),
        j.workers,
        case((registered, workers)).label("insured_workers"),
        j.wage_base_lak,
        j.due_lak,
        j.paid_lak,
        j.paid_on,
    )
    return (
        select(*columns)
        .join_from(judged, dim_labour_unit, u.version_key == j.version_key)
        .join(build_month, m.month_start == j.month_start)
        .outerjoin(standing, standing.c.unit_key == j.unit_key)
        .outerjoin(carried, and_(carried.c.unit_key == j.unit_key, carried.c.month_start == j.month_start))
    )


def outside_life(sent: Table) -> Select[Any]:
    """Rows sent for months outside the unit's registration: kept, without a status."""
    s = sent.c
    columns = (s.workers, s.wage_base_lak, s.due_lak, s.paid_lak, s.paid_on)
    marks = (literal(1).label("sent"), literal(0).label("registered"))
    return (
        select(s.month_start, s.unit_key, *(u[name] for name in SLICES), *marks, *columns)
        .join_from(sent, build_month, m.month_start == s.month_start)
        .join(dim_labour_unit, and_(u.unit_key == s.unit_key, in_force(dim_labour_unit, m.stock_day)))
        .where(s.outside == 1)
    )
