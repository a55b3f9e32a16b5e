"""Reading a CSV row by row where it is not one row a line: quoted line ends, rows too long or short, bytes that are no text."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from etl.errors import BatchError

MARKS = (",", ";", "\t")
BLOCK = 1 << 22
LONGEST_HEADER = 1 << 20
LONGEST_CELL = 10_000_000
OTHER_FORMATS = {
    b"PK\x03\x04": "this is an Excel workbook (or another zip) by its contents; name it .xlsx, or save it as “CSV UTF-8”",
    b"\x1f\x8b": "this is a packed file by its contents; name it .csv.gz",
    b"PAR1": "this is a Parquet file by its contents; name it .parquet",
    b"\xff\xfe": "this is UTF-16 text; save it as “CSV UTF-8”",
    b"\xfe\xff": "this is UTF-16 text; save it as “CSV UTF-8”",
}
Row = tuple[int, list[str], str | None]
csv.field_size_limit(LONGEST_CELL)


def opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def first_line(path: Path, known_as: str) -> tuple[list[str], str]:
    """The header's cells and the mark between them; BatchError where it is no line of text."""
    with opened(path) as file:
        line = file.readline(LONGEST_HEADER)
    for start, told in OTHER_FORMATS.items():
        if line.startswith(start):
            raise BatchError(f"{known_as}: {told}")
    try:
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BatchError(f"{known_as}: not UTF-8 text; save it as “CSV UTF-8”") from None
    if not text.strip():
        raise BatchError(f"{known_as}: there is no header in the first line; a table without rows has its header still")
    if "\r" in text or "\0" in text:
        raise BatchError(f"{known_as}: the lines do not end as lines of UTF-8 text do; save it as “CSV UTF-8”")
    mark = max(MARKS, key=text.count)
    return next(csv.reader([text], delimiter=mark)), mark


def lines_after_header(path: Path) -> int:
    """Physical lines but the first; a last line without an end counts."""
    lines, last = 0, b"\n"
    with opened(path) as file:
        while block := file.read(BLOCK):
            lines += block.count(b"\n")
            last = block[-1:]
    return lines - 1 + (last != b"\n")


class Lines(Iterator[str]):
    """The lines of a file; those taken since `settled` can be given back."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.returned, self.taken, self.number = file, list[bytes](), list[bytes](), 0

    def __next__(self) -> str:
        line = self.returned.pop() if self.returned else next(self.file)
        self.taken.append(line)
        self.number += 1
        return line.decode("utf-8", "surrogateescape")

    def settled(self) -> None:
        self.taken.clear()

    def give_back_all_but_first(self) -> str:
        first, *others = self.taken
        self.returned.extend(reversed(others))
        self.number -= len(others)
        return first.decode("utf-8", "surrogateescape")


def careful_rows(path: Path, mark: str, width: int) -> Iterator[Row]:
    """(line at which the row begins, cells, what is wrong with the row as a whole).

    A quotation mark that is opened and not closed as it should be spoils its own line, and not those after it.
    """
    with opened(path) as file:
        lines = Lines(file)
        reader = csv.reader(lines, delimiter=mark, strict=True)
        next(lines)
        while True:
            lines.settled()
            begins = lines.number + 1
            try:
                cells, spoilt = next(reader), False
            except StopIteration:
                return
            except csv.Error:
                cells, spoilt = alone(lines.give_back_all_but_first(), mark)
            if len(cells) > 1 or any(cell.strip() for cell in cells):
                yield begins, *judged(cells, width, spoilt)


def alone(line: str, mark: str) -> tuple[list[str], bool]:
    """The cells of a line that breaks the rules of quoting, and whether they cannot be told apart."""
    try:
        cells = next(csv.reader([line], delimiter=mark))
    except csv.Error:
        return [line.rstrip("\r\n")], True
    return cells, line.count('"') % 2 == 1


def judged(cells: list[str], width: int, spoilt: bool) -> tuple[list[str], str | None]:
    if any(not cell.isascii() and any("\udc80" <= letter <= "\udcff" for letter in cell) for cell in cells):
        readable = [cell.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") for cell in cells]
        return readable, "not_utf8"
    return cells, "malformed_row" if spoilt or len(cells) != width else None
