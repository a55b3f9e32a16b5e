"""Registers: the LSSO's labour units, the enterprise register, the tax payroll, the visits of the labour inspection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from etl.sample.names import address, phone, respelt, unit_name
from etl.sample.places import PLACES, draw_places, draw_sectors
from etl.sample.records import Record, Row, days, pick
from etl.sample.scale import AS_OF, SCHEMES, SECTORS, Ints, Scale, month_number
from etl.sample.second_hand import draws_for, rewritten
from etl.sample.units import Units, draw_sizes
from etl.sample.wages import BASE_WAGES, headcounts, mean_wages
from etl.sample.words import Pair

FILED_YEARS = (2021, 2022, 2023, 2024, 2025)


@dataclass(slots=True)
class Enterprise:
    """`unit` is the labour unit that it is, -1 where it never registered with the LSSO."""

    number: str
    tin: str | None
    unit: int
    name: Pair
    place: int
    sector: int
    employees: int
    registered: date
    address: str
    phone: str


def unit_records(units: Units, rng: np.random.Generator) -> Iterator[Record]:
    registered, closed = units.registered.tolist(), units.closed.tolist()
    today = headcounts(units, np.arange(len(units)), np.full(len(units), month_number(AS_OF)))
    draws, moved = rng.random((len(units), 3)), draw_places(len(units), rng)
    for i, since in enumerate(registered):
        changes: list[tuple[date, Row]] = []
        if draws[i, 0] < 0.6 and today[i] != units.size[i]:
            changes.append((changed(since, draws[i, 1]), {"workers": int(today[i])}))
        if draws[i, 0] > 0.985 and PLACES[moved[i]].province == PLACES[units.place[i]].province:
            place = PLACES[moved[i]]
            moving: Row = {"district_code": place.code, "address": address(place, draws[i, 2])}
            changes.append((changed(since, draws[i, 1]), moving))
        if 0.98 < draws[i, 0] < 0.985 and units.scheme[i] == 0:
            changes.append((changed(since, draws[i, 1]), {"isic_section": "G"}))
        if closed[i]:
            told = closed[i] + timedelta(days=int(30 * draws[i, 2]))
            changes.append((told, {"closed_on": closed[i]}))
        name_en, name_lo = units.names[i]
        row: Row = {
            "ss_number": str(units.ss_number[i]), "name_lo": name_lo, "name_en": name_en,
            "scheme": SCHEMES[units.scheme[i]], "isic_section": SECTORS[units.sector[i]],
            "district_code": PLACES[units.place[i]].code,
            "address": units.addresses[i], "phone": units.phones[i], "registered_on": since, "closed_on": None,
            "workers": int(units.size[i]), "updated_at": None,
        }  # fmt: skip
        yield Record(since, row, sorted(changes, key=lambda change: change[0]))


def changed(since: date, draw: float) -> date:
    """A day of the last two years, after the registration."""
    low = max(since + timedelta(days=1), date(2024, 11, 1))
    return low + timedelta(days=int(draw * max(1, (AS_OF - low).days + 1)))


def build_enterprises(scale: Scale, units: Units, rng: np.random.Generator) -> list[Enterprise]:
    """Most labour units of the enterprise scheme under another spelling, and as many again that never registered."""
    both = np.flatnonzero((units.scheme == 0) & (rng.random(len(units)) < 0.85))
    n = scale.enterprises
    unit = np.concatenate([both, np.full(n - len(both), -1)])[rng.permutation(n)]
    place, schemes = draw_places(n, rng), np.zeros(n, np.int64)
    sector = draw_sectors(place, schemes, rng)
    size = np.minimum(draw_sizes(scale, schemes, sector, rng), 60)
    draws, aged = rng.random((n, 8)), rng.integers(20, 3000, n)
    registered = units.registered.tolist()
    found = []
    for i, k in enumerate(unit.tolist()):
        tin = f"{(i * 7919 + 104729) % 10**9:09d}000" if draws[i, 5] < 0.8 else None
        if k < 0:
            home = PLACES[place[i]]
            name = unit_name("enterprise", SECTORS[sector[i]], int(size[i]), home, draws[i, :5])
            founded = AS_OF - timedelta(days=int(aged[i] * 1.8))
            found.append(Enterprise(f"{i + 1:08d}", tin, -1, name, int(place[i]), int(sector[i]), int(size[i]), founded,
                                    address(home, draws[i, 6]), phone(draws[i, 7])))  # fmt: skip
            continue
        name = respelt(units.names[k], draws[i, 0]) if draws[i, 1] < 0.5 else units.names[k]
        staff = round(int(units.size[k]) * (1 + units.undeclared[k]))
        founded = registered[k] - timedelta(days=int(aged[i]))
        number = units.phones[k] if draws[i, 6] < 0.7 else phone(draws[i, 7])
        found.append(Enterprise(f"{i + 1:08d}", tin, k, name, int(units.place[k]), int(units.sector[k]), staff, founded,
                                units.addresses[k], number))  # fmt: skip
    return found


def enterprise_records(enterprises: list[Enterprise], rng: np.random.Generator) -> Iterator[Record]:
    draws, hands = rng.random((len(enterprises), 4)), draws_for(len(enterprises), rng)
    for firm, draw, hand in zip(enterprises, draws, hands, strict=True):
        row: Row = {
            "enterprise_no": firm.number, "tin": firm.tin, "name_lo": firm.name[1], "name_en": firm.name[0],
            "isic_section": SECTORS[firm.sector], "district_code": PLACES[firm.place].code, "address": firm.address,
            "phone": firm.phone, "registered_on": firm.registered, "status": "active", "employees": firm.employees,
            "foreign_owned": bool(draw[0] < 0.05),
        }  # fmt: skip
        stopped = changed(firm.registered, draw[1])
        status = "suspended" if draw[2] < 0.05 else "dissolved" if draw[2] < 0.12 else ""
        changes: list[tuple[date, Row]] = [(stopped, {"status": status})] if status else []
        yield Record(firm.registered, rewritten(row, hand), changes)


def payroll_records(enterprises: list[Enterprise], units: Units, rng: np.random.Generator) -> Iterator[Record]:
    """Three in four with a tax number file; what they pay is the whole wage of everyone who works there."""
    filing = [firm for firm in enterprises if firm.tin and rng.random() < 0.75]
    unit = np.array([firm.unit for firm in filing])
    for year in FILED_YEARS:
        workers, wages = paid_in(year, filing, unit, units)
        draws = rng.random((len(filing), 3))
        for i, firm in enumerate(filing):
            if firm.registered.year > year or draws[i, 0] < 0.04:
                continue
            payroll = int(workers[i]) * int(wages[i]) * 12 // 1000 * 1000
            revenue = int(payroll * (2 + 9 * draws[i, 1])) // 1000 * 1000 if draws[i, 2] < 0.85 else None
            row: Row = {
                "tin": firm.tin, "year": year, "employees": int(workers[i]), "payroll_lak": payroll,
                "revenue_lak": revenue,
            }  # fmt: skip
            yield Record(date(year + 1, 3, 31) + timedelta(days=int(200 * draws[i, 2] ** 3)), row)


def paid_in(year: int, filing: list[Enterprise], unit: Ints, units: Units) -> tuple[Ints, Ints]:
    june = np.full(len(filing), (year - 1970) * 12 + 5)
    known = np.maximum(unit, 0)
    workers = np.rint(headcounts(units, known, june) * (1 + units.undeclared[known])).astype(np.int64)
    wages = mean_wages(units, known, june)
    usual = np.array([BASE_WAGES[SECTORS[firm.sector]] for firm in filing]) * (1 + (year - 2016) * 0.16)
    own = np.array([firm.employees for firm in filing])
    return np.where(unit >= 0, workers, own), np.where(unit >= 0, wages, usual).astype(np.int64)


def visit_records(
    scale: Scale, enterprises: list[Enterprise], units: Units, rng: np.random.Generator
) -> Iterator[Record]:
    """Some 1,400 visits a year by the labour inspection; no more than a few units have two."""
    registered = units.registered.tolist()
    for number in range(1, round(3_900 * scale.events) + 1):
        day = date(2024, 1, 3) + days(rng, 0, (AS_OF - date(2024, 1, 3)).days)
        firm = pick(rng, enterprises)
        if firm.registered > day:
            continue
        member = firm.unit >= 0 and registered[firm.unit] <= day
        row: Row = {
            "visit_no": f"LV-{day.year}-{number:05d}", "enterprise_no": firm.number if rng.random() < 0.8 else None,
            "unit_name": firm.name[int(rng.random() < 0.5)], "province_code": PLACES[firm.place].province,
            "visited_on": day, "workers_found": max(1, round(firm.employees * rng.uniform(0.8, 1.3))),
            "ss_registered": member if rng.random() < 0.95 else not member,
        }  # fmt: skip
        yield Record(day, row)
