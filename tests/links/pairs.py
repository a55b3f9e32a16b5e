"""Two small registers as text tables, linked without a warehouse around them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from etl.links.bands import Bands
from etl.links.linking import Decision, Stated, link
from etl.links.registers import opened

FIELDS = ("id", "name_en", "name_lo", "address", "phone", "district", "sector", "size")
SCHEMA = pa.schema([*((name, pa.string()) for name in FIELDS[:-1]), ("size", pa.int32()), ("since", pa.date32())])


@dataclass(frozen=True)
class Found:
    band: str
    method: str
    probability: float
    reasons: list[str]


def register(text: str) -> list[dict[str, object]]:
    """A line an entry, its cells between bars in the order of FIELDS; an empty cell is nothing. All were founded on one day."""
    rows = []
    for line in text.strip().splitlines():
        cells = [cell.strip() or None for cell in line.split("|")]
        row: dict[str, object] = dict(zip(FIELDS, cells + [None] * (len(FIELDS) - len(cells)), strict=True))
        rows.append(row | {"size": int(str(row["size"])) if row["size"] else None, "since": date(2020, 1, 1)})
    return rows


def linked(
    folder: Path,
    enterprises: str | list[dict[str, object]],
    units: str | list[dict[str, object]],
    stated: Iterable[Stated] = (),
    decisions: Iterable[Decision] = (),
    bands: Bands | None = None,
) -> dict[tuple[str, str], Found]:
    files = []
    for name, rows in (("enterprises", enterprises), ("units", units)):
        files.append(folder / f"{name}.parquet")
        pq.write_table(pa.Table.from_pylist(register(rows) if isinstance(rows, str) else rows, SCHEMA), files[-1])
    with opened(*files, folder / "spill") as con:
        link(con, stated, decisions, bands or Bands())
        found = con.execute("select enterprise_no, ss_number, band, method, probability, reasons from link").fetchall()
    assert len(found) == len({row[:2] for row in found}), "a pair stands once"
    return {(row[0], row[1]): Found(row[2], row[3], row[4], json.loads(row[5])) for row in found}


def in_band(found: dict[tuple[str, str], Found], band: str = "linked") -> set[tuple[str, str]]:
    return {pair for pair, each in found.items() if each.band == band}
