"""What is known about one unit, enterprise or inspection, subject by subject: the rows of each fact that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, case, select

from warehouse.codes import listed
from warehouse.periods import month_start
from warehouse.records.complaints import COMPLAINT_COLUMNS
from warehouse.records.debts import DEBT_COLUMNS, PAYMENT_COLUMNS, PAYMENTS, with_balance
from warehouse.records.enforcement import APPEAL_COLUMNS, FINE_COLUMNS, MeasureList, with_unit
from warehouse.records.inspections import FINDING_COLUMNS, INSPECTION_COLUMNS
from warehouse.records.model import ListColumn, Listing, complete, shown
from warehouse.records.subject import enterprise_of, inspected, owned
from warehouse.star import (
    fact_appeal,
    fact_complaint,
    fact_debt,
    fact_debt_month,
    fact_debt_payment,
    fact_finding,
    fact_fine,
    fact_inspection,
    fact_measure,
    fact_team,
)
from warehouse.text import Text
from warehouse.units import COUNT, HOURS, KIP, KM, SHARE, WORKERS

i, f, m, t = fact_inspection.c, fact_finding.c, fact_measure.c, fact_team.c
a, d, p, b, c = fact_appeal.c, fact_debt.c, fact_debt_payment.c, fact_debt_month.c, fact_complaint.c
YES_NO = listed("yes_no", Text("Yes or no", lo="ແມ່ນ ຫຼື ບໍ່"), ("yes", "Yes", "ແມ່ນ"), ("no", "No", "ບໍ່"))
ANNOUNCED = ListColumn("announced", Text("Announced", lo="ແຈ້ງລ່ວງໜ້າ"), "code", codes=YES_NO)
OUTSIDE = ListColumn("outside_phase", Text("Outside its phase", lo="ຢູ່ນອກໄລຍະ"), "code", codes=YES_NO)
Columns = Sequence[tuple[ListColumn, ColumnElement[Any]]]
ORDER_COLUMNS = (
    *INSPECTION_COLUMNS,
    (shown(i.announced, unit=COUNT), i.announced),
    *((shown(x), x) for x in (i.follows_no, i.approved_on, i.notified_on, i.decided_on)),
    (shown(i.corrected_findings, unit=COUNT), i.corrected_findings),
)
FACT_COLUMNS = (
    *((shown(x), x) for x in (i.unit_name, i.ss_number, i.enterprise_no, i.status_code, i.type_code, i.method_code)),
    (shown(i.origin_code), i.origin_code),
    (ANNOUNCED, case((i.announced == 1, "yes"), (i.announced == 0, "no"))),
    *(
        (shown(x), x)
        for x in (i.follows_no, i.province_code, i.district_code, i.sector_code, i.size_code, i.scheme_code)
    ),
    (shown(i.workers_found, unit=WORKERS), i.workers_found),
    (shown(i.workers_registered, unit=WORKERS), i.workers_registered),
    (shown(i.hours_spent, unit=HOURS), i.hours_spent),
    (shown(i.distance_km, unit=KM), i.distance_km),
    (shown(i.allowance_lak, unit=KIP), i.allowance_lak),
    (shown(i.phase_code), i.phase_code),
    (OUTSIDE, case((i.phase_code.is_(None), None), (i.outside_phase == 1, "yes"), else_="no")),
)
TEAM_COLUMNS = (
    (shown(t.inspector_id), t.inspector_id),
    (shown(t.role_code), t.role_code),
    (shown(t.share, unit=SHARE), t.share),
    (replace(shown(t.inspector_province_code), kind="province"), t.inspector_province_code),
)


@dataclass(frozen=True)
class Part:
    """The rows of a subject, and which of them belong to a unit or enterprise, and to an inspection; both by its key."""

    columns: Callable[[date], Columns]
    source: Callable[[date], FromClause]
    order: tuple[ColumnElement[Any], ...]
    of_unit: Callable[[str], ColumnElement[bool]]
    of_inspection: Callable[[str], ColumnElement[bool]]


def behind(fact: Any, columns: Columns, *order: ColumnElement[Any]) -> Part:
    """A fact whose rows belong to an inspection, and so to its unit."""
    return Part(
        lambda day: columns, lambda day: with_unit(fact), order, inspected, lambda no: fact.c.inspection_no == no
    )


def indebted(key: str) -> ColumnElement[bool]:
    """An enterprise that no unit is linked to owes by its inspections."""
    if enterprise_of(key) is None:
        return d.ss_number == key
    return d.inspection_no.in_(select(i.inspection_no).where(inspected(key)))


PARTS: Mapping[str, Part] = {
    "inspections": Part(
        lambda day: ORDER_COLUMNS,
        lambda day: fact_inspection,
        (i.ordered_on.desc(), i.inspection_no),
        inspected,
        lambda no: i.inspection_no == no,
    ),
    "order": Part(
        lambda day: FACT_COLUMNS,
        lambda day: fact_inspection,
        (i.ordered_on.desc(), i.inspection_no),
        inspected,
        lambda no: i.inspection_no == no,
    ),
    "follow_ups": Part(
        lambda day: ORDER_COLUMNS,
        lambda day: fact_inspection,
        (i.ordered_on, i.inspection_no),
        lambda key: and_(i.follows_no.is_not(None), inspected(key)),
        lambda no: i.follows_no == no,
    ),
    "team": Part(
        lambda day: TEAM_COLUMNS,
        lambda day: with_unit(fact_team),
        (t.inspection_no, t.role_code, t.inspector_id),
        inspected,
        lambda no: t.inspection_no == no,
    ),
    "findings": behind(fact_finding, FINDING_COLUMNS, f.found_on.desc(), f.finding_no),
    "measures": replace(
        behind(fact_measure, (), m.issued_on.desc(), m.measure_no), columns=lambda day: MeasureList().columns(day)
    ),
    "fines": behind(fact_fine, FINE_COLUMNS, fact_fine.c.imposed_on.desc(), fact_fine.c.fine_no),
    "appeals": behind(fact_appeal, APPEAL_COLUMNS, a.filed_on.desc(), a.appeal_no),
    "debts": Part(
        lambda day: DEBT_COLUMNS,
        lambda day: with_balance(month_start(day)),
        (d.established_on.desc(), d.debt_no),
        indebted,
        lambda no: d.inspection_no == no,
    ),
    "payments": Part(
        lambda day: PAYMENT_COLUMNS,
        lambda day: PAYMENTS,
        (p.paid_on.desc(), p.debt_no, p.payment_no),
        indebted,
        lambda no: d.inspection_no == no,
    ),
    "complaints": Part(
        lambda day: COMPLAINT_COLUMNS,
        lambda day: fact_complaint,
        (c.received_on.desc(), c.complaint_no),
        lambda key: owned(key, c.ss_number),
        lambda no: c.inspection_no == no,
    ),
}


@dataclass(frozen=True)
class About:
    """All rows of a part that belong to the unit or enterprise of a key, or to an inspection."""

    part: str
    unit: str = ""
    inspection: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        part = PARTS[self.part]
        columns = part.columns(day)
        mine = part.of_inspection(self.inspection) if self.inspection else part.of_unit(self.unit)
        chosen = select(*(column for _, column in columns)).select_from(part.source(day)).where(mine)
        return complete([named for named, _ in columns], connection.execute(chosen.order_by(*part.order)))
