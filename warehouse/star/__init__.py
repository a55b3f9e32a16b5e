"""The star: dimensions and facts as SQLAlchemy tables, each column with its meaning in both languages (in `info`)."""

from warehouse.star.columns import STAR, col, inspection_slices, place_and_kind, title
from warehouse.star.compliance import fact_unit_month, rollup_unit_month
from warehouse.star.debts import fact_debt, fact_debt_month, fact_debt_payment
from warehouse.star.dimensions import dim_code, dim_date, dim_district, dim_inspector, dim_labour_unit, dim_province
from warehouse.star.enforcement import fact_appeal, fact_fine, fact_measure
from warehouse.star.inspections import fact_complaint, fact_finding, fact_inspection, fact_team
from warehouse.star.registers import (
    dim_enterprise,
    fact_detection,
    fact_link,
    fact_tax_year,
    fact_visit,
    rollup_coverage_month,
)
from warehouse.star.resources import fact_inspector_month, fact_target, fact_ticket, fact_training
from warehouse.star.search import dim_search

__all__ = [
    "STAR",
    "col",
    "dim_code",
    "dim_date",
    "dim_district",
    "dim_enterprise",
    "dim_inspector",
    "dim_labour_unit",
    "dim_province",
    "dim_search",
    "fact_appeal",
    "fact_complaint",
    "fact_debt",
    "fact_debt_month",
    "fact_debt_payment",
    "fact_detection",
    "fact_finding",
    "fact_fine",
    "fact_inspection",
    "fact_inspector_month",
    "fact_link",
    "fact_measure",
    "fact_target",
    "fact_tax_year",
    "fact_team",
    "fact_ticket",
    "fact_training",
    "fact_unit_month",
    "fact_visit",
    "inspection_slices",
    "place_and_kind",
    "rollup_coverage_month",
    "rollup_unit_month",
    "title",
]
