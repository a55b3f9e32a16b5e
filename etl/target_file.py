"""Targets from a person's file: every cell checked against the contract, and what is right written as a batch's table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from etl.csv_rows import first_line
from etl.errors import LoadError
from etl.workbook_reader import text
from geo.places import HEADQUARTERS, resolve_province
from warehouse.indicators import INDICATORS
from warehouse.sources import CONTRACT
from warehouse.units import SHARE

TABLE = CONTRACT.table("planning.targets")
COLUMNS = tuple(field.name for field in TABLE.fields)
YEARS = range(1990, 2101)
MOST_SHARE = 2.0  # a share beyond this is a percentage written as such
MOST_TOLD = 30
Lines = Iterator[tuple[int, list[str]]]


class TargetError(LoadError):
    """The file cannot be loaded as it is; the message names every row and column that is off."""


@dataclass(frozen=True)
class Target:
    year: int
    month: int
    province_code: str
    indicator: str
    target: float

    @property
    def key(self) -> tuple[int, int, str, str]:
        return self.year, self.month, self.province_code, self.indicator


@dataclass(frozen=True)
class Cell:
    """Where something is off: the row as the person's program counts it, the column, and what to do."""

    row: int
    column: str
    says: str

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column}: {self.says}"


@dataclass(frozen=True)
class Read:
    """`blank` counts the rows without a target, such as those of a template not filled in."""

    targets: tuple[Target, ...]
    blank: int


def read_targets(path: Path) -> Read:
    """The targets of a CSV or a workbook; TargetError names all that is off."""
    if not path.is_file():
        raise TargetError(f"{path}: there is no such file")
    lines = in_workbook(path) if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods") else in_csv(path)
    _, header = next(lines, (0, []))
    names = [name.strip().lower() for name in header]
    lacking = [name for name in COLUMNS if name not in names]
    if lacking:
        raise TargetError(
            f"{path}: no column {', '.join(lacking)}. The first row names the columns {', '.join(COLUMNS)}; "
            "`ssiis targets template FILE.xlsx` writes a workbook with them"
        )
    return checked(path, [names.index(name) for name in COLUMNS], lines)


def in_csv(path: Path) -> Lines:
    _, mark = first_line(path, str(path))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=mark)
        try:
            for cells in rows:
                yield rows.line_num, cells
        except (UnicodeDecodeError, csv.Error) as error:
            raise TargetError(
                f"{path}: cannot be read after row {rows.line_num}: {error}; save it as “CSV UTF-8”"
            ) from None


def in_workbook(path: Path) -> Lines:
    try:
        book = CalamineWorkbook.from_path(str(path))
        named = next((name for name in book.sheet_names if name.strip().lower() == TABLE.name), None)
        if named is None:
            raise TargetError(f"{path}: no sheet “{TABLE.name}”; its sheets: {', '.join(book.sheet_names)}")
        for line, cells in enumerate(book.get_sheet_by_name(named).to_python(skip_empty_area=False), start=1):
            yield line, [text(cell) for cell in cells]
    except (CalamineError, OSError) as error:
        raise TargetError(f"{path}: not a readable workbook ({error}); save it again as .xlsx") from error


def checked(path: Path, at: list[int], lines: Lines) -> Read:
    problems: list[Cell] = []
    first_row: dict[tuple[int, int, str, str], int] = {}
    targets: list[Target] = []
    blank = 0
    for row, cells in lines:
        values = [cells[n].strip() if n < len(cells) else "" for n in at]
        if not values[-1]:
            blank += any(values)
            continue
        wrong = list(looked_at(row, values))
        problems += wrong
        if wrong:
            continue
        target = made(values)
        if target.key in first_row:
            same = f"the same year, month, province and indicator as row {first_row[target.key]}; keep one of them"
            problems.append(Cell(row, "indicator", same))
        first_row.setdefault(target.key, row)
        targets.append(target)
    if problems:
        told = [str(problem) for problem in problems[:MOST_TOLD]]
        more = [f"… and {len(problems) - MOST_TOLD} more"] if len(problems) > MOST_TOLD else []
        cells_ = "this cell" if len(problems) == 1 else f"these {len(problems)} cells"
        head = f"{path}: nothing was loaded; mend {cells_}:"
        raise TargetError("\n  ".join([head, *told, *more]))
    if not targets:
        raise TargetError(f"{path}: no row has a target")
    return Read(tuple(targets), blank)


def looked_at(row: int, values: list[str]) -> Iterator[Cell]:
    """What is off in one row."""
    year, month, province, indicator, target = values
    if whole(year) not in YEARS:
        yield Cell(row, "year", f"{shown(year)} is no year; write it as 2026")
    if whole(month) not in range(1, 13):
        yield Cell(row, "month", f"{shown(month)} is no month; write 1 to 12")
    if place(province) is None:
        yield Cell(
            row, "province_code", f"{shown(province)} is no province; write its code, 01 to 18, or 00 for headquarters"
        )
    if indicator not in INDICATORS:
        near = get_close_matches(indicator, INDICATORS, 1)
        hint = (
            f"; did you mean {near[0]}?"
            if near
            else "; the sheet “indicators” of `ssiis targets template FILE.xlsx` lists them"
        )
        yield Cell(row, "indicator", f"{shown(indicator)} is no indicator{hint}")
    number = decimal(target)
    if number is None or number < 0:
        yield Cell(
            row, "target", f"{shown(target)} is no number from 0 up; write it with a point and without other signs"
        )
    elif indicator in INDICATORS and INDICATORS[indicator].unit is SHARE and number > MOST_SHARE:
        yield Cell(row, "target", f"{shown(target)} is too much for a share; write 70 % as 0.7")


def shown(cell: str) -> str:
    return f"“{cell[:40]}”" if cell else "an empty cell"


def whole(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 9 else None


def decimal(cell: str) -> float | None:
    try:
        number = float(cell) if "_" not in cell else float("nan")
    except ValueError:
        return None
    return number if isfinite(number) else None


def place(cell: str) -> str | None:
    """A province by its code or by its name; headquarters by 00."""
    if not cell or cell.zfill(2) == HEADQUARTERS:
        return HEADQUARTERS if cell else None
    return resolve_province(cell)


def made(values: list[str]) -> Target:
    year, month, province, indicator, target = values
    return Target(int(year), int(month), place(province) or "", indicator, float(target))


def write_batch(folder: Path, day: date, targets: tuple[Target, ...]) -> Path:
    """The batch of a day with nothing in it but these targets; the same targets give the same bytes, in whatever order."""
    batch = folder / str(day)
    (batch / "planning").mkdir(parents=True)
    with (batch / "planning" / f"{TABLE.name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*t.key, f"{Decimal(repr(t.target)):f}") for t in sorted(targets, key=lambda t: t.key))
    return batch
