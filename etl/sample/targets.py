"""Which unit an order is for: the plan's target groups of the phase, the risky and the large first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from etl.sample.places import PLACES
from etl.sample.programme import Task
from etl.sample.records import pick
from etl.sample.registers import Enterprise
from etl.sample.scale import SECTORS, month_number
from etl.sample.units import LATE, PART, PUNCTUAL, STOPPED, UNPAYING, Units
from etl.sample.wages import headcounts

URGENCY = {PUNCTUAL: 1.0, LATE: 2.0, PART: 2.5, STOPPED: 4.0, UNPAYING: 4.0}
CHOSEN_SECTORS = "CFGI"
UNREGISTERED = {"second": 0.15, "third": 0.12}
OUTSIDE_THE_PLAN = 0.03


@dataclass(frozen=True, slots=True)
class Target:
    """`unit` is -1 for one that the LSSO does not know."""

    unit: int
    name: str
    ss_number: str | None
    enterprise_no: str | None
    place: int
    sector: int
    scheme: int
    size: int
    undeclared: float


class Chooser:
    def __init__(self, units: Units, enterprises: list[Enterprise], rng: np.random.Generator) -> None:
        self.units, self.rng = units, rng
        provinces = units.provinces()
        self.units_of = {str(p): np.flatnonzero(provinces == p) for p in np.unique(provinces)}
        self.enterprise_of = {firm.unit: firm.number for firm in enterprises if firm.unit >= 0}
        self.unknown: dict[str, list[Enterprise]] = {}
        for firm in enterprises:
            if firm.unit < 0:
                self.unknown.setdefault(PLACES[firm.place].province, []).append(firm)
        self.last: dict[int, date] = {}
        self.registered, self.closed = units.registered.tolist(), units.closed.tolist()

    def province(self, post: str) -> str:
        """Where a team from a post works: headquarters mostly in the capital, at times elsewhere."""
        if post != "00" and post in self.units_of:
            return post
        if self.rng.random() < 0.6:
            return "01"
        return pick(self.rng, list(self.units_of), [len(units) for units in self.units_of.values()])

    def choose(self, task: Task, province: str) -> Target | None:
        if self.rng.random() < UNREGISTERED.get(task.phase, 0.0) and province in self.unknown:
            return self.unregistered(task, province)
        for where in (province, "01", "13"):
            pool = self.units_of.get(where, np.zeros(0, np.int64))
            for size in (25, 400):
                drawn = pool[self.rng.integers(0, len(pool), size)] if len(pool) else pool
                fit = [unit for unit in dict.fromkeys(drawn.tolist()) if self.fits(unit, task)]
                if fit:
                    unit = pick(self.rng, fit, [self.weight(unit, task) for unit in fit])
                    self.last[unit] = task.on
                    return self.known(unit, task.on)
        return None

    def fits(self, unit: int, task: Task) -> bool:
        since = self.last.get(unit)
        if (since and (task.on - since).days < 270) or (task.on - self.registered[unit]).days < 70:
            return False
        if self.closed[unit] and self.closed[unit] < task.on:
            return False
        habit, month = int(self.units.habit[unit]), month_number(task.on)
        if task.phase == "mentored_indirect":
            return habit in (PUNCTUAL, LATE, PART)
        if task.phase != "first" or task.type == "emergency":
            return True
        silent = (habit == STOPPED and self.units.stops[unit] <= month - 5) or habit == UNPAYING
        if silent and self.units.improves[unit] > month:
            return True
        small = SECTORS[self.units.sector[unit]] in CHOSEN_SECTORS and 8 <= self.size(unit, task.on) <= 45
        return small or bool(self.rng.random() < OUTSIDE_THE_PLAN)

    def weight(self, unit: int, task: Task) -> float:
        large = 1.5 if task.phase == "third" and self.units.size[unit] >= 50 else 1.0
        personal = 0.15 if self.units.scheme[unit] == 2 else 1.0
        return URGENCY[int(self.units.habit[unit])] * large * personal

    def size(self, unit: int, day: date) -> int:
        return int(headcounts(self.units, np.array([unit]), np.array([month_number(day)]))[0])

    def known(self, unit: int, day: date) -> Target:
        units = self.units
        name = units.names[unit][0 if self.rng.random() < 0.7 else 1]
        number = self.enterprise_of.get(unit) if self.rng.random() < 0.3 else None
        return Target(unit, name, str(units.ss_number[unit]), number, int(units.place[unit]), int(units.sector[unit]),
                      int(units.scheme[unit]), self.size(unit, day), float(units.undeclared[unit]))  # fmt: skip

    def unregistered(self, task: Task, province: str) -> Target:
        """Undeclared work; in the second period small and medium units only."""
        firms = self.unknown[province]
        tried = [pick(self.rng, firms) for _ in range(12)]
        fit = [firm for firm in tried if 6 <= firm.employees <= 99 or task.phase == "third"] or tried
        firm = max(fit[:3], key=lambda firm: firm.employees)
        number = firm.number if self.rng.random() < 0.75 else None
        return Target(-1, firm.name[int(self.rng.random() < 0.4)], None, number, firm.place, firm.sector, 0,
                      max(1, firm.employees), 0.0)  # fmt: skip
