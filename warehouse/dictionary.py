"""The data dictionary as rows: indicators and their SQL, the extracts, the star, the codes; `-m` prints Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.types import TypeEngine

import warehouse.audit  # noqa: F401  its tables stand in the star's metadata
from warehouse import codes as code_lists
from warehouse.checks import CHECKS
from warehouse.codes import CodeList
from warehouse.indicators import INDICATORS, Indicator, Measure
from warehouse.lineage import lines
from warehouse.periods import parse_period
from warehouse.query import Question, statement_of
from warehouse.records.model import ListColumn, Listing, complete
from warehouse.sources import CONTRACT, Field
from warehouse.star import STAR
from warehouse.text import LANGUAGES, Text

EXAMPLE = parse_period("2026-10")
NOTHING = Text("", lo="")
FLOW = Text("flow: summed over the period", lo="ກະແສ: ລວມໃນໄລຍະ")
STOCK = Text("stock: at the period's end", lo="ຍອດ: ໃນທ້າຍໄລຍະ")
GOOD = {"up": Text("higher is better", lo="ຍິ່ງສູງຍິ່ງດີ"), "down": Text("lower is better", lo="ຍິ່ງຕ່ຳຍິ່ງດີ"), None: NOTHING}
KEY, REQUIRED = Text("key", lo="ລະຫັດຫຼັກ"), Text("required", lo="ຈຳເປັນ")
OPTIONAL = Text("may be empty", lo="ຫວ່າງໄດ້")


def heads(**titles: tuple[str, str]) -> tuple[ListColumn, ...]:
    return tuple(ListColumn(name, Text(en, lo=lo)) for name, (en, lo) in titles.items())


INDICATOR_COLUMNS = heads(
    id=("Name", "ລະຫັດ"),
    title=("Title", "ຫົວຂໍ້"),
    means=("What it counts", "ຄວາມໝາຍ"),
    unit=("Unit", "ຫົວໜ່ວຍ"),
    basis=("Basis", "ພື້ນຖານ"),
    good=("Good direction", "ທິດທາງທີ່ດີ"),
    slices=("Slices", "ມິຕິ"),
    source=("Source", "ແຫຼ່ງທີ່ມາ"),
    reads=("Computed from", "ຄິດໄລ່ຈາກ"),
)
FIELD_COLUMNS = heads(
    table=("Table", "ຕາຕະລາງ"),
    column=("Column", "ຖັນ"),
    title=("Title", "ຫົວຂໍ້"),
    kind=("Kind", "ປະເພດ"),
    needed=("Needed", "ຄວາມຈຳເປັນ"),
    allowed=("Allowed", "ຄ່າທີ່ອະນຸຍາດ"),
    note=("Note", "ໝາຍເຫດ"),
)
STAR_COLUMNS = heads(
    table=("Table", "ຕາຕະລາງ"),
    column=("Column", "ຖັນ"),
    title=("Title", "ຫົວຂໍ້"),
    type=("Type", "ປະເພດ"),
    origins=("From", "ຈາກ"),
)
CHECK_COLUMNS = heads(
    id=("Name", "ລະຫັດ"), title=("Title", "ຫົວຂໍ້"), says=("What it says", "ຄວາມໝາຍ"), kind=("Kind", "ປະເພດ")
)
CODE_COLUMNS = heads(
    list=("List", "ລາຍການ"), code=("Code", "ລະຫັດ"), title=("Title", "ຫົວຂໍ້"), ground=("Ground", "ພື້ນຖານທາງກົດໝາຍ")
)


def indicators() -> Listing:
    """Every indicator, as declared."""
    return complete(INDICATOR_COLUMNS, (described(indicator) for indicator in INDICATORS.values()))


def described(indicator: Indicator) -> tuple[Any, ...]:
    reads = ", ".join(dict.fromkeys(measure.fact.name for measure in indicator.measures))
    basis = STOCK if indicator.basis == "stock" else FLOW
    slices = ", ".join(indicator.slices)
    cells = (indicator.id, indicator.title, indicator.means, indicator.unit.name, basis, direction(indicator.good))
    return (*cells, slices, str(indicator.source), reads)


def direction(good: str | float | None) -> Text:
    if isinstance(good, float):
        return Text(f"near {good:.0%}", lo=f"ໃກ້ {good:.0%}")
    return GOOD[good]


def sql_of(id_: str, engine: str = "postgresql") -> dict[str, str]:
    """The statements of its numerator and denominator, by province in the example's month, in an engine's SQL."""
    indicator = INDICATORS[id_]
    parts = {"numerator": indicator.numerator, "denominator": indicator.denominator}
    return {part: compiled(measure, engine) for part, measure in parts.items() if measure is not None}


def compiled(measure: Measure, engine: str) -> str:
    statement = statement_of([measure], Question((), (EXAMPLE,), by="province"), EXAMPLE.ends_on)
    dialect = registry.load(engine)()
    sql = str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    return "\n".join(line.rstrip() for line in sql.splitlines())


def fields() -> Listing:
    """Every column of every extract that the contract asks for."""
    return complete(
        FIELD_COLUMNS,
        (
            (
                f"{source.name}.{table.name}",
                field.name,
                field.title,
                field.kind.value,
                need(field),
                allowed(field),
                field.note,
            )
            for source, table in CONTRACT.tables()
            for field in table.fields
        ),
    )


def need(field: Field) -> Text:
    return KEY if field.key else REQUIRED if field.required else OPTIONAL


def allowed(field: Field) -> Text:
    """What a value must be beyond its kind."""
    if field.codes is not None:
        codes = ", ".join(item.code for item in field.codes)
        return Text(codes, lo=codes)
    if field.references is not None:
        return Text(f"a key of {field.references}", lo=f"ລະຫັດໃນ {field.references}")
    bounds = ((">", field.above), ("≥", field.lowest), ("≤", field.highest))
    said = ", ".join(f"{sign} {bound:g}" for sign, bound in bounds if bound is not None)
    return Text(said, lo=said)


def tables() -> Listing:
    """Every column of the star and of its audit tables."""
    return complete(
        STAR_COLUMNS,
        (
            (
                table.name,
                column.name,
                column.info["title"],
                spelled(column.type) + (", key" if column.primary_key else ""),
                origins(table.name, column.name),
            )
            for table in STAR.tables.values()
            for column in table.c
        ),
    )


def origins(table: str, column: str) -> str:
    """The source columns, or tables where only those are known, that a column of the star comes from."""
    found = (f"{line.full_name}.{line.field}".rstrip(".") for line in lines().get((table, column), ()) if line.source)
    return ", ".join(found)


def checks() -> Listing:
    """Every check of a load."""
    kinds = {True: Text("stops publication", lo="ຢຸດການເຜີຍແຜ່"), False: Text("warns", lo="ເຕືອນ")}
    return complete(CHECK_COLUMNS, ((c.id, c.title, c.says, kinds[c.stops]) for c in CHECKS.values()))


def spelled(type_: TypeEngine[Any]) -> str:
    return str(type_.compile(dialect=registry.load("postgresql")())).lower()


def codes() -> Listing:
    """Every code of every list."""
    lists = (value for value in vars(code_lists).values() if isinstance(value, CodeList))
    return complete(CODE_COLUMNS, ((of.name, item.code, item.title, item.ground) for of in lists for item in of.codes))


def cell(value: Any) -> str:
    """A Markdown cell; a text in both languages, one under the other."""
    texts = [value.in_(language) for language in LANGUAGES] if isinstance(value, Text) else [str(value)]
    return "<br>".join(dict.fromkeys(text.replace("|", "\\|").replace("\n", " ") for text in texts if text))


def table_of(listing: Listing) -> Iterator[str]:
    yield "| " + " | ".join(column.title for column in listing.columns) + " |"
    yield "|" + "---|" * len(listing.columns)
    for row in listing.rows:
        yield "| " + " | ".join(cell(value) for value in row) + " |"


def by_first(listing: Listing, titles: dict[str, Text]) -> Iterator[str]:
    """One table for each value of the first column, under a heading."""
    for name in dict.fromkeys(listing.column(listing.columns[0].name)):
        yield from ("", f"### {name}: {cell(titles[name]).replace('<br>', ' · ')}", "")
        yield from table_of(complete(listing.columns[1:], (row[1:] for row in listing.rows if row[0] == name)))


def markdown() -> str:
    """The whole dictionary."""
    sources = {f"{source.name}.{table.name}": table.title for source, table in CONTRACT.tables()}
    lists = {value.name: value.title for value in vars(code_lists).values() if isinstance(value, CodeList)}
    star = {table.name: table.info["title"] for table in STAR.tables.values()}
    text = [
        "# Data dictionary",
        "",
        "Made by `python -m warehouse.dictionary > docs/dictionary.md` from the declarations in",
        "`warehouse/`; a test asks for it to be current.",
        "",
        "## Indicators",
        "",
    ]
    text += [*table_of(indicators()), "", "## What the sources deliver", *by_first(fields(), sources)]
    text += ["", "## The star", *by_first(tables(), star), "", "## Codes", *by_first(codes(), lists)]
    text += ["", "## Checks of a load", "", *table_of(checks())]
    text += [
        "",
        "## How each indicator is computed",
        "",
        f"By province in {EXAMPLE.id}, in PostgreSQL's SQL.",
        *statements(),
    ]
    return "\n".join(text) + "\n"


def statements() -> Iterable[str]:
    for id_ in INDICATORS:
        yield from ("", f"### {id_}")
        for part, sql in sql_of(id_).items():
            yield from ("", f"{part.capitalize()}:", "", "```sql", sql, "```")


if __name__ == "__main__":
    print(markdown(), end="")
