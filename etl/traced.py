"""One statement traced: which columns of which tables each column that it writes comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp, parse
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import Scope, build_scope

Leaf = tuple[str, str]
Memo = dict[tuple[int, int], set[Leaf]]
UNKNOWN = "?"  # the column of a table whose columns are not known here
MARKER = re.compile(r"\$(\d+)|%\(\w+\)s")


class Untraced(Exception):
    """A statement that writes rows and that could not be traced."""

    def __init__(self, target: str, why: str) -> None:
        super().__init__(f"{target or 'a statement'}: {why}")
        self.target = target


@dataclass(frozen=True)
class Found:
    """What a statement writes: for each column of the target, the columns it comes from; and all tables that it reads."""

    target: str
    columns: dict[str, set[Leaf]]
    tables: set[str]


def traced(sql: str, schema: Mapping[str, Sequence[str]]) -> Iterator[Found]:
    """What each INSERT … SELECT and CREATE … AS in the text writes, and the columns of a table made empty; else nothing."""
    if not re.match(r"\s*(with|insert|create)\b", sql, re.I):
        return
    try:
        parsed = parse(MARKER.sub("NULL", sql), dialect="duckdb")
    except SqlglotError as error:
        raise Untraced(target_in(sql), f"cannot be read ({first_line(error)})") from None
    for statement in parsed:
        if not isinstance(statement, exp.Insert | exp.Create):
            continue
        if isinstance(statement.expression, exp.Query):
            yield found_in(statement, statement.expression, schema)
        elif isinstance(statement, exp.Create) and isinstance(statement.this, exp.Schema):
            yield Found(statement.this.this.name, {column.name: set() for column in statement.this.expressions}, set())


def target_in(sql: str) -> str:
    named = re.search(r"\b(?:insert\s+into|create\b.*?\btable)\s+(\w+)", sql, re.I | re.S)
    return named[1] if named else ""


def first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:200]


def found_in(statement: exp.Expr, query: exp.Query, schema: Mapping[str, Sequence[str]]) -> Found:
    table = statement.this.find(exp.Table)
    target = table.name
    typed: dict[str, object] = {
        name: dict.fromkeys(columns, "VARCHAR") for name, columns in schema.items() if name != target or columns
    }
    try:
        whole = qualify(
            with_of(statement, query), dialect="duckdb", schema=typed, validate_qualify_columns=False, identify=False
        )
        scope = build_scope(whole)
        if scope is None:
            raise Untraced(target, "has no scope")
        names = names_of(statement, whole, schema)
        if "*" in names:
            raise Untraced(target, "reads a file whose columns are not known here")
        known: Memo = {}
        columns = {name: leaves(scope, position, known) for position, name in enumerate(names)}
    except (SqlglotError, KeyError, IndexError) as error:
        raise Untraced(target, first_line(error)) from None
    return Found(target, columns, tables_of(whole))


def with_of(statement: exp.Expr, query: exp.Query) -> exp.Query:
    """The query with the WITH that stands before the INSERT, where it stands there."""
    copied, before = query.copy(), statement.args.get("with_")
    if before is not None:
        copied.set("with_", before.copy())
    return copied


def names_of(statement: exp.Expr, query: exp.Expr, schema: Mapping[str, Sequence[str]]) -> list[str]:
    """The target's columns in the order of the query's: as listed, as named, or as the table has them."""
    if isinstance(statement.this, exp.Schema):
        return [column.name for column in statement.this.expressions]
    assert isinstance(query, exp.Query)
    if isinstance(statement, exp.Create) or statement.args.get("by_name"):
        return list(query.named_selects)
    return list(schema[statement.this.name])[: len(query.named_selects)]


def tables_of(query: exp.Expr) -> set[str]:
    """Tables that it reads, apart from its own named parts."""
    own = {cte.alias for cte in query.find_all(exp.CTE)}
    return {table.name for table in query.find_all(exp.Table) if table.name and table.name not in own}


def leaves(scope: Scope, position: int, known: Memo) -> set[Leaf]:
    """The columns of tables that a column of a query comes from; `known` are those found before, and ends a recursion."""
    place = (id(scope), position)
    if place not in known:
        known[place] = set()
        expression = scope.expression
        if scope.set_operation_scopes:
            known[place] = set().union(*(leaves(part, position, known) for part in scope.set_operation_scopes))
        elif isinstance(expression, exp.Query):
            known[place] = of_expression(scope, expression.selects[position], known)
    return known[place]


def of_expression(scope: Scope, expression: exp.Expr, known: Memo) -> set[Leaf]:
    """The columns in an expression; those that it only sorts or divides by where there is no other."""
    found = of_nodes(scope, expression, known, is_order)
    return found or of_nodes(scope, expression, known, lambda node: False)


def of_nodes(scope: Scope, expression: exp.Expr, known: Memo, aside: Callable[[exp.Expr], bool]) -> set[Leaf]:
    found: set[Leaf] = set()
    for node in expression.walk(prune=lambda n: isinstance(n, exp.Query) or aside(n)):
        if aside(node):
            continue
        if isinstance(node, exp.Column):
            found |= of_column(scope, node, known)
        elif isinstance(node, exp.Count) and isinstance(node.this, exp.Star):
            found |= counted(scope)
        elif isinstance(node, exp.Query):
            query = node.unnest()
            inner = next((s for s in scope.subquery_scopes if s.expression is node or s.expression is query), None)
            if inner is not None:
                found |= set().union(*(leaves(inner, n, known) for n in range(len(node.selects))))
    return found


def counted(scope: Scope) -> set[Leaf]:
    """What count(*) counts: rows of the tables that the query stands on."""
    return {(name, "*") for name in scope_tables(scope)}


def is_order(node: exp.Expr) -> bool:
    """What a window or an aggregate only sorts by: it picks the row, and is not the value, unless there is no other."""
    if isinstance(node, exp.Order):
        return True
    window = node.parent
    return isinstance(window, exp.Window) and node.arg_key == "partition_by"


def of_column(scope: Scope, column: exp.Column, known: Memo) -> set[Leaf]:
    source = source_of(scope, column.table)
    if isinstance(source, exp.Table):
        return {(source.name, column.name)}
    if isinstance(source, Scope):
        names = list(source.expression.named_selects) if isinstance(source.expression, exp.Query) else []
        outer = alias_columns(source)
        place = outer if column.name in outer else names
        return leaves(source, place.index(column.name), known) if column.name in place else set()
    return {(name, UNKNOWN) for name in scope_tables(scope)} if not column.table else set()


def scope_tables(scope: Scope) -> set[str]:
    return {source.name for source in scope.sources.values() if isinstance(source, exp.Table)}


def source_of(scope: Scope | None, name: str) -> exp.Expr | Scope | None:
    """A table or a part of the query, by its name here or around here."""
    while scope is not None:
        if name in scope.sources:
            found = scope.sources[name]
            return found if isinstance(found, exp.Table | Scope) else None
        scope = scope.parent
    return None


def alias_columns(source: Scope) -> list[str]:
    """The names that `as t (a, b)` gives to a query's columns."""
    alias = source.expression.parent.args.get("alias") if source.expression.parent is not None else None
    return [column.name for column in alias.columns] if isinstance(alias, exp.TableAlias) else []
