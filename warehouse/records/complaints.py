"""Complaints one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from warehouse.periods import Period
from warehouse.records.inspections import Part, measure_behind
from warehouse.records.model import Listing, Paged, containing, narrowing, paged, shown
from warehouse.records.states import chosen
from warehouse.star import fact_complaint
from warehouse.units import DAYS

c = fact_complaint.c
COMPLAINT_COLUMNS = (
    (shown(c.complaint_no), c.complaint_no),
    (shown(c.source_code, "complaint_source"), c.source_code),
    (shown(c.topic_code), c.topic_code),
    *((shown(column), column) for column in (c.ss_number, c.province_code, c.district_code)),
    *((shown(column), column) for column in (c.sector_code, c.size_code, c.scheme_code)),
    *((shown(column), column) for column in (c.received_on, c.inspection_no, c.conducted_on)),
    (shown(c.days_to_respond, unit=DAYS), c.days_to_respond),
    (shown(c.closed_on), c.closed_on),
)


@dataclass(frozen=True, kw_only=True)
class ComplaintList(Paged):
    """Complaints received in a period, or those behind an indicator. Filters: the slices, and `unit`."""

    period: Period | None = None
    indicator: str | None = None
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = None if self.indicator is None else measure_behind(self.indicator, self.part, fact_complaint)
        conditions = [
            *chosen(measure, c.received_on, self.period, day),
            *narrowing(self.where, fact_complaint, instead={"unit": c.ss_number}),
            *containing(self.search, c.complaint_no, c.inspection_no, c.ss_number),
        ]
        order = (c.received_on.desc(), c.complaint_no)
        return paged(connection, self, COMPLAINT_COLUMNS, fact_complaint, conditions, order)
