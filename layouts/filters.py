"""What a page or a list of it can be narrowed to, by the names that the URL uses, and which lists there are."""

from __future__ import annotations

from collections.abc import Mapping

from warehouse.codes import (
    APPEAL_RESULT,
    DEBT_AGE,
    DEBT_CAUSE,
    FINE_BASIS,
    FINE_FLAG,
    FINE_STATUS,
    IRREGULARITY,
    MEASURE_STATE,
    METHOD,
    ORIGIN,
    SCHEME,
    SECTOR,
    SIZE,
    STAGE,
    STEP,
    TICKET_TOPIC,
    TYPE,
    UNIT_MONTH_STATUS,
    CodeList,
)
from warehouse.indicators import INDICATORS

SLICES = ("province", "district", "sector", "size", "scheme")
ONLY: Mapping[str, CodeList] = {
    "type": TYPE,
    "method": METHOD,
    "origin": ORIGIN,
    "stage": STAGE,
    "status": UNIT_MONTH_STATUS,
    "irregularity": IRREGULARITY,
    "step": STEP,
    "state": MEASURE_STATE,
    "basis": FINE_BASIS,
    "fine_status": FINE_STATUS,
    "flag": FINE_FLAG,
    "result": APPEAL_RESULT,
    "cause": DEBT_CAUSE,
    "age": DEBT_AGE,
    "topic": TICKET_TOPIC,
}
KINDS: Mapping[str, CodeList] = {"sector": SECTOR, "size": SIZE, "scheme": SCHEME, **ONLY}
LISTS = (*INDICATORS, "open", "outside", "never", "overdue", "running", "ended", "flagged")
