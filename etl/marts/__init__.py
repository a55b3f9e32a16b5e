"""From staging to the star: marts, which say what they write and from what; run.py says in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import ModuleType

from sqlalchemy import Table

from etl.database import Database


@dataclass(frozen=True)
class Mart:
    """Writes `writes` from the staged tables `reads` and from facts written before: the lineage in one line."""

    build: Callable[[Database, date], None]
    writes: tuple[Table, ...]
    reads: tuple[str, ...]


MARTS: list[Mart] = []


def mart(
    *, writes: tuple[Table, ...], reads: tuple[str, ...]
) -> Callable[[Callable[[Database, date], None]], Callable[[Database, date], None]]:
    """Enter a function among the marts; it takes the build file and the as-of date."""

    def enter(build: Callable[[Database, date], None]) -> Callable[[Database, date], None]:
        MARTS.append(Mart(build, writes, reads))
        return build

    return enter


def marts_of(*modules: ModuleType) -> list[Mart]:
    """The marts of the modules, in the modules' order and each module's own."""
    return [each for module in modules for each in MARTS if each.build.__module__ == module.__name__]
