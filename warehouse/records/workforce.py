"""Inspectors, their places in teams, their training, and the questions to the help desk, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, func, select

from warehouse.codes import CHANNEL, TEAM_ROLE, TICKET_TOPIC, listed
from warehouse.indicators import INDICATORS, SLICES
from warehouse.periods import Period, month_start
from warehouse.query import NotSliced
from warehouse.records.inspections import Part, counted, measure_behind, within
from warehouse.records.model import (
    ListColumn,
    Listing,
    Paged,
    Where,
    complete,
    containing,
    narrowing,
    number,
    paged,
    shown,
)
from warehouse.records.persons import identity
from warehouse.star import dim_inspector, fact_inspection, fact_inspector_month, fact_team, fact_ticket, fact_training
from warehouse.text import Text
from warehouse.units import CREDIT, FTE, TRAINING_DAYS, WHOLE_DAYS

t, g, k, i = fact_team.c, fact_training.c, fact_ticket.c, fact_inspection.c
w, n = fact_inspector_month.c, dim_inspector.c
CURRENT = (w.inspector_id == n.inspector_id) & (n.is_current == 1)
ROLE = ListColumn("role", TEAM_ROLE.title, "code", codes=TEAM_ROLE)
TOPIC = ListColumn("topic", TICKET_TOPIC.title, "code", codes=TICKET_TOPIC)
YES_NO = listed("yes_no", Text("Yes or no", lo="ແມ່ນ ຫຼື ບໍ່"), ("1", "Yes", "ແມ່ນ"), ("0", "No", "ບໍ່"))
MENTOR = ListColumn("is_mentor", Text("Mentor", lo="ຜູ້ແນະນຳ"), "code", codes=YES_NO)
ACTIVE_FTE = number("fte", Text("FTE at the end", lo="ທຽບເທົ່າເຕັມເວລາ ໃນທ້າຍໄລຍະ"), FTE)
TEAM_COLUMNS = (
    *((shown(c), c) for c in (t.inspection_no, t.inspector_id)),
    (shown(t.inspector_province_code, "inspector_province"), t.inspector_province_code),
    (ROLE, t.role_code),
    (shown(t.share, unit=CREDIT), t.share),
    *((shown(c), c) for c in (i.unit_name, t.province_code, t.district_code, t.sector_code, t.size_code)),
    *((shown(c), c) for c in (t.type_code, t.method_code, t.conducted_on)),
)
TRAINING_COLUMNS = (
    *((shown(c), c) for c in (g.inspector_id, g.session_no, g.province_code, g.held_from, g.held_to)),
    (shown(g.days, unit=TRAINING_DAYS), g.days),
    (shown(g.test_score), g.test_score),
)
TICKET_COLUMNS = (
    *((shown(c), c) for c in (k.ticket_no, k.province_code)),
    (ListColumn("channel", CHANNEL.title, "code", codes=CHANNEL), k.channel_code),
    (TOPIC, k.topic_code),
    *((shown(c), c) for c in (k.opened_on, k.answered_on, k.closed_on)),
    (shown(k.days_to_answer, unit=WHOLE_DAYS), k.days_to_answer),
)


def sliced(id_: str, where: Where) -> None:
    """NotSliced where a filter is none that the indicator's rows have: they would not add up to it."""
    for name, _ in where:
        if name in SLICES and name not in INDICATORS[id_].slices:
            raise NotSliced(INDICATORS[id_], name)


@dataclass(frozen=True, kw_only=True)
class InspectorList(Paged):
    """Inspectors active at a period's end, or those of them behind an indicator; who they are only as the reader's role may know."""

    period: Period
    indicator: str | None = None
    part: Part = "numerator"
    role: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        sliced(self.indicator or "inspectors_active", self.where)
        if self.indicator is not None:
            measure_behind(self.indicator, self.part, fact_inspector_month)
        names = identity(self.role)
        columns = (
            *((shown(c), c) for c in (*names, w.province_code, n.cohort, n.appointed_on, n.trained_on)),
            (MENTOR, n.is_mentor),
            (ACTIVE_FTE, w.active_fte),
        )
        trained = self.indicator == "trained_share" and self.part == "numerator"
        conditions = [
            w.month_start == month_start(self.period.ends_by(day)),
            w.active == 1,
            *([w.trained == 1] if trained else []),
            *narrowing(self.where, fact_inspector_month),
            *containing(self.search, *names),
        ]
        source = fact_inspector_month.join(dim_inspector, CURRENT)
        return paged(connection, self, columns, source, conditions, (w.province_code, n.inspector_id))


@dataclass(frozen=True)
class Workforce:
    """Everyone who was an inspector in a period, also those who left: province and time as of their last month in it."""

    period: Period
    where: Where = ()
    role: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        last = self.period.ends_by(day)
        within_ = w.month_start.between(self.period.starts_on, last)
        months = func.sum(w.fte).label("months")
        latest = select(w.inspector_id, func.max(w.month_start).label("month"), months).where(within_)
        served = latest.group_by(w.inspector_id).subquery("served")
        s = served.c
        names = identity(self.role)
        told = (*names, w.province_code, n.cohort, n.appointed_on, n.trained_on, n.is_mentor)
        chosen = (
            select(*told, w.active_fte, s.months)
            .join_from(served, fact_inspector_month, (w.inspector_id == s.inspector_id) & (w.month_start == s.month))
            .join(dim_inspector, CURRENT)
            .where(*narrowing(self.where, fact_inspector_month))
            .order_by(w.province_code, n.inspector_id)
        )
        fte_months = number("fte_months", Text("FTE-months", lo="ຄົນ-ເດືອນ"), FTE)
        columns = (*(shown(c) for c in told[:-1]), MENTOR, ACTIVE_FTE, fte_months)
        return complete(columns, connection.execute(chosen))


@dataclass(frozen=True, kw_only=True)
class TeamList(Paged):
    """Places in the teams of a period's inspections, or those behind an indicator. Filters: the slices (province: the inspector's),
    `role` and `inspector`."""

    period: Period
    indicator: str = "inspections_taken_part"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = measure_behind(self.indicator, self.part, fact_team)
        assert measure.on is not None
        conditions = [
            *counted(measure),
            *within(measure.on, self.period, day),
            *narrowing(self.where, fact_team, instead={**measure.slices}),
            *containing(self.search, t.inspection_no, t.inspector_id, i.unit_name),
        ]
        source = fact_team.outerjoin(fact_inspection, i.inspection_no == t.inspection_no)
        order = (t.conducted_on.desc(), t.inspection_no, t.inspector_id)
        return paged(connection, self, TEAM_COLUMNS, source, conditions, order)


@dataclass(frozen=True, kw_only=True)
class TrainingList(Paged):
    """Attendances of training that ended in a period. Filters: province (the inspector's) and `inspector`."""

    period: Period
    indicator: str = "training_days"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        sliced(self.indicator, self.where)
        measure = measure_behind(self.indicator, self.part, fact_training)
        assert measure.on is not None
        conditions = [
            *counted(measure),
            *within(measure.on, self.period, day),
            *narrowing(self.where, fact_training, instead={**measure.slices}),
            *containing(self.search, g.inspector_id, g.session_no),
        ]
        order = (g.held_to.desc(), g.session_no, g.inspector_id)
        return paged(connection, self, TRAINING_COLUMNS, fact_training, conditions, order)


@dataclass(frozen=True, kw_only=True)
class TicketList(Paged):
    """Questions to the help desk, by the day of the indicator they are behind. Filters: province, `topic` and `channel`."""

    period: Period
    indicator: str = "tickets_opened"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        sliced(self.indicator, self.where)
        measure = measure_behind(self.indicator, self.part, fact_ticket)
        on: Column[Any] | None = measure.on
        assert on is not None
        conditions = [
            *counted(measure),
            *within(on, self.period, day),
            *narrowing(self.where, fact_ticket),
            *containing(self.search, k.ticket_no),
        ]
        return paged(connection, self, TICKET_COLUMNS, fact_ticket, conditions, (on.desc(), k.ticket_no))
