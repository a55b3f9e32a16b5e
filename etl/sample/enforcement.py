"""What follows an inspection: findings, and measures up the ladder until the unit complies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from etl.sample.orders import Inspection
from etl.sample.records import Record, Row, days, working_day
from etl.sample.scale import AS_OF, SCHEMES, Ints, month_number
from etl.sample.units import Units
from etl.sample.wages import declared, mean_wages, rate
from warehouse.reference import rows

HIGHER = ("summons", "fine", "prosecution")


@dataclass
class Measure:
    number: str
    inspection: Inspection
    step: str
    issued: date
    deadline: date
    complied: date | None = None


def ladder_days() -> dict[str, int]:
    return {row["step"]: int(row["days_to_comply"]) for row in rows("ladder") if row["days_to_comply"]}


def worth(made: Inspection, units: Units) -> tuple[int, int, int]:
    """A month's insurable wages of the unit, its due, and the wages of those who are not declared."""
    unit, target = made.target.unit, made.target
    month: Ints = np.array([month_number(made.conducted)])
    if unit < 0:
        wages = int(target.size * 2_600_000)
        return wages, wages * sum(rate(SCHEMES[0], made.conducted)) // 10_000, wages
    workers, base, due = declared(units, np.array([unit]), month)
    hidden = max(1, round(int(workers[0]) * target.undeclared))
    wage = min(int(mean_wages(units, np.array([unit]), month)[0]), 4_500_000)
    return int(base[0]), int(due[0]), hidden * wage // 1000 * 1000


def finding_records(inspections: list[Inspection], units: Units, rng: np.random.Generator) -> Iterator[Record]:
    for made in inspections:
        _, due, hidden = worth(made, units) if made.irregularities else (0, 0, 0)
        for number, code in enumerate(made.irregularities, 1):
            workers = int(made.known.get("workers_found", made.target.size))
            if code == "unregistered_workers":
                workers = max(1, workers - int(made.known.get("workers_registered", 0)))
            share = {"under_declared_wages": 0.2, "unregistered_workers": hidden * 0.115 / max(due, 1)}.get(code, 1.0)
            evaded = round(due * share * int(rng.integers(2, 14))) // 1000 * 1000
            when = made.stages.get("decision_notified_on")
            deadline = when + timedelta(days=90) if when else None
            row: Row = {
                "finding_no": f"{made.number}/{number}", "inspection_no": made.number, "irregularity": code,
                "workers_affected": workers if rng.random() < 0.95 else None,
                "evaded_lak": evaded if code not in ("obstruction", "other") else None,
                "found_on": made.conducted, "deadline_on": None, "corrected_on": None,
            }  # fmt: skip
            changes: list[tuple[date, Row]] = [(when, {"deadline_on": deadline})] if when and rng.random() < 0.9 else []
            if made.complies and rng.random() < 0.95:
                changes.append((made.complies, {"corrected_on": made.complies}))
            yield Record(made.conducted, row, changes, made.late)


def build_measures(inspections: list[Inspection], rng: np.random.Generator) -> list[Measure]:
    """The ladder of every inspection with an irregularity, as far as it has been climbed."""
    found: list[Measure] = []
    allowed = ladder_days()
    for made in inspections:
        if not made.irregularities or "decision_notified_on" not in made.stages:
            continue
        issued: date | None = made.stages["decision_notified_on"]
        steps = ["warning", *HIGHER] if rng.random() < 0.15 else ["education", "warning", *HIGHER]
        if set(made.irregularities) & {"false_documents", "benefit_fraud"} and rng.random() < 0.7:
            steps = ["fine", "prosecution"]
        for step in steps:
            if issued is None or issued > AS_OF:
                break
            issued = climb(made, step, issued, allowed, found, rng)
    return found


def climb(
    made: Inspection, step: str, issued: date, allowed: dict[str, int], found: list[Measure], rng: np.random.Generator
) -> date | None:
    """Write one step; the day of the next, or nothing where the unit complied or the office forgot."""
    deadline = issued + timedelta(days=allowed.get(step, 90))
    following = working_day(deadline + days(rng, 1, 28))
    complied = made.complies if made.complies and made.complies < following else None
    for kind in (step, "benefit_suspension") if step == "fine" and rng.random() < 0.45 else (step,):
        found.append(Measure(f"M{len(found) + 1:06d}", made, kind, issued, deadline, complied))
    if complied and step != "fine" and rng.random() < 0.004:  # fined although it had complied: against the Decision
        on = working_day(complied + days(rng, 3, 30))
        found.append(Measure(f"M{len(found) + 1:06d}", made, "fine", on, on + timedelta(days=90)))
    forgotten = rng.random() < (0.6 if step == "fine" else 0.22)
    return None if complied or forgotten else following


def measure_records(measures: list[Measure], rng: np.random.Generator) -> Iterator[Record]:
    for measure in measures:
        given = measure.step != "prosecution" and rng.random() < 0.85
        moved = timedelta(days=30 if rng.random() < 0.02 else 0)  # a few deadlines differ from the law's
        row: Row = {
            "measure_no": measure.number, "inspection_no": measure.inspection.number, "step": measure.step,
            "issued_on": measure.issued, "deadline_on": measure.deadline + moved if given else None,
            "complied_on": None,
        }  # fmt: skip
        changes: list[tuple[date, Row]] = []
        if measure.complied and measure.complied >= measure.issued:
            changes.append((measure.complied, {"complied_on": measure.complied}))
        yield Record(measure.issued, row, changes, measure.inspection.late)
