"""The plan's phases (Strategy 4–6, tables 2–3): which inspections and fines lie outside the phase they fall in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_

from warehouse.reference import phases

ALL = ("all",)
FOR_ALL_UNITS = ("follow_up", "emergency")


def inspection_outside(phase: Any, method: Any, type_: Any, size: Any, standing: Any) -> ColumnElement[bool]:
    """Not by a method, or not of a unit, that the phase provides for; follow-ups and emergencies are for all (Strategy, table 3)."""
    tests = []
    for each in phases():
        outside: list[ColumnElement[bool]] = [method.not_in(each.methods)]
        if each.unit_classes != ALL:
            sizes = ("micro", "small") if "small" in each.unit_classes else ()
            target = or_(func.coalesce(standing, "").in_(each.unit_classes), size.in_(sizes))
            outside.append(and_(type_.not_in(FOR_ALL_UNITS), ~target))
        tests.append((phase == each.code, or_(*outside)))
    return case(*tests, else_=literal(False))


def fine_outside(phase: Any, type_: Any) -> ColumnElement[bool]:
    """Between October 2024 and the end of mentoring a fine follows only follow_up, ad_hoc and emergency inspections (6.A)."""
    tests = [(phase == each.code, type_.not_in(each.fines_after)) for each in phases() if each.fines_after != ALL]
    return case(*tests, else_=literal(False))
