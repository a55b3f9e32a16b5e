"""A database of each test's own, holding the first hand-written delivery, and the warehouse of its first reading.

The database is named by a path from the folder in which the test runs: a copy of it is in the same place as the original.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.live.databases import DAY, filled, read, sound
from tests.loading import ONE, copy_of

URL = "sqlite:///lsso.db"


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database and the warehouse: for copies only."""
    folder = tmp_path_factory.mktemp("live")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        here.setenv("SSIIS_DB_LSSO", filled(URL, ONE))
        sound(read(folder / "warehouse", "--on", DAY))
    return folder


@pytest.fixture
def lsso(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The database's URL."""
    shutil.copyfile(once / "lsso.db", tmp_path / "lsso.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSIIS_DB_LSSO", URL)
    return URL


@pytest.fixture
def warehouse(once: Path, lsso: str, tmp_path: Path) -> Path:
    """After the first reading."""
    return copy_of(once / "warehouse", tmp_path / "warehouse")
