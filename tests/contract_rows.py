"""One sound row of every table of the contract, and a batch of them; a case changes a cell or two of its own row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

from warehouse.sources import CONTRACT

Cells = dict[str, str]
OLD = "2020-01-01"
UNIT = {"district_code": "0101", "isic_section": "C", "scheme": "enterprise"}
LINKS = 100  # units, inspectors, orders, measures and debts that the first batch delivers, to refer to

# {n} is the row's own number, so that no two rows of a table have the same key.
SOUND: dict[str, Cells] = {
    "lsso.labour_units": UNIT
    | {"ss_number": "NEW{n}", "name_en": "Unit", "registered_on": OLD, "workers": "5", "updated_at": OLD},
    "lsso.contributions": {"ss_number": "U{n}", "month": "2026-09", "workers": "5", "wage_base_lak": "0"}
    | {"due_lak": "0", "paid_lak": "0"},
    "lsso.inspectors": {"inspector_id": "NEW{n}", "name": "Name", "province_code": "01", "appointed_on": OLD}
    | {"fte": "1", "is_mentor": "0", "updated_at": OLD},
    "enterprise_register.enterprises": {"enterprise_no": "E{n}", "name_en": "Enterprise", "isic_section": "C"}
    | {"district_code": "0101", "registered_on": OLD, "status": "active"},
    "inspections.orders": UNIT
    | {"inspection_no": "NEW{n}", "unit_name": "Unit", "type": "regular", "method": "direct", "origin": "national_plan"}
    | {"announced": "1", "ordered_on": "2026-01-02", "status": "ordered", "updated_at": "2026-01-02"},
    "inspections.teams": {"inspection_no": "IN{n}", "inspector_id": "I{n}", "role": "head"},
    "inspections.findings": {"finding_no": "{n}", "inspection_no": "IN{n}", "irregularity": "other"}
    | {"found_on": "2026-09-01"},
    "inspections.measures": {
        "measure_no": "NEW{n}",
        "inspection_no": "IN{n}",
        "step": "warning",
        "issued_on": "2026-09-01",
    },
    "inspections.fines": {
        "fine_no": "{n}",
        "measure_no": "M{n}",
        "basis": "damage",
        "base_lak": "1",
        "imposed_lak": "2",
    }
    | {"imposed_on": "2026-09-01", "status": "imposed"},
    "inspections.debts": {"debt_no": "NEW{n}", "ss_number": "U{n}", "cause": "unknown", "period_from": "2026-01-01"}
    | {"period_to": "2026-06-30", "principal_lak": "1", "established_on": "2026-09-01"},
    "inspections.debt_payments": {"debt_no": "D{n}", "payment_no": "1", "paid_on": "2026-09-01", "amount_lak": "1"},
    "inspections.appeals": {"appeal_no": "{n}", "measure_no": "M{n}", "filed_on": "2026-09-01"},
    "complaints.complaints": {"complaint_no": "{n}", "received_on": "2026-09-01", "source": "worker"}
    | {"province_code": "01", "topic": "unpaid"},
    "tax.payroll": {"tin": "{n}", "year": "2025", "employees": "1", "payroll_lak": "1"},
    "labour_inspection.visits": {
        "visit_no": "{n}",
        "unit_name": "Unit",
        "province_code": "01",
        "visited_on": "2026-09-01",
    }
    | {"workers_found": "1", "ss_registered": "0"},
    "planning.targets": {
        "year": "2{n:0>3}",
        "month": "1",
        "province_code": "01",
        "indicator": "inspections",
        "target": "1",
    },
    "helpdesk.tickets": {"ticket_no": "{n}", "opened_on": "2026-09-01", "province_code": "01", "channel": "web"}
    | {"topic": "legal"},
    "training.attendances": {
        "inspector_id": "I{n}",
        "session_no": "S",
        "held_from": "2026-09-01",
        "held_to": "2026-09-02",
    }
    | {"days": "2"},
}
LINKED = {
    "lsso.labour_units": ("ss_number", "U{n}"),
    "lsso.inspectors": ("inspector_id", "I{n}"),
    "enterprise_register.enterprises": ("enterprise_no", "E{n}"),
    "inspections.orders": ("inspection_no", "IN{n}"),
    "inspections.measures": ("measure_no", "M{n}"),
    "inspections.debts": ("debt_no", "D{n}"),
}


def sound(table: str, n: int, **cells: str) -> Cells:
    return {column: cell.format(n=n) for column, cell in (SOUND[table] | cells).items()}


def to_refer_to() -> dict[str, list[Cells]]:
    """The rows that the others refer to."""
    return {table: [sound(table, n, **{key: no}) for n in range(1, LINKS)] for table, (key, no) in LINKED.items()}


def as_csv(table: str, rows: list[Cells]) -> str:
    text = io.StringIO()
    columns = [field.name for field in CONTRACT.table(table).fields]
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def deliver(batch: Path, tables: Mapping[str, list[Cells]], encode: Callable[[str], bytes] = str.encode) -> Path:
    for table, rows in tables.items():
        path = batch / (table.replace(".", "/") + ".csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode(as_csv(table, rows)))
    return batch
