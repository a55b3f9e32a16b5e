"""Inspectors by month, targets, and the freshness of what each province has delivered."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, Date, MetaData, String, Table, and_, case, cast, func, insert, literal, or_, select

from etl.database import Database
from etl.marts import mart
from etl.marts.common import flag, in_force
from etl.marts.dimensions import fill, many, months_until
from warehouse.audit import audit_freshness
from warehouse.sources import CONTRACT, STAGED, full_name
from warehouse.star import dim_inspector, dim_labour_unit, fact_inspection, fact_inspector_month, fact_target

p = dim_inspector.c
build_span = Table(
    "build_span",
    MetaData(),
    Column("month_start", Date),
    Column("stock_day", Date),
    Column("month_end", Date),
    prefixes=["TEMP"],
)
s = build_span.c


@mart(writes=(fact_inspector_month,), reads=("lsso.inspectors",))
def inspector_months(db: Database, as_of: date) -> None:
    """Appointed by the month's end and not ended before its start: counts for the month; on its last day: active."""
    first = db.sa.execute(select(func.min(p.appointed_on))).scalar()
    if first is None:
        return
    build_span.create(db.sa)
    many(db, build_span, [line | {"month_end": line["stock_day"]} for line in months_until(first, as_of)])
    counted = and_(p.appointed_on <= s.month_end, or_(p.ended_on.is_(None), p.ended_on >= s.month_start))
    active = and_(p.appointed_on <= s.stock_day, or_(p.ended_on.is_(None), p.ended_on > s.stock_day))
    columns: dict[str, Any] = {
        "month_start": s.month_start,
        "inspector_id": p.inspector_id,
        "province_code": p.province_code,
        "fte": p.fte,
        "active": flag(active),
        "active_fte": case((active, p.fte), else_=0.0),
        "trained": flag(and_(active, func.coalesce(p.trained_on <= s.stock_day, False))),
    }
    chosen = select(*(value.label(name) for name, value in columns.items())).join_from(
        dim_inspector, build_span, and_(counted, in_force(dim_inspector, s.stock_day))
    )
    db.sa.execute(insert(fact_inspector_month).from_select(list(columns), chosen))
    build_span.drop(db.sa)


@mart(writes=(fact_target,), reads=("planning.targets",))
def targets(db: Database, as_of: date) -> None:
    t = STAGED["planning.targets"].c
    columns = {
        "month_start": func.make_date(t.year, t.month, 1),
        "province_code": t.province_code,
        "indicator": t.indicator,
        "target": t.target,
    }
    fill(db, fact_target, columns)


@mart(writes=(audit_freshness,), reads=tuple(full_name(source, table) for source, table in CONTRACT.tables()))
def freshness(db: Database, as_of: date) -> None:
    """When each province last delivered rows of each table: who has not reported."""
    for source, table in CONTRACT.tables():
        staged = STAGED[full_name(source, table)]
        place, joined = placed(staged)
        chosen = (
            select(literal(source.name), literal(table.name), place, func.count(), func.max(staged.c.batch_on))
            .select_from(joined)
            .where(place.is_not(None))
            .group_by(place)
        )
        db.sa.execute(
            insert(audit_freshness).from_select(["source", "table", "province_code", "rows", "batch_on"], chosen)
        )


def placed(staged: Table) -> tuple[Any, Any]:
    """The province of a staged row, by its own column or by the unit or inspection it belongs to."""
    columns = staged.c
    if "province_code" in columns:
        return columns.province_code, staged
    if "district_code" in columns:
        return func.left(columns.district_code, 2), staged
    if "ss_number" in columns:
        u = dim_labour_unit.c
        return u.province_code, staged.join(dim_labour_unit, and_(u.ss_number == columns.ss_number, u.is_current == 1))
    if "inspection_no" in columns:
        i = fact_inspection.c
        return i.province_code, staged.join(fact_inspection, i.inspection_no == columns.inspection_no)
    return cast(None, String), staged
