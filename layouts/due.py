"""Contributions that are not yet due: a period without a month fallen due has no number yet, and says from when it will."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from layouts.view import View
from warehouse.indicators import INDICATORS, Indicator
from warehouse.periods import Period, add_months, parse_period, period_of
from warehouse.query import Value
from warehouse.records import last_due_month
from warehouse.reference import due_day

FACT = "rollup_unit_month"


def due_on(indicator: Indicator, period: Period, as_of: date) -> date | None:
    """The day on which the period's first contributions fall due, where that is still to come; else None."""
    measure = indicator.numerator
    if measure.fact.name != FACT or measure.is_stock or last_due_month(period, as_of) >= period.starts_on:
        return None
    return add_months(period.starts_on, 1).replace(day=due_day(period.starts_on))


def last_due(view: View) -> Period | None:
    """The last period of the view's grain with contributions fallen due."""
    return period_of(view.period.grain, last_due_month(view.period, view.as_of))


def known(values: Iterable[Value], view: View) -> list[Value]:
    """The values, without those of periods that have none yet: a sum over nothing due is no 0."""
    found = list(values)
    waiting = {
        (id_, period)
        for id_, period in {(v.indicator, v.period) for v in found}
        if INDICATORS[id_].numerator.fact.name == FACT and due_on(INDICATORS[id_], parse_period(period), view.as_of)
    }
    return [replace(v, value=None) if (v.indicator, v.period) in waiting else v for v in found] if waiting else found
