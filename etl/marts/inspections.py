"""Inspections with all their stages in one row, their teams' shares and their findings."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, over, select

from etl.database import Database
from etl.marts import mart
from etl.marts.common import days_between, fill_from, flag, in_force, of_inspection, of_unit, size_of
from etl.rules.phases import inspection_outside
from warehouse.codes import REACTIVE_ORIGINS
from warehouse.reference import phases
from warehouse.sources import STAGED
from warehouse.sources.inspections import STAGES
from warehouse.star import (
    dim_date,
    dim_inspector,
    dim_labour_unit,
    fact_complaint,
    fact_finding,
    fact_inspection,
    fact_team,
    fact_unit_month,
)

o = STAGED["inspections.orders"].c
t = STAGED["inspections.teams"].c
f = STAGED["inspections.findings"].c
u, p, i = dim_labour_unit.c, dim_inspector.c, fact_inspection.c


@mart(
    writes=(fact_inspection,),
    reads=(
        "inspections.orders",
        "inspections.findings",
        "inspections.teams",
        "lsso.labour_units",
        "lsso.contributions",
    ),
)
def inspections(db: Database, as_of: date) -> None:
    day = func.coalesce(o.conducted_on, o.ordered_on)
    counts = (func.count().label("findings"), func.count(f.corrected_on).label("corrected"))
    found = select(f.inspection_no, *counts).group_by(f.inspection_no).subquery("found")
    heads = heads_of_teams().subquery("heads")
    standing_at = standing().subquery("standing")
    size = case((o.size_workers.is_not(None), size_of(o.size_workers)), else_=func.coalesce(u.size_code, "unknown"))
    same = ("ss_number", "enterprise_no", "unit_name", "follows_no", *STAGES)
    whole = ("hours_spent", "distance_km", "allowance_lak", "workers_found", "workers_registered")
    columns: dict[str, ColumnElement[Any]] = {
        "inspection_no": o.inspection_no,
        "unit_identity": func.coalesce(
            o.ss_number, "enterprise " + o.enterprise_no, o.unit_name + " in " + o.district_code
        ),
        **{name: o[name] for name in same},
        "province_code": func.left(o.district_code, 2),
        "district_code": o.district_code,
        "sector_code": o.isic_section,
        "size_code": size,
        "scheme_code": o.scheme,
        "type_code": o.type,
        "method_code": o.method,
        "origin_code": o.origin,
        "status_code": o.status,
        "cancelled": flag(o.status == "cancelled"),
        "announced": flag(o.announced),
        "inspector_code": heads.c.inspector_id,
        "head_province_code": heads.c.province_code,
        "stage_code": last_stage(),
        "stage_on": func.coalesce(*(o[stage] for stage in reversed(STAGES))),
        "days_to_approve": days_between(o.ordered_on, o.approved_on),
        "days_to_conduct": days_between(o.ordered_on, o.conducted_on),
        "days_to_report": days_between(o.conducted_on, o.reported_on),
        "days_to_decide": days_between(o.reported_on, o.decided_on),
        "days_to_notify": days_between(o.decided_on, o.decision_notified_on),
        "days_to_close": days_between(o.ordered_on, o.closed_on),
        **{name: o[name] for name in whole},
        "findings": func.coalesce(found.c.findings, 0),
        "corrected_findings": func.coalesce(found.c.corrected, 0),
        "reactive": flag(o.origin.in_(REACTIVE_ORIGINS)),
        "phase_code": dim_date.c.phase,
        "outside_phase": flag(
            inspection_outside(dim_date.c.phase, o.method, o.type, size, standing_at.c.standing_code)
        ),
    }
    source = (
        STAGED["inspections.orders"]
        .outerjoin(dim_labour_unit, and_(u.ss_number == o.ss_number, in_force(dim_labour_unit, day)))
        .outerjoin(found, found.c.inspection_no == o.inspection_no)
        .outerjoin(heads, heads.c.inspection_no == o.inspection_no)
        .outerjoin(dim_date, dim_date.c.day == o.conducted_on)
        .outerjoin(standing_at, standing_at.c.inspection_no == o.inspection_no)
    )
    fill_from(db, fact_inspection, columns, source)


def last_stage() -> ColumnElement[str]:
    """The last administrative step that has a date; its name is the date's without `_on`."""
    return case(*((o[stage].is_not(None), stage.removesuffix("_on")) for stage in reversed(STAGES)))


def heads_of_teams() -> Any:
    """Each inspection's head, and the head's province on the day: the workforce's province (indicators.md)."""
    day = func.coalesce(o.conducted_on, o.ordered_on)
    first = over(func.row_number(), partition_by=t.inspection_no, order_by=t.inspector_id)
    ranked = (
        select(t.inspection_no, t.inspector_id, p.province_code, first.label("place"))
        .join_from(STAGED["inspections.teams"], STAGED["inspections.orders"], o.inspection_no == t.inspection_no)
        .join(dim_inspector, and_(p.inspector_id == t.inspector_id, in_force(dim_inspector, day)))
        .where(t.role == "head")
        .subquery("ranked")
    )
    return select(ranked.c.inspection_no, ranked.c.inspector_id, ranked.c.province_code).where(ranked.c.place == 1)


def standing() -> Any:
    """How the inspected unit stood in the month of its inspection (first period's targets: never paid, stopped)."""
    m = fact_unit_month.c
    targeted = [phase for phase in phases() if phase.unit_classes != ("all",)]
    return (
        select(o.inspection_no, m.standing_code)
        .join_from(STAGED["inspections.orders"], dim_labour_unit, and_(u.ss_number == o.ss_number, u.is_current == 1))
        .join(
            fact_unit_month, and_(m.unit_key == u.unit_key, m.month_start == func.date_trunc("month", o.conducted_on))
        )
        .where(or_(*(m.month_start.between(phase.starts_on, phase.ends_on) for phase in targeted)))
    )


@mart(writes=(fact_team,), reads=("inspections.teams", "lsso.inspectors"))
def teams(db: Database, as_of: date) -> None:
    """Each inspection is shared equally by its team, trainees aside (indicators.md, By inspector)."""
    working = func.count().filter(t.role != "trainee").over(partition_by=t.inspection_no)
    day = func.coalesce(i.conducted_on, i.ordered_on)
    columns: dict[str, ColumnElement[Any]] = {
        "inspection_no": t.inspection_no,
        "inspector_id": t.inspector_id,
        "role_code": t.role,
        "share": case((t.role == "trainee", 0.0), else_=1.0 / working),
        "inspector_province_code": p.province_code,
        **of_inspection(),
        "cancelled": i.cancelled,
        "conducted_on": i.conducted_on,
    }
    made = STAGED["inspections.teams"].join(fact_inspection, i.inspection_no == t.inspection_no)
    member = and_(p.inspector_id == t.inspector_id, in_force(dim_inspector, day))
    fill_from(db, fact_team, columns, made.outerjoin(dim_inspector, member))


@mart(writes=(fact_finding,), reads=("inspections.findings",))
def findings(db: Database, as_of: date) -> None:
    columns: dict[str, ColumnElement[Any]] = {
        "finding_no": f.finding_no,
        "inspection_no": f.inspection_no,
        "irregularity_code": f.irregularity,
        **of_inspection(),
        **{name: f[name] for name in ("workers_affected", "evaded_lak", "found_on", "deadline_on", "corrected_on")},
    }
    source = STAGED["inspections.findings"].join(fact_inspection, i.inspection_no == f.inspection_no)
    fill_from(db, fact_finding, columns, source)


@mart(writes=(fact_complaint,), reads=("complaints.complaints", "lsso.labour_units", "inspections.orders"))
def complaints(db: Database, as_of: date) -> None:
    """The province is the complaint's own; the other slices are those of the unit it names, if it names one."""
    complained = STAGED["complaints.complaints"]
    c = complained.c
    answered = and_(i.inspection_no == c.inspection_no, i.cancelled == 0)
    columns: dict[str, ColumnElement[Any]] = {
        "complaint_no": c.complaint_no,
        "source_code": c.source,
        "topic_code": c.topic,
        "ss_number": c.ss_number,
        **of_unit(),
        "province_code": c.province_code,
        "size_code": func.coalesce(u.size_code, "unknown"),
        "received_on": c.received_on,
        "inspection_no": c.inspection_no,
        "conducted_on": i.conducted_on,
        "days_to_respond": days_between(c.received_on, i.conducted_on),
        "closed_on": c.closed_on,
    }
    unit = and_(u.ss_number == c.ss_number, in_force(dim_labour_unit, c.received_on))
    fill_from(
        db, fact_complaint, columns, complained.outerjoin(dim_labour_unit, unit).outerjoin(fact_inspection, answered)
    )
