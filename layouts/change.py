"""What became of a number: its change against a comparison, and whether that is for the better."""

from __future__ import annotations

from dataclasses import dataclass

from layouts import words
from layouts.spoken import period_name
from layouts.view import View
from warehouse.indicators import Indicator
from warehouse.query import Value
from warehouse.units import grouped


@dataclass(frozen=True)
class Change:
    """`mood` is good, bad or quiet; `shape` says up, down or level to those who do not see the colour."""

    shape: str
    mood: str
    amount: str
    word: str
    against: str

    def __str__(self) -> str:
        return f"{self.shape} {self.amount} {self.word} {self.against}".strip()


def change(indicator: Indicator, now: Value | None, then: Value | None, view: View) -> Change:
    """Against the previous period or the year before; a period not over is not judged."""
    language = view.language
    name = period_name(view.compared, language) if view.compared else ""
    against = f"{words.VERSUS.in_(language)} {name}"
    if now is None or then is None or now.value is None or then.value is None:
        return Change("", "quiet", "", words.NO_COMPARISON.in_(language), "")
    judged = not (now.partial and not indicator.is_ratio and indicator.basis == "flow")
    made = moved(indicator, now.value, then.value, language, against)
    return made if judged else Change(made.shape, "quiet", made.amount, words.SO_FAR.in_(language), against)


def against_target(indicator: Indicator, now: Value | None, view: View) -> Change:
    language = view.language
    aim = target_of(indicator, now)
    if now is None or now.value is None or aim is None:
        return Change("", "quiet", "", words.NO_TARGET.in_(language), "")
    against = f"{words.VERSUS.in_(language)} {words.TARGET.in_(language).lower()} {indicator.unit.shown(aim, language)}"
    return moved(indicator, now.value, aim, language, against)


def target_of(indicator: Indicator, value: Value | None) -> float | None:
    """The target set, or the share that the plan calls good; a plan's fulfilment aims at the whole plan."""
    if value is not None and value.target is not None:
        return value.target
    if indicator.id == "plan_fulfilment":
        return 1.0
    return indicator.good if isinstance(indicator.good, float) else None


def moved(indicator: Indicator, now: float, then: float, language: str, against: str) -> Change:
    difference = now - then
    shown = indicator.unit.shown_difference(difference, language)
    if not any(c in "123456789" for c in shown):
        return Change("■", "quiet", "", words.SAME.in_(language), against)
    shape = "▲" if difference > 0 else "▼"
    if then and not indicator.is_ratio:
        shown += f" ({grouped(difference / abs(then) * 100, 0, language, signed=True)}%)"
    better = is_better(indicator, now, then)
    if better is None:
        word = words.MORE if difference > 0 else words.FEWER
        return Change(shape, "quiet", shown, word.in_(language), against)
    word = words.BETTER if better else words.WORSE
    return Change(shape, "good" if better else "bad", shown, word.in_(language), against)


def is_better(indicator: Indicator, now: float, then: float) -> bool | None:
    if indicator.good is None:
        return None
    if isinstance(indicator.good, float):
        return abs(now - indicator.good) < abs(then - indicator.good)
    return now > then if indicator.good == "up" else now < then
