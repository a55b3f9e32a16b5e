"""Other registers beside the LSSO's: enterprises with their linked unit, tax years beside declared wages, coverage, visits."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Subquery, and_, case, cast, extract, func, insert, or_, over, select

from etl.database import Database
from etl.marts import mart
from etl.marts.common import fill_from, flag, of_enterprise
from etl.marts.months import months_table
from etl.marts.work import dropped
from warehouse.sources import STAGED
from warehouse.star import (
    dim_enterprise,
    dim_labour_unit,
    fact_link,
    fact_tax_year,
    fact_unit_month,
    fact_visit,
    rollup_coverage_month,
)
from warehouse.star.registers import enterprise_slices

SLICES = tuple(column.name for column in enterprise_slices())
e, u, y = dim_enterprise.c, dim_labour_unit.c, fact_tax_year.c


@mart(writes=(dim_enterprise,), reads=("enterprise_register.enterprises", "lsso.labour_units"))
def enterprises(db: Database, as_of: date) -> None:
    registered = STAGED["enterprise_register.enterprises"]
    s, link = registered.c, fact_link.c
    begins = func.greatest(s.registered_on, u.registered_on)
    covered = and_(u.registered_on.is_not(None), or_(u.closed_on.is_(None), u.closed_on > begins))
    columns: dict[str, ColumnElement[Any]] = {
        **{name: s[name] for name in ("enterprise_no", "tin", "name_lo", "name_en")},
        **of_enterprise(),
        **{name: s[name] for name in ("address", "phone", "registered_on")},
        "status_code": s.status,
        "active": flag(s.status == "active"),
        "employees": s.employees,
        "foreign_owned": flag(s.foreign_owned),
        "ss_number": link.ss_number,
        "covered_from_on": case((covered, begins)),
        "covered_until_on": case((covered, u.closed_on)),
    }
    linked = and_(link.enterprise_no == s.enterprise_no, link.band_code == "linked")
    unit = and_(u.ss_number == link.ss_number, u.is_current == 1)
    fill_from(db, dim_enterprise, columns, registered.outerjoin(fact_link, linked).outerjoin(dim_labour_unit, unit))


@mart(writes=(fact_tax_year,), reads=("tax.payroll",))
def tax_years(db: Database, as_of: date) -> None:
    """A tax year is compared where the unit was registered all of it, it is over, and something was declared in it."""
    filed = STAGED["tax.payroll"]
    t, firm, declared = filed.c, firms(), declared_years()
    d = declared.c
    ends = cast(func.make_date(t.year, 12, 31), Date)
    whole = and_(u.registered_on <= func.make_date(t.year, 1, 1), or_(u.closed_on.is_(None), u.closed_on > ends))
    comparable = and_(ends <= as_of, whole, d.months > 0)
    columns: dict[str, ColumnElement[Any]] = {
        "tin": t.tin,
        "year": t.year,
        "year_end_on": ends,
        "enterprise_no": firm.c.enterprise_no,
        "ss_number": firm.c.ss_number,
        **{name: firm.c[name] for name in SLICES},
        **{name: t[name] for name in ("employees", "payroll_lak", "revenue_lak")},
        "comparable": func.coalesce(flag(comparable), 0),
        "declared_months": func.coalesce(d.months, 0),
        "declared_workers": d.workers,
        "declared_wages_lak": d.wages_lak,
        "gap_lak": case((comparable, func.greatest(t.payroll_lak - d.wages_lak, 0)), else_=0),
    }
    unit = and_(u.ss_number == firm.c.ss_number, u.is_current == 1)
    source = (
        filed.outerjoin(firm, firm.c.tin == t.tin)
        .outerjoin(dim_labour_unit, unit)
        .outerjoin(declared, and_(d.unit_key == u.unit_key, d.year == t.year))
    )
    fill_from(db, fact_tax_year, columns, source)


def firms() -> Subquery:
    """One enterprise for each tax number: the linked one, else an active one, else the first."""
    order = (e.ss_number.is_(None), e.active.desc(), e.enterprise_no)
    place = over(func.row_number(), partition_by=e.tin, order_by=order).label("place")
    ranked = select(e.tin, e.enterprise_no, e.ss_number, *(e[name] for name in SLICES), place).subquery("ranked")
    return select(ranked).where(ranked.c.tin.is_not(None), ranked.c.place == 1).subquery("firms")


def declared_years() -> Subquery:
    """What linked units declared in each year: months, mean workers, wages."""
    m = fact_unit_month.c
    year = cast(extract("year", m.month_start), y.year.type).label("year")
    linked = select(u.unit_key).join_from(dim_enterprise, dim_labour_unit, u.ss_number == e.ss_number)
    return (
        select(
            m.unit_key,
            year,
            func.count().label("months"),
            func.avg(m.workers).label("workers"),
            func.sum(m.wage_base_lak).label("wages_lak"),
        )
        .where(m.sent == 1, m.unit_key.in_(linked.where(u.is_current == 1)))
        .group_by(m.unit_key, year)
        .subquery("declared")
    )


@mart(writes=(rollup_coverage_month,), reads=())
def coverage(db: Database, as_of: date) -> None:
    """At each month's end: employees of the latest full tax year in the file, and those of them who are insured."""
    first = db.sa.execute(select(func.min(y.year_end_on))).scalar()
    if first is None or first > as_of:
        return
    months, m = months_table(db, first, as_of), fact_unit_month.c
    s = months.c
    latest = (
        select(s.month_start, func.max(y.year_end_on).label("year_end_on"))
        .join_from(months, fact_tax_year, y.year_end_on <= s.stock_day)
        .group_by(s.month_start)
        .subquery("latest")
    )
    insured = func.least(func.coalesce(m.insured_workers, 0), y.employees)
    keys = (latest.c.month_start, *(y[name] for name in SLICES))
    sums = (func.sum(y.employees).label("tax_employees"), func.sum(insured).label("covered_employees"))
    same = and_(m.unit_key == u.unit_key, m.month_start == latest.c.month_start)
    chosen = (
        select(*keys, *sums)
        .join_from(latest, fact_tax_year, y.year_end_on == latest.c.year_end_on)
        .outerjoin(dim_labour_unit, and_(u.ss_number == y.ss_number, u.is_current == 1))
        .outerjoin(fact_unit_month, same)
        .group_by(*keys)
    )
    names = [column.name for column in (*keys, *sums)]
    db.sa.execute(insert(rollup_coverage_month).from_select(names, chosen))
    dropped(db, months)


@mart(writes=(fact_visit,), reads=("labour_inspection.visits",))
def visits(db: Database, as_of: date) -> None:
    made = STAGED["labour_inspection.visits"]
    v = made.c
    columns: dict[str, ColumnElement[Any]] = {
        **{name: v[name] for name in ("visit_no", "enterprise_no")},
        "ss_number": e.ss_number,
        **{name: v[name] for name in ("unit_name", "province_code", "visited_on", "workers_found")},
        "ss_registered": flag(v.ss_registered),
    }
    fill_from(db, fact_visit, columns, made.outerjoin(dim_enterprise, e.enterprise_no == v.enterprise_no))
