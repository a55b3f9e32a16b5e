"""Readers in a process of their own: `python -m tests.readers WAREHOUSE STOP` reads page after page until the file STOP is there.

A page is three questions over one connection. It prints `ready` after the first, and at the end what was seen, as JSON.
"""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from warehouse.audit import audit_account, audit_batch
from warehouse.engines import Warehouse, open_warehouse
from warehouse.periods import periods
from warehouse.query import Question, as_of, values

THREADS = 3
PACE = 0.02  # between pages, so that loads get the processor too
SPAN = periods("month", date(2026, 6, 1), date(2026, 9, 1))
QUESTION = Question(("inspections", "registered_units"), SPAN)


@dataclass
class Seen:
    """What all threads saw: pages by as-of date, and whatever went wrong."""

    pages: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)


def page(warehouse: Warehouse, seen: Seen) -> date:
    with warehouse.connect() as connection:
        before = as_of(connection)
        found = values(connection, QUESTION)
        batches = connection.execute(select(func.count()).select_from(audit_batch)).scalar()
        tickets = connection.execute(select(func.count()).where(audit_account.c.table == "tickets")).scalar()
        after = as_of(connection)
    day = before.day if before.month == 9 else 0
    if (before, batches, tickets, len(found)) != (after, day + 1, day, 2 * len(SPAN)):
        seen.mixed.append(f"{before} {after}: {batches} batches, {tickets} accounts of tickets, {len(found)} values")
    return before


def read(warehouse: Warehouse, stop: Path, seen: Seen) -> None:
    last, pause = date.min, threading.Event()
    while not stop.exists():
        try:
            day = page(warehouse, seen)
        except Exception as error:
            seen.failures.append(f"{type(error).__name__}: {error}"[:300])
            continue
        if day < last:
            seen.mixed.append(f"{day} after {last}")
        last = day
        seen.pages[str(day)] += 1
        pause.wait(PACE)


def main(folder: str, stop: str) -> None:
    warehouse, seen = open_warehouse(folder), Seen()
    page(warehouse, seen)
    print("ready", flush=True)
    threads = [threading.Thread(target=read, args=(warehouse, Path(stop), seen)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps({"pages": seen.pages, "failures": seen.failures[:5], "mixed": seen.mixed[:5]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
