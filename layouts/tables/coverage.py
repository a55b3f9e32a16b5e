"""Inspections outside their phase, and the units that nobody has inspected yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.listed import Listed
from layouts.spoken import place_name
from layouts.view import View
from warehouse.records import NeverInspected, OutsidePhase


@dataclass(frozen=True)
class OutsideTable(Listed):
    """By phase of the plan: inspections outside its targets or its method."""

    def ask(self, view: View) -> Any:
        return OutsidePhase(None, view.where)

    def caption(self, view: View) -> str:
        return place_name(view.district or view.province or "all", view.language)

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/inspections", list="outside") + "#records"


@dataclass(frozen=True)
class NeverTable(Listed):
    """By province (or district): registered units and those without any inspection so far."""

    def by(self, view: View) -> str:
        return "district" if view.province else "province"

    def ask(self, view: View) -> Any:
        return NeverInspected(self.by(view), view.period, view.where)

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/inspections", **{self.by(view): row[0]}, list="never") + "#records"
