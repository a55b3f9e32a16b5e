"""Inspections: whom they meet, how they run through their stages, and what the inspectors see."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from etl.sample.people import Inspector
from etl.sample.places import PAYS_BETTER, PLACES, REPORTS_LATE
from etl.sample.programme import CANCELLED, Task, tasks, team_for
from etl.sample.records import Row, days, pick, working_day
from etl.sample.registers import Enterprise
from etl.sample.scale import Scale, month_number
from etl.sample.targets import Chooser, Target
from etl.sample.units import LATE, PART, STOPPED, UNPAYING, Units

SEEN = {  # how likely which irregularity is, by hidden habit
    UNPAYING: {"unpaid": 0.85},
    STOPPED: {"unpaid": 0.88, "late_payment": 0.1},
    PART: {"late_payment": 0.5, "unpaid": 0.35},
    LATE: {"late_payment": 0.6},
}
LEARNING_SINCE = month_number(date(2024, 8, 1))
RARE = {"false_documents": 0.01, "benefit_fraud": 0.008, "obstruction": 0.02, "other": 0.03}


@dataclass(slots=True)
class Inspection:
    number: str
    task: Task
    target: Target
    team: list[tuple[Inspector, str]]
    stages: dict[str, date]
    cancelled: date | None = None
    follows: str | None = None
    irregularities: list[str] = field(default_factory=list)
    complies: date | None = None
    known: Row = field(default_factory=dict)

    @property
    def late(self) -> bool:
        return PLACES[self.target.place].province == REPORTS_LATE

    @property
    def conducted(self) -> date:
        return self.stages["conducted_on"]


def build_inspections(
    scale: Scale, units: Units, enterprises: list[Enterprise], people: list[Inspector], rng: np.random.Generator
) -> list[Inspection]:
    chooser = Chooser(units, enterprises, rng)
    numbers: Counter[tuple[int, str]] = Counter()
    earlier: dict[str, list[Inspection]] = defaultdict(list)
    found: list[Inspection] = []
    for task in tasks(scale, rng):
        team = team_for(task, people, rng)
        province = chooser.province(team[0][0].province)
        follows = followed(task, earlier[province], rng)
        target = follows.target if follows else chooser.choose(task, province)
        if target is None:
            continue
        province = PLACES[target.place].province
        stages = planned(task, rng)
        year = stages["ordered_on"].year
        numbers[year, province] += 1
        made = Inspection(f"IN-{year}-{province}-{numbers[year, province]:04d}", task, target, team, stages)
        made.follows = follows.number if follows else None
        carry_out(made, units, rng)
        earlier[province].append(made)
        found.append(made)
    return found


def followed(task: Task, earlier: list[Inspection], rng: np.random.Generator) -> Inspection | None:
    if task.type != "follow_up":
        return None
    due = [i for i in earlier if i.irregularities and 95 < (task.on - i.conducted).days < 400 and not i.cancelled]
    return pick(rng, due) if due else None


def planned(task: Task, rng: np.random.Generator) -> dict[str, date]:
    """The stages up to the inspection itself, counted back from its day."""
    lead = {"emergency": 2, "ad_hoc": 9}.get(task.type, 24) + int(
        rng.integers(0, 14) if task.type != "emergency" else 0
    )
    ordered = min(working_day(max(task.on - timedelta(days=lead), date(2024, 7, 15))), task.on)
    approved = min(working_day(ordered + timedelta(days=1 + lead // 8)), task.on)
    stages = {"ordered_on": ordered, "approved_on": approved}
    if told_before(task, rng):
        stages["notified_on"] = min(working_day(approved + timedelta(days=1 + lead // 6)), task.on)
    return stages | {"conducted_on": task.on}


def told_before(task: Task, rng: np.random.Generator) -> bool:
    likely = {"advance_notice": 1.0, "emergency": 0.0, "ad_hoc": 0.4}.get(
        task.type, 0.6 if task.method == "direct" else 0.8
    )
    return bool(rng.random() < likely)


def carry_out(made: Inspection, units: Units, rng: np.random.Generator) -> None:
    task, target = made.task, made.target
    if task.phase != "pilot" and rng.random() < CANCELLED:
        made.cancelled = working_day(made.stages["ordered_on"] + days(rng, 2, 20))
        return
    made.irregularities = irregularities(made, units, rng)
    slow = (
        1.5
        - 0.02 * (month_number(task.on) - LEARNING_SINCE)
        - 3 * min(0.0, PAYS_BETTER.get(PLACES[target.place].province, 0.0))
    )
    lags = {"reported_on": (5, 26) if task.method == "direct" else (3, 17), "decided_on": (4, 24),
            "decision_notified_on": (2, 9), "received_on": (1, 12)}  # fmt: skip
    day = task.on
    for stage, (low, high) in lags.items():
        if rng.random() < 0.012 or (stage == "received_on" and rng.random() < 0.15):  # stuck, or no receipt came back
            if stage != "received_on":
                return
            continue
        day = working_day(day + timedelta(days=round(int(rng.integers(low, high + 1)) * slow)))
        made.stages[stage] = day
    settle(made, day, units, rng)


def settle(made: Inspection, day: date, units: Units, rng: np.random.Generator) -> None:
    """When the unit mends its ways, if it does; the file is closed after that, or after long waiting."""
    if not made.irregularities:
        made.stages["closed_on"] = working_day(day + days(rng, 3, 25))
        return
    told = made.stages["decision_notified_on"]
    willing = 0.74 + PAYS_BETTER.get(PLACES[made.target.place].province, 0.0)
    if rng.random() < willing:
        wait = pick(rng, ((3, 90), (91, 190), (191, 290), (291, 420)), (62, 20, 10, 8))
        made.complies = working_day(told + days(rng, *wait))
        made.stages["closed_on"] = working_day(max(day, made.complies) + days(rng, 3, 30))
        unit = made.target.unit
        if unit >= 0 and rng.random() < 0.8:
            units.improves[unit] = min(int(units.improves[unit]), month_number(made.complies))
    elif rng.random() < 0.5:
        made.stages["closed_on"] = working_day(day + days(rng, 300, 520))


def irregularities(made: Inspection, units: Units, rng: np.random.Generator) -> list[str]:
    unit, direct = made.target.unit, made.task.method == "direct"
    if unit < 0:
        return ["not_registered_unit"] if rng.random() < 0.9 else []
    month = month_number(made.conducted)
    habit = int(units.habit[unit])
    if units.improves[unit] <= month or (habit == STOPPED and units.stops[unit] > month - 3):
        habit = -1
    likely = dict(SEEN.get(habit, {})) | RARE
    if units.undeclared[unit] > 0:
        likely["unregistered_workers"] = 0.75 if direct else 0.4
    if units.under_declared[unit] > 0:
        likely["under_declared_wages"] = 0.5
    return [code for code, chance in likely.items() if rng.random() < chance]
