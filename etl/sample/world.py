"""The whole sample before it is written, and for each table of the contract the records that come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from etl.sample import contacts, debts, enforcement, fines, people, plan, registers
from etl.sample.order_rows import order_records
from etl.sample.orders import Inspection, build_inspections
from etl.sample.records import Record, Row
from etl.sample.scale import Scale
from etl.sample.units import Units, build_units


@dataclass
class World:
    scale: Scale
    units: Units
    enterprises: list[registers.Enterprise]
    people: list[people.Inspector]
    inspections: list[Inspection]
    measures: list[enforcement.Measure]
    fines: list[fines.Fine]
    debts: list[debts.Debt]


def build_world(scale: Scale, seed: int) -> World:
    """Each part has a generator of its own, so that a change in one does not shift the others."""

    def rng(part: int) -> np.random.Generator:
        return np.random.default_rng([seed, part])

    units = build_units(scale, rng(1))
    enterprises = registers.build_enterprises(scale, units, rng(2))
    staff = people.build_inspectors(rng(3))
    inspections = build_inspections(scale, units, enterprises, staff, rng(4))
    measures = enforcement.build_measures(inspections, rng(5))
    imposed = fines.build_fines(measures, units, rng(6))
    owed = debts.build_debts(scale, units, inspections, rng(7))
    return World(scale, units, enterprises, staff, inspections, measures, imposed, owed)


def team_records(inspections: list[Inspection]) -> Iterator[Record]:
    for made in inspections:
        for inspector, role in made.team:
            row: Row = {"inspection_no": made.number, "inspector_id": inspector.number, "role": role}
            yield Record(made.stages["ordered_on"], row, late=made.late)


Maker = Callable[[World, np.random.Generator], Iterator[Record]]
MAKERS: dict[str, Maker] = {
    "lsso.labour_units": lambda w, rng: registers.unit_records(w.units, rng),
    "lsso.inspectors": lambda w, _: people.inspector_records(w.people),
    "enterprise_register.enterprises": lambda w, rng: registers.enterprise_records(w.enterprises, rng),
    "inspections.orders": lambda w, rng: order_records(w.inspections, rng),
    "inspections.teams": lambda w, _: team_records(w.inspections),
    "inspections.findings": lambda w, rng: enforcement.finding_records(w.inspections, w.units, rng),
    "inspections.measures": lambda w, rng: enforcement.measure_records(w.measures, rng),
    "inspections.fines": lambda w, rng: fines.fine_records(w.fines, rng),
    "inspections.debts": lambda w, _: debts.debt_records(w.debts, w.units),
    "inspections.debt_payments": lambda w, rng: debts.payment_records(w.debts, rng),
    "inspections.appeals": lambda w, rng: fines.appeal_records(w.fines, w.measures, rng),
    "complaints.complaints": lambda w, rng: contacts.complaint_records(w.scale, w.units, w.inspections, rng),
    "tax.payroll": lambda w, rng: registers.payroll_records(w.enterprises, w.units, rng),
    "labour_inspection.visits": lambda w, rng: registers.visit_records(w.scale, w.enterprises, w.units, rng),
    "planning.targets": lambda w, rng: plan.target_records(w.scale, w.people, rng),
    "helpdesk.tickets": lambda w, rng: contacts.ticket_records(w.scale, w.people, rng),
    "training.attendances": lambda w, rng: people.attendance_records(w.people, rng),
}
