"""What the registers reveal together, case by case: detections, enterprises covered or not, tax years beside what was declared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal, select

from warehouse.codes import DETECTION
from warehouse.indicators import INDICATORS
from warehouse.indicators.model import count, total
from warehouse.periods import Period, month_start
from warehouse.records.inspections import Part, counted, last_day, measure_behind, within
from warehouse.records.model import (
    ListColumn,
    Listing,
    Paged,
    Where,
    complete,
    containing,
    narrowing,
    number,
    paged,
    shown,
)
from warehouse.records.registered import REASONS, RULE, worded
from warehouse.records.states import held
from warehouse.star import dim_enterprise, dim_labour_unit, fact_detection, fact_tax_year, fact_unit_month
from warehouse.text import Text
from warehouse.units import COUNT, KIP, WORKERS

x, e, y, m, u = fact_detection.c, dim_enterprise.c, fact_tax_year.c, fact_unit_month.c, dim_labour_unit.c
SLICES = ("province_code", "district_code", "sector_code", "size_code")
CASES = number("cases", Text("Cases", lo="ກໍລະນີ"), COUNT)
DETECTION_COLUMNS = (
    (RULE, x.rule_code),
    *((shown(c), c) for c in (x.ss_number, x.enterprise_no, x.tin, x.unit_name)),
    *((shown(x[name]), x[name]) for name in (*SLICES, "scheme_code")),
    *((shown(c), c) for c in (x.since_on, x.until_on)),
    (shown(x.workers, unit=WORKERS), x.workers),
    (shown(x.amount_lak, unit=KIP), x.amount_lak),
    (REASONS, x.reasons),
)
ENTERPRISE_COLUMNS = (
    *((shown(c), c) for c in (e.enterprise_no, e.tin, e.name_en, e.name_lo)),
    *((shown(e[name]), e[name]) for name in SLICES),
    (shown(e.employees, unit=WORKERS), e.employees),
    *((shown(c), c) for c in (e.registered_on, e.ss_number, e.covered_from_on, e.covered_until_on)),
    (shown(e.status_code), e.status_code),
)
INSURED = number("insured_workers", Text("Insured workers of the unit", lo="ຜູ້ປະກັນຕົນຂອງຫົວໜ່ວຍ"), WORKERS)
COVERED = number("covered_employees", Text("Of them insured with the LSSO", lo="ໃນນັ້ນປະກັນສັງຄົມແລ້ວ"), WORKERS)


@dataclass(frozen=True, kw_only=True)
class DetectionList(Paged):
    """The cases that stand on the period's last day; those behind an indicator, or of every rule. Filters: the slices."""

    period: Period
    indicator: str = "detected_lak"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = measure_behind(self.indicator, self.part, fact_detection)
        conditions = [
            *counted(measure),
            held(x.since_on, x.until_on, last_day(self.period, day)),
            *narrowing(self.where, fact_detection, instead={"unit": x.ss_number}),
            *containing(self.search, x.ss_number, x.enterprise_no, x.tin, x.unit_name),
        ]
        order = (x.amount_lak.desc().nulls_last(), x.rule_code, x.subject, x.since_on)
        return worded(paged(connection, self, DETECTION_COLUMNS, fact_detection, conditions, order))


@dataclass(frozen=True)
class Detected:
    """By rule: cases that stand on the period's last day, the workers and the kip that they are about."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        stands = held(x.since_on, x.until_on, last_day(self.period, day))
        chosen = select(x.rule_code, count().build(None), total(x.workers).build(None), total(x.amount_lak).build(None))
        rows = connection.execute(chosen.where(stands, *narrowing(self.where, fact_detection)).group_by(x.rule_code))
        found = {rule: (int(cases), workers or 0.0, lak) for rule, cases, workers, lak in rows}
        columns = (RULE, CASES, shown(x.workers, unit=WORKERS), shown(x.amount_lak, unit=KIP))
        return complete(columns, ((code.code, *found.get(code.code, (0, 0.0, None))) for code in DETECTION))


@dataclass(frozen=True, kw_only=True)
class EnterpriseList(Paged):
    """The enterprises behind a share: on the period's last day those linked to a registered unit, or all that are active."""

    period: Period
    indicator: str = "unit_coverage"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = measure_behind(self.indicator, self.part, dim_enterprise)
        assert measure.alive is not None
        begins, ends = measure.alive
        on = last_day(self.period, day)
        conditions = [
            *counted(measure),
            begins <= on if ends is None else held(begins, ends, on),
            *narrowing(self.where, dim_enterprise, instead={"unit": e.ss_number}),
            *containing(self.search, e.enterprise_no, e.tin, e.ss_number, e.name_en, as_is=(e.name_lo,)),
        ]
        return paged(connection, self, ENTERPRISE_COLUMNS, dim_enterprise, conditions, (e.enterprise_no,))


@dataclass(frozen=True, kw_only=True)
class TaxYearList(Paged):
    """Tax years beside what was declared, the largest gap first.

    Behind a sum: those that ended in the period. Behind a share of workers: the latest full year on the period's last
    day, with the workers that the linked unit insures then.
    """

    period: Period
    indicator: str = "wage_gap_lak"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        asked = containing(self.search, y.tin, y.enterprise_no, y.ss_number, e.name_en, as_is=(e.name_lo,))
        asked += narrowing(self.where, fact_tax_year, instead={"unit": y.ss_number})
        named = fact_tax_year.outerjoin(dim_enterprise, e.enterprise_no == y.enterprise_no)
        if INDICATORS[self.indicator].basis == "flow":
            measure = measure_behind(self.indicator, self.part, fact_tax_year)
            assert measure.on is not None
            conditions = [*counted(measure), *within(measure.on, self.period, day), *asked]
            order: tuple[ColumnElement[Any], ...] = (y.gap_lak.desc(), y.tin, y.year)
            return paged(connection, self, self.columns(), named, conditions, order)
        on = last_day(self.period, day)
        latest = select(func.max(y.year_end_on)).where(y.year_end_on <= on).scalar_subquery()
        month = and_(m.unit_key == u.unit_key, m.month_start == literal(month_start(on)))
        unit = and_(u.ss_number == y.ss_number, u.is_current == 1)
        source = named.outerjoin(dim_labour_unit, unit).outerjoin(fact_unit_month, month)
        covered = func.least(func.coalesce(m.insured_workers, 0), y.employees)
        columns = (*self.columns()[:-3], (INSURED, m.insured_workers), (COVERED, covered))
        order = ((y.employees - covered).desc(), y.tin)
        return paged(connection, self, columns, source, [y.year_end_on == latest, *asked], order)

    def columns(self) -> tuple[tuple[ListColumn, ColumnElement[Any]], ...]:
        return (
            *((shown(c), c) for c in (y.tin, y.enterprise_no, y.ss_number, e.name_en, e.name_lo)),
            *((shown(y[name]), y[name]) for name in SLICES),
            (shown(y.year), y.year),
            (shown(y.employees, unit=WORKERS), y.employees),
            (shown(y.payroll_lak, unit=KIP), y.payroll_lak),
            (shown(y.declared_workers, unit=WORKERS), y.declared_workers),
            (shown(y.declared_wages_lak, unit=KIP), y.declared_wages_lak),
            (shown(y.gap_lak, unit=KIP), y.gap_lak),
        )
