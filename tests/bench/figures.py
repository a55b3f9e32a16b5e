"""One figure a line: what was measured, the baseline of the same run, their ratio, and the aim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`aim` bounds the ratio to the baseline, or the value where there is none; `least` makes it a floor."""

    name: str
    value: float
    unit: str
    baseline: float | None = None
    of: str = ""
    aim: float | None = None
    least: bool = False

    @property
    def ratio(self) -> float | None:
        return self.value / self.baseline if self.baseline else None

    @property
    def verdict(self) -> str:
        if self.aim is None:
            return ""
        measured = self.value if self.baseline is None else self.ratio
        if measured is None:
            return ""
        met = measured >= self.aim if self.least else measured <= self.aim
        sign = "≥" if self.least else "≤"
        times = " ×" if self.baseline is not None else f" {self.unit}"
        return f"aim {sign} {self.aim:g}{times}: {'met' if met else 'missed'}"

    def __str__(self) -> str:
        beside = "" if self.baseline is None else f"{self.of} {self.baseline:,.{digits(self.baseline)}f} {self.unit}"
        ratio = "" if self.ratio is None else f"{self.ratio:6.2f} ×"
        said = f"{self.name:<42} {self.value:>9,.{digits(self.value)}f} {self.unit:<7} {beside:<30} {ratio:>8}"
        return f"{said}  {self.verdict}"


def digits(number: float) -> int:
    return 0 if abs(number) >= 100 else 1 if abs(number) >= 10 else 2


def show(figure: Figure) -> None:
    print(str(figure).rstrip(), flush=True)


def heading(text: str) -> None:
    print(f"\n{text}", flush=True)
