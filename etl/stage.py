"""One table of a batch into staging: parsed, checked, superseded rows set aside, merged, and accounted for row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert

from etl.database import Database
from etl.doubts import law_doubts
from etl.extract import PROBLEM, WHOLE, Raw, scanned
from etl.parse import name, quoted
from etl.validate import check_reference, find_problems, has_problems, parse
from warehouse.audit import audit_account
from warehouse.sources import STAGED, Source, Table, full_name


@dataclass(frozen=True)
class Staged:
    """Where a raw table comes from, for the audit."""

    source: Source
    table: Table
    raw: Raw
    file: str
    day: date

    @property
    def audit(self) -> str:
        """The audit's leading columns, as SQL values."""
        texts = (self.source.name, self.table.name, self.file)
        return f"date '{self.day}', " + ", ".join(quoted(text) for text in texts)


@dataclass(frozen=True)
class Account:
    read: int
    loaded: int
    superseded: int
    rejected: int
    warnings: int


def stage(db: Database, item: Staged, line: str) -> Account:
    """Put the rows where they belong; read = loaded + superseded + rejected."""
    table, raw = item.table, item.raw
    parse(db, table, raw, line, item.day)
    find_problems(db, table, raw, line, item.day)
    set_superseded_aside(db, table)
    staged = STAGED[full_name(item.source, table)].name
    won = "from parsed where line not in (select line from refused) and line not in (select line from superseded)"
    merge(db, table, staged, won, item.day)
    for field in table.fields:
        if field.references == full_name(item.source, table):
            check_reference(db, field, f"(select * {won})")
    law_doubts(db, item.source, table, won)
    return accounted(db, item, line)


def set_superseded_aside(db: Database, table: Table) -> None:
    """Make `superseded`: of the rows with one key, all but the greatest updated_at, at a tie the last of the file.

    Keys that stand twice are looked for by their hash, four times as fast as by themselves; a collision only means that
    two single rows are looked at once more.
    """
    keys = ", ".join(name(field.name) for field in table.keys)
    order = "updated_at desc nulls last, line desc" if table.has("updated_at") else "line desc"
    good = f"select line, hash({keys}) as hashed, * exclude (line) from parsed where line not in (select line from refused)"
    db.run(f"create or replace temp table repeated as select hashed from ({good}) group by hashed having count(*) > 1")
    db.run(
        f"create or replace temp table superseded as select line from (select line, row_number() over "
        f"(partition by {keys} order by {order}) as place from ({good}) semi join repeated using (hashed)) where place > 1"
    )


def merge(db: Database, table: Table, staged: str, won: str, day: date) -> None:
    """The batch's rows replace those with the same key; a table with history keeps every version that changed anything."""
    columns = ", ".join(name(field.name) for field in table.fields)
    keys = ", ".join(name(field.name) for field in table.keys)
    unchanged = ""
    if db.value(f"select count(*) from {staged}"):
        if table.history:
            same = " and ".join(
                f"s.{name(f.name)} is not distinct from parsed.{name(f.name)}"
                for f in table.fields
                if f.name != "updated_at"
            )
            latest = (
                f"select * from {staged} qualify row_number() over (partition by {keys} order by batch_on desc) = 1"
            )
            unchanged = f" and not exists (select 1 from ({latest}) s where {same})"
        else:
            db.run(f"create or replace temp table arriving as select {keys} {won}")
            match = " and ".join(f"{staged}.{name(f.name)} = arriving.{name(f.name)}" for f in table.keys)
            db.run(f"delete from {staged} using arriving where {match}")
    db.run(f"insert into {staged} ({columns}, batch_on, line) select {columns}, date '{day}', line {won}{unchanged}")


def accounted(db: Database, item: Staged, line: str) -> Account:
    """Write the audit of the table: its account, every reason and doubt, the rejected rows whole."""
    note_columns(db, item)
    place = province_of(item.table)
    db.run(
        f"insert into audit_problem select {item.audit}, line, case when refused.line is null then 'warning' else 'rejected' end, "
        f"field, problem, left(value, 500), {place} from problem left join refused using (line) left join parsed using (line) "
        "where problem.line is null or line not in (select line from superseded)"
    )
    keep_rejected(db, item, line)
    rejected = db.value("select count(*) from refused")
    superseded = db.value("select count(*) from superseded")
    warnings = db.value(
        f"select count(*) from audit_problem where severity = 'warning' and batch_on = date '{item.day}' "
        f'and source = {quoted(item.source.name)} and "table" = {quoted(item.table.name)}'
    )
    account = Account(item.raw.read, item.raw.read - rejected - superseded, superseded, rejected, warnings)
    db.sa.execute(
        insert(audit_account).values(
            batch_on=item.day, source=item.source.name, table=item.table.name, file=item.file, **vars(account)
        )
    )
    return account


def note_columns(db: Database, item: Staged) -> None:
    """Columns that are not there, and columns that the contract does not know, are doubts about the file."""
    absent = [field.name for field in item.table.fields if field.name not in item.raw.columns]
    for problem, columns in (("column_missing", absent), ("column_unknown", item.raw.unknown)):
        for column in columns:
            db.run(
                f"insert into audit_problem values ({item.audit}, 1, 'warning', {quoted(column)}, '{problem}', null, null)"
            )


def province_of(table: Table) -> str:
    """SQL for the province that a row tells, where it tells one."""
    if table.has("province_code"):
        return "province_code"
    if table.has("district_code"):
        return "left(district_code, 2)"
    if table.has("ss_number"):
        return "(select left(max(district_code), 2) from stg_lsso_labour_units u where u.ss_number = parsed.ss_number)"
    if table.has("inspection_no"):
        return "(select left(max(district_code), 2) from stg_inspections_orders o where o.inspection_no = parsed.inspection_no)"
    return "null"


def keep_rejected(db: Database, item: Staged, line: str) -> None:
    if not db.value("select count(*) from refused"):
        return
    columns = (*item.raw.columns, *item.raw.unknown)
    cells = ", ".join(f"{quoted(column)}: {name(column)}" for column in columns)
    whole = f"to_json({{{cells}}})"
    if has_problems(db, item.raw):
        whole = f"case when {PROBLEM} is null then {whole} else {WHOLE} end"
    db.run(
        f"insert into audit_rejected select {item.audit}, line, {whole} "
        f"from (select {line} as line, * from {scanned(item.raw.path)}) semi join refused using (line)"
    )
