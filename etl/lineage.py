"""Which source columns each column of the star comes from, traced through the SQL that the marts execute; `-m` prints CSV."""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from etl.checks.rows import pairs
from etl.database import writing
from etl.marts import Mart, marts_of
from etl.progress import Progress
from etl.publish import current_file
from etl.run import ORDER, load, prepare
from etl.sample import write_sample
from etl.traced import UNKNOWN, Found, Untraced, traced
from warehouse.audit import audit_batch
from warehouse.lineage import COLUMNS, DECLARED, MADE, ROWS, TRACED, Line
from warehouse.sources import STAGED
from warehouse.star import STAR

Origin = tuple[
    str, str
]  # a source table's full name, and a field of it; empty: its rows are counted; ?: not known which
STAGING_NAMES = {table.name: name for name, table in STAGED.items()}


@dataclass
class Known:
    """What is known of the tables written so far: the origin of each column, and of their rows."""

    columns: dict[tuple[str, str], set[Origin]] = field(default_factory=dict)
    rows: dict[str, set[str]] = field(default_factory=dict)
    schema: dict[str, list[str]] = field(default_factory=dict)
    opaque: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def origins(self, table: str, column: str) -> set[Origin]:
        """Of a staged table: the field itself, unless it is our own mark of batch and line."""
        name = STAGING_NAMES.get(table)
        if table in self.opaque:
            return {(source, UNKNOWN) for source in self.opaque[table]}
        if column == "*":
            return {(source, "") for source in self.sources(table)}
        if name is None:
            return self.columns.get((table, column), set())
        return set() if column in ("batch_on", "line") else {(name, column)}

    def sources(self, table: str) -> set[str]:
        name = STAGING_NAMES.get(table)
        if name is not None:
            return {name}
        return set(self.opaque.get(table, ())) | self.rows.get(table, set())

    def add(self, found: Found) -> None:
        self.schema.setdefault(found.target, list(found.columns))
        for column, leaves in found.columns.items():
            whole = self.columns.setdefault((found.target, column), set())
            whole.update(*(self.origins(*leaf) for leaf in leaves))
        self.rows.setdefault(found.target, set()).update(*(self.sources(table) for table in found.tables))

    def declare(self, table: str, reads: Iterable[str]) -> None:
        """Each of its columns comes from these tables; from which of their columns is not known."""
        for column in self.schema[table]:
            self.columns.setdefault((table, column), set()).update((name, UNKNOWN) for name in reads)
        self.rows.setdefault(table, set()).update(reads)


def lines_of(file: Path) -> Iterator[Line]:
    """Builds the star again in a copy of a warehouse file, and traces each statement of each mart."""
    known = Known(schema={table.name: list(table.c.keys()) for table in (*STAGED.values(), *STAR.sorted_tables)})
    marts = marts_of(*ORDER)
    with writing(file) as db:
        prepare(db)
        as_of = db.sa.execute(select(audit_batch.c.batch_on).order_by(audit_batch.c.batch_on.desc())).scalars().first()
        assert as_of is not None
        for mart in marts:
            with statements() as seen:
                mart.build(db, as_of)
                db.committed()
            follow(mart, seen, known)
    for mart in marts:
        yield from lines_for(mart, known)


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement that is executed meanwhile, once."""
    seen: dict[str, None] = {}

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        seen[statement] = None

    event.listen(Engine, "before_cursor_execute", note)
    found: list[str] = []
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        found += seen


def follow(mart: Mart, seen: Iterable[str], known: Known) -> None:
    """Enter what the statements of a mart say; what cannot be traced, or was not made in SQL, stands as the mart declares it."""
    writes = {table.name for table in mart.writes}
    found: set[str] = set()
    for statement in seen:
        try:
            for each in traced(statement, known.schema):
                known.add(each)
                found.add(each.target)
        except Untraced as error:
            if error.target and error.target not in writes:
                print(f"{error}: what comes from it stands as the mart declares it", file=sys.stderr)
                known.opaque[error.target] = mart.reads
            for name in sorted({error.target} & writes if error.target else writes):
                fall_back(mart, name, str(error), known)
    for name in sorted(writes - found) if mart.reads else ():
        fall_back(mart, name, "no SQL writes it from other tables", known)


def fall_back(mart: Mart, table: str, why: str, known: Known) -> None:
    print(f"{table} is not traced ({why}): it stands as its mart declares it", file=sys.stderr)
    known.declare(table, mart.reads or known.sources(table))


def lines_for(mart: Mart, known: Known) -> Iterator[Line]:
    for table in mart.writes:
        if table.name.startswith("audit_"):
            continue
        for name in sorted(rows_of(mart, table.name, known)):
            yield from_source(table.name, "*", name, "", ROWS)
        for column in table.columns:
            yield from lines_of_column(table.name, column.name, known)


def from_source(fact: str, column: str, name: str, source_field: str, how: str) -> Line:
    source, _, table = name.partition(".")
    return Line(fact, column, source, table, source_field, how)


def rows_of(mart: Mart, table: str, known: Known) -> set[str]:
    """What a row of it is a row of: its source table one to one, else what its mart says that it reads."""
    single = {name for name, (fact, _, _) in pairs().items() if fact == table}
    return single or set(mart.reads) or known.sources(table)


def lines_of_column(table: str, column: str, known: Known) -> Iterator[Line]:
    origins = known.columns.get((table, column), set())
    for name, source_field in sorted(origins):
        how = {"": ROWS, UNKNOWN: DECLARED}.get(source_field, TRACED)
        yield from_source(table, column, name, "" if how != TRACED else source_field, how)
    if not origins:
        yield Line(table, column, "", "", "", MADE)


def sample_file(folder: Path) -> Path:
    """The warehouse file of the smallest sample: every source has rows in it, so that every mart does all it can."""
    quiet = Progress(quiet=True)
    write_sample(folder / "batches", "tiny")
    load([folder / "batches"], folder / "warehouse", quiet)
    file = current_file(folder / "warehouse")
    assert file is not None
    return file


def written(lines: Iterable[Line], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(lines)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "lineage.duckdb"
        shutil.copyfile(sample_file(Path(folder)), copy)
        written(list(lines_of(copy)), sys.stdout)


if __name__ == "__main__":
    main()
