"""The rejections and warnings of sources.md and what is fine: a row a case, in the order of its sentences."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.contract_rows import SOUND, Cells
from warehouse.sources import CONTRACT, full_name

BATCH = "2026-10-31"


class Case(NamedTuple):
    """A row that is sound but for `cells`; `why` is "field problem", `kept` what the field holds afterwards."""

    table: str
    cells: Cells
    why: str = ""
    kept: Any = None

    def __str__(self) -> str:
        said = ", ".join(f"{column}={cell}" for column, cell in self.cells.items())
        return f"{self.table}: {said or 'sound'}"


def rejected(table: str, why: str, **cells: str) -> Case:
    return Case(table, cells, why)


REJECTED = (
    # a row without a key
    *(
        rejected(full_name(source, table), f"{key.name} missing", **{key.name: blank})
        for source, table in CONTRACT.tables()
        for key in table.keys
        for blank in ("", "  ")
    ),
    # without a required value
    *(
        rejected(full_name(source, table), f"{field.name} missing", **{field.name: ""})
        for source, table in CONTRACT.tables()
        for field in table.fields
        if field.required
    ),
    # an unreadable required value
    rejected("lsso.labour_units", "registered_on unreadable", registered_on="31/02/2026"),
    rejected("lsso.labour_units", "workers unreadable", workers="many"),
    rejected("lsso.labour_units", "updated_at unreadable", updated_at="yesterday"),
    rejected("lsso.labour_units", "updated_at unreadable", updated_at="2026-10-31T08:00:00+99:00"),
    rejected("lsso.labour_units", "updated_at after_batch", updated_at="2026-10-31T17:00:00Z"),
    rejected("lsso.contributions", "month unreadable", month="2026-13"),
    rejected("lsso.contributions", "paid_lak unreadable", paid_lak="1,5"),
    rejected("lsso.inspectors", "is_mentor unreadable", is_mentor="perhaps"),
    rejected("lsso.inspectors", "fte unreadable", fte="half"),
    rejected("tax.payroll", "year unreadable", year="25"),
    rejected("planning.targets", "month unreadable", month="May"),
    # an unknown code
    rejected("lsso.labour_units", "scheme unknown_code", scheme="private"),
    rejected("lsso.labour_units", "isic_section unknown_code", isic_section="Z"),
    rejected("lsso.labour_units", "district_code unknown_code", district_code="0199"),
    rejected("lsso.inspectors", "province_code unknown_code", province_code="Atlantis"),
    rejected("lsso.inspectors", "province_code unknown_code", province_code="19"),
    *(rejected("inspections.orders", f"{c} unknown_code", **{c: "x"}) for c in ("type", "method", "origin", "status")),
    rejected("inspections.teams", "role unknown_code", role="driver"),
    rejected("inspections.findings", "irregularity unknown_code", irregularity="rude"),
    rejected("inspections.appeals", "result unknown_code", result="perhaps"),
    rejected("complaints.complaints", "topic unknown_code", topic="weather"),
    rejected("helpdesk.tickets", "channel unknown_code", channel="pigeon"),
    # a negative amount
    rejected("lsso.contributions", "paid_lak negative", paid_lak="-1"),
    rejected("lsso.labour_units", "workers negative", workers="-5"),
    rejected("inspections.orders", "allowance_lak negative", allowance_lak="-1.000"),
    rejected("inspections.findings", "evaded_lak negative", evaded_lak="−1"),
    rejected("planning.targets", "target negative", target="-0.5"),
    # out of its range: fte (0–1], a month 1–12
    rejected("lsso.inspectors", "fte out_of_range", fte="0"),
    rejected("lsso.inspectors", "fte out_of_range", fte="1.01"),
    rejected("planning.targets", "month out_of_range", month="0"),
    rejected("planning.targets", "month out_of_range", month="13"),
    # an event's date after the batch's date (a contribution's month likewise)
    *(
        rejected(full_name(source, table), f"{field.name} after_batch", **{field.name: "2026-11-01"})
        for source, table in CONTRACT.tables()
        for field in table.fields
        if field.kind.value in ("date", "timestamp", "month") and field.name not in ("deadline_on", "due_on", "held_to")
    ),
    # an end before its start
    rejected("lsso.labour_units", "closed_on end_before_start", closed_on="2019-12-31"),
    rejected("lsso.inspectors", "ended_on end_before_start", ended_on="2019-12-31"),
    rejected("inspections.debts", "period_to end_before_start", period_to="2025-12-31"),
    rejected("training.attendances", "held_to end_before_start", held_to="2026-08-31"),
    rejected("inspections.appeals", "decided_on end_before_start", decided_on="2026-08-31"),
    rejected("helpdesk.tickets", "answered_on end_before_start", answered_on="2026-08-31"),
    rejected("helpdesk.tickets", "closed_on end_before_start", closed_on="2026-08-31"),
    rejected("complaints.complaints", "closed_on end_before_start", closed_on="2026-08-31"),
    # a required reference to a row that no batch up to this one has loaded
    *(
        rejected(full_name(source, table), f"{field.name} no_such_reference", **{field.name: "GHOST"})
        for source, table in CONTRACT.tables()
        for field in table.fields
        if field.references and field.needed
    ),
)
DOUBTED = (
    # an unreadable optional value becomes empty with a warning
    Case("lsso.labour_units", {"closed_on": "not yet"}, "closed_on unreadable"),
    Case("lsso.contributions", {"paid_on": "n/a"}, "paid_on unreadable"),
    Case("lsso.contributions", {"withheld": "partly"}, "withheld unreadable"),
    Case("lsso.inspectors", {"trained_on": "-"}, "trained_on unreadable"),
    Case("inspections.orders", {"size_workers": "few"}, "size_workers unreadable"),
    Case("inspections.orders", {"hours_spent": "all day"}, "hours_spent unreadable"),
    Case("inspections.findings", {"deadline_on": "soon"}, "deadline_on unreadable"),
    Case("enterprise_register.enterprises", {"foreign_owned": "?"}, "foreign_owned unreadable"),
    # and so does an optional reference to nothing
    Case("inspections.orders", {"ss_number": "GHOST"}, "ss_number no_such_reference"),
    Case("inspections.debts", {"inspection_no": "GHOST"}, "inspection_no no_such_reference"),
    Case("complaints.complaints", {"ss_number": "GHOST"}, "ss_number no_such_reference"),
    Case("complaints.complaints", {"inspection_no": "GHOST"}, "inspection_no no_such_reference"),
    # enterprise_no and follows_no only warn: the value stays
    Case("inspections.orders", {"enterprise_no": "GHOST"}, "enterprise_no no_such_reference", "GHOST"),
    Case("inspections.orders", {"follows_no": "GHOST"}, "follows_no no_such_reference", "GHOST"),
    Case("labour_inspection.visits", {"enterprise_no": "GHOST"}, "enterprise_no no_such_reference", "GHOST"),
    # stages of an inspection out of order
    Case("inspections.orders", {"approved_on": "2026-01-01"}, "approved_on out_of_order", "2026-01-01"),
    Case(
        "inspections.orders",
        {"conducted_on": "2026-03-01", "reported_on": "2026-02-28"},
        "reported_on out_of_order",
        "2026-02-28",
    ),
    Case(
        "inspections.orders",
        {"received_on": "2026-03-01", "closed_on": "2026-02-28"},
        "closed_on out_of_order",
        "2026-02-28",
    ),
)
FINE = (
    *(Case(table, {}) for table in SOUND),
    Case("inspections.findings", {"deadline_on": "2030-01-01"}, kept="2030-01-01"),  # every date is an event's but
    Case("inspections.measures", {"deadline_on": "2030-01-01"}, kept="2030-01-01"),  # deadline_on,
    Case("inspections.fines", {"due_on": "2030-01-01"}, kept="2030-01-01"),  # due_on
    Case("training.attendances", {"held_to": "2026-11-05"}, kept="2026-11-05"),  # and held_to
    Case("lsso.contributions", {"month": "2026-10"}, kept="2026-10-01"),  # the batch's own month
    Case("lsso.labour_units", {"registered_on": BATCH}, kept=BATCH),  # and day
    Case("lsso.labour_units", {"updated_at": f"{BATCH} 23:59:59"}, kept=f"{BATCH} 23:59:59"),
    Case("lsso.labour_units", {"updated_at": f"{BATCH}T08:00:00+07:00"}, kept=f"{BATCH} 08:00:00"),
    Case("lsso.labour_units", {"updated_at": f"{BATCH}T08:00:00Z"}, kept=f"{BATCH} 15:00:00"),
    Case("lsso.labour_units", {"updated_at": "2026-10-30 22:30:00.5-0330"}, kept=f"{BATCH} 09:00:00.5"),
    Case("lsso.labour_units", {"closed_on": "2020-01-01"}, kept="2020-01-01"),  # closed on the day of registration
    Case("inspections.orders", {"approved_on": "2026-01-02"}, kept="2026-01-02"),  # two stages on one day
    Case("inspections.orders", {"closed_on": "2026-01-03"}, kept="2026-01-03"),  # stages left out
    Case("inspections.orders", {"follows_no": "LATER"}, kept="LATER"),  # another row of the same file
    Case("inspections.orders", {"inspection_no": "LATER"}, kept="LATER"),
    Case("inspections.orders", {"ss_number": "U1"}, kept="U1"),
    Case("inspections.orders", {"enterprise_no": "E1"}, kept="E1"),
    Case("lsso.inspectors", {"fte": "0.001"}, kept="0.001"),
    Case("lsso.inspectors", {"province_code": "00"}, kept="00"),
    Case("lsso.inspectors", {"province_code": "ຈຳປາສັກ"}, kept="16"),
    Case("lsso.inspectors", {"province_code": "LA-CH"}, kept="16"),
    Case("lsso.inspectors", {"province_code": "Champassack"}, kept="16"),
    Case("planning.targets", {"province_code": "00"}, kept="00"),
    Case("planning.targets", {"year": "2030"}, kept="2030"),  # a plan is for what is to come
    Case("complaints.complaints", {"topic": "other"}, kept="other"),
)
CASES = (*REJECTED, *DOUBTED, *FINE)
NAMES = [str(case) for case in CASES]
