"""Each raw row ends loaded, superseded or rejected, with every reason: the contract's checks, derived from its declarations."""

from __future__ import annotations

from datetime import date

from etl.database import Database
from etl.extract import PROBLEM, WHOLE, Raw, scanned
from etl.parse import name, quoted, value_of
from geo.places import HEADQUARTERS, resolve_province
from warehouse.periods import month_start
from warehouse.sources import CONTRACT, STAGED, Field, Kind, Table
from warehouse.sources.contract import NUMBERS

REJECTING = (
    "missing",
    "unknown_code",
    "negative",
    "out_of_range",
    "after_batch",
    "end_before_start",
    "malformed_row",
    "not_utf8",
)
COLUMN_TYPE = {
    Kind.DATE: "date", Kind.MONTH: "date", Kind.TIMESTAMP: "timestamp", Kind.YEAR: "smallint", Kind.INTEGER: "bigint",
    Kind.MONEY: "bigint", Kind.DECIMAL: "double", Kind.BOOLEAN: "boolean",
}  # fmt: skip
LARGEST = {Kind.INTEGER: 2**31 - 1, Kind.MONEY: 10**16}


def parse(db: Database, table: Table, raw: Raw, line: str, day: date) -> None:
    """Make `parsed`: a row for each raw row with its values, and `suspect` where anything about it must be looked at."""
    for field in table.fields:
        if field.kind is Kind.PROVINCE and field.name in raw.columns:
            spell_provinces(db, raw, field)
    values = [f"{value(field, raw)} as {name(field.name)}" for field in table.fields]
    kept = {field.name: name(f"_cell_{field.name}") for field in may_be_blanked(table, raw)}
    values += [f"raw.{name(column)} as {cell}" for column, cell in kept.items()]
    blanked = " or ".join(f"({name(column)} is null and cell({cell}) is not null)" for column, cell in kept.items())
    exclude = f"exclude ({', '.join(kept.values())})" if kept else ""
    broken = f"{PROBLEM} is not null" if has_problems(db, raw) else "false"
    db.run("drop table if exists parsed")
    db.run(
        f"create temp table parsed as select * {exclude}, ({suspicion(table, day)}) or _broken or {blanked or 'false'} as suspect "
        f"from (select {line} as line, {broken} as _broken, {', '.join(values)} from {scanned(raw.path)} as raw)"
    )
    db.committed()


def value(field: Field, raw: Raw) -> str:
    if field.name not in raw.columns:
        return f"cast(null as {COLUMN_TYPE.get(field.kind, 'varchar')})"
    return value_of(field, cell_of(field))


def cell_of(field: Field) -> str:
    """A raw column, named so that no subquery's own column hides it."""
    return f"raw.{name(field.name)}"


def may_be_blanked(table: Table, raw: Raw) -> list[Field]:
    """Fields whose cell may be filled and yet unreadable without the row's being rejected: the value alone would look empty.

    The cell goes through beside its value: reading it twice would double the time that DuckDB takes to plan the query.
    """
    texts = (Kind.TEXT, Kind.IDENTIFIER)
    return [f for f in table.fields if not f.needed and f.name in raw.columns and f.kind not in texts]


def has_problems(db: Database, raw: Raw) -> bool:
    return bool(db.value(f"select count(*) from parquet_schema({quoted(str(raw.path))}) where name = '{PROBLEM}'"))


def spell_provinces(db: Database, raw: Raw, field: Field) -> None:
    """Make `spelled_province`: every spelling that the file uses, with its code (none where it is no province)."""
    spellings = [row[0] for row in db.run(f"select distinct {name(field.name)} from {scanned(raw.path)}")]
    db.run("create or replace temp table spelled_province (spelling varchar, code varchar)")
    pairs = [(s, HEADQUARTERS if s.strip() in (HEADQUARTERS, "໐໐") else resolve_province(s)) for s in spellings if s]
    for start in range(0, len(pairs), 1000):
        rows = ", ".join(f"({quoted(s)}, {quoted(c) if c else 'null'})" for s, c in pairs[start : start + 1000])
        db.run(f"insert into spelled_province values {rows}")


def suspicion(table: Table, day: date) -> str:
    """SQL that is true where a value breaks a rule of the contract."""
    tests = [f"({test})" for field in table.fields for test, _ in breaches(field, day)]
    tests += [f"({name(field.name)} is null)" for field in table.fields if field.needed]
    tests += [f"(coalesce({name(end)} < {name(start)}, false))" for start, end in table.spans]
    tests += [f"({test})" for _, test in disorder(table)]
    return " or ".join(tests)


def breaches(field: Field, day: date) -> list[tuple[str, str]]:
    """(SQL that is true, problem) for a value that was read."""
    column = name(field.name)
    found = []
    if field.kind in NUMBERS:
        found.append((f"coalesce({column} < 0, false)", "negative"))
    bounds = [f"{column} <= {field.above}"] if field.above is not None else []
    bounds += [f"{column} < {field.lowest}"] if field.lowest is not None else []
    highest = field.highest if field.highest is not None else LARGEST.get(field.kind)
    bounds += [f"{column} > {highest}"] if highest is not None else []
    if bounds:
        found.append((f"coalesce({' or '.join(bounds)}, false)", "out_of_range"))
    if field.kind in (Kind.DATE, Kind.TIMESTAMP) and field.event:
        found.append((f"coalesce(cast({column} as date) > date '{day}', false)", "after_batch"))
    if field.kind is Kind.MONTH and field.event:
        found.append((f"coalesce({column} > date '{month_start(day)}', false)", "after_batch"))
    return found


def disorder(table: Table) -> list[tuple[str, str]]:
    """(stage, SQL that is true where it is before a stage that precedes it)."""
    found = []
    for position, stage in enumerate(table.stages[1:], start=1):
        earlier = ", ".join(name(s) for s in table.stages[:position])
        found.append((stage, f"coalesce({name(stage)} < greatest({earlier}), false)"))
    return found


def find_problems(db: Database, table: Table, raw: Raw, line: str, day: date) -> None:
    """Make `problem`: every reason and doubt about the suspect rows, and about references."""
    db.run(
        "create or replace temp table problem (line integer, field varchar, problem varchar, value varchar, rejects boolean)"
    )
    if db.value("select count(*) from parsed where suspect"):
        raws = ", ".join(f"r.{name(column)} as {name('raw_' + column)}" for column in raw.columns)
        extra = f", r.{PROBLEM}, r.{WHOLE}" if has_problems(db, raw) else f", null as {PROBLEM}, null as {WHOLE}"
        db.run(
            f"create or replace temp table doubtful as select p.*, {raws}{extra} from parsed p "
            f"join (select {line} as line, * from {scanned(raw.path)}) r using (line) where p.suspect"
        )
        for query in problem_queries(table, raw, day):
            db.run(f"insert into problem {query}")
    for field in table.fields:
        if field.references and CONTRACT_TABLE.get(field.references) is not table:
            check_reference(db, field)
    db.run("create or replace temp table refused as select distinct line from problem where rejects")


CONTRACT_TABLE = {f"{source.name}.{table.name}": table for source, table in CONTRACT.tables()}


def problem_queries(table: Table, raw: Raw, day: date) -> list[str]:
    whole = f"select line, '', {PROBLEM}, {WHOLE}, true from doubtful where {PROBLEM} is not null"
    queries = [whole]
    for field in table.fields:
        column, cell = name(field.name), name(f"raw_{field.name}")
        if field.name not in raw.columns:
            continue
        unread = "unknown_code" if field.codes or field.kind in (Kind.PROVINCE, Kind.DISTRICT) else "unreadable"
        cases = [f"when cell({cell}) is not null and {column} is null then '{unread}'"]
        if field.needed:
            cases.insert(0, f"when cell({cell}) is null then 'missing'")
        cases += [f"when {test} then '{problem}'" for test, problem in breaches(field, day)]
        rejects = f"problem in {REJECTING!r}" + (" or problem = 'unreadable'" if field.needed else "")
        queries.append(
            f"select line, {quoted(field.name)}, problem, value, {rejects} from (select line, {cell} as value, "
            f"case {' '.join(cases)} end as problem from doubtful where {PROBLEM} is null) where problem is not null"
        )
    queries += [
        f"select line, {quoted(end)}, 'end_before_start', {name('raw_' + end)}, true from doubtful "
        f"where {name(end)} < {name(start)}"
        for start, end in table.spans
        if end in raw.columns
    ]
    queries += [
        f"select line, {quoted(stage)}, 'out_of_order', {name('raw_' + stage)}, false from doubtful where {test}"
        for stage, test in disorder(table)
        if stage in raw.columns
    ]
    return queries


def known_keys(db: Database, field: Field) -> str | None:
    """A query of the keys that a reference may have; None where the register it refers to was never delivered."""
    if field.references == "indicators":
        return "select id from known_indicator"
    assert field.references is not None
    staged = STAGED[field.references].name
    key = CONTRACT_TABLE[field.references].keys[0].name
    source, table = (quoted(part) for part in field.references.split("."))
    delivered = f'select count(*) from audit_account where source = {source} and "table" = {table}'
    if field.doubt_only and not db.value(f"select count(*) from {staged}") and not db.value(delivered):
        return None
    return f"select {name(key)} from {staged}"


def check_reference(db: Database, field: Field, relation: str = "parsed") -> None:
    """Record references to nothing; an optional one becomes empty, unless it is only to be doubted."""
    keys = known_keys(db, field)
    if keys is None:
        return
    column = name(field.name)
    lost = f"{column} is not null and {column} not in ({keys})"
    rejects = field.needed and not field.doubt_only
    db.run(
        f"insert into problem select line, {quoted(field.name)}, 'no_such_reference', {column}, {str(rejects).lower()} "
        f"from {relation} where {lost}"
    )
    if not field.needed and not field.doubt_only:
        db.run(f"update {relation} set {column} = null where {lost}")
