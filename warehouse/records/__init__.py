"""Records: what lies behind the numbers, one by one, or counted as no indicator does; one request, one answer."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from warehouse.query import as_of
from warehouse.records.inspections import FindingList, InspectionList, OpenOrders
from warehouse.records.loads import Accounts, Batches, Freshness, LateData, Problems, RejectedRows, cells
from warehouse.records.model import ListColumn, Listing, Paged, Request, Where
from warehouse.records.span import first_month
from warehouse.records.statuses import ByPhase, StatusBy, StatusByMonth, StatusHeat
from warehouse.records.steps import STAGE, Funnel, OutsidePhase, Stages
from warehouse.records.units import Cohorts, InspectorList, Movement, NeverInspected, UnitList, last_due_month


def answer(connection: Connection, request: Request, day: date | None = None) -> Listing:
    """The records asked for, as of `day`: the last batch's date where none is given."""
    return request.listing(connection, day or as_of(connection))


__all__ = [
    "STAGE",
    "Accounts",
    "Batches",
    "ByPhase",
    "Cohorts",
    "FindingList",
    "Freshness",
    "Funnel",
    "InspectionList",
    "InspectorList",
    "LateData",
    "ListColumn",
    "Listing",
    "Movement",
    "NeverInspected",
    "OpenOrders",
    "OutsidePhase",
    "Paged",
    "Problems",
    "RejectedRows",
    "Request",
    "Stages",
    "StatusBy",
    "StatusByMonth",
    "StatusHeat",
    "UnitList",
    "Where",
    "answer",
    "cells",
    "first_month",
    "last_due_month",
]
