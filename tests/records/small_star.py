"""A small star filled at random from a fixed seed, and kept as plain rows, so that Python can count the answers."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from tests.records.small_ladder import ENFORCED, enforced
from warehouse.audit import audit_account, audit_batch, audit_freshness, audit_problem, audit_rejected
from warehouse.periods import add_months, all_phases, month_end, period_of
from warehouse.star import (
    STAR,
    dim_date,
    dim_district,
    dim_inspector,
    dim_labour_unit,
    dim_province,
    fact_finding,
    fact_inspection,
    fact_inspector_month,
    fact_unit_month,
    rollup_unit_month,
)

Row = dict[str, Any]
AS_OF = date(2026, 11, 20)  # October fell due on the 15th, November is still open
FIRST = date(2025, 6, 1)
MONTHS = [add_months(FIRST, n) for n in range(18)]
STATUSES = ("paid_on_time", "paid_late", "part_paid", "unpaid", "stopped", "never_paid")
STEPS = (
    "ordered", "approved", "notified", "conducted", "reported", "decided", "decision_notified", "received", "closed",
)  # fmt: skip
PLACES = {"0101": "01", "0102": "01", "0701": "07", "1801": "18"}
BATCHES = (date(2026, 8, 31), date(2026, 9, 30), AS_OF)


def small_star() -> dict[str, list[Row]]:
    """The rows of every table, by the table's name; the same at each call."""
    chance = random.Random(4139)
    units = [unit(chance, key) for key in range(1, 41)]
    months = [row for month in MONTHS for each in units if (row := unit_month(chance, each, month))]
    orders = [order(chance, number, units) for number in range(1, 121)]
    found = [finding(chance, number, row) for number, row in enumerate(orders, 1) if row["conducted_on"] and number % 6]
    for row in orders:
        own = [f for f in found if f["inspection_no"] == row["inspection_no"]]
        row["findings"], row["corrected_findings"] = len(own), sum(f["corrected_on"] is not None for f in own)
    return {
        "dim_date": calendar(),
        "dim_province": [{"province_code": c, "title_en": c, "title_lo": c} for c in sorted(set(PLACES.values()))],
        "dim_district": [{"district_code": d, "province_code": p} for d, p in PLACES.items()],
        "dim_labour_unit": [{"version_key": n, **each} for n, each in enumerate(units)],
        "dim_inspector": inspectors(),
        "fact_unit_month": months,
        "rollup_unit_month": rolled_up(months),
        "fact_inspection": orders,
        "fact_finding": found,
        **enforced(orders, units),
        "fact_inspector_month": [
            {"month_start": month, "inspector_id": row["inspector_id"], "province_code": row["province_code"]}
            | {"fte": 1.0, "active": 1, "active_fte": 1.0, "trained": 0}
            for row in inspectors()
            for month in MONTHS
        ],
    }


def calendar() -> list[Row]:
    days = [FIRST + timedelta(days=n) for n in range((month_end(MONTHS[-1]) - FIRST).days + 1)]
    grains = ("month", "quarter", "half", "year")
    return [
        {"day": day, "month_start": day.replace(day=1), "total": "total", "working_day": 1}
        | {grain: p.id for grain in grains if (p := period_of(grain, day))}
        | {"phase": next((p.id for p in all_phases() if p.starts_on <= day <= p.ends_on), None)}
        for day in days
    ]


def unit(chance: random.Random, key: int) -> Row:
    district = chance.choice(list(PLACES))
    since = date(chance.randint(2019, 2026), chance.randint(1, 6), 5)
    return {"unit_key": key, "ss_number": f"SS{key:04}", "name_en": f"Unit {key} 100%", "name_lo": f"ຫົວໜ່ວຍ {key}"} | {
        "valid_from": date(1, 1, 1),
        "valid_to": date(9999, 12, 31),
        "is_current": 1,
        "province_code": PLACES[district],
        "district_code": district,
        "sector_code": chance.choice("ACF"),
        "size_code": chance.choice(("micro", "small", "large")),
        "scheme_code": "enterprise",
        "registered_on": since,
        "closed_on": chance.choice((None, None, None, date(2026, 5, 20))),
    }


def slices(row: Row) -> Row:
    return {name: row[name] for name in ("province_code", "district_code", "sector_code", "size_code", "scheme_code")}


def unit_month(chance: random.Random, each: Row, month: date) -> Row | None:
    closed = each["closed_on"]
    if each["registered_on"] > month_end(month) or (closed and closed < month):
        return None
    due_now = month <= date(2026, 10, 1)
    status = chance.choice(STATUSES)
    due = chance.randint(1, 9) * 100_000
    return {"month_start": month, "unit_key": each["unit_key"], **slices(each)} | {
        "status_code": status if due_now else "not_yet_due",
        "standing_code": status,
        "sent": 1,
        "registered": int(closed is None or closed > min(month_end(month), AS_OF)),
        "insured_workers": chance.randint(1, 60),
        "due_lak": due,
        "paid_lak": due if status.startswith("paid") else 0,
        "paid_on": month if status == "paid_on_time" else None,
    }


def rolled_up(months: list[Row]) -> list[Row]:
    cells: dict[tuple[Any, ...], Row] = defaultdict(lambda: defaultdict(int))
    for row in months:
        cell = cells[row["month_start"], *slices(row).values()]
        cell["sent"] += row["sent"]
        if row["status_code"] != "not_yet_due":
            for name in ("with_status", row["status_code"]):
                cell[name] += 1
            for name in ("due_lak", "paid_lak"):
                cell[name] += row[name]
        if row["registered"]:
            cell["registered"] += 1
            cell["insured_workers"] += row["insured_workers"]
            if row["standing_code"] in ("stopped", "never_paid"):
                cell[f"standing_{row['standing_code']}"] += 1
    names = ("month_start", "province_code", "district_code", "sector_code", "size_code", "scheme_code")
    numbers = [c.name for c in rollup_unit_month.c if c.name not in names]
    return [dict(zip(names, key, strict=True)) | {n: cell[n] for n in numbers} for key, cell in cells.items()]


def order(chance: random.Random, number: int, units: list[Row]) -> Row:
    each = chance.choice(units[:30])
    day = FIRST + timedelta(days=chance.randint(0, 500))
    dates: Row = {}
    reached = chance.randint(1, len(STEPS))
    for step in STEPS[:reached]:
        if step != "notified" or chance.random() < 0.5:
            dates[f"{step}_on"] = day
        day += timedelta(days=chance.randint(0, 12))
        if day > AS_OF:
            break
    last = list(dates)[-1]
    gap = {
        "to_conduct": ("ordered", "conducted"),
        "to_report": ("conducted", "reported"),
        "to_close": ("ordered", "closed"),
    }
    return {"inspection_no": f"I{number:04}", "unit_name": each["name_en"], **slices(each)} | {
        "unit_identity": each["ss_number"],
        "ss_number": each["ss_number"],
        "type_code": chance.choice(("regular", "follow_up")),
        "method_code": chance.choice(("direct", "indirect")),
        "origin_code": chance.choice(("national_plan", "worker_complaint")),
        "status_code": "ordered",
        "cancelled": int(chance.random() < 0.1),
        "head_province_code": chance.choice(("01", "07")),
        **{f"{step}_on": dates.get(f"{step}_on") for step in STEPS},
        "stage_code": last.removesuffix("_on"),
        "stage_on": dates[last],
        **{
            f"days_{name}": (dates[f"{b}_on"] - dates[f"{a}_on"]).days if f"{b}_on" in dates else None
            for name, (a, b) in gap.items()
        },
        "hours_spent": chance.choice((None, 2.5, 4.0)),
        "workers_found": chance.randint(1, 50),
        "reactive": chance.randint(0, 1),
        "phase_code": next(
            (p.id for p in all_phases() if p.starts_on <= dates.get("conducted_on", date.min) <= p.ends_on), None
        ),
        "outside_phase": int(chance.random() < 0.2),
    }


def finding(chance: random.Random, number: int, row: Row) -> Row:
    found = row["conducted_on"]
    kinds = ("unregistered_workers", "not_registered_unit", "under_declared_wages", "obstruction")
    return {"finding_no": f"F{number:04}", "inspection_no": row["inspection_no"], **slices(row)} | {
        "irregularity_code": chance.choice(kinds),
        **{name: row[name] for name in ("type_code", "method_code", "origin_code")},
        "workers_affected": chance.choice((None, 3, 8)),
        "evaded_lak": chance.randint(0, 9) * 1_000_000,
        "found_on": found,
        "deadline_on": found + timedelta(days=30),
        "corrected_on": chance.choice((None, found + timedelta(days=20), found + timedelta(days=40))),
    }


def inspectors() -> list[Row]:
    return [
        {"version_key": n, "inspector_id": f"N{n}", "is_current": 1, "name": f"Name {n}", "province_code": province}
        | {"appointed_on": date(2025, 1, 1), "fte": 1.0, "is_mentor": 0}
        for n, province in enumerate(("01", "01", "07", "00"))
    ]


TABLES = (dim_date, dim_province, dim_district, dim_labour_unit, dim_inspector, fact_unit_month, rollup_unit_month)
FACTS = (fact_inspection, fact_finding, fact_inspector_month, *ENFORCED)
AUDIT = (audit_batch, audit_account, audit_problem, audit_rejected, audit_freshness)


def fill(connection: Connection) -> None:
    """The small star and its audit tables, made anew: another test may have asked for another database in between."""
    STAR.drop_all(connection)
    STAR.create_all(connection)
    rows = small_star() | audited()
    for table in (*TABLES, *FACTS, *AUDIT):
        names = [column.name for column in table.c]
        lines = [{name: row.get(name) for name in names} for row in rows[table.name]]
        connection.execute(insert(table), lines)
    connection.commit()


def audited() -> dict[str, list[Row]]:
    """Three batches; the last has two rejected rows, one of them for two reasons, and a province that is behind."""
    orders = {"source": "inspections", "table": "orders", "file": "orders.csv", "batch_on": AS_OF}
    sent = {"source": "lsso", "table": "contributions"}
    problems = [
        {"line": 3, "field": "ordered_on", "problem": "unreadable", "value": "31/31", "severity": "rejected"},
        {"line": 3, "field": "status", "problem": "unknown_code", "value": "done", "severity": "rejected"},
        {"line": 9, "field": "method", "problem": "missing", "value": None, "severity": "rejected"},
        {"line": 4, "field": "closed_on", "problem": "out_of_order", "value": "2026-01-01", "severity": "warning"},
    ]
    counts = {"read": 10, "loaded": 7, "superseded": 1, "rejected": 2, "warnings": 1}
    return {
        "audit_batch": [{"batch_on": day, "fingerprint": "", "received_at": f"{day}T08:00:00Z"} for day in BATCHES],
        "audit_account": [orders | counts, orders | counts | {"batch_on": BATCHES[0], "rejected": 0}],
        "audit_problem": [orders | row | {"province_code": "07"} for row in problems],
        "audit_rejected": [orders | {"line": n, "row": f'{{"inspection_no": "I{n}"}}'} for n in (3, 9)],
        "audit_freshness": [
            sent | {"province_code": province, "rows": 5, "batch_on": day}
            for province, day in (("01", AS_OF), ("07", BATCHES[0]), ("18", AS_OF))
        ],
    }
