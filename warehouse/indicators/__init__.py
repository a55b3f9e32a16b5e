"""The register of indicators, by id; the only home of their titles, units and formulas."""

from __future__ import annotations

from warehouse.indicators.compliance import COMPLIANCE
from warehouse.indicators.contacts import CONTACTS
from warehouse.indicators.debts import DEBTS
from warehouse.indicators.enforcement import ENFORCEMENT
from warehouse.indicators.findings import FINDINGS
from warehouse.indicators.inspections import INSPECTIONS
from warehouse.indicators.model import SLICES, UNIT_SLICES, Citation, Indicator, Measure
from warehouse.indicators.registers import REGISTERS
from warehouse.indicators.resources import RESOURCES
from warehouse.indicators.stages import STAGES
from warehouse.indicators.workforce import WORKFORCE

SUBJECTS = {
    "inspections": INSPECTIONS,
    "stages": STAGES,
    "findings": FINDINGS,
    "enforcement": ENFORCEMENT,
    "debts": DEBTS,
    "compliance": COMPLIANCE,
    "registers": REGISTERS,
    "resources": RESOURCES,
    "workforce": WORKFORCE,
    "contacts": CONTACTS,
}


def registered(*groups: tuple[Indicator, ...]) -> dict[str, Indicator]:
    """By id; raises where two indicators share one."""
    found: dict[str, Indicator] = {}
    for indicator in (item for group in groups for item in group):
        if found.setdefault(indicator.id, indicator) is not indicator:
            raise ValueError(f"two indicators are called {indicator.id}")
    return found


INDICATORS = registered(*SUBJECTS.values())

__all__ = ["INDICATORS", "SLICES", "SUBJECTS", "UNIT_SLICES", "Citation", "Indicator", "Measure"]
