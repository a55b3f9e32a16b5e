"""Finding batches and the files in them: `<batch>/<source>/<table>.<ext>`, or one workbook a source."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from etl.errors import BatchError, reading
from warehouse.sources import CONTRACT, Source, Table, full_name

PLAIN = (".csv", ".csv.gz", ".parquet")
LEFT_BEHIND = {"Thumbs.db", "desktop.ini", "__MACOSX"}
YEARS = range(1950, 2400)
BUDDHIST_YEARS = range(2493, 2700)
BLOCK = 1 << 22


@dataclass(frozen=True)
class Delivered:
    """A table of a batch and the file that holds it; `sheet` where the file is a workbook."""

    source: Source
    table: Table
    path: Path
    sheet: str | None = None

    @property
    def name(self) -> str:
        return full_name(self.source, self.table)


@dataclass(frozen=True)
class Spooled:
    """Where a file that was read from a live database comes from, as people know it; `origin` tells databases apart."""

    known_as: str
    origin: str


@dataclass(frozen=True)
class Batch:
    """A folder of extracts, named after their date; `spooled` are those of its files that hold raw rows of a live database."""

    day: date
    folder: Path
    spooled: Mapping[Path, Spooled] = field(default_factory=dict, hash=False)

    def file_name(self, path: Path) -> str:
        """As people know it: relative to the batch's parent."""
        known = self.spooled.get(path)
        return known.known_as if known else str(path.relative_to(self.folder.parent))


def batch_day(folder: Path) -> date | None:
    try:
        return date.fromisoformat(folder.name) if len(folder.name) == 10 else None
    except ValueError:
        return None


def find_batches(paths: Iterable[Path]) -> list[Batch]:
    """The batches that the paths are or contain, by date; BatchError where a path holds none, or two have one date."""
    found: dict[date, Batch] = {}
    for path in paths:
        for batch in batches_in(path.resolve()):
            if batch.day in found and found[batch.day].folder != batch.folder:
                raise BatchError(f"{batch.folder} and {found[batch.day].folder} are both batch {batch.day}: keep one")
            found[batch.day] = batch
    return [found[day] for day in sorted(found)]


def batches_in(path: Path) -> list[Batch]:
    if not path.is_dir():
        raise BatchError(f"{path}: there is no such folder")
    if batch_day(path) or holds_sources(path):
        return [dated(path)]
    folders = [child for child in visible(path) if child.is_dir()]
    inside = [dated(child) for child in folders if batch_day(child) or holds_sources(child)]
    if not inside:
        raise BatchError(
            f"{path}: no batch here. A batch is a folder named after its date (such as 2026-10-31) with a folder for "
            f"each source ({', '.join(source.name for source in CONTRACT.sources)})"
        )
    return inside


def holds_sources(folder: Path) -> bool:
    return any(
        (folder / source.name).is_dir() or (folder / f"{source.name}.xlsx").exists() for source in CONTRACT.sources
    )


def dated(folder: Path) -> Batch:
    """BatchError where the name is no date, or one that would make every number as of another age."""
    day = batch_day(folder)
    if day is None:
        raise BatchError(
            f"{folder}: holds extracts, but its name is no date; rename it to their date, such as 2026-10-31"
        )
    if day.year not in YEARS:
        era = f" (Buddhist era? Then it is {day.year - 543}{day:-%m-%d})" if day.year in BUDDHIST_YEARS else ""
        raise BatchError(
            f"{folder}: a batch of the year {day.year} cannot be{era}; rename it to the date of its extracts"
        )
    return Batch(day, folder)


def delivered(batch: Batch) -> list[Delivered]:
    """The tables of a batch in the contract's order; BatchError for whatever the contract does not know."""
    found: dict[str, Delivered] = {}
    for source, path in source_files(batch):
        for item in tables_of(batch, source, path):
            if item.name in found:
                both = f"{batch.file_name(found[item.name].path)} and {batch.file_name(path)}"
                raise BatchError(f"{both} both deliver {item.name}: keep one")
            found[item.name] = item
    if not found:
        raise BatchError(
            f"{batch.folder}: the batch holds no table. Expected <source>/<table>.csv, such as lsso/labour_units.csv"
        )
    return [found[full_name(s, t)] for s, t in CONTRACT.tables() if full_name(s, t) in found]


def source_files(batch: Batch) -> Iterator[tuple[Source, Path]]:
    by_name = {source.name: source for source in CONTRACT.sources}
    for child in visible(batch.folder):
        stem = child.name.removesuffix(".xlsx")
        if stem not in by_name or (child.is_file() and stem == child.name):
            raise unknown(batch, child, by_name, "source")
        if child.is_file():
            yield by_name[stem], child
            continue
        for path in visible(child):
            yield by_name[stem], path


def visible(folder: Path) -> list[Path]:
    """What people put there; not what their systems leave behind."""
    return [p for p in sorted(folder.iterdir()) if not p.name.startswith((".", "~$")) and p.name not in LEFT_BEHIND]


def tables_of(batch: Batch, source: Source, path: Path) -> list[Delivered]:
    if path.name.endswith(".xlsx"):
        from etl.workbook_reader import sheets

        return [Delivered(source, table, path, sheet) for table, sheet in sheets(batch, source, path)]
    by_name = {table.name: table for table in source.tables}
    for ending in PLAIN:
        table = by_name.get(path.name.removesuffix(ending))
        if path.name.endswith(ending) and table:
            return [Delivered(source, table, path)]
    raise unknown(batch, path, by_name, f"table of {source.name}")


def unknown(batch: Batch, path: Path, known: Iterable[str], what: str) -> BatchError:
    names, formats = list(known), ", ".join((*PLAIN, ".xlsx"))
    if path.name.lower().split(".")[0] in names:
        return BatchError(f"{batch.file_name(path)}: not a kind of file that is taken; a table ends in {formats}")
    near = difflib.get_close_matches(path.name.split(".")[0], names, 1)
    hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(names)}"
    return BatchError(f"{batch.file_name(path)}: no {what} of the contract has this name ({hint}); formats: {formats}")


def fingerprint(batch: Batch) -> str:
    """Of the names and contents of its files: the same delivery has the same one wherever it lies."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted({item.path for item in delivered(batch)}):
        digest.update(f"{path.relative_to(batch.folder)}\0".encode())
        with reading(batch.file_name(path)), path.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
            digest.update(file.tell().to_bytes(8, "little"))
    return digest.hexdigest()
