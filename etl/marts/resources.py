"""Inspectors by month, targets, and the freshness of what each province has delivered."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import String, Table, and_, case, cast, func, insert, literal, or_, select

from etl.database import Database
from etl.marts import mart
from etl.marts.common import days_between, fill_from, flag, in_force
from etl.marts.dimensions import fill
from etl.marts.months import months_table
from etl.marts.work import dropped
from warehouse.audit import audit_freshness
from warehouse.sources import CONTRACT, STAGED, full_name
from warehouse.star import (
    dim_inspector,
    dim_labour_unit,
    fact_inspection,
    fact_inspector_month,
    fact_target,
    fact_ticket,
    fact_training,
)

p = dim_inspector.c


@mart(writes=(fact_inspector_month,), reads=("lsso.inspectors",))
def inspector_months(db: Database, as_of: date) -> None:
    """Appointed by the month's end and not ended before its start: counts for the month; on its last day: active."""
    first = db.sa.execute(select(func.min(p.appointed_on))).scalar()
    if first is None:
        return
    months = months_table(db, first, as_of)
    s = months.c
    counted = and_(p.appointed_on <= s.stock_day, or_(p.ended_on.is_(None), p.ended_on >= s.month_start))
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
        dim_inspector, months, and_(counted, in_force(dim_inspector, s.stock_day))
    )
    db.sa.execute(insert(fact_inspector_month).from_select(list(columns), chosen))
    dropped(db, months)


@mart(writes=(fact_ticket,), reads=("helpdesk.tickets",))
def tickets(db: Database, as_of: date) -> None:
    t = STAGED["helpdesk.tickets"].c
    columns = {
        "ticket_no": t.ticket_no,
        "province_code": t.province_code,
        "channel_code": t.channel,
        "topic_code": t.topic,
        **{name: t[name] for name in ("opened_on", "answered_on", "closed_on")},
        "days_to_answer": days_between(t.opened_on, t.answered_on),
    }
    fill(db, fact_ticket, columns)


@mart(writes=(fact_training,), reads=("training.attendances", "lsso.inspectors"))
def training(db: Database, as_of: date) -> None:
    attended = STAGED["training.attendances"]
    t = attended.c
    columns = {
        **{name: t[name] for name in ("inspector_id", "session_no")},
        "province_code": p.province_code,
        **{name: t[name] for name in ("held_from", "held_to", "days", "test_score")},
    }
    present = and_(p.inspector_id == t.inspector_id, in_force(dim_inspector, t.held_to))
    fill_from(db, fact_training, columns, attended.outerjoin(dim_inspector, present))


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
