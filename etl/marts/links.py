"""Which enterprise is which labour unit: one fact, filled by etl.links where there are both registers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Select, and_, func, select

from etl.database import Database
from etl.links.bands import bands
from etl.links.decisions import decisions
from etl.marts import mart
from etl.marts.common import of_enterprise
from etl.parse import quoted
from warehouse.sources import STAGED
from warehouse.star import dim_labour_unit, fact_link

e = STAGED["enterprise_register.enterprises"].c
u = dim_labour_unit.c
o = STAGED["inspections.orders"].c


@mart(writes=(fact_link,), reads=("enterprise_register.enterprises", "lsso.labour_units", "inspections.orders"))
def links(db: Database, as_of: date) -> None:
    if not all(
        db.value(f"select count(*) from {table}") for table in (e.enterprise_no.table.name, dim_labour_unit.name)
    ):
        return
    from etl.links.linking import link
    from etl.links.registers import opened

    chosen = bands()
    file = Path(db.value("select path from duckdb_databases() where database_name = current_database()"))
    with scratch(file) as folder:
        for name, register in (("enterprises", enterprises()), ("units", units())):
            write(db, register, folder / f"{name}.parquet")
        with opened(folder / "enterprises.parquet", folder / "units.parquet", folder / "spill") as con:
            link(con, [tuple(row) for row in db.sa.execute(stated())], decisions(file.parent), chosen)
            con.execute(f"copy link to {quoted(str(folder / 'links.parquet'))} (format parquet)")
        take(db, folder / "links.parquet")


@contextmanager
def scratch(file: Path) -> Iterator[Path]:
    """A folder beside the build file, whose debris is known by its name."""
    folder = Path(f"{file}.links")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def enterprises() -> Select[Any]:
    return select(
        e.enterprise_no.label("id"), e.name_en, e.name_lo, e.address, e.phone, e.district_code.label("district"),
        e.isic_section.label("sector"), e.employees.label("size"), e.registered_on.label("since"),
    )  # fmt: skip


def units() -> Select[Any]:
    """As last known, closed ones too."""
    return select(
        u.ss_number.label("id"), u.name_en, u.name_lo, u.address, u.phone, u.district_code.label("district"),
        u.sector_code.label("sector"), u.workers.label("size"), u.registered_on.label("since"),
    ).where(u.is_current == 1)  # fmt: skip


def stated() -> Select[Any]:
    """Pairs that inspection orders name together, with their number."""
    return (
        select(o.enterprise_no, o.ss_number, func.count())
        .where(and_(o.enterprise_no.is_not(None), o.ss_number.is_not(None)))
        .group_by(o.enterprise_no, o.ss_number)
    )


def write(db: Database, register: Select[Any], target: Path) -> None:
    query = register.compile(db.sa, compile_kwargs={"literal_binds": True})
    db.run(f"copy ({query}) to {quoted(str(target))} (format parquet)")


def take(db: Database, found: Path) -> None:
    """The links into the fact, with the enterprise's slices."""
    db.run(f"create or replace temp view found_link as from read_parquet({quoted(str(found))})")
    named = (value.label(name) for name, value in of_enterprise().items())
    slices = select(e.enterprise_no, *named).compile(db.sa, compile_kwargs={"literal_binds": True})
    columns = list(fact_link.c.keys())
    db.run(
        f"insert into {fact_link.name} ({', '.join(columns)}) select {', '.join(columns)} from (select enterprise_no, "
        "ss_number, probability, band as band_code, method as method_code, reasons, decided_by, decided_on from found_link) "
        f"join ({slices}) using (enterprise_no) order by enterprise_no, ss_number"
    )
    db.run("drop view found_link")
