"""The data contract: every source and table that other systems hand over, declared once (see contract.py for its form)."""

from __future__ import annotations

from sqlalchemy import MetaData

from warehouse.sources.contract import Contract, Field, Kind, Source, Table, full_name, staging_table
from warehouse.sources.inspections import INSPECTIONS
from warehouse.sources.lsso import LSSO
from warehouse.sources.others import (
    COMPLAINTS,
    ENTERPRISE_REGISTER,
    HELPDESK,
    LABOUR_INSPECTION,
    PLANNING,
    TAX,
    TRAINING,
)

CONTRACT = Contract(
    (LSSO, ENTERPRISE_REGISTER, INSPECTIONS, COMPLAINTS, TAX, LABOUR_INSPECTION, PLANNING, HELPDESK, TRAINING)
)
STAGING = MetaData()
STAGED = {full_name(source, table): staging_table(source, table, STAGING) for source, table in CONTRACT.tables()}

__all__ = ["CONTRACT", "STAGED", "STAGING", "Contract", "Field", "Kind", "Source", "Table", "full_name"]
