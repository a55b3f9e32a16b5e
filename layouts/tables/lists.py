"""Which list of records is meant: that behind an indicator, or one of those that have no indicator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from layouts.tables.drills import OWED, REGISTERS, WORKFORCE
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.records import (
    AppealList,
    ComplaintList,
    FindingList,
    FineList,
    InspectionList,
    MeasureList,
    OpenOrders,
    UnitList,
)
from warehouse.text import Text
from warehouse.units import COUNT


@dataclass(frozen=True)
class ListKind:
    """A list by its id in the URL; `only` names the list's own filters that its rows have, `make` gives its request."""

    id: str
    title: Text
    means: Text
    make: Callable[..., Any]
    only: tuple[str, ...] = ()
    sorts: str = ""
    shown: str = ""

    def request(self, view: View, limit: int | None, offset: int) -> Any:
        named = view.sort.removeprefix("-") in self.sorts.split()
        return self.make(
            period=view.period,
            where=(*view.where, *(w for w in view.only if w[0] in self.only)),
            search=view.q,
            sort=view.sort if named else "",
            limit=limit,
            offset=offset,
        )


def open_orders(period: Any, **common: Any) -> Any:
    """As of now, whatever the period."""
    return OpenOrders(**common)


INSPECTION_ONLY = ("type", "method", "origin")
INSPECTION_SORTS = (
    "inspection_no unit_name ss_number province district sector size scheme type method origin status ordered_on "
    "conducted_on reported_on closed_on findings workers_found workers_registered hours_spent distance_km allowance_lak"
)
FINDING_SORTS = (
    "finding_no inspection_no unit_name ss_number province district sector size scheme method irregularity "
    "workers_affected evaded_lak found_on deadline_on corrected_on"
)
OPEN_SORTS = "inspection_no unit_name ss_number province district method stage stage_on ordered_on age_days"
UNIT_SORTS = "ss_number name_en name_lo province district sector size scheme registered_on standing workers due_lak paid_lak paid_on"
INSPECTION_SHOWN = (
    "inspection_no ss_number unit_name province district sector size type method origin status conducted_on reported_on "
    "findings workers_found"
)
FINDING_SHOWN = (
    "inspection_no ss_number unit_name province sector irregularity workers_affected evaded_lak found_on deadline_on "
    "corrected_on"
)
UNIT_SHOWN = "ss_number name province district sector size scheme registered_on standing workers due_lak paid_lak"
OF_UNIT = "inspection_no ss_number unit_name province district sector size scheme"
MEASURE_SORTS = f"measure_no {OF_UNIT} step issued_on deadline_on state days_left complied_on next_step owed inspector"
FINE_SORTS = (
    f"fine_no measure_no {OF_UNIT} basis base_lak months imposed_lak statutory_lak difference_lak flags imposed_on due_on "
    "paid_lak paid_on fine_status inspector"
)
APPEAL_SORTS = f"appeal_no measure_no {OF_UNIT} step filed_on decided_on result days_to_decide"
COMPLAINT_SORTS = (
    "complaint_no complaint_source topic ss_number province district sector size scheme received_on inspection_no "
    "conducted_on days_to_respond closed_on"
)
MEASURE_SHOWN = "measure_no inspection_no ss_number unit_name province step issued_on deadline_on complied_on state next_step inspector"
STANDING_SHOWN = "inspection_no ss_number unit_name province step issued_on deadline_on days_left next_step inspector"
FINE_SHOWN = (
    "fine_no inspection_no ss_number unit_name province basis imposed_on imposed_lak statutory_lak difference_lak flags "
    "paid_lak fine_status"
)
APPEAL_SHOWN = "appeal_no inspection_no ss_number unit_name province step filed_on decided_on result days_to_decide"
COMPLAINT_SHOWN = (
    "complaint_no complaint_source topic ss_number province district sector received_on inspection_no conducted_on "
    "days_to_respond"
)
FINDING_ONLY = (*INSPECTION_ONLY, "irregularity")
MEASURE_ONLY = (*INSPECTION_ONLY, "step", "state")
FINE_ONLY = (*INSPECTION_ONLY, "basis", "fine_status", "flag")
OTHERS = {
    "open": ListKind(
        "open",
        Text("Open orders", lo="ຄຳສັ່ງທີ່ຍັງເປີດ"),
        Text("orders not cancelled without a report, on the as-of date", lo="ຄຳສັ່ງທີ່ບໍ່ຖືກຍົກເລີກ ແລະ ຍັງບໍ່ມີລາຍງານ"),
        open_orders,
        (*INSPECTION_ONLY, "stage"),
        OPEN_SORTS,
        OPEN_SORTS,
    ),
    "outside": ListKind(
        "outside",
        Text("Outside the phase", lo="ຢູ່ນອກໄລຍະ"),
        Text("inspections outside the targets or the method of their phase", lo="ການກວດກາທີ່ຢູ່ນອກເປົ້າໝາຍ ຫຼື ວິທີການຂອງໄລຍະ"),
        partial(InspectionList, outside_phase=True),
        INSPECTION_ONLY,
        INSPECTION_SORTS,
        INSPECTION_SHOWN,
    ),
    "never": ListKind(
        "never",
        Text("Units never inspected", lo="ຫົວໜ່ວຍທີ່ບໍ່ເຄີຍກວດກາ"),
        Text(
            "registered units without an inspection until the period's end", lo="ຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນ ແຕ່ບໍ່ມີການກວດກາຈົນຮອດທ້າຍໄລຍະ"
        ),
        partial(UnitList, never_inspected=True),
        ("status",),
        UNIT_SORTS,
        UNIT_SHOWN,
    ),
    "overdue": ListKind(
        "overdue",
        Text("Open past the deadline", lo="ຍັງບໍ່ແກ້ໄຂ ເກີນກຳນົດ"),
        Text(
            "findings, whenever found, that at the period's end were past their deadline and not corrected",
            lo="ບັນຫາທີ່ເກີນກຳນົດ ແລະ ຍັງບໍ່ແກ້ໄຂໃນທ້າຍໄລຍະ",
        ),
        partial(FindingList, overdue=True),
        FINDING_ONLY,
        FINDING_SORTS,
        FINDING_SHOWN,
    ),
    "running": ListKind(
        "running",
        Text("Running deadlines", lo="ກຳນົດເວລາທີ່ຍັງບໍ່ຮອດ"),
        Text(
            "measures not complied with whose deadline had not passed at the period's end, the soonest first",
            lo="ມາດຕະການທີ່ຍັງບໍ່ປະຕິບັດ ແລະ ຍັງບໍ່ເກີນກຳນົດໃນທ້າຍໄລຍະ, ໃກ້ສຸດກ່ອນ",
        ),
        partial(MeasureList, running=True),
        MEASURE_ONLY,
        MEASURE_SORTS,
        STANDING_SHOWN,
    ),
    "ended": ListKind(
        "ended",
        Text("Deadlines of the period", lo="ກຳນົດເວລາໃນໄລຍະ"),
        Text(
            "measures whose deadline was in the period, with their state by now",
            lo="ມາດຕະການທີ່ຮອດກຳນົດໃນໄລຍະ ພ້ອມສະຖານະປັດຈຸບັນ",
        ),
        partial(MeasureList, basis="deadline_on"),
        MEASURE_ONLY,
        MEASURE_SORTS,
        MEASURE_SHOWN,
    ),
    "flagged": ListKind(
        "flagged",
        Text("Fines to look at", lo="ຄ່າປັບໃໝທີ່ຄວນກວດຄືນ"),
        Text(
            "fines imposed in the period that differ from the law, came after compliance or are none of their phase",
            lo="ຄ່າປັບໃໝໃນໄລຍະທີ່ແຕກຕ່າງຈາກກົດໝາຍ, ປັບຫຼັງປະຕິບັດຕາມ ຫຼື ບໍ່ແມ່ນຂອງໄລຍະ",
        ),
        partial(FineList, flagged=True),
        FINE_ONLY,
        FINE_SORTS,
        FINE_SHOWN,
    ),
}
DRILLS: dict[str, tuple[Callable[..., Any], tuple[str, ...], str, str]] = {
    "inspections": (InspectionList, INSPECTION_ONLY, INSPECTION_SORTS, INSPECTION_SHOWN),
    "findings": (FindingList, FINDING_ONLY, FINDING_SORTS, FINDING_SHOWN),
    "units": (UnitList, ("status",), UNIT_SORTS, UNIT_SHOWN),
    "measures": (MeasureList, MEASURE_ONLY, MEASURE_SORTS, MEASURE_SHOWN),
    "fines": (FineList, FINE_ONLY, FINE_SORTS, FINE_SHOWN),
    "appeals": (AppealList, (*INSPECTION_ONLY, "step", "result"), APPEAL_SORTS, APPEAL_SHOWN),
    "complaints": (ComplaintList, (), COMPLAINT_SORTS, COMPLAINT_SHOWN),
    **OWED,
    **REGISTERS,
    **WORKFORCE,
}


def list_kind(id_: str) -> ListKind:
    """KeyError for what is no list."""
    if id_ in OTHERS:
        return OTHERS[id_]
    indicator = INDICATORS[id_]
    make, only, sorts, shown = DRILLS[indicator.drill or ""]
    if indicator.drill == "measures" and indicator.basis == "stock":
        shown = STANDING_SHOWN
    if indicator.drill == "detections" and indicator.unit is COUNT:
        shown = shown.replace(" rule ", " ")  # the list is of one rule
    return ListKind(id_, indicator.title, indicator.means, partial(make, indicator=id_), only, sorts, shown)
