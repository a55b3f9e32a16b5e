"""How periods, days and places are called on the screen."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Literal

from babel.dates import format_date, get_month_names

from geo.places import DISTRICTS, PROVINCES
from layouts.words import NATION
from warehouse.periods import Period, all_phases
from warehouse.query import ALL, HEADQUARTERS
from warehouse.reference import phases
from warehouse.text import Text

CENTRAL = Text("Headquarters", lo="ຂັ້ນສູນກາງ")


@cache
def month_name(month: int, language: str, width: Literal["wide", "abbreviated"] = "wide") -> str:
    return str(get_month_names(width, context="stand-alone", locale=language)[month])


def spoken_day(day: date | None, language: str) -> str:
    return "" if day is None else str(format_date(day, "d MMMM yyyy", locale=language))


@cache
def period_name(period: Period, language: str) -> str:
    """October 2026, ຕຸລາ 2026; Q4 2026, ໄຕມາດ 4/2026; a phase's own name."""
    first = period.starts_on
    if period.grain == "month":
        return f"{month_name(first.month, language)} {first.year}"
    if period.grain == "quarter":
        number = (first.month - 1) // 3 + 1
        return f"ໄຕມາດ {number}/{first.year}" if language == "lo" else f"Q{number} {first.year}"
    if period.grain == "half":
        number = (first.month - 1) // 6 + 1
        return f"ເຄິ່ງປີ {number}/{first.year}" if language == "lo" else f"H{number} {first.year}"
    if period.grain == "phase":
        return next(p.title.in_(language) for p in phases() if p.code == period.id)
    return str(first.year)


def tick(period: Period, language: str, *, with_year: bool) -> str:
    """The period under an axis: short, the year on a second line where it begins."""
    first = period.starts_on
    if period.grain == "year":
        return str(first.year)
    if period.grain == "phase":
        return str([p.id for p in all_phases()].index(period.id) + 1)
    short = month_name(first.month, language, "abbreviated") if period.grain == "month" else period.id[5:]
    return f"{short}<br>{first.year}" if with_year else short


def ticks(periods: tuple[Period, ...], language: str) -> list[str]:
    years = [None, *(p.starts_on.year for p in periods)]
    return [tick(p, language, with_year=p.starts_on.year != before) for p, before in zip(periods, years, strict=False)]


@cache
def province_name(code: str, language: str, *, short: bool = False) -> str:
    if code == HEADQUARTERS:
        return CENTRAL.in_(language)
    place: Any = PROVINCES.get(code)
    if place is None:
        return code
    if language == "lo":
        return str(place.name_lo)
    return str(place.short_en if short else place.name_en)


@cache
def district_name(code: str, language: str) -> str:
    place: Any = DISTRICTS.get(code)
    return code if place is None else str(place.name_lo if language == "lo" else place.name_en)


def place_name(code: str, language: str, *, short: bool = False) -> str:
    if code == ALL:
        return NATION.in_(language)
    return district_name(code, language) if len(code) == 4 else province_name(code, language, short=short)
