"""The implementation plan as the sample carries it out: how many inspections a month, of which kind, by which teams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from etl.sample.people import Inspector
from etl.sample.records import ONE_DAY, pick, working_day
from etl.sample.scale import AS_OF, Scale, month_number, month_start
from warehouse.reference import Phase, phases

VOLUMES = {
    "orientation": 2, "mentored_indirect": 60, "mentored_direct": 50, "first": 130, "second": 150, "third": 195,
}  # fmt: skip
DIRECT = {
    "orientation": 1.0, "mentored_indirect": 0.0, "mentored_direct": 1.0, "first": 0.02, "second": 0.2, "third": 0.3,
}  # fmt: skip
RAINY, DRY = (6, 7, 8, 9), 1.08
BUSY = {1: 0.95, 4: 0.7, 7: 0.95, 8: 0.92, 10: 1.05, 11: 1.1, 12: 0.85}
TYPES = {
    "orientation": {"ad_hoc": 1, "emergency": 1},
    "mentored_indirect": {"regular": 88, "advance_notice": 10, "ad_hoc": 2},
    "mentored_direct": {"regular": 70, "advance_notice": 26, "ad_hoc": 4},
    "first": {"regular": 84, "advance_notice": 8, "follow_up": 6, "emergency": 2},
    "second": {"regular": 70, "advance_notice": 9, "follow_up": 10, "ad_hoc": 9, "emergency": 2},
    "third": {"regular": 62, "advance_notice": 10, "follow_up": 13, "ad_hoc": 12, "emergency": 3},
}
PLANNED = {"national_plan": 55, "provincial_plan": 30, "risk_detection": 15}
ORIGINS = {
    "ad_hoc": {"worker_complaint": 50, "union_complaint": 14, "employer_complaint": 8, "authority_request": 28},
    "emergency": {"worker_complaint": 30, "authority_request": 45, "risk_detection": 25},
}
CANCELLED = 0.04


@dataclass(frozen=True)
class Task:
    """One inspection to be planned: its day, its phase, method, type and origin; `team` only in the pilot."""

    on: date
    phase: str
    method: str
    type: str
    origin: str
    team: int = -1


def tasks(scale: Scale, rng: np.random.Generator) -> Iterator[Task]:
    """In the order of their days; some lie after the as-of date, so that there are orders under way."""
    for phase in phases():
        found = list(pilot(phase, rng) if phase.code == "pilot" else ordinary(phase, scale, rng))
        yield from sorted(found, key=lambda task: task.on)


def pilot(phase: Phase, rng: np.random.Generator) -> Iterator[Task]:
    """Five teams, each two direct and four indirect inspections."""
    length = (phase.ends_on - phase.starts_on).days
    for team in range(5):
        for k in range(6):
            day = phase.starts_on + timedelta(days=int(length * (k + rng.random() * 0.8) / 6))
            yield Task(
                working_day(day), "pilot", "direct" if k in (1, 4) else "indirect", "regular", "national_plan", team
            )


def ordinary(phase: Phase, scale: Scale, rng: np.random.Generator) -> Iterator[Task]:
    first, last = month_number(phase.starts_on), min(month_number(phase.ends_on), month_number(AS_OF) + 2)
    for number in range(first, last + 1):
        month = month_start(number)
        volume = VOLUMES[phase.code] * BUSY.get(month.month, 1.0) * (1 + 0.008 * (number - first)) * scale.inspections
        for _ in range(int(volume + rng.random())):
            direct = DIRECT[phase.code]
            if phase.code == "third":
                direct *= 0.8 if month.month in RAINY else DRY
            kind = pick(rng, list(TYPES[phase.code]), list(TYPES[phase.code].values()))
            origins = ORIGINS.get(kind, PLANNED)
            method = "direct" if rng.random() < direct else "indirect"
            yield Task(day_of(month, rng), phase.code, method, kind, pick(rng, list(origins), list(origins.values())))


def day_of(month: date, rng: np.random.Generator) -> date:
    """A working day of the month."""
    day = working_day(month + timedelta(days=int(rng.integers(0, 26))))
    while day.month != month.month:
        day -= ONE_DAY
        while working_day(day) != day:
            day -= ONE_DAY
    return day


Team = list[tuple[Inspector, str]]


def team_for(task: Task, people: list[Inspector], rng: np.random.Generator) -> Team:
    """The head first; the head's province is where the team works."""
    july = [p for p in people if p.cohort == "2024-07" and p.serves(task.on)]
    later = [p for p in people if p.cohort != "2024-07" and p.serves(task.on)]
    if task.team >= 0:
        return [(person, "member" if k else "head") for k, person in enumerate(july[task.team :: 5])]
    if task.phase in ("orientation", "mentored_indirect", "mentored_direct"):
        return mentored(pick(rng, july), july, later, rng)
    able = july + later
    head = pick(rng, able, [p.fte * (1.2 if p.mentor else 1.0) for p in able])
    size = pick(rng, (1, 2, 3), (15, 45, 40)) if task.phase == "third" else pick(rng, (2, 3), (30, 70))
    others = nearest(head, able, rng)[: size - 1]
    return [(head, "head"), *((p, "trainee" if fresh(p, task.on) else "member") for p in others)]


def mentored(mentor: Inspector, july: list[Inspector], later: list[Inspector], rng: np.random.Generator) -> Team:
    """A mentor with three new inspectors; at times the mentor stands beside a head of the first group."""
    new = nearest(mentor, later, rng)[:3]
    if rng.random() < 0.3:
        head = next(p for p in nearest(mentor, july, rng) if p is not mentor)
        return [(head, "head"), (mentor, "mentor"), *((p, "trainee") for p in new[:2])]
    return [(mentor, "head"), *((p, "trainee") for p in new)]


def nearest(head: Inspector, people: list[Inspector], rng: np.random.Generator) -> list[Inspector]:
    """The head's own office first, then headquarters, then anyone."""
    draws = rng.random(len(people))
    order = sorted(range(len(people)), key=lambda i: (distance(head, people[i]), draws[i]))
    return [people[i] for i in order if people[i] is not head]


def distance(head: Inspector, other: Inspector) -> int:
    near = {head.province, "00", "01"} if head.province in ("00", "01") else {head.province}
    return 0 if other.province in near else 1 if other.province == "00" else 2


def fresh(person: Inspector, day: date) -> bool:
    return (day - person.appointed).days < 120
