"""A hand-written delivery of a few rows a table, small enough to load in a second, and what the tests of loading do with it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.__main__ import main

ROOT = Path(__file__).parent.parent
FIRST, SECOND, THIRD = "2026-08-31", "2026-09-30", "2026-10-31"
Tables = Mapping[str, str | bytes]

UNITS = """ss_number,name_lo,name_en,scheme,isic_section,district_code,address,phone,registered_on,closed_on,workers,updated_at
SS1,ໂຮງງານ ໜຶ່ງ,Factory One,enterprise,C,0101,Ban 1,0201,2020-01-01,,20,2026-01-05 08:00:00
SS2,,Shop Two,enterprise,G,0201,,,2021-06-01,,4,2026-01-05 08:00:00
SS3,,Office Three,civil_servant,O,1801,,,2019-01-01,2026-03-31,120,2026-01-05 08:00:00
"""
UNITS_HEADER = UNITS.splitlines()[0]
CONTRIBUTIONS = """ss_number,month,workers,wage_base_lak,due_lak,paid_lak,paid_on,withheld
SS1,2026-06,20,50000000,5750000,5750000,2026-07-05,1
SS1,2026-07,20,50000000,5750000,0,,1
SS2,2026-07,4,8000000,920000,920000,2026-08-20,0
SS9,2026-07,4,8000000,920000,920000,2026-08-20,0
"""
CONTRIBUTIONS_HEADER = CONTRIBUTIONS.splitlines()[0]
INSPECTORS = """inspector_id,name,province_code,cohort,trained_on,appointed_on,ended_on,fte,is_mentor,updated_at
I1,Boun,01,,2025-01-10,2025-01-01,,1,1,2026-01-05 08:00:00
I2,Seng,18,,,2026-02-01,,0.5,0,2026-01-05 08:00:00
"""
ORDERS_HEADER = (
    "inspection_no,ss_number,unit_name,district_code,isic_section,scheme,type,method,origin,announced,ordered_on,"
    "conducted_on,status,hours_spent,workers_found,updated_at"
)
IN1 = "IN1,SS1,Factory One,0101,C,enterprise,regular,direct,national_plan,1,2026-07-01,2026-07-15"
ORDERS = f"""{ORDERS_HEADER}
{IN1},reported,6,22,2026-07-20
IN2,,Bar by the river,0201,I,enterprise,ad_hoc,direct,risk_detection,0,2026-08-03,2026-08-04,in_progress,3,5,2026-08-05
"""
ONE: Tables = {
    "lsso/labour_units.csv": UNITS,
    "lsso/contributions.csv": CONTRIBUTIONS,
    "lsso/inspectors.csv": INSPECTORS,
    "inspections/orders.csv": ORDERS,
}
TWO: Tables = {
    "lsso/labour_units.csv": f"{UNITS_HEADER}\nSS2,,Shop Two,enterprise,G,0202,,,2021-06-01,,7,2026-09-10 08:00:00\n",
    "lsso/contributions.csv": f"""{CONTRIBUTIONS_HEADER}
SS1,2026-07,20,50000000,5750000,5750000,2026-09-02,1
SS1,2026-08,20,50000000,5750000,0,,1
""",
}
THREE: Tables = {
    "lsso/labour_units.csv": f"""{UNITS_HEADER}
SS2,,Shop Two,enterprise,G,0202,,,2021-06-01,2026-10-20,7,2026-10-21 08:00:00
SS9,,New Nine,enterprise,F,1801,,,2026-10-02,,60,2026-10-21 08:00:00
""",
    "inspections/orders.csv": f"{ORDERS_HEADER}\n{IN1},closed,6,22,2026-10-20\n",
}
KPI = ("kpi", "--indicator", "inspections,collection_rate", "--from", "2026-06", "--to", "2026-10")


def delivery(parent: Path, day: str, tables: Tables) -> Path:
    """Write a batch; its folder."""
    for place, content in tables.items():
        path = parent / day / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return parent / day


def three_batches(parent: Path) -> list[Path]:
    return [delivery(parent, day, tables) for day, tables in ((FIRST, ONE), (SECOND, TWO), (THIRD, THREE))]


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> Any:
        return json.loads(self.out)


def ssiis(*words: str | Path) -> Said:
    """The command in this process, its outputs caught; wrong use ends as it ends on the command line."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([str(word) for word in words])
        except SystemExit as ended:
            status = int(ended.code or 0)
    out.flush()
    return Said(status, out.buffer.getvalue().decode(), err.getvalue())  # type: ignore[attr-defined]


def load(warehouse: Path, *batches: str | Path) -> Said:
    return ssiis("load", *batches, "--warehouse", warehouse, "--quiet")


def taken(warehouse: Path, *batches: Path) -> Path:
    """The warehouse, after the batches were loaded without a complaint."""
    said = load(warehouse, *batches)
    assert (said.status, said.err) == (0, ""), said
    return warehouse


def kpi(warehouse: Path) -> Any:
    """A few numbers as anyone can ask for them at any moment."""
    said = ssiis(*KPI, "--warehouse", warehouse)
    assert (said.status, said.err) == (0, ""), said
    return said.records


def command(*words: str | Path) -> list[str]:
    """The same in a process of its own, to be run in ROOT."""
    return [sys.executable, "-m", "dashboard", *map(str, words)]


_made: dict[Path, Path] = {}


def first(factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the first batch, loaded once a run: for copies only."""
    root = factory.getbasetemp()
    if root not in _made:
        folder = factory.mktemp("first")
        _made[root] = taken(folder / "warehouse", delivery(folder / "batches", FIRST, ONE))
    return _made[root]


def copy_of(warehouse: Path, target: Path) -> Path:
    return Path(shutil.copytree(warehouse, target))


def current(warehouse: Path) -> Path:
    return warehouse / (warehouse / "current").read_text("ascii").strip()


def asked(warehouse: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of the published file."""
    with duckdb.connect(str(current(warehouse)), read_only=True) as db:
        return db.execute(sql).fetchall()


def contents(warehouse: Path, *, aside: str = "received_at") -> dict[str, list[str]]:
    """Every published table as its rows in order: two states are the same where this is. `aside` names columns to leave out."""
    with duckdb.connect(str(current(warehouse)), read_only=True) as db:
        names = db.execute("select table_name from duckdb_tables() order by 1").fetchall()
        return {
            table: sorted(
                map(repr, db.execute(f"select columns(c -> c not in ({quoted(aside)})) from {table}").fetchall())
            )
            for (table,) in names
        }


def quoted(words: str) -> str:
    return ", ".join(f"'{word}'" for word in words.split())


def debris(warehouse: Path) -> set[str]:
    """What is in the folder and should not be: anything but the published file, the one before it, and the raw rows."""
    here = {path.name for path in warehouse.iterdir()} - {"current", "load.lock", "raw"}
    versions = sorted(name for name in here if name.startswith("warehouse-") and name <= current(warehouse).name)
    hidden = {f"raw/{path.name}" for path in (warehouse / "raw").iterdir() if path.name.startswith(".")}
    return here - set(versions[-2:]) | hidden


def csv_records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))
