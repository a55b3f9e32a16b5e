"""The rows of an inspection order as its stages are reached, with the hours, kilometres and allowances it took."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from etl.sample.orders import LEARNING_SINCE, Inspection
from etl.sample.places import PLACES
from etl.sample.records import Record, Row
from etl.sample.scale import SCHEMES, SECTORS, month_number

STATUS = {
    "approved_on": "approved", "notified_on": "approved", "conducted_on": "in_progress", "reported_on": "reported",
    "decided_on": "decided", "decision_notified_on": "decided", "received_on": "decided", "closed_on": "closed",
}  # fmt: skip


def order_records(inspections: list[Inspection], rng: np.random.Generator) -> Iterator[Record]:
    for made in inspections:
        task, target = made.task, made.target
        place = PLACES[target.place]
        row: Row = {
            "inspection_no": made.number, "ss_number": target.ss_number, "enterprise_no": target.enterprise_no,
            "unit_name": target.name, "district_code": place.code, "isic_section": SECTORS[target.sector],
            "size_workers": target.size if rng.random() < 0.85 else None, "scheme": SCHEMES[target.scheme],
            "type": task.type, "method": task.method, "origin": task.origin, "announced": "notified_on" in made.stages,
            "follows_no": made.follows, "ordered_on": made.stages["ordered_on"], "approved_on": None,
            "notified_on": None, "conducted_on": None, "reported_on": None, "decided_on": None,
            "decision_notified_on": None, "received_on": None, "closed_on": None, "status": "ordered",
            "hours_spent": None, "distance_km": None, "allowance_lak": None, "workers_found": None,
            "workers_registered": None, "updated_at": None,
        }  # fmt: skip
        yield Record(made.stages["ordered_on"], row, changes_of(made, rng), made.late)


def changes_of(made: Inspection, rng: np.random.Generator) -> list[tuple[date, Row]]:
    if made.cancelled:
        approved = made.stages["approved_on"]
        first: list[tuple[date, Row]] = [(approved, {"approved_on": approved, "status": "approved"})]
        return [*(first if approved <= made.cancelled else []), (made.cancelled, {"status": "cancelled"})]
    changes: list[tuple[date, Row]] = []
    for stage, status in STATUS.items():
        if stage in made.stages:
            row: Row = {stage: made.stages[stage], "status": status}
            if stage == "conducted_on":
                row |= effort(made, rng)
            changes.append((made.stages[stage], row))
    return changes


def effort(made: Inspection, rng: np.random.Generator) -> Row:
    target, direct = made.target, made.task.method == "direct"
    learnt = 1.25 - 0.012 * (month_number(made.conducted) - LEARNING_SINCE)
    hours = float(rng.lognormal(np.log(15 if direct else 8.5), 0.35)) * learnt * (1 + min(target.size, 400) / 800)
    town = PLACES[target.place].weight > 0.03 or PLACES[target.place].code.endswith("01")
    km = float(rng.integers(6, 45) if town else rng.integers(35, 260)) if direct else 0.0
    team = len(made.team)
    allowance = (
        (team * 120_000 * (1 + km // 120) + round(km * 2_400)) if direct else team * 20_000 * int(rng.random() < 0.3)
    )
    found = max(target.size, round(target.size * (1 + target.undeclared * (1.0 if direct else 0.5))))
    made.known = {"workers_found": found, "workers_registered": target.size if target.unit >= 0 else 0}
    return {
        "hours_spent": round(hours * 2) / 2, "distance_km": km if direct or rng.random() < 0.5 else None,
        "allowance_lak": int(allowance) // 1000 * 1000, **made.known,
    }  # fmt: skip
