"""DuckDB: a folder of versioned files and a pointer, `current`, that the loader replaces at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy.pool import NullPool

from warehouse.engines import WarehouseError

POINTER = "current"
READER = {"threads": 2, "memory_limit": "400MB", "enable_external_access": False, "lock_configuration": True}


def folder_of(url: str) -> Path:
    """The folder that `duckdb:///DIR` or a bare path names."""
    scheme, mark, path = url.partition("://")
    if "?" in path or (not mark and "?" in url):
        raise WarehouseError(f"{url}: DuckDB takes no folder with a question mark in its name")
    if not mark and url:
        return Path(url)
    if scheme.startswith("postgresql"):
        raise WarehouseError(f"{scheme}://…: only read here; load into a folder, duckdb:///FOLDER, and copy from there")
    if scheme != "duckdb" or not path.startswith("/") or path == "/":
        raise WarehouseError(f"{url}: a warehouse is written duckdb:///FOLDER or postgresql+psycopg://…")
    return Path(path[1:])


def published(folder: Path) -> Path:
    """The file that readers read now."""
    try:
        name = (folder / POINTER).read_text("ascii").strip()
    except FileNotFoundError:
        raise WarehouseError(
            f"{folder.absolute()}: no warehouse was published here yet; run `ssiis load` first"
        ) from None
    return folder / name


@dataclass
class Opened:
    name: str
    engine: Engine
    keeper: Connection
    users: int = 0


class DuckDBWarehouse:
    """Reads the published file; a new one is opened when the pointer has changed, the old closed when its last user leaves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._opened: Opened | None = None

    @property
    def version(self) -> str:
        return published(self.folder).name

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        with self._lock:
            opened = self._current()
            opened.users += 1
        try:
            with opened.engine.connect() as connection:
                yield connection
        finally:
            with self._lock:
                opened.users -= 1
                if opened is not self._opened and not opened.users:
                    release(opened)

    def close(self) -> None:
        with self._lock:
            if self._opened is not None and not self._opened.users:
                release(self._opened)
            self._opened = None

    def _current(self) -> Opened:
        """The published file, opened; retried once, since an old file may be removed between reading its name and opening it."""
        for last_try in (False, True):
            file = published(self.folder)
            if self._opened is not None and self._opened.name == file.name:
                return self._opened
            try:
                fresh = opened_file(file)
            except Exception as error:
                if last_try:
                    raise WarehouseError(f"{file}: cannot be opened ({error}); run `ssiis rebuild`") from error
                continue
            if self._opened is not None and not self._opened.users:
                release(self._opened)
            self._opened = fresh
            return fresh
        raise AssertionError("unreachable")


def opened_file(file: Path) -> Opened:
    if not file.exists():
        raise FileNotFoundError(file)
    url = URL.create("duckdb", database=str(file))
    engine = create_engine(url, connect_args={"read_only": True, "config": dict(READER)}, poolclass=NullPool)
    return Opened(file.name, engine, engine.connect())


def release(opened: Opened) -> None:
    opened.keeper.close()
    opened.engine.dispose()
