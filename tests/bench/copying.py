"""The baseline of a load: DuckDB's bare COPY of the same files into typed tables, as a program of its own."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb

from warehouse.sources import CONTRACT, Kind, Table, full_name

TYPES = {
    Kind.DATE: "DATE",
    Kind.TIMESTAMP: "TIMESTAMP",
    Kind.YEAR: "SMALLINT",
    Kind.INTEGER: "INTEGER",
    Kind.DECIMAL: "DOUBLE",
    Kind.MONEY: "BIGINT",
}
TABLES = {full_name(source, table): table for source, table in CONTRACT.tables()}


def files(sample: Path) -> Iterator[tuple[str, Path]]:
    """Each extract with its table's name; workbooks are left out, since DuckDB reads none without an extension."""
    for path in sorted(sample.glob("*/*/*")):
        name = f"{path.parent.name}.{path.name.split('.')[0]}"
        if name in TABLES and not path.name.endswith(".xlsx"):
            yield name, path


def header(path: Path) -> tuple[list[str], str]:
    """The columns of a CSV file and what separates them."""
    open_ = gzip.open if path.suffix == ".gz" else open
    with open_(path, "rt", encoding="utf-8-sig") as file:
        line = str(file.readline()).rstrip("\r\n")
    sign = max(",;\t|", key=line.count)
    return [name.strip('" ') for name in line.split(sign)], sign


def typed(table: Table, column: str) -> str:
    """A column that the contract knows has its type; months and codes are text."""
    return f'"{column}" {TYPES.get(table.field(column).kind, "VARCHAR") if table.has(column) else "VARCHAR"}'


def copy(connection: duckdb.DuckDBPyConnection, number: int, name: str, path: Path) -> int:
    """Rows copied; a row that its types do not fit is passed over."""
    target = f'"{number} {name}"'
    if path.suffix == ".parquet":
        connection.execute(f"create table {target} as from read_parquet('{path}') limit 0")
        options = "format parquet"
    else:
        columns, sign = header(path)
        connection.execute(f"create table {target} ({', '.join(typed(TABLES[name], column) for column in columns)})")
        options = f"format csv, header true, delimiter '{sign}', ignore_errors true"
    copied = connection.execute(f"copy {target} from '{path}' ({options})").fetchone()
    return int(copied[0]) if copied else 0


def main(sample: str, file: str) -> None:
    with duckdb.connect(file) as connection:
        print(sum(copy(connection, number, *each) for number, each in enumerate(files(Path(sample)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
