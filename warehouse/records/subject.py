"""Who a page is about: a labour unit by its number, or an enterprise that no unit is linked to; and what belongs to it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, and_, or_, select

from warehouse.star import dim_enterprise, fact_inspection
from warehouse.star.search import ENTERPRISE

e, i = dim_enterprise.c, fact_inspection.c


def enterprise_of(key: str) -> str | None:
    """The enterprise number in a key; None where the key is a unit's."""
    return key.removeprefix(ENTERPRISE) if key.startswith(ENTERPRISE) else None


def owned(key: str, ss_number: Column[Any], enterprise_no: Column[Any] | None = None) -> ColumnElement[bool]:
    """Rows of the unit, or of the enterprise; a unit has also those that name only the enterprise linked to it."""
    enterprise = enterprise_of(key)
    if enterprise is not None:
        return ss_number.in_(()) if enterprise_no is None else enterprise_no == enterprise
    if enterprise_no is None:
        return ss_number == key
    linked = select(e.enterprise_no).where(e.ss_number == key)
    return or_(ss_number == key, and_(ss_number.is_(None), enterprise_no.in_(linked)))


def inspected(key: str) -> ColumnElement[bool]:
    """The inspections of the unit or enterprise."""
    return owned(key, i.ss_number, i.enterprise_no)
