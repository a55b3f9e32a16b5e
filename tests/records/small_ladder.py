"""Measures, fines, appeals and complaints of the small star: each order found wanting climbs the ladder some way."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from warehouse.star import fact_appeal, fact_complaint, fact_fine, fact_measure

Row = dict[str, Any]
AS_OF = date(2026, 11, 20)
LADDER = ("education", "warning", "summons", "fine", "prosecution")
ENFORCED = (fact_measure, fact_fine, fact_appeal, fact_complaint)
PLACE = ("province_code", "district_code", "sector_code", "size_code", "scheme_code")
OF_INSPECTION = (*PLACE, "type_code", "method_code", "origin_code")


def enforced(orders: list[Row], units: list[Row]) -> dict[str, list[Row]]:
    chance = random.Random(26)
    measures: list[Row] = []
    for order in orders:
        if order["findings"]:
            measures += climbed(chance, order, len(measures))
    fines = [fine(chance, row) for row in measures if row["step_code"] == "fine"]
    return {
        "fact_measure": measures,
        "fact_fine": fines,
        "fact_appeal": [appeal(chance, row) for row in measures if chance.random() < 0.2],
        "fact_complaint": [complaint(chance, number, chance.choice(units)) for number in range(40)],
    }


def climbed(chance: random.Random, order: Row, before: int) -> list[Row]:
    """Steps one after the other until the unit complies or the as-of date comes; sometimes two are one day apart."""
    rows: list[Row] = []
    day = order["conducted_on"] + timedelta(days=5)
    for step in LADDER[chance.randint(0, 1) :]:
        if day > AS_OF or chance.random() < 0.15:
            break
        rows.append(measure(chance, order, step, f"M{before + len(rows):04}", day))
        if rows[-1]["complied_on"]:
            break
        day += timedelta(days=chance.choice((40, 100, 130)))
    for number, row in enumerate(rows):
        row["higher_step_on"] = rows[number + 1]["issued_on"] if number + 1 < len(rows) else None
        row.update(spans(row))
    return rows


def measure(chance: random.Random, order: Row, step: str, number: str, day: date) -> Row:
    deadline = None if step == "prosecution" else day + timedelta(days=90)
    complied = day + timedelta(days=chance.randint(0, 120)) if chance.random() < 0.4 else None
    following = LADDER[LADDER.index(step) + 1] if deadline else None
    return {name: order[name] for name in (*OF_INSPECTION, "inspection_no")} | {
        "measure_no": number,
        "step_code": step,
        "rank": LADDER.index(step) + 1,
        "next_step_code": following,
        "inspector_code": "N1",
        "issued_on": day,
        "deadline_on": deadline,
        "lawful_deadline_on": deadline,
        "complied_on": complied if complied and complied <= AS_OF else None,
        "days_to_comply": (complied - day).days if complied and complied <= AS_OF else None,
    }


def spans(row: Row) -> Row:
    """The first and the last day of each state, found by asking for every day: the marts reckon them otherwise."""
    found: Row = {}
    days = [row["issued_on"] + timedelta(days=n) for n in range((AS_OF - row["issued_on"]).days + 120)]
    for name, wanted in (("due_soon", "due_soon"), ("expired", "expired")):
        inside = [day for day in days if state(row, day) == wanted]
        found |= ends(name, inside, days)
    return found | ends("owed", [day for day in days if owed(row, day)], days)


def ends(name: str, inside: list[date], days: list[date]) -> Row:
    last = inside[-1] + timedelta(days=1) if inside and inside[-1] != days[-1] else None
    return {f"{name}_from_on": inside[0] if inside else None, f"{name}_until_on": last}


def state(row: Row, day: date) -> str:
    """By the rule, word for word."""
    if row["complied_on"] and row["complied_on"] <= day:
        return "complied"
    if row["deadline_on"] is None:
        return "without_deadline"
    if row["deadline_on"] < day:
        return "expired"
    return "due_soon" if row["deadline_on"] <= day + timedelta(days=14) else "running"


def owed(row: Row, day: date) -> bool:
    higher = row["higher_step_on"] is not None and row["higher_step_on"] <= day
    return state(row, day) == "expired" and row["next_step_code"] is not None and not higher


def fine(chance: random.Random, row: Row) -> Row:
    imposed, statutory = chance.randint(1, 9) * 1_000_000, chance.randint(1, 9) * 1_000_000
    paid = chance.choice((0, imposed // 2, imposed))
    status = chance.choice(("imposed", "cancelled", "appealed"))
    return {name: row[name] for name in (*OF_INSPECTION, "inspection_no", "measure_no", "inspector_code")} | {
        "fine_no": f"F{row['measure_no']}",
        "basis_code": chance.choice(("late_payment", "damage")),
        "base_lak": statutory,
        "months": 1,
        "imposed_lak": imposed,
        "statutory_lak": statutory,
        "difference_lak": imposed - statutory,
        "variance": int(imposed != statutory),
        "imposed_on": row["issued_on"],
        "due_on": row["deadline_on"],
        "paid_lak": paid,
        "paid_on": row["issued_on"] if paid else None,
        "status_code": status,
        "cancelled": int(status == "cancelled"),
        "after_compliance": chance.randint(0, 1),
        "outside_phase": chance.randint(0, 1),
    }


def appeal(chance: random.Random, row: Row) -> Row:
    decided = chance.choice((None, row["issued_on"] + timedelta(days=20)))
    decided = decided if decided and decided <= AS_OF else None
    return {
        name: row[name] for name in (*OF_INSPECTION, "inspection_no", "measure_no", "inspector_code", "step_code")
    } | {
        "appeal_no": f"A{row['measure_no']}",
        "filed_on": row["issued_on"],
        "decided_on": decided,
        "result_code": chance.choice(("upheld", "modified")) if decided else None,
        "days_to_decide": 20 if decided else None,
    }


def complaint(chance: random.Random, number: int, unit: Row) -> Row:
    received = AS_OF - timedelta(days=chance.randint(0, 300))
    answered = chance.choice((None, received + timedelta(days=9)))
    return {name: unit[name] for name in (*PLACE, "ss_number")} | {
        "complaint_no": f"C{number:04}",
        "source_code": "worker",
        "topic_code": "unpaid",
        "received_on": received,
        "conducted_on": answered,
        "days_to_respond": 9 if answered else None,
    }
