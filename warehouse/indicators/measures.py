"""Measures that several subjects use: inspections made, registered units, the workforce."""

from __future__ import annotations

from warehouse.indicators.model import Measure, count, total
from warehouse.star import fact_inspection as i
from warehouse.star import fact_inspector_month as w
from warehouse.star import rollup_unit_month as r

INSPECTED = Measure(i, count(), on=i.c.conducted_on, where=i.c.cancelled == 0)
REGISTERED = Measure(r, total(r.c.registered), snapshot=r.c.month_start)
ACTIVE = Measure(w, total(w.c.active), snapshot=w.c.month_start)
