"""One unit or enterprise at a glance: its few figures, and everything that happened with it in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from warehouse.codes import DEBT_CAUSE, IRREGULARITY, METHOD, STEP, UNIT_MONTH_STATUS, CodeList, listed
from warehouse.periods import add_months, month_start
from warehouse.records.about import About, indebted
from warehouse.records.model import ListColumn, Listing, complete, number
from warehouse.records.registered import Registered
from warehouse.records.states import held, running
from warehouse.records.subject import inspected
from warehouse.star import dim_labour_unit, fact_debt, fact_finding, fact_inspection, fact_measure, fact_unit_month
from warehouse.text import Text
from warehouse.units import COUNT, KIP, WORKERS

u, m, i, f, s, d = (
    dim_labour_unit.c,
    fact_unit_month.c,
    fact_inspection.c,
    fact_finding.c,
    fact_measure.c,
    fact_debt.c,
)
EVENT: CodeList = listed(
    "event",
    Text("What happened", lo="ເຫດການ"),
    ("registered", "Registered", "ຂຶ້ນທະບຽນ"),
    ("changed", "Master data changed", "ປ່ຽນຂໍ້ມູນຫຼັກ"),
    ("closed", "Closed", "ປິດກິດຈະການ"),
    ("visit", "Visit of the labour inspection", "ການລົງກວດແຮງງານ"),
    ("complaint", "Complaint received", "ໄດ້ຮັບຄຳຮ້ອງ"),
    ("inspection", "Inspection", "ການກວດກາ"),
    ("finding", "Finding", "ບັນຫາທີ່ພົບ"),
    ("corrected", "Finding corrected", "ແກ້ໄຂບັນຫາແລ້ວ"),
    ("measure", "Measure", "ມາດຕະການ"),
    ("deadline", "Deadline of a measure", "ກຳນົດເວລາຂອງມາດຕະການ"),
    ("complied", "Complied with a measure", "ປະຕິບັດຕາມມາດຕະການ"),
    ("fine", "Fine imposed", "ປັບໃໝ"),
    ("fine_paid", "Fine paid", "ຊຳລະຄ່າປັບໃໝ"),
    ("appeal", "Appeal", "ການອຸທອນ"),
    ("debt", "Debt established", "ກຳນົດໜີ້"),
    ("debt_paid", "Debt payment", "ຊຳລະໜີ້"),
)
STANDING = ListColumn("standing", UNIT_MONTH_STATUS.title, "code", codes=UNIT_MONTH_STATUS)
FIGURES = (
    STANDING,
    number("workers", Text("Workers insured", lo="ຜູ້ປະກັນຕົນ"), WORKERS),
    number("unpaid_lak", Text("Contributions not paid, 12 months (kip)", lo="ເງິນສົມທົບທີ່ບໍ່ໄດ້ຊຳລະ 12 ເດືອນ (ກີບ)"), KIP),
    number("debt_lak", Text("Debts outstanding (kip)", lo="ໜີ້ຄ້າງຊຳລະ (ກີບ)"), KIP),
    number("inspections", Text("Inspections", lo="ການກວດກາ"), COUNT),
    number("open_findings", Text("Findings not corrected", lo="ບັນຫາທີ່ຍັງບໍ່ແກ້ໄຂ"), COUNT),
    number("owed", Text("Steps owed", lo="ຂັ້ນຕອນທີ່ຄ້າງ"), COUNT),
    ListColumn("next_deadline_on", Text("Next deadline", lo="ກຳນົດຕໍ່ໄປ"), "date"),
)
TIMELINE = (
    ListColumn("on", Text("Date", lo="ວັນທີ"), "date"),
    ListColumn("event", EVENT.title, "code", codes=EVENT),
    ListColumn("what", Text("Details", lo="ລາຍລະອຽດ")),
    ListColumn("number", Text("Number", lo="ເລກທີ")),
    ListColumn("inspection_no", Text("Inspection number", lo="ເລກທີການກວດກາ")),
    number("amount_lak", Text("Amount (kip)", lo="ຈຳນວນເງິນ (ກີບ)"), KIP),
)
NOTHING = Text("", lo="")


@dataclass(frozen=True)
class UnitFigures:
    """The few numbers that matter about a unit or enterprise on the as-of date, in one row."""

    unit: str

    def listing(self, connection: Connection, day: date) -> Listing:
        row = (
            *connection.execute(self.months(day)).one(),
            connection.scalar(select(func.sum(d.outstanding_lak)).where(indebted(self.unit))) or 0,
            self.counted(connection, fact_inspection, i.cancelled == 0, i.conducted_on <= day),
            self.counted(connection, fact_finding, or_(f.corrected_on.is_(None), f.corrected_on > day)),
            self.counted(connection, fact_measure, held(s.owed_from_on, s.owed_until_on, day)),
            connection.scalar(self.of_inspections(func.min(s.deadline_on), fact_measure).where(*running(day))),
        )
        return complete(FIGURES, [row])

    def months(self, day: date) -> Select[Any]:
        """Standing and workers of this month, and what of the last twelve was due and not paid."""
        now = m.month_start == month_start(day)
        lately = and_(m.month_start > add_months(month_start(day), -12), m.status_code != "not_yet_due")
        missing = func.sum(case((and_(lately, m.due_lak > m.paid_lak), m.due_lak - m.paid_lak), else_=0))
        newest = and_(now, m.registered == 1)
        return (
            select(func.max(case((newest, m.standing_code))), func.max(case((newest, m.insured_workers))), missing)
            .join_from(fact_unit_month, dim_labour_unit, and_(m.unit_key == u.unit_key, u.is_current == 1))
            .where(u.ss_number == self.unit)
        )

    def counted(self, connection: Connection, fact: Any, *conditions: ColumnElement[bool]) -> int:
        return connection.scalar(self.of_inspections(func.count(), fact).where(*conditions)) or 0

    def of_inspections(self, what: ColumnElement[Any], fact: Any) -> Select[Any]:
        if fact is fact_inspection:
            return select(what).select_from(fact).where(inspected(self.unit))
        return (
            select(what)
            .join_from(fact, fact_inspection, fact.c.inspection_no == i.inspection_no)
            .where(inspected(self.unit))
        )


Event = tuple[date | None, str, Text, str | None, str | None, float | None]


@dataclass(frozen=True)
class UnitTimeline:
    """Everything that happened, the last first; deadlines also where they are still to come."""

    unit: str

    def listing(self, connection: Connection, day: date) -> Listing:
        def rows(part: str) -> list[dict[str, Any]]:
            return About(part, self.unit).listing(connection, day).records()

        def held_of(part: str) -> list[dict[str, Any]]:
            return Registered(part, self.unit).listing(connection, day).records()

        events: list[Event] = [
            *of_registers(held_of("who") or held_of("firm"), held_of("versions"), held_of("visits")),
            *of_inspections(rows("inspections"), rows("findings"), rows("complaints")),
            *of_measures(rows("measures"), rows("appeals")),
            *of_money(rows("fines"), rows("debts"), rows("payments")),
        ]
        order = {code.code: place for place, code in enumerate(EVENT)}
        dated = [event for event in events if event[0] is not None]
        return complete(TIMELINE, sorted(dated, key=lambda event: (event[0], order[event[1]]), reverse=True))


def of_registers(
    who: list[dict[str, Any]], versions: list[dict[str, Any]], visits: list[dict[str, Any]]
) -> Iterator[Event]:
    for row in who:
        yield row["registered_on"], "registered", NOTHING, None, None, None
        yield row.get("closed_on"), "closed", NOTHING, None, None, None
    for row in versions[:-1]:
        yield row["valid_from"], "changed", NOTHING, None, None, None
    for row in visits:
        found = Text(f"{row['workers_found']} workers found", lo=f"ພົບຜູ້ອອກແຮງງານ {row['workers_found']} ຄົນ")
        yield row["visited_on"], "visit", found, row["visit_no"], None, None


def of_inspections(
    inspections: list[dict[str, Any]], findings: list[dict[str, Any]], complaints: list[dict[str, Any]]
) -> Iterator[Event]:
    for row in inspections:
        if row["status"] != "cancelled" and row["conducted_on"]:
            no = row["inspection_no"]
            yield row["conducted_on"], "inspection", METHOD.title_of(row["method"]), no, no, None
    for row in findings:
        what, no = IRREGULARITY.title_of(row["irregularity"]), row["inspection_no"]
        yield row["found_on"], "finding", what, row["finding_no"], no, row["evaded_lak"]
        yield row["corrected_on"], "corrected", what, row["finding_no"], no, None
    for row in complaints:
        yield (
            row["received_on"],
            "complaint",
            IRREGULARITY.title_of(row["topic"]),
            row["complaint_no"],
            row["inspection_no"],
            None,
        )


def of_measures(measures: list[dict[str, Any]], appeals: list[dict[str, Any]]) -> Iterator[Event]:
    for row in measures:
        what, no = STEP.title_of(row["step"]), row["inspection_no"]
        yield row["issued_on"], "measure", what, row["measure_no"], no, None
        yield row["deadline_on"], "deadline", what, row["measure_no"], no, None
        yield row["complied_on"], "complied", what, row["measure_no"], no, None
    for row in appeals:
        yield row["filed_on"], "appeal", STEP.title_of(row["step"]), row["appeal_no"], row["inspection_no"], None


def of_money(
    fines: list[dict[str, Any]], debts: list[dict[str, Any]], payments: list[dict[str, Any]]
) -> Iterator[Event]:
    for row in fines:
        yield row["imposed_on"], "fine", NOTHING, row["fine_no"], row["inspection_no"], row["imposed_lak"]
        if row["paid_lak"]:
            yield row["paid_on"], "fine_paid", NOTHING, row["fine_no"], row["inspection_no"], row["paid_lak"]
    for row in debts:
        what = DEBT_CAUSE.title_of(row["cause"])
        yield row["established_on"], "debt", what, row["debt_no"], row["inspection_no"], row["principal_lak"]
    for row in payments:
        yield row["paid_on"], "debt_paid", NOTHING, row["debt_no"], row["inspection_no"], row["amount_lak"]
