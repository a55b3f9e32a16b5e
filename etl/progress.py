"""What a load tells the person who waits: each step with its rows, its time and its rate, on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO


@dataclass
class Step:
    rows: int | None = None


@dataclass
class Progress:
    """Prints a line a step; quiet when told so."""

    quiet: bool = False
    out: TextIO = field(default_factory=lambda: sys.stderr)

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        began, step = time.monotonic(), Step()
        live = not self.quiet and self.out.isatty()
        if live:
            print(f"  {title} …", end="", file=self.out, flush=True)
        try:
            yield step
        except BaseException:
            self.say(("\r" if live else "") + f"  {title:<52}   failed")
            raise
        self.say(("\r" if live else "") + self.line(title, step, time.monotonic() - began))

    def line(self, title: str, step: Step, spent: float) -> str:
        if step.rows is None:
            return f"  {title:<52} {spent:8.2f} s"
        rate = f"{step.rows / spent:>12,.0f}/s" if spent > 0.01 else ""
        return f"  {title:<52} {spent:8.2f} s {step.rows:>12,} rows {rate}"

    def say(self, text: str) -> None:
        if not self.quiet:
            print(text, file=self.out, flush=True)
