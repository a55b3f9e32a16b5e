"""What the tests share: loaded warehouses, each made once a run, and the engines on which they are asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings

from etl.progress import Progress
from etl.run import load
from etl.sample import write_sample
from tests.copied import copied
from tests.postgres import postgres_url
from tests.spec.asked import Asked
from tests.spec.tables import AS_OF, Batches, write_batches
from warehouse.engines import open_warehouse

__all__ = ["postgres_url"]

HERE = Path(__file__).parent
QUIET = Progress(quiet=True)
settings.register_profile("ssiis", deadline=None, max_examples=30, derandomize=True, database=None)
settings.load_profile("ssiis")  # the same examples on every machine, however slow it is
AskedOf = Callable[[Batches | str | Path], Asked]


@pytest.fixture(scope="session")
def tiny_batches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The synthetic country in its smallest size, as delivered."""
    folder = tmp_path_factory.mktemp("tiny") / "batches"
    write_sample(folder, "tiny")
    return folder


@pytest.fixture(scope="session")
def tiny(tiny_batches: Path) -> Path:
    """The folder of the warehouse into which it was loaded: for reading only."""
    folder = tiny_batches.parent / "warehouse"
    load([tiny_batches], folder, QUIET)
    return folder


@pytest.fixture(scope="session")
def warehouse_folder(tiny: Path) -> Path:
    return tiny


@pytest.fixture(scope="session")
def warehouse(tiny: Path) -> str:
    """The URL of the tiny warehouse."""
    return f"duckdb:///{tiny}"


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the batches in tests/batch, written by hand: anyone can add them up."""
    folder = tmp_path_factory.mktemp("batch")
    load([HERE / "batch"], folder, QUIET)
    return folder


@pytest.fixture(scope="session", params=["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> str:
    """Every test that asks for it runs on each engine."""
    return str(request.param)


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Batches], Path]:
    """Text tables → the folder of their warehouse; the same tables are loaded once."""
    folders: dict[str, Path] = {}

    def of(batches: Batches) -> Path:
        key = hashlib.sha256(repr(dict(batches)).encode()).hexdigest()[:16]
        if key not in folders:
            folders[key] = tmp_path_factory.mktemp("spec") / key
            load([write_batches(folders[key] / "batches", batches)], folders[key], QUIET)
        return folders[key]

    return of


@pytest.fixture(scope="session")
def asked_of(request: pytest.FixtureRequest, engine: str, loaded: Callable[[Batches], Path]) -> Iterator[AskedOf]:
    """Text tables, or the folder of a warehouse → what answers questions about them, on the engine."""
    server = request.getfixturevalue("postgres_url") if engine == "postgresql" else ""
    known: dict[str, Asked] = {}
    with ExitStack() as stack:

        def of(about: Batches | str | Path) -> Asked:
            batches = {AS_OF: about} if isinstance(about, str) else about
            folder = batches if isinstance(batches, Path) else loaded(batches)
            if str(folder) not in known:
                url = f"duckdb:///{folder}"
                if server:
                    url = copied(folder, server, f"w{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}")
                opened = open_warehouse(url)
                stack.callback(opened.close)
                known[str(folder)] = Asked(stack.enter_context(opened.connect()))
            return known[str(folder)]

        yield of


@pytest.fixture
def asked(request: pytest.FixtureRequest, asked_of: AskedOf) -> Asked:
    """The warehouse of the test module's own TABLES."""
    return asked_of(request.module.TABLES)
