"""The inspectorate: who was appointed where and when, how much of their time they give, and their training."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from etl.sample.names import person
from etl.sample.places import REPORTS_LATE
from etl.sample.records import Record, Row, days, pick

FIRST_POSTS = {"00": 5, "01": 3, "13": 1, "16": 1, "06": 1, "12": 1, "10": 1, "04": 1, "09": 1}
MORE_POSTS = {"00": 4, "01": 4, "13": 2, "16": 2, "06": 1, "10": 1}
NEW_POSTS = {f"{number:02d}": 2 + MORE_POSTS.get(f"{number:02d}", 0) for number in range(1, 19)} | {"00": 4}
JULY = (date(2024, 7, 1), date(2024, 7, 5), "TOT-2024-07")
WORKSHOP = (date(2024, 9, 18), date(2024, 9, 20), "TOT-2024-09")
OCTOBER = tuple(
    (date(2024, 10, 7) + timedelta(weeks=k), date(2024, 10, 10) + timedelta(weeks=k), f"2024-10-G{k + 1}")
    for k in range(4)
)
CATCH_UP = (date(2025, 3, 10), date(2025, 3, 13), "2025-03-G5")
REFRESHERS = (
    (date(2025, 6, 23), date(2025, 6, 24), "REF-2025-06"),
    (date(2025, 11, 24), date(2025, 11, 25), "REF-2025-11"),
    (date(2026, 5, 18), date(2026, 5, 20), "REF-2026-05"),
    (date(2026, 9, 14), date(2026, 9, 15), "REF-2026-09"),
)
FTES = (1.0, 0.75, 0.5, 0.25)
Session = tuple[date, date, str]


@dataclass
class Inspector:
    number: str
    name: str
    province: str
    cohort: str
    appointed: date
    fte: float
    mentor: bool
    sessions: list[Session] = field(default_factory=list)
    ended: date | None = None
    changes: list[tuple[date, Row]] = field(default_factory=list)

    def serves(self, day: date) -> bool:
        return self.appointed <= day and (self.ended is None or self.ended > day)


def build_inspectors(rng: np.random.Generator) -> list[Inspector]:
    """15 of the first group, 50 of the second in four classes, and three who replace those who left."""
    posts = [("2024-07", p) for p, n in FIRST_POSTS.items() for _ in range(n)]
    posts += [("2024-10", p) for p, n in NEW_POSTS.items() for _ in range(n)]
    posts += [("2025-09", p) for p in ("01", "08", "14")]
    appointed = {"2024-07": date(2024, 7, 1), "2024-10": date(2024, 10, 1), "2025-09": date(2025, 9, 1)}
    people = [
        Inspector(
            f"I{number:03d}", person(rng.random(3))[1], province, cohort, appointed[cohort],
            pick(rng, FTES, (5, 2, 2, 1)) if cohort != "2024-07" else pick(rng, FTES[:2]), cohort == "2024-07",
        )
        for number, (cohort, province) in enumerate(posts, 1)
    ]  # fmt: skip
    for number, inspector in enumerate(people):
        inspector.sessions = sessions_of(inspector, number)
    change(people, rng)
    return people


def sessions_of(inspector: Inspector, number: int) -> list[Session]:
    if inspector.cohort == "2024-07":
        return [JULY, *([WORKSHOP] if number % 5 else []), REFRESHERS[0]]
    if inspector.cohort == "2025-09":
        return [REFRESHERS[1]] if number % 2 else []
    if number % 17 == 3:  # trained later
        return [CATCH_UP, REFRESHERS[1]]
    if number % 25 == 20:  # never trained
        return []
    return [
        OCTOBER[number % 4],
        *([REFRESHERS[1]] if number % 2 else []),
        *(REFRESHERS[2:4] if number % 3 == 0 else []),
    ]


def change(people: list[Inspector], rng: np.random.Generator) -> None:
    """Some leave, some move, some give more of their time; two of the changes fall into the monthly batches."""
    for number, day in (
        (24, date(2025, 8, 31)),
        (43, date(2025, 9, 30)),
        (56, date(2026, 3, 31)),
        (31, date(2026, 9, 15)),
    ):
        people[number].ended = day
        people[number].changes.append((day, {"ended_on": day}))
    for number, day, fte in ((18, date(2025, 7, 1), 1.0), (37, date(2026, 1, 5), 0.5), (48, date(2026, 9, 1), 1.0)):
        people[number].changes.append((day, {"fte": fte}))
    people[29].changes.append((date(2026, 8, 17), {"province_code": "01"}))
    for inspector in people[15:20]:
        inspector.changes.append((date(2026, 1, 12) + days(rng, 0, 20), {"is_mentor": True}))
        inspector.changes.sort(key=lambda change: change[0])


def inspector_records(people: list[Inspector]) -> Iterator[Record]:
    for inspector in people:
        changes = list(inspector.changes)
        if inspector.sessions:
            changes.append((inspector.sessions[0][1], {"trained_on": inspector.sessions[0][1]}))
        row: Row = {
            "inspector_id": inspector.number, "name": inspector.name, "province_code": inspector.province,
            "cohort": inspector.cohort, "trained_on": None, "appointed_on": inspector.appointed, "ended_on": None,
            "fte": inspector.fte, "is_mentor": inspector.mentor, "updated_at": None,
        }  # fmt: skip
        yield Record(inspector.appointed, row, sorted(changes, key=lambda change: change[0]))


def attendance_records(people: list[Inspector], rng: np.random.Generator) -> Iterator[Record]:
    for inspector in people:
        for start, end, session in inspector.sessions:
            if not inspector.serves(start):
                continue
            score = round(min(98.0, rng.normal(74, 11)), 1) if rng.random() < 0.9 else None
            row: Row = {
                "inspector_id": inspector.number, "session_no": session, "held_from": start, "held_to": end,
                "days": float((end - start).days + 1) - (0.5 if rng.random() < 0.1 else 0), "test_score": score,
            }  # fmt: skip
            yield Record(end, row, late=inspector.province == REPORTS_LATE)
