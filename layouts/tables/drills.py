"""Lists of debts, of the registers, of the workforce and of the help desk: the request behind each, its filters, its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from warehouse.records import (
    DebtList,
    DetectionList,
    EnterpriseList,
    InspectorList,
    PaymentList,
    TaxYearList,
    TeamList,
    TicketList,
    TrainingList,
)

Drill = tuple[Callable[..., Any], tuple[str, ...], str, str]

UNIT = "ss_number name_en name_lo province district sector size scheme"
DEBT_SORTS = (
    f"debt_no {UNIT} cause established_on period_from period_to principal_lak paid_lak outstanding_lak age_days age "
    "last_paid_on inspection_no"
)
DEBT_SHOWN = (
    "debt_no ss_number name province sector cause established_on principal_lak outstanding_lak age_days last_paid_on "
    "inspection_no"
)
PAYMENT_SORTS = (
    f"payment_no debt_no {UNIT} cause paid_on amount_lak established_on days_since period_from period_to principal_lak "
    "inspection_no"
)
PAYMENT_SHOWN = (
    "debt_no payment_no ss_number name province cause paid_on amount_lak established_on days_since inspection_no"
)
INSPECTORS = "inspector_id province cohort appointed_on trained_on is_mentor fte"
TEAM_SORTS = "inspection_no inspector_id inspector_province role share unit_name province district sector size type method conducted_on"
TEAM_SHOWN = "inspection_no inspector_id inspector_province role share unit_name province type method conducted_on"
TRAINING = "inspector_id session_no province held_from held_to days test_score"
TICKETS = "ticket_no province channel topic opened_on answered_on closed_on days_to_answer"

FIRM = "enterprise_no tin ss_number name_en name_lo province district sector size"
ENTERPRISE_SORTS = f"{FIRM} employees registered_on covered_from_on covered_until_on status"
ENTERPRISE_SHOWN = "enterprise_no name ss_number province sector size employees registered_on covered_from_on"
TAX_SORTS = (
    f"{FIRM} year employees payroll_lak declared_workers declared_wages_lak gap_lak insured_workers covered_employees"
)
TAX_SHOWN = (
    "tin enterprise_no ss_number name province sector year employees declared_workers payroll_lak declared_wages_lak gap_lak "
    "insured_workers covered_employees"
)
DETECTION_SORTS = "rule ss_number enterprise_no tin unit_name province district sector size scheme since_on until_on workers amount_lak"
DETECTION_SHOWN = "unit_name ss_number enterprise_no rule province sector since_on workers amount_lak reasons"

OWED: dict[str, Drill] = {
    "debts": (DebtList, ("cause", "age"), DEBT_SORTS, DEBT_SHOWN),
    "debt_payments": (PaymentList, ("cause",), PAYMENT_SORTS, PAYMENT_SHOWN),
}
WORKFORCE: dict[str, Drill] = {
    "inspectors": (InspectorList, (), INSPECTORS, INSPECTORS),
    "team": (TeamList, ("type", "method", "origin"), TEAM_SORTS, TEAM_SHOWN),
    "training": (TrainingList, (), TRAINING, TRAINING),
    "tickets": (TicketList, ("topic",), TICKETS, TICKETS),
}
REGISTERS: dict[str, Drill] = {
    "enterprises": (EnterpriseList, (), ENTERPRISE_SORTS, ENTERPRISE_SHOWN),
    "tax_years": (TaxYearList, (), TAX_SORTS, TAX_SHOWN),
    "detections": (DetectionList, (), DETECTION_SORTS, DETECTION_SHOWN),
}
