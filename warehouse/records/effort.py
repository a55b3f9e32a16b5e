"""The workforce summed: spread of what is told as a median, open orders of each head, roles, who guides whom, training, help desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, cast, func, literal, or_, select
from sqlalchemy.types import Double

from warehouse.codes import TEAM_ROLE, TICKET_TOPIC
from warehouse.indicators import INDICATORS
from warehouse.indicators.model import count, median, total
from warehouse.periods import Period
from warehouse.records.inspections import counted
from warehouse.records.model import ListColumn, Listing, Where, complete, days_between, narrowing, number, shown
from warehouse.records.workforce import MENTOR, TOPIC, g, i, k, n, sliced, t
from warehouse.star import dim_date, dim_inspector, fact_inspection, fact_team, fact_ticket, fact_training
from warehouse.text import Text
from warehouse.units import COUNT, DAYS, TRAINING_DAYS, WHOLE_DAYS

PERIOD = ListColumn("period", Text("Period", lo="ໄລຍະເວລາ"))


@dataclass(frozen=True)
class Quartiles:
    """Of an indicator that is a median: in each period how many values there are, their quartiles and the tenth and ninetieth."""

    indicator: str
    periods: tuple[Period, ...]
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = INDICATORS[self.indicator].numerator
        if measure.aggregate.empty is not None or measure.on is None:
            raise ValueError(f"{self.indicator} is no median of a flow")
        (value,), on = measure.aggregate.columns, measure.on
        grain = dim_date.c[self.periods[0].grain]
        parts = [
            cast(func.percentile_cont(share).within_group(value.asc()), Double) for share in (0.1, 0.25, 0.75, 0.9)
        ]
        middle = measure.aggregate.build(measure.where)
        low, first, third, high = parts
        chosen = select(grain, count().build(None), low, first, middle, third, high).select_from(
            measure.fact.join(dim_date, on == dim_date.c.day)
        )
        span = on.between(self.periods[0].starts_on, self.periods[-1].ends_by(day))
        narrowed = narrowing(self.where, measure.fact, instead=dict(measure.slices))
        found = {
            row[0]: row for row in connection.execute(chosen.where(span, *counted(measure), *narrowed).group_by(grain))
        }
        rows = [(p.id, *(found[p.id][1:] if p.id in found else (0, *[None] * 5))) for p in self.periods]
        unit = INDICATORS[self.indicator].unit
        names = (
            ("p10", Text("Tenth percentile", lo="ເປີເຊັນທີ 10")),
            ("q1", Text("Lower quartile", lo="ຄວາດທີ 1")),
            ("median", Text("Median", lo="ມັດທະຍະຖານ")),
            ("q3", Text("Upper quartile", lo="ຄວາດທີ 3")),
            ("p90", Text("Ninetieth percentile", lo="ເປີເຊັນທີ 90")),
        )
        columns = (
            PERIOD,
            number("values", Text("Values", lo="ຈຳນວນຄ່າ"), COUNT),
            *(number(a, b, unit) for a, b in names),
        )
        return complete(columns, rows)


@dataclass(frozen=True)
class OpenLoad:
    """Open orders of each head of a team on the as-of date: not cancelled and without a report. Province: the head's."""

    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        age = days_between(i.ordered_on, literal(day))
        orders = count().build(None)
        chosen = (
            select(i.inspector_code, func.max(i.head_province_code), orders, median(age).build(None), func.max(age))
            .where(
                i.cancelled == 0,
                i.reported_on.is_(None),
                i.inspector_code.is_not(None),
                *narrowing(self.where, fact_inspection, instead={"province": i.head_province_code}),
            )
            .group_by(i.inspector_code)
            .order_by(orders.desc(), i.inspector_code)
        )
        columns = (
            shown(n.inspector_id),
            shown(n.province_code),
            number("open", Text("Open orders", lo="ຄຳສັ່ງທີ່ຍັງເປີດ"), COUNT),
            number("median_age_days", Text("Their median days since the order", lo="ມື້ມັດທະຍະຖານນັບແຕ່ຄຳສັ່ງ"), DAYS),
            number("oldest_days", Text("Days of the oldest", lo="ມື້ຂອງຄຳສັ່ງເກົ່າສຸດ"), WHOLE_DAYS),
        )
        return complete(columns, connection.execute(chosen))


def taken_part(period: Period, where: Where, day: date) -> list[ColumnElement[bool]]:
    """Places in teams of a period's inspections; province is the inspector's."""
    span = t.conducted_on.between(period.starts_on, period.ends_by(day))
    return [t.cancelled == 0, span, *narrowing(where, fact_team, instead={"province": t.inspector_province_code})]


@dataclass(frozen=True)
class Roles:
    """By the inspector's province: places in teams by role."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        key = t.inspector_province_code
        counts = [count().build(t.role_code == role.code) for role in TEAM_ROLE]
        chosen = select(key, *counts).where(*taken_part(self.period, self.where, day)).group_by(key).order_by(key)
        columns = (shown(n.province_code), *(number(role.code, role.title, COUNT) for role in TEAM_ROLE))
        return complete(columns, connection.execute(chosen))


@dataclass(frozen=True)
class Guides:
    """Who has guided trainees by a period's end: as mentor of a team with a trainee in it, or as its head; and how many trainees."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        learner = fact_team.alias("learner")
        with_trainee = and_(learner.c.inspection_no == t.inspection_no, learner.c.role_code == "trainee")
        trainees = func.count(learner.c.inspector_id.distinct())
        as_mentor, as_head = (
            func.count(t.inspection_no.distinct()).filter(t.role_code == role) for role in ("mentor", "head")
        )
        chosen = (
            select(
                t.inspector_id, func.max(t.inspector_province_code), func.max(n.is_mentor), as_mentor, as_head, trainees
            )
            .join_from(fact_team, learner, with_trainee)
            .outerjoin(dim_inspector, (n.inspector_id == t.inspector_id) & (n.is_current == 1))
            .where(
                t.role_code.in_(("mentor", "head")),
                t.cancelled == 0,
                t.conducted_on <= self.period.ends_by(day),
                *narrowing(self.where, fact_team, instead={"province": t.inspector_province_code}),
            )
            .group_by(t.inspector_id)
            .order_by(trainees.desc(), as_mentor.desc(), t.inspector_id)
        )
        columns = (
            shown(n.inspector_id),
            shown(n.province_code),
            MENTOR,
            number("as_mentor", Text("Inspections as mentor", lo="ການກວດກາໃນຖານະຜູ້ແນະນຳ"), COUNT),
            number("as_head", Text("Inspections led with trainees", lo="ການກວດກາທີ່ນຳພາພ້ອມຜູ້ຝຶກ"), COUNT),
            number("trainees", Text("Different trainees", lo="ຜູ້ຝຶກ (ບໍ່ຊ້ຳ)"), COUNT),
        )
        return complete(columns, connection.execute(chosen))


@dataclass(frozen=True)
class Sessions:
    """Training sessions ended by the period's end, the latest first: who came, how long, with what scores."""

    period: Period
    where: Where = ()
    most: int = 12

    def listing(self, connection: Connection, day: date) -> Listing:
        score = g.test_score
        chosen = (
            select(
                g.session_no,
                func.min(g.held_from),
                func.max(g.held_to),
                count().build(None),
                total(g.days).build(None),
                median(score).build(None),
                func.min(score),
                func.max(score),
            )
            .where(g.held_to <= self.period.ends_by(day), *narrowing(self.where, fact_training))
            .group_by(g.session_no)
            .order_by(func.max(g.held_to).desc(), g.session_no)
            .limit(self.most)
        )
        columns = (
            *(shown(c) for c in (g.session_no, g.held_from, g.held_to)),
            number("inspectors", Text("Inspectors", lo="ເຈົ້າໜ້າທີ່"), COUNT),
            number("days", Text("Days in all", lo="ລວມມື້"), TRAINING_DAYS),
            number("median_score", Text("Median score", lo="ຄະແນນມັດທະຍະຖານ")),
            number("lowest_score", Text("Lowest", lo="ຕ່ຳສຸດ")),
            number("highest_score", Text("Highest", lo="ສູງສຸດ")),
        )
        return complete(columns, connection.execute(chosen))


@dataclass(frozen=True)
class Topics:
    """Questions to the help desk by topic: opened and answered in the period, days to the answer, not answered at its end."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        sliced("tickets_opened", self.where)
        last = self.period.ends_by(day)
        opened, answered = (c.between(self.period.starts_on, last) for c in (k.opened_on, k.answered_on))
        waiting = and_(k.opened_on <= last, or_(k.answered_on.is_(None), k.answered_on > last))
        days = median(k.days_to_answer).build(answered)
        counts = [count().build(condition) for condition in (opened, answered, waiting)]
        chosen = select(k.topic_code, counts[0], counts[1], days, counts[2]).where(*narrowing(self.where, fact_ticket))
        found: dict[str, Any] = {row[0]: row for row in connection.execute(chosen.group_by(k.topic_code))}
        rows = [
            (c.code, *(int(x) for x in found[c.code][1:3]), found[c.code][3], int(found[c.code][4]))
            for c in TICKET_TOPIC
            if c.code in found
        ]
        columns = (
            TOPIC,
            number("opened", Text("Questions", lo="ຄຳຖາມ"), COUNT),
            number("answered", Text("Answered", lo="ຕອບແລ້ວ"), COUNT),
            number("median_days", Text("Median days to the answer", lo="ມື້ມັດທະຍະຖານຈົນຕອບ"), DAYS),
            number("waiting", Text("Not answered yet", lo="ຍັງບໍ່ຕອບ"), COUNT),
        )
        return complete(columns, rows)
