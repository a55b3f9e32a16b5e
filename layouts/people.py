"""What is asked about the inspectors of the place and of the kind of unit looked at."""

from __future__ import annotations

from layouts.view import View
from warehouse.query import Question
from warehouse.records import Workforce


def who(view: View) -> Workforce:
    """The inspectors of the place looked at; a district has none of its own, so its province's."""
    return Workforce(view.period, (("province", (view.province,)),) if view.province else ())


def by_inspector(id_: str, view: View) -> Question:
    """An indicator of each inspector, wherever the units are, of the kind of unit looked at."""
    return Question((id_,), (view.period,), "inspector", tuple(w for w in view.where if w[0] != "province"))
