"""Publication: a new versioned file, made durable, then the pointer replaced at once; readers see the old state or the new one."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.errors import LoadError
from warehouse.engines.duckdb import POINTER

KEPT = 2
LOCK = "load.lock"


@contextmanager
def only_load(folder: Path) -> Iterator[None]:
    """One load at a time; the operating system frees the lock of a load that died."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise LoadError(
                f"another load is running in {folder} (process {file.read().strip()}); wait until it has ended"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        clear_debris(folder)
        try:
            yield
        finally:
            clear_debris(folder)


def clear_debris(folder: Path) -> None:
    """What a load that was killed or failed left behind; never a published file."""
    patterns = ("build-*", "spool-*", ".current-*", "raw/.incoming-*", "links/.unfinished-*")
    left = [path for pattern in patterns for path in folder.glob(pattern)]
    current = current_file(folder)
    if current is not None and current.exists():
        left += [path for path in versions(folder) if path.name > current.name]
    for path in left:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def current_file(folder: Path) -> Path | None:
    pointer = folder / POINTER
    return folder / pointer.read_text("ascii").strip() if pointer.exists() else None


def versions(folder: Path) -> list[Path]:
    return sorted(folder.glob("warehouse-[0-9]*.duckdb"))


def publish(folder: Path, built: Path) -> Path:
    """Make the built file the current one; OSError leaves the last published state as it was."""
    numbers = [int(path.stem.removeprefix("warehouse-")) for path in versions(folder)]
    target = folder / f"warehouse-{max(numbers, default=0) + 1:06d}.duckdb"
    synced(built)
    os.rename(built, target)
    synced(folder)
    temporary = folder / f".current-{os.getpid()}"
    temporary.write_text(target.name, "ascii")
    synced(temporary)
    os.replace(temporary, folder / POINTER)
    synced(folder)
    for old in versions(folder)[:-KEPT]:
        old.unlink()
    return target


def synced(path: Path) -> None:
    """On the disk, not only in the system's memory."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
