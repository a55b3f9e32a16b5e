"""From staging to the star: a mart a subject, in the order in which one needs another's facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Table

from etl.database import Database


@dataclass(frozen=True)
class Mart:
    """Writes `writes` from the staged tables `reads` (and facts written before): the order of work, and the lineage."""

    build: Callable[[Database, date], None]
    writes: tuple[Table, ...]
    reads: tuple[str, ...]


MARTS: list[Mart] = []


def mart(
    *, writes: tuple[Table, ...], reads: tuple[str, ...]
) -> Callable[[Callable[[Database, date], None]], Callable[[Database, date], None]]:
    """Enter a function in the order of work; it takes the build file and the as-of date."""

    def enter(build: Callable[[Database, date], None]) -> Callable[[Database, date], None]:
        MARTS.append(Mart(build, writes, reads))
        return build

    return enter
