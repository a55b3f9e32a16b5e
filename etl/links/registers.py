"""Both registers side by side in a database of their own, brought to one spelling, with the keys that candidates share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from etl.links.model import BLOCKS
from etl.links.spelling import in_order, lao, latin, one_byte, subscriber, village
from etl.parse import quoted

MEMORY_LIMIT = "1500MB"
CAPS, MOST_PAIRS = (20_000, 2_000, 200, 20), 8_000_000  # pairs of one key, and of all keys of a block
ENTERPRISE, UNIT = "enterprise", "unit"
COLUMNS = ("id", "name_en", "name_lo", "address", "phone", "district", "sector", "size", "since")
Connection = duckdb.DuckDBPyConnection


@contextmanager
def opened(enterprises: Path, units: Path, spill: Path) -> Iterator[Connection]:
    """The registers from two Parquet files with COLUMNS."""
    with duckdb.connect(config={"memory_limit": MEMORY_LIMIT, "temp_directory": str(spill)}) as con:
        for table, file in ((ENTERPRISE, enterprises), (UNIT, units)):
            con.register("delivered", respelt(con.execute(f"from read_parquet({quoted(str(file))})").to_arrow_table()))
            con.execute(f"create table {table} as select *, {marks('en')}, {marks('lo')} from delivered order by id")
            con.unregister("delivered")
        for block, columns in BLOCKS.items():
            add_block(con, block, " || '|' || ".join(columns))
        yield con


def respelt(table: pa.Table) -> pa.Table:
    en = each(table["name_en"], latin)
    lo = each(table["name_lo"], lambda name: one_byte(lao(name)))
    made = {
        "id": table["id"], "en": en, "en_words": each(en, in_order), "lo": lo, "lo_words": each(lo, in_order),
        "phone": each(table["phone"], subscriber), "village": each(table["address"], village),
    }  # fmt: skip
    return pa.table(made | {name: table[name] for name in ("district", "sector", "size", "since")})


def each(column: pa.ChunkedArray, change: Callable[[str], str | None]) -> pa.ChunkedArray:
    """The column changed value by value, each value once; nothing where nothing is left."""
    coded = pc.dictionary_encode(column).unify_dictionaries()
    if not coded.num_chunks:
        return pa.chunked_array([], pa.string())
    values = pa.array([change(value) or None for value in coded.chunk(0).dictionary.to_pylist()], pa.string())
    return pa.chunked_array([values.take(chunk.indices) for chunk in coded.chunks])


def marks(script: str) -> str:
    """A bit for each word of a name."""
    bits = f"list_transform(string_split({script}, ' '), lambda word: 1::ubigint << (hash(word) % 60)::ubigint)"
    return f"list_reduce({bits}, lambda a, b: a | b) as {script}_marks"


def add_block(con: Connection, block: str, key: str) -> None:
    """The key as a column of both; keys that too many share are left out, so that no register can make pairs without end."""
    for table in (ENTERPRISE, UNIT):
        con.execute(f"alter table {table} add column {block} varchar")
        con.execute(f"update {table} set {block} = {key}")
    sizes = " join ".join(f"(select {block}, count(*) as {t}s from {t} group by 1)" for t in (ENTERPRISE, UNIT))
    con.execute(
        f"create or replace temp table shared as select {block}, enterprises * units as pairs from {sizes} using ({block})"
    )
    allowed = 0
    for cap in CAPS:
        if value(con, f"select coalesce(sum(pairs), 0) from shared where pairs <= {cap}") <= MOST_PAIRS:
            allowed = cap
            break
    for table in (ENTERPRISE, UNIT):
        con.execute(
            f"update {table} set {block} = null where {block} in (select {block} from shared where pairs > {allowed})"
        )


def value(con: Connection, sql: str) -> int:
    """The first cell of the first row."""
    row = con.execute(sql).fetchone()
    assert row is not None
    return int(row[0])
