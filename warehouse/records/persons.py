"""Who an inspector is: an id for all, a name for those who may know it (Law on Electronic Data Protection No. 25/NA, 2017)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column

from warehouse.star import dim_inspector

NAMED_TO = ("director", "hq_manager", "provincial_head")


def identity(role: str = "") -> tuple[Column[Any], ...]:
    """The columns that tell who an inspector is before a reader of that role; whoever has not signed in has none."""
    p = dim_inspector.c
    return (p.inspector_id, p.name) if role in NAMED_TO else (p.inspector_id,)
