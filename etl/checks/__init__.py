"""The checks of a load: those that stop publication, where the last published state stays, and those that warn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from etl.checks.before import PUBLISHED, attached, carry_forced
from etl.checks.held import Rule
from etl.checks.kept import Force, keep_stops, look, told_of
from etl.checks.references import codes_known, references_hold
from etl.checks.rows import ACCOUNTED, not_fewer, staged_in_facts, unique_keys
from etl.checks.totals import totals
from etl.database import Database
from etl.errors import LoadError
from warehouse.checks import CHECKS, STOPS

__all__ = ["Force", "broken", "check", "look"]


def check(db: Database, as_of: date, published: Iterable[Path] = (), force: Force | None = None) -> list[str]:
    """Raise LoadError with every check that does not hold; where it is forced, publish and keep who said so and why.

    `published` are the published files, latest first: rows are compared with those of the first that can be read.
    The answer says what was forced.
    """
    with attached(db, published) as tables:
        carry_forced(db, tables)
        found = broken(db, as_of, tables)
    bound = [id_ for id_ in found if force is None or not CHECKS[id_].forced]
    if bound:
        raise LoadError(refused(found, bound, force))
    keep_stops(db, as_of, found, force)
    return told_of(found)


def refused(found: dict[str, list[str]], bound: list[str], force: Force | None) -> str:
    told = "the warehouse was not published, since its checks do not hold:\n  " + "\n  ".join(told_of(found))
    never = [CHECKS[id_].title for id_ in bound if not CHECKS[id_].forced]
    if never:
        return f"{told}\nthis cannot be forced: {', '.join(never)}"
    return told + ("" if force else '\ncorrect what is named, or publish all the same with --force "the reason"')


def broken(db: Database, as_of: date, tables: set[str] | None = None) -> dict[str, list[str]]:
    """What does not hold, in words, by check, in the order in which they are declared."""
    found: dict[str, list[str]] = {}
    for rule in rules(as_of, tables or set()):
        if messages := rule.broken(db):
            found.setdefault(rule.check, []).extend(messages)
    return {check.id: found[check.id] for check in STOPS if check.id in found}


def rules(as_of: date, tables: set[str]) -> Iterator[Rule]:
    yield from ACCOUNTED
    yield from staged_in_facts()
    yield from unique_keys()
    yield from references_hold()
    yield from codes_known()
    yield from totals(as_of)
    yield from not_fewer(PUBLISHED, tables)
