"""Inspections and findings one by one: those behind a number, or those that filters leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, Table, literal, or_

from warehouse.indicators import INDICATORS, Measure
from warehouse.periods import Period
from warehouse.records.model import (
    NO_COLUMNS,
    Listing,
    Paged,
    containing,
    days_between,
    narrowing,
    number,
    paged,
    shown,
)
from warehouse.star import fact_finding, fact_inspection
from warehouse.text import Text
from warehouse.units import COUNT, DAYS, HOURS, KIP, KM, WORKERS

Part = Literal["numerator", "denominator"]
BASES = ("ordered_on", "conducted_on", "reported_on", "decided_on", "closed_on")
i, f = fact_inspection.c, fact_finding.c
AGE = Text("Days since the order", lo="ຈຳນວນມື້ນັບແຕ່ຄຳສັ່ງ")
INSPECTION_COLUMNS = (
    *((shown(c), c) for c in (i.inspection_no, i.unit_name, i.ss_number, i.province_code, i.district_code)),
    *((shown(c), c) for c in (i.sector_code, i.size_code, i.scheme_code, i.type_code, i.method_code, i.origin_code)),
    *((shown(c), c) for c in (i.status_code, i.ordered_on, i.conducted_on, i.reported_on, i.closed_on)),
    (shown(i.findings, unit=COUNT), i.findings),
    (shown(i.workers_found, unit=WORKERS), i.workers_found),
    (shown(i.workers_registered, unit=WORKERS), i.workers_registered),
    (shown(i.hours_spent, unit=HOURS), i.hours_spent),
    (shown(i.distance_km, unit=KM), i.distance_km),
    (shown(i.allowance_lak, unit=KIP), i.allowance_lak),
)
FINDING_COLUMNS = (
    *((shown(c), c) for c in (f.finding_no, f.inspection_no, i.unit_name, i.ss_number)),
    *((shown(c), c) for c in (f.province_code, f.district_code, f.sector_code, f.size_code, f.scheme_code)),
    *((shown(c), c) for c in (f.method_code, f.irregularity_code)),
    (shown(f.workers_affected, unit=WORKERS), f.workers_affected),
    (shown(f.evaded_lak, unit=KIP), f.evaded_lak),
    *((shown(c), c) for c in (f.found_on, f.deadline_on, f.corrected_on)),
)


def measure_behind(indicator: str, part: Part, fact: Table) -> Measure:
    """The measure whose rows are asked for; ValueError where the number does not come from these rows."""
    declared = INDICATORS[indicator]
    measure = declared.numerator if part == "numerator" else declared.denominator
    if measure is None or measure.fact is not fact:
        raise ValueError(f"the {part} of {indicator} does not come from {fact.name}")
    return measure


def counted(measure: Measure) -> list[ColumnElement[bool]]:
    """What makes a row enter the measure; a median passes over rows without the value."""
    conditions = [] if measure.where is None else [measure.where]
    return [*conditions, *(c.is_not(None) for c in measure.aggregate.columns if measure.aggregate.empty is None)]


def within(on: Column[date], period: Period | None, day: date) -> list[ColumnElement[bool]]:
    return [] if period is None else [on.between(period.starts_on, period.ends_by(day))]


def last_day(period: Period | None, day: date) -> date:
    """The day on which a state is told: the period's last, or the as-of date."""
    return day if period is None else period.ends_by(day)


def still_open(on: date) -> list[ColumnElement[bool]]:
    """Findings past their deadline on a day and not corrected by then."""
    return [f.found_on <= on, f.deadline_on < on, or_(f.corrected_on.is_(None), f.corrected_on > on)]


def flag(column: Column[Any], wanted: bool | None) -> list[ColumnElement[bool]]:
    return [] if wanted is None else [column == int(wanted)]


@dataclass(frozen=True, kw_only=True)
class InspectionList(Paged):
    """Inspections of a period: by the basis given, or by the date and conditions of the indicator they are behind.

    Filters: the slices, status, stage, phase, and `unit` for a social security number.
    """

    period: Period | None = None
    indicator: str | None = None
    part: Part = "numerator"
    basis: str = "conducted_on"
    with_finding: bool | None = None
    outside_phase: bool | None = None
    cancelled: bool | None = False

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = None if self.indicator is None else measure_behind(self.indicator, self.part, fact_inspection)
        instead = {"unit": i.ss_number, **(measure.slices if measure else {})}
        on = self.dated(measure)
        conditions = [
            *([] if measure is None else counted(measure)),
            *within(on, self.period, day),
            *flag(i.cancelled, self.cancelled),
            *flag(i.outside_phase, self.outside_phase),
            *([] if self.with_finding is None else [i.findings > 0 if self.with_finding else i.findings == 0]),
            *narrowing(self.where, fact_inspection, instead=instead),
            *containing(self.search, i.inspection_no, i.unit_name, i.ss_number),
        ]
        order = (on.desc().nulls_last(), i.inspection_no)
        return paged(connection, self, INSPECTION_COLUMNS, fact_inspection, conditions, order)

    def dated(self, measure: Measure | None) -> Column[date]:
        if measure is not None:
            assert measure.on is not None
            return measure.on
        if self.basis not in BASES:
            raise ValueError(f"inspections are dated by one of {', '.join(BASES)}, not {self.basis!r}")
        return i[self.basis]


@dataclass(frozen=True, kw_only=True)
class FindingList(Paged):
    """Findings of a period: by the basis given, or those behind an indicator. Filters: the slices and irregularity.

    `overdue`: whenever found, those that on the period's last day were open past their deadline, the oldest first.
    """

    period: Period | None = None
    indicator: str | None = None
    part: Part = "numerator"
    basis: Literal["found_on", "deadline_on", "corrected_on"] = "found_on"
    overdue: bool = False

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = None if self.indicator is None else measure_behind(self.indicator, self.part, fact_finding)
        on: Column[date] = f[self.basis] if measure is None or measure.on is None else measure.on
        conditions = [
            *([] if measure is None else counted(measure)),
            *(still_open(last_day(self.period, day)) if self.overdue else within(on, self.period, day)),
            *narrowing(self.where, fact_finding, instead=NO_COLUMNS if measure is None else measure.slices),
            *containing(self.search, f.finding_no, f.inspection_no, i.unit_name, i.ss_number),
        ]
        source = fact_finding.join(fact_inspection, f.inspection_no == i.inspection_no)
        first = f.deadline_on.asc() if self.overdue else on.desc().nulls_last()
        return paged(connection, self, FINDING_COLUMNS, source, conditions, (first, f.finding_no))


@dataclass(frozen=True, kw_only=True)
class OpenOrders(Paged):
    """Orders, not cancelled, that have no report yet: the oldest first."""

    def listing(self, connection: Connection, day: date) -> Listing:
        age = days_between(i.ordered_on, literal(day))
        columns = (
            *((shown(c), c) for c in (i.inspection_no, i.unit_name, i.ss_number, i.province_code, i.district_code)),
            (shown(i.method_code), i.method_code),
            (shown(i.stage_code), i.stage_code),
            (shown(i.stage_on), i.stage_on),
            (shown(i.ordered_on), i.ordered_on),
            (number("age_days", AGE, DAYS), age),
        )
        conditions = [
            i.cancelled == 0,
            i.reported_on.is_(None),
            *narrowing(self.where, fact_inspection, instead={"unit": i.ss_number}),
            *containing(self.search, i.inspection_no, i.unit_name, i.ss_number),
        ]
        return paged(connection, self, columns, fact_inspection, conditions, (i.ordered_on, i.inspection_no))
