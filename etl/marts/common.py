"""Expressions that several marts share: size classes, versions in force, days between dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
    Table,
    and_,
    case,
    cast,
    func,
    insert,
    literal,
    over,
    select,
)
from sqlalchemy.sql.selectable import Subquery

from etl.database import Database
from warehouse.reference import rows
from warehouse.sources import STAGED
from warehouse.star import dim_labour_unit, fact_inspection, inspection_slices, place_and_kind

BEGINNING, FOREVER = date(1, 1, 1), date(9999, 12, 31)


def size_of(workers: ColumnElement[Any]) -> ColumnElement[str]:
    """The size class of a number of workers; `unknown` of none stated."""
    classes = [(row["code"], row["workers_to"]) for row in rows("size_classes")]
    bounded = [(workers <= int(upper), code) for code, upper in classes if upper]
    return case((workers.is_(None), "unknown"), *bounded, else_=classes[-1][0])


def days_between(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(func.date_diff("day", start, end), Integer)


def flag(column: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(column, Integer)


def versions(staged: Table, key: str) -> Subquery:
    """Every version with the span in which it is in force.

    The first known version reaches back to the beginning; each later batch's takes effect on its updated_at
    (sources.md, History). A version that a later one takes over at once was never in force, and is left out.
    """
    s = staged.c
    number = over(func.row_number(), partition_by=s[key], order_by=s.batch_on)
    begins = case((number == 1, literal(BEGINNING, Date)), else_=cast(s.updated_at, Date))
    last = over(func.row_number(), partition_by=s[key], order_by=s.batch_on.desc())
    begun = select(staged, begins.label("valid_from"), last.label("from_last")).subquery("begun")
    b = begun.c
    later = over(func.min(b.valid_from), partition_by=b[key], order_by=b.batch_on, rows=(1, None))
    ended = select(begun, func.coalesce(later, literal(FOREVER, Date)).label("valid_to")).subquery("ended")
    e = ended.c
    return select(ended).where((e.valid_from < e.valid_to) | (e.from_last == 1)).subquery("versions")


def latest(column: ColumnElement[Any], key: ColumnElement[Any], versions_: Subquery) -> ColumnElement[Any]:
    """A column of the latest version, beside every version: registration and closure are facts, not attributes in time."""
    return over(func.first_value(column), partition_by=key, order_by=versions_.c.batch_on.desc())


def in_force(version: Table, day: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(version.c.valid_from <= day, version.c.valid_to > day)


def of_inspection() -> dict[str, ColumnElement[Any]]:
    """The slices that an inspection gives to its team, findings, measures, fines and appeals."""
    return {column.name: fact_inspection.c[column.name] for column in inspection_slices()}


def of_unit() -> dict[str, ColumnElement[Any]]:
    """The slices that a labour unit's version gives to what is counted about it."""
    return {column.name: dim_labour_unit.c[column.name] for column in place_and_kind()}


def of_enterprise() -> dict[str, ColumnElement[Any]]:
    """The slices of an enterprise, from its staged row."""
    e = STAGED["enterprise_register.enterprises"].c
    return {
        "province_code": func.left(e.district_code, 2),
        "district_code": e.district_code,
        "sector_code": e.isic_section,
        "size_code": size_of(e.employees),
    }


def fill_from(db: Database, table: Table, columns: Mapping[str, ColumnElement[Any]], source: FromClause) -> None:
    """Insert a row for each of the source's, with the columns by name."""
    chosen = select(*(value.label(name) for name, value in columns.items())).select_from(source)
    db.sa.execute(insert(table).from_select(list(columns), chosen))
