"""Attributes that Dash's components take by keyword but Python cannot spell: aria-label, data-png."""

from __future__ import annotations

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    return {f"data-{name}": value for name, value in values.items()}
