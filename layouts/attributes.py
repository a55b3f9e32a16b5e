"""Attributes that Python cannot spell (aria-label, data-png), and elements by the thousand without a component each."""

from __future__ import annotations

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    return {f"data-{name}": value for name, value in values.items()}


def node(kind: str, children: Any, **props: Any) -> dict[str, Any]:
    """An html element as the dictionary that it is sent as: twenty times cheaper than its component, for cells of tables."""
    kept = {name: value for name, value in props.items() if value is not None and value is not False}
    return {"type": kind, "namespace": "dash_html_components", "props": {"children": children, **kept}}
