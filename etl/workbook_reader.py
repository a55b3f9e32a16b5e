"""Reading workbooks: a sheet a table, each cell as the text that a CSV would have held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineError, CalamineWorkbook

from etl.errors import BatchError
from warehouse.sources import Source, Table

if TYPE_CHECKING:
    from etl.batches import Batch


def opened(batch: Batch, path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as error:
        raise BatchError(
            f"{batch.file_name(path)}: not a readable Excel workbook ({error}); save it again as .xlsx"
        ) from error


def sheets(batch: Batch, source: Source, path: Path) -> list[tuple[Table, str]]:
    """The tables of the source that have a sheet; BatchError where none has."""
    names = {name.strip().lower(): name for name in opened(batch, path).sheet_names}
    found = [(table, names[table.name]) for table in source.tables if table.name in names]
    if not found:
        wanted = ", ".join(table.name for table in source.tables)
        raise BatchError(
            f"{batch.file_name(path)}: no sheet of {source.name} in it. Its sheets: {', '.join(names.values())}; "
            f"expected: {wanted}. Rename the sheet, or start from the blank workbook (`ssiis workbooks DIR`)"
        )
    return found


def rows(batch: Batch, path: Path, sheet: str) -> Iterator[tuple[int, list[str]]]:
    """(line in the sheet, cells as text), without rows that are wholly empty."""
    try:
        grid: list[list[Any]] = opened(batch, path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise BatchError(f"{batch.file_name(path)}, sheet {sheet}: cannot be read ({error}); save it again") from error
    for line, cells in enumerate(grid, start=1):
        texts = [text(cell) for cell in cells]
        if any(texts):
            yield line, texts


def text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return str(cell) if cell.time() != time(0) else str(cell.date())
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, date | int | time):
        return str(cell)
    return str(cell)
