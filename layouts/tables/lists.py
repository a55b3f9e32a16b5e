"""Which list of records is meant: that behind an indicator, or one of those that have no indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.records import FindingList, InspectionList, OpenOrders, UnitList
from warehouse.text import Text


@dataclass(frozen=True)
class ListKind:
    """A list by its id in the URL; `only` names the list's own filters that its rows have."""

    id: str
    title: Text
    means: Text
    only: tuple[str, ...] = ()
    sorts: str = ""
    shown: str = ""

    def request(self, view: View, limit: int | None, offset: int) -> Any:
        where = (*view.where, *(w for w in view.only if w[0] in self.only))
        named = view.sort.removeprefix("-") in self.sorts.split()
        common: dict[str, Any] = {
            "where": where,
            "search": view.q,
            "sort": view.sort if named else "",
            "limit": limit,
            "offset": offset,
        }
        if self.id == "open":
            return OpenOrders(**common)
        if self.id == "never":
            return UnitList(period=view.period, never_inspected=True, **common)
        if self.id == "outside":
            return InspectionList(period=view.period, outside_phase=True, **common)
        drill = INDICATORS[self.id].drill
        if drill == "units":
            return UnitList(period=view.period, indicator=self.id, **common)
        kind = FindingList if drill == "findings" else InspectionList
        return kind(period=view.period, indicator=self.id, **common)


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
    "inspection_no unit_name province district sector size type method origin status conducted_on reported_on findings "
    "workers_found"
)
FINDING_SHOWN = (
    "finding_no inspection_no unit_name province district sector irregularity workers_affected evaded_lak found_on deadline_on "
    "corrected_on"
)
UNIT_SHOWN = "ss_number name province district sector size scheme registered_on standing workers due_lak paid_lak"
OTHERS = {
    "open": ListKind(
        "open",
        Text("Open orders", lo="ຄຳສັ່ງທີ່ຍັງເປີດ"),
        Text("orders not cancelled without a report, on the as-of date", lo="ຄຳສັ່ງທີ່ບໍ່ຖືກຍົກເລີກ ແລະ ຍັງບໍ່ມີລາຍງານ"),
        (*INSPECTION_ONLY, "stage"),
        OPEN_SORTS,
        OPEN_SORTS,
    ),
    "outside": ListKind(
        "outside",
        Text("Outside the phase", lo="ຢູ່ນອກໄລຍະ"),
        Text("inspections outside the targets or the method of their phase", lo="ການກວດກາທີ່ຢູ່ນອກເປົ້າໝາຍ ຫຼື ວິທີການຂອງໄລຍະ"),
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
        ("status",),
        UNIT_SORTS,
        UNIT_SHOWN,
    ),
}
DRILLS = {
    "inspections": (INSPECTION_ONLY, INSPECTION_SORTS, INSPECTION_SHOWN),
    "findings": (INSPECTION_ONLY, FINDING_SORTS, FINDING_SHOWN),
    "units": (("status",), UNIT_SORTS, UNIT_SHOWN),
}


def list_kind(id_: str) -> ListKind:
    """KeyError for what is no list."""
    if id_ in OTHERS:
        return OTHERS[id_]
    indicator = INDICATORS[id_]
    return ListKind(id_, indicator.title, indicator.means, *DRILLS[indicator.drill or ""])
