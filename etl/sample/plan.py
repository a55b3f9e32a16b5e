"""The plan's targets: inspections by province and month, and yearly aims for a few other indicators."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from etl.sample.people import Inspector
from etl.sample.places import PAYS_BETTER
from etl.sample.programme import BUSY, VOLUMES
from etl.sample.records import Record, Row
from etl.sample.scale import Scale, month_number, month_start
from warehouse.reference import phases

FIRST, LAST = month_number(date(2024, 8, 1)), month_number(date(2026, 12, 1))
REVISED = date(2026, 9, 21)
AIMS = {  # by year: every month of it the same
    "compliance_rate": {2025: 0.80, 2026: 0.83},
    "collection_rate": {2025: 0.85, 2026: 0.88},
    "on_time_rate": {2026: 0.60},
    "indirect_share": {2026: 0.70},
    "correction_rate": {2026: 0.60},
    "compliance_after_warning": {2026: 0.45},
    "fine_collection_rate": {2026: 0.65},
    "debt_recovery_rate": {2025: 0.03, 2026: 0.04},
}


def target_records(scale: Scale, people: list[Inspector], rng: np.random.Generator) -> Iterator[Record]:
    """Inspections are shared out by the inspectors' time; the last quarter of 2026 was revised in September."""
    provinces = sorted({person.province for person in people})
    time = {p: sum(person.fte for person in people if person.province == p) for p in provinces}
    spread = time["00"] * 0.4 / (len(provinces) - 2)  # headquarters' teams work in the capital and help everywhere
    for number in range(FIRST, LAST + 1):
        month = month_start(number)
        volume = planned(month) * scale.inspections
        for province in provinces[1:]:
            weight = time[province] + (time["00"] * 0.6 if province == "01" else spread)
            aim = max(1 if volume > 30 else 0, round(volume * weight / sum(time.values()) * 1.06))
            row: Row = {"year": month.year, "month": month.month, "province_code": province, "indicator": "inspections",
                        "target": float(aim)}  # fmt: skip
            revised: Row = {"target": float(aim + 1 + int(rng.random() * 2))}
            changed = month >= date(2026, 10, 1) and aim > 4
            yield Record(date(2024, 7, 22), row, [(REVISED, revised)] if changed else [])
        yield Record(date(2024, 7, 22), aim_row(month, "00", "inspections_per_fte_month", 3.5))
        yield Record(date(2024, 7, 22), aim_row(month, "00", "trained_share", 0.95))
        for indicator, aims in AIMS.items():
            if month.year in aims:
                for province in provinces[1:]:
                    better = PAYS_BETTER.get(province, 0.0) / 2 if indicator not in ("indirect_share",) else 0.0
                    value = round(aims[month.year] * (1 + better), 3)
                    yield Record(date(2024, 12, 16), aim_row(month, province, indicator, value))


def aim_row(month: date, province: str, indicator: str, value: float) -> Row:
    return {
        "year": month.year,
        "month": month.month,
        "province_code": province,
        "indicator": indicator,
        "target": value,
    }


def planned(month: date) -> float:
    """The nation's plan for a month; the pilot's thirty are spread over its two months."""
    phase = next(phase for phase in phases() if phase.starts_on <= month <= phase.ends_on)
    return 15.0 if phase.code == "pilot" else VOLUMES[phase.code] * BUSY.get(month.month, 1.0)
