"""The workforce: how many inspectors, how much of their time, what they do with it."""

from __future__ import annotations

from warehouse.indicators.measures import ACTIVE, INSPECTED
from warehouse.indicators.model import Citation, Indicator, Measure, total
from warehouse.star import fact_inspection as i
from warehouse.star import fact_inspector_month as w
from warehouse.text import Text
from warehouse.units import COUNT, FTE, PER_FTE_MONTH, SHARE

STRATEGY = "Strategic Implementation Plan, 2024"

RESOURCES = (
    Indicator(
        "inspectors_active",
        Text("Active inspectors", lo="ເຈົ້າໜ້າທີ່ກວດກາປະຈຳການ"),
        Text("Inspectors", lo="ເຈົ້າໜ້າທີ່"),
        Text("inspectors appointed and not ended at the end", lo="ເຈົ້າໜ້າທີ່ທີ່ແຕ່ງຕັ້ງ ແລະ ບໍ່ສິ້ນສຸດ ໃນທ້າຍໄລຍະ"),
        COUNT,
        "up",
        ACTIVE,
        Citation("ILO Convention 81", "art. 21(b)"),
        drill="inspectors",
    ),
    Indicator(
        "inspector_fte",
        Text("Inspectors in full-time equivalents", lo="ເຈົ້າໜ້າທີ່ທຽບເທົ່າເຕັມເວລາ"),
        Text("FTE", lo="ທຽບເທົ່າເຕັມເວລາ"),
        Text("sum of the full-time equivalents of active inspectors", lo="ລວມທຽບເທົ່າເຕັມເວລາຂອງເຈົ້າໜ້າທີ່ປະຈຳການ"),
        FTE,
        "up",
        Measure(w, total(w.c.active_fte), snapshot=w.c.month_start),
        Citation(STRATEGY, "4.1"),
        drill="inspectors",
    ),
    Indicator(
        "inspections_per_fte_month",
        Text("Inspections per FTE-month", lo="ການກວດກາຕໍ່ຄົນ-ເດືອນ"),
        Text("Per FTE-month", lo="ຕໍ່ຄົນ-ເດືອນ"),
        Text(
            "inspections ÷ full-time equivalents summed over the months begun; by province: that of the team's head",
            lo="ການກວດກາ ÷ ທຽບເທົ່າເຕັມເວລາລວມຂອງເດືອນທີ່ເລີ່ມແລ້ວ; ຕາມແຂວງຂອງຫົວໜ້າໜ່ວຍງານ",
        ),
        PER_FTE_MONTH,
        "up",
        Measure(
            i,
            INSPECTED.aggregate,
            on=i.c.conducted_on,
            where=INSPECTED.where,
            slices={"province": i.c.head_province_code},
        ),
        Citation(STRATEGY, "9"),
        denominator=Measure(w, total(w.c.fte), on=w.c.month_start),
        broad=("district", "sector", "size", "scheme", "type", "method", "origin"),
        drill="inspections",
    ),
    Indicator(
        "trained_share",
        Text("Share of inspectors trained", lo="ສັດສ່ວນເຈົ້າໜ້າທີ່ທີ່ຝຶກອົບຮົມແລ້ວ"),
        Text("Trained", lo="ຝຶກອົບຮົມແລ້ວ"),
        Text("active inspectors trained by the end ÷ active inspectors", lo="ເຈົ້າໜ້າທີ່ທີ່ຝຶກອົບຮົມແລ້ວ ÷ ເຈົ້າໜ້າທີ່ປະຈຳການ"),
        SHARE,
        "up",
        Measure(w, total(w.c.trained), snapshot=w.c.month_start),
        Citation(STRATEGY, "3"),
        denominator=ACTIVE,
        drill="inspectors",
    ),
)
