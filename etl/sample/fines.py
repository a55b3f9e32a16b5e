"""Fines with the amount that Decision 4139 gives (mostly), how they are paid, and what is appealed against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from etl.sample.enforcement import Measure, worth
from etl.sample.records import Record, Row, days, pick, working_day
from etl.sample.scale import SCHEMES, month_number
from etl.sample.units import Units
from etl.sample.wages import rate
from warehouse.reference import rows

BASES = {
    "not_registered_unit": "non_participation", "unregistered_workers": "unregistered_workers",
    "unpaid": "late_payment", "late_payment": "late_payment", "false_documents": "damage", "benefit_fraud": "damage",
}  # fmt: skip


def lending_rate(month: int) -> float:
    for row in rows("lending_rates"):
        starts = month_number(date.fromisoformat(row["month_from"] + "-01"))
        ends = month_number(date.fromisoformat(row["month_to"] + "-01")) if row["month_to"] else 10**6
        if starts <= month <= ends:
            return float(row["annual_pct"])
    raise LookupError(f"lending_rates.csv has no row for month {month}")


def statutory(basis: str, base: int, months: int, scheme: str, on: date) -> int:
    """4139 art. 26, from the reference tables."""
    if basis == "damage":
        return 2 * base
    if basis == "late_payment":
        last = month_number(on)
        return round(base * sum(lending_rate(m) for m in range(last - months, last)) / 1200)
    return round(base * rate(scheme, on)[0] / 10_000 * months)


@dataclass
class Fine:
    number: str
    measure: Measure
    basis: str
    base: int
    months: int
    imposed: int
    appealed: date | None
    decided: date | None
    result: str


def build_fines(measures: list[Measure], units: Units, rng: np.random.Generator) -> list[Fine]:
    found: list[Fine] = []
    for measure in (m for m in measures if m.step == "fine"):
        made = measure.inspection
        basis = next((BASES[code] for code in made.irregularities if code in BASES), "late_payment")
        wages, due, hidden = worth(made, units)
        months = int(rng.integers(3, 15))
        base = {"non_participation": wages, "unregistered_workers": hidden, "late_payment": due * months,
                "damage": int(rng.integers(4, 60)) * 1_000_000}[basis]  # fmt: skip
        exact = statutory(basis, base, months, SCHEMES[made.target.scheme], measure.issued)
        imposed = exact if rng.random() < 0.88 else int(exact * rng.uniform(0.5, 1.6)) // 10_000 * 10_000
        appealed = measure.issued + days(rng, 5, 40) if rng.random() < 0.14 else None
        decided = appealed + days(rng, 20, 70) if appealed and rng.random() < 0.85 else None
        result = pick(rng, ("upheld", "modified", "cancelled"), (6, 3, 1)) if decided else ""
        found.append(
            Fine(f"F{len(found) + 1:05d}", measure, basis, base, months, int(imposed), appealed, decided, result)
        )
    return found


def fine_records(fines: list[Fine], rng: np.random.Generator) -> Iterator[Record]:
    for fine in fines:
        issued = fine.measure.issued
        row: Row = {
            "fine_no": fine.number, "measure_no": fine.measure.number, "basis": fine.basis, "base_lak": fine.base,
            "months": fine.months if rng.random() < 0.95 else None, "imposed_lak": fine.imposed, "imposed_on": issued,
            "due_on": fine.measure.deadline, "paid_lak": 0, "paid_on": None, "status": "imposed",
        }  # fmt: skip
        amount, changes = fine.imposed, list[tuple[date, Row]]()
        if fine.appealed:
            changes.append((fine.appealed, {"status": "appealed"}))
        if fine.decided:
            amount = amount * 6 // 10_000 * 1000 if fine.result == "modified" else amount
            status = {"modified": "modified", "cancelled": "cancelled"}.get(fine.result, "imposed")
            changes.append((fine.decided, {"status": status, "imposed_lak": amount}))
        if fine.result != "cancelled" and rng.random() < 0.68:
            paid_on = working_day((fine.decided or issued) + days(rng, 8, 110))
            part = rng.random() < 0.2
            paid: Row = {"paid_lak": amount // 3 if part else amount, "paid_on": paid_on}
            changes.append((paid_on, paid if part else paid | {"status": "paid"}))
        yield Record(issued, row, sorted(changes, key=lambda change: change[0]), fine.measure.inspection.late)


def appeal_records(fines: list[Fine], measures: list[Measure], rng: np.random.Generator) -> Iterator[Record]:
    filed = [(f.measure, f.appealed, f.decided, f.result) for f in fines if f.appealed]
    for measure in (m for m in measures if m.step in ("warning", "summons") and rng.random() < 0.02):
        day = measure.issued + days(rng, 4, 30)
        filed.append((measure, day, day + days(rng, 15, 60), pick(rng, ("upheld", "modified", "cancelled"), (7, 2, 1))))
    for number, (measure, day, decided, result) in enumerate(filed, 1):
        if day is None:
            continue
        row: Row = {
            "appeal_no": f"A{number:04d}",
            "measure_no": measure.number,
            "filed_on": day,
            "decided_on": None,
            "result": None,
        }
        changes: list[tuple[date, Row]] = [(decided, {"decided_on": decided, "result": result})] if decided else []
        yield Record(day, row, changes, measure.inspection.late)
