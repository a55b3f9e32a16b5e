"""Records: what lies behind the numbers, one by one, or counted as no indicator does; one request, one answer."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from warehouse.query import as_of
from warehouse.records.about import About
from warehouse.records.balances import (
    Ageing,
    Balance,
    Concentration,
    DebtCauses,
    DebtSizes,
    TopDebtors,
)
from warehouse.records.complaints import ComplaintList
from warehouse.records.debts import DebtList, PaymentList
from warehouse.records.detections import Detected, DetectionList, EnterpriseList, TaxYearList
from warehouse.records.effort import Guides, OpenLoad, Quartiles, Roles, Sessions, Topics
from warehouse.records.enforcement import AppealList, FineList, MeasureList
from warehouse.records.fines import AppealResults, FineFlags, FinesBy, FinesByPeriod
from warehouse.records.inspection import FineReckoning, InspectionStages
from warehouse.records.inspections import FindingList, InspectionList, OpenOrders
from warehouse.records.irregularities import Irregularities, IrregularitiesBy, OverdueBy
from warehouse.records.ladder import ENDED, LadderFunnel, LadderSteps, OwedBy
from warehouse.records.late import LateMonths
from warehouse.records.loads import Accounts, Batches, Freshness, LateData, Problems, RejectedRows, cells
from warehouse.records.model import ListColumn, Listing, Paged, Request, Where
from warehouse.records.quality import STATES, CheckStates, DoubtfulRows, DoubtsByPlace, Forced, WarnedRows
from warehouse.records.recovery import CohortRecovery
from warehouse.records.registered import Registered
from warehouse.records.search import WHY, Search
from warehouse.records.span import first_month
from warehouse.records.statuses import ByPhase, StatusBy, StatusByMonth, StatusHeat
from warehouse.records.steps import Funnel, OutsidePhase, Stages
from warehouse.records.targets import GoalCourse, Goals, TargetList
from warehouse.records.unit import EVENT, UnitFigures, UnitTimeline
from warehouse.records.units import Cohorts, Movement, NeverInspected, UnitList, last_due_month
from warehouse.records.workforce import InspectorList, TeamList, TicketList, TrainingList, Workforce
from warehouse.star.search import ENTERPRISE


def answer(connection: Connection, request: Request, day: date | None = None) -> Listing:
    """The records asked for, as of `day`: the last batch's date where none is given."""
    return request.listing(connection, day or as_of(connection))


__all__ = [
    "ENDED",
    "ENTERPRISE",
    "EVENT",
    "STATES",
    "WHY",
    "About",
    "Accounts",
    "Ageing",
    "AppealList",
    "AppealResults",
    "Balance",
    "Batches",
    "ByPhase",
    "CheckStates",
    "CohortRecovery",
    "Cohorts",
    "ComplaintList",
    "Concentration",
    "DebtCauses",
    "DebtList",
    "DebtSizes",
    "Detected",
    "DetectionList",
    "DoubtfulRows",
    "DoubtsByPlace",
    "EnterpriseList",
    "FindingList",
    "FineFlags",
    "FineList",
    "FineReckoning",
    "FinesBy",
    "FinesByPeriod",
    "Forced",
    "Freshness",
    "Funnel",
    "GoalCourse",
    "Goals",
    "Guides",
    "InspectionList",
    "InspectionStages",
    "InspectorList",
    "Irregularities",
    "IrregularitiesBy",
    "LadderFunnel",
    "LadderSteps",
    "LateData",
    "LateMonths",
    "ListColumn",
    "Listing",
    "MeasureList",
    "Movement",
    "NeverInspected",
    "OpenLoad",
    "OpenOrders",
    "OutsidePhase",
    "OverdueBy",
    "OwedBy",
    "Paged",
    "PaymentList",
    "Problems",
    "Quartiles",
    "Registered",
    "RejectedRows",
    "Request",
    "Roles",
    "Search",
    "Sessions",
    "Stages",
    "StatusBy",
    "StatusByMonth",
    "StatusHeat",
    "TargetList",
    "TaxYearList",
    "TeamList",
    "TicketList",
    "TopDebtors",
    "Topics",
    "TrainingList",
    "UnitFigures",
    "UnitList",
    "UnitTimeline",
    "WarnedRows",
    "Where",
    "Workforce",
    "answer",
    "cells",
    "first_month",
    "last_due_month",
]
