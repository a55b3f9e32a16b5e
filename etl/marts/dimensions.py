"""The dimensions: calendar, places, code lists, labour units and inspectors with their history."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, String, Subquery, and_, cast, func, insert, literal_column, over, select

import warehouse.codes as codes
from etl.database import Database
from etl.marts import mart
from etl.marts.common import fill_from, flag, latest, size_of, versions
from etl.marts.months import many
from etl.rules.lookup import lookup
from geo.places import DISTRICTS, PROVINCES
from warehouse.periods import add_months, all_phases, label, month_start
from warehouse.reference import rows
from warehouse.sources import STAGED
from warehouse.star import (
    dim_code,
    dim_date,
    dim_district,
    dim_inspector,
    dim_labour_unit,
    dim_province,
)

CALENDAR_FROM = date(2000, 1, 1)
SATURDAY = 6
A_DAY: ColumnElement[Any] = literal_column("interval 1 day")


@mart(writes=(dim_date,), reads=())
def calendar(db: Database, as_of: date) -> None:
    """Every day from the first event (at the latest 2000) to the end of next year; a period is whole months of days."""
    first = month_start(min(CALENDAR_FROM, earliest(db)))
    months = calendar_months(first, date(as_of.year + 1, 12, 31))
    m, holidays = months.c, {row["on"] for row in rows("holidays") if row["women_only"] == "0"}
    day = cast(func.unnest(func.generate_series(m.month_start, func.last_day(m.month_start), A_DAY)), Date)
    days = select(day.label("day"), *m).subquery("days")
    d = days.c
    off = [date.fromisoformat(each) for each in sorted(holidays)]
    working = flag(and_(func.isodow(d.day) < SATURDAY, d.day.not_in(off)))
    fill_from(db, dim_date, {**{column.name: column for column in d}, "working_day": working}, days)


def calendar_months(first: date, last: date) -> Subquery:
    """The months from `first` to `last` with the ids of the periods that hold them."""
    starts = [first]
    while (following := add_months(starts[-1], 1)) <= last:
        starts.append(following)
    phases = list(all_phases())
    lines = [
        (
            month,
            *(label(grain, month) for grain in ("month", "quarter", "half", "year")),
            next((p.id for p in phases if p.starts_on <= month <= p.ends_on), None),
            "total",
        )
        for month in starts
    ]
    ids = dict.fromkeys(("month", "quarter", "half", "year", "phase", "total"), String)
    return lookup("months", {"month_start": Date, **ids}, lines)


def earliest(db: Database) -> date:
    """The first day that a unit or a contribution knows; never where there are none."""
    units, months = STAGED["lsso.labour_units"], STAGED["lsso.contributions"]
    found = [db.sa.execute(select(func.min(c))).scalar() for c in (units.c.registered_on, months.c.month)]
    return min((day for day in found if day), default=date.max)


@mart(writes=(dim_province, dim_district, dim_code), reads=())
def places_and_codes(db: Database, as_of: date) -> None:
    many(
        db,
        dim_province,
        [
            {
                "province_code": p.code,
                "iso_code": p.iso,
                "title_en": p.name_en,
                "title_lo": p.name_lo,
                "region": p.region,
            }
            for p in PROVINCES.values()
        ],
    )
    many(
        db,
        dim_district,
        [
            {"district_code": d.code, "province_code": d.code[:2], "title_en": d.name_en, "title_lo": d.name_lo}
            for d in DISTRICTS.values()
        ],
    )
    lists = {item.name: item for item in vars(codes).values() if isinstance(item, codes.CodeList)}
    many(
        db,
        dim_code,
        [
            {
                "list": name, "code": item.code, "position": position,
                "title_en": str(item.title), "title_lo": item.title.lo, "ground": item.ground,
            }
            for name, code_list in lists.items()
            for position, item in enumerate(code_list)
        ],
    )  # fmt: skip


@mart(writes=(dim_labour_unit,), reads=("lsso.labour_units",))
def labour_units(db: Database, as_of: date) -> None:
    found = versions(STAGED["lsso.labour_units"], "ss_number")
    v = found.c
    columns = {
        "version_key": over(func.row_number(), order_by=(v.ss_number, v.batch_on)),
        "unit_key": over(func.dense_rank(), order_by=v.ss_number),
        "ss_number": v.ss_number,
        "valid_from": v.valid_from,
        "valid_to": v.valid_to,
        "is_current": flag(v.from_last == 1),
        "name_lo": v.name_lo,
        "name_en": v.name_en,
        "province_code": func.left(v.district_code, 2),
        "district_code": v.district_code,
        "sector_code": v.isic_section,
        "size_code": size_of(v.workers),
        "scheme_code": v.scheme,
        "address": v.address,
        "phone": v.phone,
        "workers": v.workers,
        "registered_on": latest(v.registered_on, v.ss_number, found),
        "closed_on": latest(v.closed_on, v.ss_number, found),
    }
    fill(db, dim_labour_unit, columns)


@mart(writes=(dim_inspector,), reads=("lsso.inspectors",))
def inspectors(db: Database, as_of: date) -> None:
    found = versions(STAGED["lsso.inspectors"], "inspector_id")
    v = found.c
    columns = {
        "version_key": over(func.row_number(), order_by=(v.inspector_id, v.batch_on)),
        "inspector_id": v.inspector_id,
        "valid_from": v.valid_from,
        "valid_to": v.valid_to,
        "is_current": flag(v.from_last == 1),
        "name": v.name,
        "province_code": v.province_code,
        "cohort": v.cohort,
        "trained_on": latest(v.trained_on, v.inspector_id, found),
        "appointed_on": latest(v.appointed_on, v.inspector_id, found),
        "ended_on": latest(v.ended_on, v.inspector_id, found),
        "fte": v.fte,
        "is_mentor": flag(v.is_mentor),
    }
    fill(db, dim_inspector, columns)


def fill(db: Database, table: Any, columns: dict[str, Any]) -> None:
    """Insert a SELECT whose columns are named as the table's."""
    statement = select(*(value.label(column) for column, value in columns.items()))
    db.sa.execute(insert(table).from_select(list(columns), statement))
