"""From tables written as text to a batch's files: a test names the columns that matter, the others get values that do not.

A batch is one text; each of its tables begins with its full name, then the columns, then the rows:

    lsso.labour_units
    ss_number | registered_on
    A         | 2026-01-10
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from warehouse.sources import CONTRACT

Batches = Mapping[str, str]
AS_OF = "2026-10-31"
LONG_AGO = "2020-01-01"
BEFORE = "2026-01-01"  # a year with units in it costs a load some time

# {n} is the number of the row; another column's name stands for its cell.
PLACE = {"isic_section": "C", "district_code": "0101"}
UNIT = PLACE | {"scheme": "enterprise"}
DEFAULTS: dict[str, dict[str, str]] = {
    "lsso.labour_units": UNIT
    | {"name_en": "Unit {ss_number}", "registered_on": BEFORE, "workers": "10", "updated_at": LONG_AGO},
    "lsso.contributions": {"workers": "10", "wage_base_lak": "0", "due_lak": "0", "paid_lak": "0"},
    "lsso.inspectors": {
        "inspector_id": "I{n}",
        "name": "Inspector {n}",
        "province_code": "01",
        "appointed_on": BEFORE,
        "fte": "1",
        "is_mentor": "0",
        "updated_at": LONG_AGO,
    },
    "enterprise_register.enterprises": PLACE
    | {"name_en": "Enterprise {enterprise_no}", "registered_on": LONG_AGO, "status": "active"},
    "inspections.orders": UNIT
    | {
        "inspection_no": "{n}",
        "unit_name": "Unit of {inspection_no}",
        "type": "regular",
        "method": "direct",
        "origin": "national_plan",
        "announced": "1",
        "ordered_on": LONG_AGO,
        "status": "closed",
        "updated_at": LONG_AGO,
    },
    "inspections.teams": {"role": "head"},
    "inspections.findings": {"finding_no": "F{n}", "irregularity": "other", "found_on": "2026-10-01"},
    "inspections.measures": {"measure_no": "M{n}", "inspection_no": "1", "step": "warning"},
    "inspections.fines": {
        "fine_no": "F{n}",
        "basis": "damage",
        "base_lak": "0",
        "imposed_lak": "0",
        "status": "imposed",
    },
    "inspections.appeals": {"appeal_no": "A{n}"},
    "inspections.debts": {"debt_no": "D{n}", "cause": "inability", "period_from": LONG_AGO, "period_to": LONG_AGO},
    "inspections.debt_payments": {"payment_no": "P{n}"},
    "complaints.complaints": {"complaint_no": "{n}", "source": "worker", "province_code": "01", "topic": "other"},
    "helpdesk.tickets": {"ticket_no": "{n}", "province_code": "01", "channel": "telephone", "topic": "legal"},
    "training.attendances": {"session_no": "S{n}", "held_from": "{held_to}", "days": "1"},
    "labour_inspection.visits": {
        "visit_no": "V{n}",
        "unit_name": "Visited {visit_no}",
        "province_code": "01",
        "workers_found": "1",
        "ss_registered": "0",
    },
    "planning.targets": {"year": "2026", "province_code": "01", "indicator": "inspections"},
}


def tables_of(batch: str) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """(full name, columns, rows) of each table in the text of a batch."""
    known = {f"{source.name}.{table.name}" for source, table in CONTRACT.tables()}
    lines = [line.strip() for line in batch.splitlines() if line.strip()]
    starts = [number for number, line in enumerate(lines) if line in known]
    if not starts or starts[0] != 0:
        raise ValueError(f"a batch begins with the name of a table, not with {lines[:1]}")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        columns, *rows = ([cell.strip() for cell in line.split("|")] for line in lines[start + 1 : end])
        ragged = [row for row in rows if len(row) != len(columns)]
        if ragged:
            raise ValueError(f"{lines[start]}: {ragged[0]} has not the columns {columns}")
        yield lines[start], columns, rows


def filled(table: str, named: dict[str, str], number: int) -> dict[str, str]:
    """The row with a value in every column that the contract needs; an empty cell is left empty."""
    row = dict(named)
    for column, default in DEFAULTS.get(table, {}).items():
        row.setdefault(column, default.format_map(row | {"n": str(number)}))
    return row


def write_batches(folder: Path, batches: Batches) -> Path:
    """The folder, with a batch for each date."""
    for day, batch in batches.items():
        for name, columns, rows in tables_of(batch):
            path = folder / day / (name.replace(".", "/") + ".csv")
            path.parent.mkdir(parents=True, exist_ok=True)
            fields = [field.name for field in CONTRACT.table(name).fields]
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, fields)
                writer.writeheader()
                writer.writerows(
                    filled(name, dict(zip(columns, row, strict=True)), n) for n, row in enumerate(rows, start=1)
                )
    return folder
