"""A synthetic country: extracts of every source as they would be handed over; the same seed gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import numpy as np

from etl.sample.deliver import deliver, deliver_contributions
from etl.sample.files import write_csv
from etl.sample.records import by_batch
from etl.sample.scale import SCALES
from etl.sample.world import MAKERS, World, build_world
from warehouse.sources import CONTRACT, full_name

ScaleName = Literal["tiny", "present", "national"]
CONTRIBUTIONS = "lsso.contributions"


def silent(_: str) -> None:
    """Tell nobody."""


def write_sample(
    directory: Path, scale: ScaleName = "present", *, seed: int = 20240801, progress: Callable[[str], None] = silent
) -> None:
    """A history batch and three monthly ones, of every table of the contract, into `directory`; beside them, what is true."""
    named = {full_name(source, table) for source, table in CONTRACT.tables()}
    if named != {*MAKERS, CONTRIBUTIONS}:
        raise LookupError(f"the sample and the contract differ by {named ^ {*MAKERS, CONTRIBUTIONS}}")
    world = build_world(SCALES[scale], seed)
    progress(f"{len(world.units):,} labour units, {len(world.inspections):,} inspections")
    for number, (source, table) in enumerate(CONTRACT.tables()):
        name = full_name(source, table)
        if name == CONTRIBUTIONS:
            counts = deliver_contributions(directory, source, table, world, seed)
        else:
            rows = by_batch(MAKERS[name](world, np.random.default_rng([seed, 50, number])))
            counts = {day: len(delivered) for day, delivered in rows.items()}
            deliver(directory, source, table, rows, number, world.scale, seed)
        progress(f"{name}: " + ", ".join(f"{count:,} on {day}" for day, count in counts.items()))
    write_truth(directory, world)


def write_truth(directory: Path, world: World) -> None:
    """Which enterprise is which labour unit: no office could hand that over, and a load does not see it."""
    pairs = [[firm.number, str(world.units.ss_number[firm.unit])] for firm in world.enterprises if firm.unit >= 0]
    write_csv(directory / "truth" / "links.csv", ["enterprise_no", "ss_number"], sorted(pairs), bom=False, crlf=False)
