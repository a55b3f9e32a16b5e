"""Measures with the days their states begin, fines beside the statutory amount, appeals."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, func, select

from etl.database import Database
from etl.marts import mart
from etl.marts.common import days_between, fill_from, flag, of_inspection
from etl.rules.contributions import rates
from etl.rules.fines import lending_rates, statutory_lak, statutory_parts, varies
from etl.rules.ladder import ladder, lawful_deadline, needs_no_fine, reading, spans
from etl.rules.phases import fine_outside
from warehouse.sources import STAGED
from warehouse.star import dim_date, fact_appeal, fact_fine, fact_inspection, fact_measure

measures_, fines_, appeals_ = (STAGED[f"inspections.{name}"] for name in ("measures", "fines", "appeals"))
i, m = fact_inspection.c, fact_measure.c


@mart(writes=(fact_measure,), reads=("inspections.measures",))
def measures(db: Database, as_of: date) -> None:
    rows = with_law()
    s = rows.c
    deadline = func.coalesce(s.deadline_on, s.lawful_deadline_on)
    state = spans(s.issued_on, deadline, s.complied_on, s.higher_step_on, s.next_step)
    columns: dict[str, ColumnElement[Any]] = {
        "measure_no": s.measure_no,
        "inspection_no": s.inspection_no,
        "step_code": s.step,
        "rank": s.rank,
        "next_step_code": s.next_step,
        **of_inspection(),
        "issued_on": s.issued_on,
        "deadline_on": deadline,
        "lawful_deadline_on": s.lawful_deadline_on,
        "complied_on": s.complied_on,
        "days_to_comply": days_between(s.issued_on, s.complied_on),
        "higher_step_on": s.higher_step_on,
        "due_soon_from_on": state.due_soon[0],
        "due_soon_until_on": state.due_soon[1],
        "expired_from_on": state.expired[0],
        "expired_until_on": state.expired[1],
        "owed_from_on": state.owed[0],
        "owed_until_on": state.owed[1],
    }
    fill_from(db, fact_measure, columns, rows.join(fact_inspection, i.inspection_no == s.inspection_no))


def with_law() -> Subquery:
    """Measures with their step's place, days and successor in the chosen reading, and the first higher step of their inspection."""
    s, steps = measures_.c, ladder(reading())
    placed = (
        select(
            *s,
            steps.c.rank,
            steps.c.next_step,
            lawful_deadline(s.issued_on, steps.c.days_to_comply).label("lawful_deadline_on"),
        )
        .outerjoin_from(measures_, steps, steps.c.step == s.step)
        .cte("placed")
    )
    higher = placed.alias("higher")
    first = (
        select(placed.c.measure_no, func.min(higher.c.issued_on).label("on"))
        .join_from(
            placed, higher, and_(higher.c.inspection_no == placed.c.inspection_no, higher.c.rank > placed.c.rank)
        )
        .group_by(placed.c.measure_no)
        .subquery("first_higher")
    )
    chosen = select(placed, first.c.on.label("higher_step_on"))
    return chosen.outerjoin_from(placed, first, first.c.measure_no == placed.c.measure_no).subquery("measures")


@mart(writes=(fact_fine,), reads=("inspections.fines", "inspections.measures"))
def fines(db: Database, as_of: date) -> None:
    f, rate, rates_now, rates_then = (
        fines_.c,
        rates(),
        lending_rates(as_of).alias("now"),
        lending_rates(as_of).alias("before"),
    )
    month = func.date_trunc("month", f.imposed_on)
    earlier = month - func.to_months(func.coalesce(f.months, 1))
    lending = rates_now.c.before_bp - rates_then.c.before_bp
    parts = statutory_parts(f.basis, f.base_lak, f.months, rate.c.employer_bp, lending)
    settled = settled_early()
    columns: dict[str, ColumnElement[Any]] = {
        **{name: f[name] for name in ("fine_no", "measure_no")},
        "inspection_no": m.inspection_no,
        **{name: m[name] for name in of_inspection()},
        "basis_code": f.basis,
        **{name: f[name] for name in ("base_lak", "months", "imposed_lak")},
        "statutory_lak": statutory_lak(parts),
        "difference_lak": f.imposed_lak - statutory_lak(parts),
        "variance": func.coalesce(flag(varies(f.imposed_lak, parts)), 0),
        **{name: f[name] for name in ("imposed_on", "due_on", "paid_lak", "paid_on")},
        "status_code": f.status,
        "cancelled": flag(f.status == "cancelled"),
        "after_compliance": flag(settled.c.complied_on.is_not(None)),
        "outside_phase": flag(fine_outside(dim_date.c.phase, m.type_code)),
    }
    source = (
        fines_.join(fact_measure, m.measure_no == f.measure_no)
        .outerjoin(rate, and_(rate.c.scheme == m.scheme_code, f.imposed_on.between(rate.c.valid_from, rate.c.valid_to)))
        .outerjoin(rates_now, rates_now.c.month_start == month)
        .outerjoin(rates_then, rates_then.c.month_start == earlier)
        .outerjoin(dim_date, dim_date.c.day == f.imposed_on)
        .outerjoin(settled, settled.c.fine_no == f.fine_no)
    )
    fill_from(db, fact_fine, columns, source)


def settled_early() -> Subquery:
    """Fines imposed after the unit had complied in education, warning or summons: it gets none (4139 art. 25)."""
    f, before = fines_.c, fact_measure.alias("before_fine")
    own = select(m.measure_no, m.inspection_no).subquery("own")
    complied = and_(
        before.c.inspection_no == own.c.inspection_no,
        needs_no_fine(before.c.step_code, before.c.complied_on, f.imposed_on),
    )
    first = func.min(before.c.complied_on).label("complied_on")
    chosen = select(f.fine_no, first).join_from(fines_, own, own.c.measure_no == f.measure_no).join(before, complied)
    return chosen.group_by(f.fine_no).subquery("settled")


@mart(writes=(fact_appeal,), reads=("inspections.appeals", "inspections.measures"))
def appeals(db: Database, as_of: date) -> None:
    a = appeals_.c
    columns: dict[str, ColumnElement[Any]] = {
        **{name: a[name] for name in ("appeal_no", "measure_no")},
        "inspection_no": m.inspection_no,
        "step_code": m.step_code,
        **{name: m[name] for name in of_inspection()},
        **{name: a[name] for name in ("filed_on", "decided_on")},
        "result_code": a.result,
        "days_to_decide": days_between(a.filed_on, a.decided_on),
    }
    fill_from(db, fact_appeal, columns, appeals_.join(fact_measure, m.measure_no == a.measure_no))
