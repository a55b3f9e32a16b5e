"""What the registers hold of one unit or enterprise: who it is and was, its links, its tax years, visits, what was detected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, and_, case, func, literal, or_, select

from warehouse.codes import DETECTION
from warehouse.records.about import YES_NO
from warehouse.records.model import ListColumn, Listing, complete, shown
from warehouse.records.reasons import why_found, why_linked
from warehouse.records.subject import enterprise_of, owned
from warehouse.star import (
    dim_enterprise,
    dim_labour_unit,
    fact_detection,
    fact_link,
    fact_tax_year,
    fact_unit_month,
    fact_visit,
)
from warehouse.text import Text
from warehouse.units import COUNT, KIP, SHARE, WORKERS

u, e, k, y = dim_labour_unit.c, dim_enterprise.c, fact_link.c, fact_tax_year.c
v, x, m = fact_visit.c, fact_detection.c, fact_unit_month.c
Columns = Sequence[tuple[ListColumn, ColumnElement[Any]]]
REASONS = ListColumn("reasons", Text("Reasons", lo="ເຫດຜົນ"))
REGISTERED = ListColumn("ss_registered", Text("Found registered", lo="ພົບວ່າຂຶ້ນທະບຽນ"), "code", codes=YES_NO)
COMPARABLE = ListColumn("comparable", Text("Full year with both", lo="ປີເຕັມທີ່ມີທັງສອງ"), "code", codes=YES_NO)
RULE = ListColumn("rule", DETECTION.title, "code", codes=DETECTION)


def plainly(*columns: Column[Any]) -> Columns:
    return tuple((shown(column), column) for column in columns)


WHO = (
    *plainly(u.ss_number, u.name_lo, u.name_en, u.province_code, u.district_code, u.sector_code, u.size_code),
    *plainly(u.scheme_code, u.address, u.phone),
    (shown(u.workers, unit=WORKERS), u.workers),
    *plainly(u.registered_on, u.closed_on),
)
VERSIONS = (
    (shown(u.valid_from), func.nullif(u.valid_from, literal(date(1, 1, 1)))),
    (shown(u.valid_to), func.nullif(u.valid_to, literal(date(9999, 12, 31)))),
    *WHO[1:-2],
)
FIRM = (
    *plainly(
        e.enterprise_no, e.tin, e.name_lo, e.name_en, e.province_code, e.district_code, e.sector_code, e.size_code
    ),
    *plainly(e.address, e.phone),
    (shown(e.employees, unit=WORKERS), e.employees),
    *plainly(e.registered_on),
    (shown(e.status_code), e.status_code),
    *plainly(e.ss_number),
)
LINKS = (
    *plainly(k.enterprise_no, k.ss_number),
    *((shown(c, f"their_{c.name}"), c) for c in (e.name_lo, e.name_en, e.tin)),
    (shown(k.probability, unit=SHARE), k.probability),
    (shown(k.band_code), k.band_code),
    (shown(k.method_code), k.method_code),
    (REASONS, k.reasons),
    *plainly(k.decided_by, k.decided_on),
)
TAX_YEARS = (
    (shown(y.year), y.year),
    (shown(y.employees, unit=WORKERS), y.employees),
    (shown(y.declared_workers, unit=WORKERS), y.declared_workers),
    (shown(y.payroll_lak, unit=KIP), y.payroll_lak),
    (shown(y.declared_wages_lak, unit=KIP), y.declared_wages_lak),
    (shown(y.gap_lak, unit=KIP), y.gap_lak),
    (shown(y.declared_months, unit=COUNT), y.declared_months),
    (COMPARABLE, case((y.comparable == 1, "yes"), else_="no")),
    (shown(y.revenue_lak, unit=KIP), y.revenue_lak),
    *plainly(y.tin, y.enterprise_no),
)
VISITS = (
    *plainly(v.visit_no, v.visited_on, v.unit_name, v.enterprise_no, v.province_code),
    (shown(v.workers_found, unit=WORKERS), v.workers_found),
    (REGISTERED, case((v.ss_registered == 1, "yes"), (v.ss_registered == 0, "no"))),
)
DETECTIONS = (
    (RULE, x.rule_code),
    *plainly(x.since_on, x.until_on, x.period_from, x.period_to),
    (shown(x.workers, unit=WORKERS), x.workers),
    (shown(x.amount_lak, unit=KIP), x.amount_lak),
    (REASONS, x.reasons),
)
MONTHS = (
    *plainly(m.month_start),
    (shown(m.status_code), m.status_code),
    (shown(m.workers, unit=WORKERS), m.workers),
    *((shown(c, unit=KIP), c) for c in (m.wage_base_lak, m.due_lak, m.paid_lak)),
    *plainly(m.paid_on),
)


@dataclass(frozen=True)
class Part:
    columns: Columns
    source: FromClause
    mine: Callable[[str], ColumnElement[bool]]
    order: tuple[ColumnElement[Any], ...]


def linked(key: str) -> ColumnElement[bool]:
    """The pairs of the unit or enterprise, also those that are not believed."""
    no = enterprise_of(key)
    return k.ss_number == key if no is None else k.enterprise_no == no


def revealed(key: str) -> ColumnElement[bool]:
    """What was detected about it, also under the number of its linked enterprise."""
    no = enterprise_of(key)
    if no is not None:
        return x.enterprise_no == no
    return or_(x.ss_number == key, x.enterprise_no.in_(select(e.enterprise_no).where(e.ss_number == key)))


PARTS: Mapping[str, Part] = {
    "who": Part(WHO, dim_labour_unit, lambda key: and_(u.ss_number == key, u.is_current == 1), ()),
    "versions": Part(VERSIONS, dim_labour_unit, lambda key: u.ss_number == key, (u.valid_from.desc(),)),
    "firm": Part(FIRM, dim_enterprise, lambda key: owned(key, e.ss_number, e.enterprise_no), (e.enterprise_no,)),
    "links": Part(
        LINKS,
        fact_link.outerjoin(dim_enterprise, e.enterprise_no == k.enterprise_no),
        linked,
        (k.probability.desc(), k.enterprise_no, k.ss_number),
    ),
    "tax_years": Part(
        TAX_YEARS, fact_tax_year, lambda key: owned(key, y.ss_number, y.enterprise_no), (y.year.desc(), y.tin)
    ),
    "visits": Part(
        VISITS, fact_visit, lambda key: owned(key, v.ss_number, v.enterprise_no), (v.visited_on.desc(), v.visit_no)
    ),
    "detections": Part(DETECTIONS, fact_detection, revealed, (x.since_on.desc(), x.rule_code)),
    "months": Part(
        MONTHS,
        fact_unit_month.join(dim_labour_unit, and_(m.unit_key == u.unit_key, u.is_current == 1)),
        lambda key: u.ss_number == key,
        (m.month_start,),
    ),
}


@dataclass(frozen=True)
class Registered:
    """The rows of a part that are about the unit or enterprise of a key; reasons are told in words."""

    part: str
    unit: str

    def listing(self, connection: Connection, day: date) -> Listing:
        part = PARTS[self.part]
        chosen = select(*(column for _, column in part.columns)).select_from(part.source)
        rows = connection.execute(chosen.where(part.mine(self.unit)).order_by(*part.order))
        found = complete([named for named, _ in part.columns], rows)
        return worded(found)


def worded(found: Listing) -> Listing:
    """Reasons as sentences, by the rule where there is one."""
    names = [column.name for column in found.columns]
    if "reasons" not in names:
        return found
    at, rule = names.index("reasons"), names.index("rule") if "rule" in names else None
    rows = (
        (*row[:at], why_linked(row[at]) if rule is None else why_found(row[rule], row[at]), *row[at + 1 :])
        for row in found.rows
    )
    return replace(found, rows=tuple(rows))
