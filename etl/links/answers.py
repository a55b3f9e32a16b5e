"""The workbook of `review` back with a person's answers: read, checked as a whole, kept, and the warehouse published with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook
from sqlalchemy import select
from xlsxwriter.utility import xl_rowcol_to_cell

from etl.checks import Force
from etl.errors import LoadError
from etl.links.decisions import Answer, keep
from etl.links.review import ANSWERS, ENTERPRISE_NO, PAIRS, SAME, SS_NUMBER, opened
from etl.progress import Progress
from etl.publish import only_load
from etl.published import of_this_form
from etl.raw import raw_batches
from etl.run import Summary, build_and_publish, ready
from etl.workbook_reader import text
from warehouse.sources import STAGED

TOLD = 20  # errors told of a workbook


@dataclass(frozen=True)
class Taken:
    same: int
    other: int
    unanswered: int
    published: Path | None = None


@dataclass(frozen=True)
class Written:
    """An answer and the row that it stands in."""

    row: int
    answer: Answer


def take(warehouse: Path, file: Path, by: str, progress: Progress, force: Force | None = None) -> Taken:
    """All of the answers or none; LoadError says in which cells something is wrong."""
    with opened(warehouse):
        pass
    columns, rows = grid(file)
    written, unanswered, wrong = read(columns, rows)
    wrong += [*unknown(warehouse, columns, written), *contradictions(columns, written)]
    if wrong:
        more = [f"… and {len(wrong) - TOLD} more"] if len(wrong) > TOLD else []
        raise LoadError("\n  ".join([f"{file}: nothing was taken, since", *wrong[:TOLD], *more]))
    same = sum(each.answer.same for each in written)
    taken = Taken(same, len(written) - same, unanswered)
    if not written:
        return taken
    with only_load(warehouse):
        ready(warehouse, progress)
        keep(warehouse, (each.answer for each in written), by, file.name)
        try:
            return replace(taken, published=publish_again(warehouse, progress, force))
        except LoadError as error:
            raise LoadError(f"{error}\nThe answers are kept: they take effect with the next load or rebuild") from error


def publish_again(warehouse: Path, progress: Progress, force: Force | None) -> Path | None:
    """The published state once more, with what people have decided since; within `only_load`."""
    summary, afresh = Summary(force=force), not of_this_form(warehouse)
    build_and_publish(warehouse, raw_batches(warehouse) if afresh else [], progress, summary, afresh=afresh)
    return summary.published


def grid(file: Path) -> tuple[dict[str, int], list[list[str]]]:
    """Where the columns stand, and the rows below the header."""
    try:
        book = CalamineWorkbook.from_path(str(file))
        names = {name.strip().lower(): name for name in book.sheet_names}
        if PAIRS not in names:
            raise LoadError(
                f"{file}: no sheet “{PAIRS}” in it; answer in the workbook that `ssiis links review` writes"
            )
        cells: list[list[Any]] = book.get_sheet_by_name(names[PAIRS]).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise LoadError(f"{file}: not a readable Excel workbook ({error}); save it again as .xlsx") from error
    lines = [[text(cell).strip() for cell in row] for row in cells]
    header = [cell.partition("\n")[0].strip().lower() for cell in (lines[0] if lines else [])]
    missing = [name for name in (SAME, ENTERPRISE_NO, SS_NUMBER) if name not in header]
    if missing:
        raise LoadError(f"{file}, sheet {PAIRS}: column {', '.join(missing)} is missing in row 1")
    return {name: header.index(name) for name in (SAME, ENTERPRISE_NO, SS_NUMBER)}, lines[1:]


def cell(columns: dict[str, int], row: int, column: str) -> str:
    return f"sheet {PAIRS}, cell {xl_rowcol_to_cell(row - 1, columns[column])}"


def read(columns: dict[str, int], rows: list[list[str]]) -> tuple[list[Written], int, list[str]]:
    """The answers, the number of rows without one, and what cannot be read."""
    written: list[Written] = []
    unanswered, wrong = 0, []
    for number, row in enumerate(rows, 2):
        said, enterprise, unit = (row[columns[name]] for name in (SAME, ENTERPRISE_NO, SS_NUMBER))
        if not said:
            unanswered += any(row)
        elif said.lower() not in ANSWERS:
            wrong.append(f"{cell(columns, number, SAME)}: “{said}” is neither yes nor no (ແມ່ນ / ບໍ່)")
        else:
            wrong += [
                f"{cell(columns, number, name)}: the number is gone; take the row from a new list"
                for name, value in ((ENTERPRISE_NO, enterprise), (SS_NUMBER, unit))
                if not value
            ]
            written.append(Written(number, Answer(enterprise, unit, ANSWERS[said.lower()])))
    return written, unanswered, wrong


def unknown(warehouse: Path, columns: dict[str, int], written: list[Written]) -> Iterator[str]:
    """Numbers that neither register has."""
    sides = ((ENTERPRISE_NO, "enterprise_register.enterprises"), (SS_NUMBER, "lsso.labour_units"))
    with opened(warehouse) as open_, open_.connect() as connection:
        for name, table in sides:
            known = set(connection.execute(select(STAGED[table].c[name])).scalars())
            for each in written:
                number = getattr(each.answer, name)
                if number and number not in known:
                    yield f"{cell(columns, each.row, name)}: {number} is not in {table}"


def contradictions(columns: dict[str, int], written: list[Written]) -> Iterator[str]:
    """Two answers to one question; two enterprises for one unit, or two units for one enterprise."""
    answered: dict[tuple[str, str], Written] = {}
    confirmed: dict[tuple[str, str], Written] = {}
    for each in written:
        answer = each.answer
        pair = answer.enterprise_no, answer.ss_number
        before = answered.setdefault(pair, each)
        if before.answer.same != answer.same:
            yield f"{cell(columns, each.row, SAME)}: row {before.row} answers the same question otherwise"
        for name in (ENTERPRISE_NO, SS_NUMBER) if answer.same else ():
            first = confirmed.setdefault((name, getattr(answer, name)), each)
            if (first.answer.enterprise_no, first.answer.ss_number) != pair:
                what = "unit" if name == ENTERPRISE_NO else "enterprise"
                yield (
                    f"{cell(columns, each.row, SAME)}: row {first.row} confirms another {what} for {getattr(answer, name)}; "
                    "one of the two can be right"
                )
