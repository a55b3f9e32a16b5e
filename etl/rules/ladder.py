"""The enforcement ladder (Law art. 117, 119; 4139 art. 24–26): deadlines, and the spans in which a measure is in a state."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, String, Subquery, and_, case, cast, func

from etl.errors import LoadError
from etl.rules.amounts import threshold
from etl.rules.lookup import lookup
from warehouse.reference import rows

BEFORE_FINES = ("education", "warning", "summons")
READINGS = tuple(dict.fromkeys(row["reading"] for row in rows("ladder")))
SETTING = "SSIIS_LADDER"


def reading() -> str:
    """The reading of the law that the setting names: the Decision's three steps of 90 days, or the Law's one warning."""
    chosen = os.environ.get(SETTING) or READINGS[0]
    if chosen not in READINGS:
        raise LoadError(f"{SETTING}={chosen!r}: the readings of the law are {', '.join(READINGS)}")
    return chosen


def ladder(of: str) -> Subquery:
    """The steps of a reading: their place, the days to comply (none: no deadline) and what follows."""
    lines = [
        (row["step"], int(row["rank"]), int(row["days_to_comply"] or 0) or None, row["next_step"] or None)
        for row in rows("ladder")
        if row["reading"] == of
    ]
    columns = {"step": String, "rank": Integer, "days_to_comply": Integer, "next_step": String}
    return lookup("ladder", columns, lines)


def lawful_deadline(issued_on: Any, days_to_comply: Any) -> ColumnElement[Any]:
    """Calendar days: the issue date + days."""
    return cast(issued_on + days_to_comply, Date)


def needs_no_fine(step: Any, complied_on: Any, imposed_on: Any) -> ColumnElement[bool]:
    """A unit that complies in education, warning or summons gets no fine (4139 art. 25)."""
    return and_(step.in_(BEFORE_FINES), complied_on < imposed_on)


@dataclass(frozen=True)
class Spans:
    """The days on which a measure is due soon, expired, or its next step owed: from, until (not included; null: still).

    Both are null where there is no such day.
    """

    due_soon: tuple[ColumnElement[Any], ColumnElement[Any]]
    expired: tuple[ColumnElement[Any], ColumnElement[Any]]
    owed: tuple[ColumnElement[Any], ColumnElement[Any]]


def spans(issued_on: Any, deadline_on: Any, complied_on: Any, higher_step_on: Any, next_step: Any) -> Spans:
    """State on a day D: complied (complied_on ≤ D), else expired (deadline < D), due_soon (deadline within D … D + 14).

    step_owed: expired, and no higher step of the ladder issued on that inspection by D. Before its issue there is no
    measure; where nothing follows a step, nothing is owed.
    """
    soon = cast(deadline_on - threshold("due_soon_days"), Date)
    after = cast(deadline_on + 1, Date)
    expired = func.greatest(after, issued_on)
    return Spans(
        span(func.greatest(soon, issued_on), func.least(complied_on, after), deadline_on.is_not(None)),
        span(expired, complied_on, deadline_on.is_not(None)),
        span(expired, func.least(complied_on, higher_step_on), and_(deadline_on.is_not(None), next_step.is_not(None))),
    )


def span(begins: Any, ends: Any, stands: ColumnElement[bool]) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Both ends where there is a day between them."""
    held = and_(stands, ends.is_(None) | (ends > begins))
    return case((held, begins)), case((held, ends))
