"""Measures, fines and appeals one by one: those behind a number, or those that stand open on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, String, Table, and_, case, literal, or_

from warehouse.codes import (
    FINE_FLAG,
    MEASURE_STATE,
    STEP,
    CodeList,
)
from warehouse.codes.model import Code
from warehouse.periods import Period
from warehouse.records.inspections import Part, last_day, measure_behind
from warehouse.records.model import (
    ListColumn,
    Listing,
    Paged,
    containing,
    days_between,
    narrowing,
    number,
    paged,
    shown,
)
from warehouse.records.states import chosen, owed_on, running, state_on
from warehouse.star import fact_appeal, fact_fine, fact_inspection, fact_measure
from warehouse.text import Text
from warehouse.units import DAYS, KIP

m, f, a = fact_measure.c, fact_fine.c, fact_appeal.c
i = fact_inspection.c
DAYS_LEFT = Text("Days left (less than none: over)", lo="ມື້ທີ່ຍັງເຫຼືອ (ຕິດລົບ: ເກີນກຳນົດ)")
STATE = ListColumn("state", MEASURE_STATE.title, "code", codes=MEASURE_STATE)
OWED = ListColumn("owed", Text("Owed now", lo="ຂັ້ນຕອນທີ່ຄ້າງ"), "code", codes=STEP)
FLAGS = {"variance": f.variance, "after_compliance": f.after_compliance, "outside_phase": f.outside_phase}
FLAGGED = CodeList(
    "flags",
    FINE_FLAG.title,
    tuple(
        Code(
            "+".join(codes),
            Text(
                "; ".join(FINE_FLAG.title_of(code).in_("en") for code in codes),
                lo="; ".join(FINE_FLAG.title_of(code).in_("lo") for code in codes),
            ),
        )
        for size in range(1, len(FLAGS) + 1)
        for codes in combinations(FLAGS, size)
    ),
)


def flags() -> ColumnElement[str]:
    """The fine's flags as one code of FLAGGED; null where it has none."""
    chosen = [
        (and_(*(FLAGS[code] == int(code in codes) for code in FLAGS)), "+".join(codes))
        for size in range(1, len(FLAGS) + 1)
        for codes in combinations(FLAGS, size)
    ]
    return case(*chosen, else_=literal(None, String))


def of_unit(fact: Any) -> tuple[tuple[ListColumn, ColumnElement[Any]], ...]:
    """The inspection and the unit that it was about."""
    columns = (fact.inspection_no, i.unit_name, i.ss_number)
    places = (fact.province_code, fact.district_code, fact.sector_code, fact.size_code, fact.scheme_code)
    return tuple((shown(column), column) for column in (*columns, *places))


def with_unit(fact: Table) -> Any:
    return fact.join(fact_inspection, fact.c.inspection_no == i.inspection_no)


@dataclass(frozen=True, kw_only=True)
class MeasureList(Paged):
    """Measures of a period, by the basis given, or those behind an indicator; `running`: all whose deadline is to come.

    The state is that of the as-of date, or of the period's last day where the list is of what stood then.
    Filters: the slices, step and state, and `unit` for a social security number.
    """

    period: Period | None = None
    indicator: str | None = None
    part: Part = "numerator"
    basis: Literal["issued_on", "deadline_on", "complied_on"] = "issued_on"
    running: bool = False

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = None if self.indicator is None else measure_behind(self.indicator, self.part, fact_measure)
        standing = self.running or (measure is not None and measure.alive is not None)
        on = last_day(self.period, day) if standing else day
        state = state_on(on)
        dated: Column[date] = m[self.basis] if measure is None or measure.on is None else measure.on
        conditions = [
            *(running(on) if self.running else chosen(measure, dated, self.period, day)),
            *narrowing(self.where, fact_measure, instead={"unit": i.ss_number, "state": state}),
            *containing(self.search, m.measure_no, m.inspection_no, i.unit_name, i.ss_number),
        ]
        order = m.deadline_on.asc().nulls_last() if standing else dated.desc().nulls_last()
        return paged(connection, self, self.columns(on), with_unit(fact_measure), conditions, (order, m.measure_no))

    def columns(self, on: date) -> tuple[tuple[ListColumn, ColumnElement[Any]], ...]:
        return (
            (shown(m.measure_no), m.measure_no),
            *of_unit(m),
            (shown(m.step_code), m.step_code),
            *((shown(column), column) for column in (m.issued_on, m.deadline_on)),
            (STATE, state_on(on)),
            (number("days_left", DAYS_LEFT), days_between(literal(on), m.deadline_on)),
            (shown(m.complied_on), m.complied_on),
            (shown(m.next_step_code), m.next_step_code),
            (OWED, owed_on(on)),
            (shown(m.inspector_code), m.inspector_code),
        )


FINE_COLUMNS = (
    *((shown(column), column) for column in (f.fine_no, f.measure_no)),
    *of_unit(f),
    (shown(f.basis_code), f.basis_code),
    (shown(f.base_lak, unit=KIP), f.base_lak),
    (shown(f.months), f.months),
    (shown(f.imposed_lak, unit=KIP), f.imposed_lak),
    (shown(f.statutory_lak, unit=KIP), f.statutory_lak),
    (shown(f.difference_lak, unit=KIP), f.difference_lak),
    (ListColumn("flags", FINE_FLAG.title, "code", codes=FLAGGED), flags()),
    *((shown(column), column) for column in (f.imposed_on, f.due_on)),
    (shown(f.paid_lak, unit=KIP), f.paid_lak),
    (shown(f.paid_on), f.paid_on),
    (shown(f.status_code, "fine_status"), f.status_code),
    (shown(f.inspector_code), f.inspector_code),
)


@dataclass(frozen=True, kw_only=True)
class FineList(Paged):
    """Fines imposed in a period, beside what the law gives, or those behind an indicator; `flagged`: those to look at.

    Filters: the slices, basis, fine_status and flag, and `unit` for a social security number.
    """

    period: Period | None = None
    indicator: str | None = None
    part: Part = "numerator"
    flagged: bool = False

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = None if self.indicator is None else measure_behind(self.indicator, self.part, fact_fine)
        where = tuple(item for item in self.where if item[0] != "flag")
        wanted = [or_(*(FLAGS[code] == 1 for code in codes)) for name, codes in self.where if name == "flag"]
        conditions = [
            *chosen(measure, f.imposed_on, self.period, day),
            *wanted,
            *([f.cancelled == 0, or_(*(column == 1 for column in FLAGS.values()))] if self.flagged else []),
            *narrowing(where, fact_fine, instead={"unit": i.ss_number, "fine_status": f.status_code}),
            *containing(self.search, f.fine_no, f.inspection_no, i.unit_name, i.ss_number),
        ]
        on = f.imposed_on if measure is None or measure.on is None else measure.on
        order = (on.desc().nulls_last(), f.fine_no)
        return paged(connection, self, FINE_COLUMNS, with_unit(fact_fine), conditions, order)


APPEAL_COLUMNS = (
    *((shown(column), column) for column in (a.appeal_no, a.measure_no)),
    *of_unit(a),
    (shown(a.step_code), a.step_code),
    *((shown(column), column) for column in (a.filed_on, a.decided_on)),
    (shown(a.result_code), a.result_code),
    (shown(a.days_to_decide, unit=DAYS), a.days_to_decide),
)


@dataclass(frozen=True, kw_only=True)
class AppealList(Paged):
    """Appeals filed in a period, or those behind an indicator. Filters: the slices, step and result, and `unit`."""

    period: Period | None = None
    indicator: str | None = None
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = None if self.indicator is None else measure_behind(self.indicator, self.part, fact_appeal)
        conditions = [
            *chosen(measure, a.filed_on, self.period, day),
            *narrowing(self.where, fact_appeal, instead={"unit": i.ss_number}),
            *containing(self.search, a.appeal_no, a.inspection_no, i.unit_name, i.ss_number),
        ]
        on = a.filed_on if measure is None or measure.on is None else measure.on
        return paged(connection, self, APPEAL_COLUMNS, with_unit(fact_appeal), conditions, (on.desc(), a.appeal_no))
