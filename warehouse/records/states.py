"""What stands on a day: spans of the star that hold it, the state of a measure, and the rows that a measure counts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, ColumnElement, and_, case, or_

from warehouse.indicators import Measure
from warehouse.periods import Period
from warehouse.records.inspections import counted, last_day, within
from warehouse.star import fact_measure

m = fact_measure.c


def held(begins: Column[date], ends: Column[date], on: date) -> ColumnElement[bool]:
    """The span holds the day: until is not included, an empty one is still."""
    return and_(begins <= on, or_(ends.is_(None), ends > on))


def unfulfilled(on: date) -> ColumnElement[bool]:
    return or_(m.complied_on.is_(None), m.complied_on > on)


def running(on: date) -> list[ColumnElement[bool]]:
    """Issued by the day, not complied with, and the deadline not yet passed."""
    return [m.issued_on <= on, unfulfilled(on), m.deadline_on >= on]


def state_on(on: date) -> ColumnElement[str]:
    """The state of a measure on a day."""
    return case(
        (m.complied_on <= on, "complied"),
        (m.deadline_on.is_(None), "without_deadline"),
        (held(m.expired_from_on, m.expired_until_on, on), "expired"),
        (held(m.due_soon_from_on, m.due_soon_until_on, on), "due_soon"),
        else_="running",
    )


def owed_on(on: date) -> ColumnElement[str]:
    """The step that is owed on a day; null where none is."""
    return case((held(m.owed_from_on, m.owed_until_on, on), m.next_step_code))


def chosen(measure: Measure | None, on: Column[date], period: Period | None, day: date) -> list[ColumnElement[bool]]:
    """What makes a row one of those asked for: the measure's own conditions, and its day or its span in the period."""
    if measure is None:
        return within(on, period, day)
    if measure.alive is None:
        assert measure.on is not None
        return [*counted(measure), *within(measure.on, period, day)]
    begins, ends = measure.alive
    assert ends is not None
    return [*counted(measure), held(begins, ends, last_day(period, day))]
