"""What reaches the inspectorate from outside and from its own people: complaints and questions to the help desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from etl.sample.orders import Inspection
from etl.sample.people import Inspector
from etl.sample.places import PLACES
from etl.sample.records import Record, Row, days, pick, working_day
from etl.sample.scale import AS_OF, Scale
from etl.sample.units import Units

SOURCES = {"worker": 58, "union": 15, "employer": 9, "authority": 12, "other": 6}
BY_ORIGIN = {
    "worker_complaint": "worker", "employer_complaint": "employer", "union_complaint": "union",
    "authority_request": "authority",
}  # fmt: skip
TOPICS = {
    "not_registered_unit": 14, "unregistered_workers": 30, "unpaid": 22, "late_payment": 10, "under_declared_wages": 14,
    "false_documents": 2, "benefit_fraud": 2, "obstruction": 1, "other": 5,
}  # fmt: skip
TICKET_TOPICS = {
    "legal": 24,
    "procedure": 28,
    "obstruction": 5,
    "transport": 12,
    "system": 15,
    "cooperation": 9,
    "other": 7,
}
FIRST_COMPLAINT, FIRST_TICKET = date(2024, 1, 2), date(2024, 10, 7)


def complaint_records(
    scale: Scale, units: Units, inspections: list[Inspection], rng: np.random.Generator
) -> Iterator[Record]:
    """Those that led to an inspection, and more that did not (yet)."""
    number = 0
    for made in inspections:
        if made.task.origin in BY_ORIGIN and rng.random() < 0.9:
            number += 1
            ordered = made.stages["ordered_on"]
            row = complaint(number, ordered - days(rng, 3, 40), BY_ORIGIN[made.task.origin], made.target.ss_number,
                            PLACES[made.target.place].province, rng)  # fmt: skip
            changes: list[tuple[date, Row]] = [(ordered, {"inspection_no": made.number})]
            if "closed_on" in made.stages:
                changes.append((made.stages["closed_on"], {"closed_on": made.stages["closed_on"]}))
            yield Record(row["received_on"], row, changes, made.late)
    registered, provinces, length = units.registered.tolist(), units.provinces(), (AS_OF - FIRST_COMPLAINT).days
    for _ in range(round(1_000 * scale.events)):
        number += 1
        day = FIRST_COMPLAINT + timedelta(days=int(length * rng.random() ** 0.6))
        unit = int(rng.integers(0, len(units)))
        known = registered[unit] <= day and rng.random() < 0.6
        row = complaint(number, day, pick(rng, list(SOURCES), list(SOURCES.values())),
                        str(units.ss_number[unit]) if known else None, str(provinces[unit]), rng)  # fmt: skip
        closed = day + days(rng, 6, 80)
        yield Record(day, row, [(closed, {"closed_on": closed})] if rng.random() < 0.7 else [])


def complaint(number: int, day: date, source: str, unit: str | None, province: str, rng: np.random.Generator) -> Row:
    return {
        "complaint_no": f"C{number:05d}", "received_on": day, "source": source, "ss_number": unit,
        "province_code": province, "topic": pick(rng, list(TOPICS), list(TOPICS.values())),
        "inspection_no": None, "closed_on": None,
    }  # fmt: skip


def ticket_records(scale: Scale, people: list[Inspector], rng: np.random.Generator) -> Iterator[Record]:
    """Many questions while the inspectors are new, then fewer; answers come faster as the desk learns."""
    length = (AS_OF - FIRST_TICKET).days
    for number in range(1, round(1_100 * scale.events) + 1):
        age = rng.random() ** 1.7
        day = working_day(FIRST_TICKET + timedelta(days=int(length * age)))
        row: Row = {
            "ticket_no": f"T{number:05d}", "opened_on": day, "province_code": pick(rng, people).province,
            "channel": pick(rng, ("telephone", "email", "web"), (70 - 30 * age, 25, 5 + 30 * age)),
            "topic": pick(rng, list(TICKET_TOPICS), list(TICKET_TOPICS.values())),
            "answered_on": None, "closed_on": None,
        }  # fmt: skip
        changes: list[tuple[date, Row]] = []
        if rng.random() < 0.96:
            answered = working_day(day + timedelta(days=int(rng.gamma(1.3, 4.0 - 2.2 * age))))
            closed = working_day(answered + days(rng, 0, 15))
            changes = [(answered, {"answered_on": answered})]
            changes += [(closed, {"closed_on": closed})] if rng.random() < 0.9 else []
        yield Record(day, row, changes)
