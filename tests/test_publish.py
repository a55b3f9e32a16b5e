"""Publication: whatever happens to a load, at whatever moment, the last published state stays whole and can be read."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from etl.publish import publish
from tests.dying import Killer
from tests.loading import (
    FIRST,
    ONE,
    ROOT,
    SECOND,
    TWO,
    command,
    contents,
    copy_of,
    current,
    debris,
    delivery,
    first,
    kpi,
    load,
    ssiis,
    taken,
)
from warehouse.engines import open_warehouse
from warehouse.query import as_of
from warehouse.star import fact_unit_month

MOMENTS = (
    "raw rows written, not yet in place",
    "half of the copy",
    "pointer not yet replaced",
)


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return delivery(tmp_path_factory.mktemp("second"), SECOND, TWO)


@pytest.fixture(scope="module")
def undisturbed(second: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse as it is when both batches were loaded and nothing happened."""
    return taken(copy_of(first(tmp_path_factory), second.parent / "undisturbed"), second)


@pytest.fixture
def warehouse(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(first(tmp_path_factory), tmp_path / "warehouse")


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    with Killer() as one:
        yield one


def published_again(warehouse: Path) -> Path:
    """The published state once more, under a new name."""
    build = warehouse / "build-of-test.tmp"
    shutil.copyfile(current(warehouse), build)
    return publish(warehouse, build)


def test_a_kill_at_any_moment_leaves_what_was_published(
    warehouse: Path, second: Path, undisturbed: Path, killer: Killer
) -> None:
    """Each load but the last is killed; each finds what the one before it left."""
    before, file = kpi(warehouse), current(warehouse).read_bytes()
    for moment in MOMENTS:
        assert killer.killed(moment, warehouse, second), f"there is no moment “{moment}” in a load"
        assert kpi(warehouse) == before, moment
        assert current(warehouse).read_bytes() == file, moment
    kill_9_at_a_line(warehouse, second, "build dim_labour_unit")
    assert kpi(warehouse) == before
    scatter(warehouse)
    taken(warehouse, second)
    assert not debris(warehouse)
    assert contents(warehouse) == contents(undisturbed)


def kill_9_at_a_line(warehouse: Path, batch: Path, words: str) -> None:
    """Of the command itself, when that step is told on the terminal."""
    load_command = command("load", batch, "--warehouse", warehouse)
    with subprocess.Popen(load_command, cwd=ROOT, stdout=-1, stderr=-1, text=True) as running:
        assert running.stderr is not None
        assert any(words in line for line in running.stderr)
        running.kill()
    assert running.returncode == -9


def scatter(warehouse: Path) -> None:
    """Whatever else a broken load can leave."""
    for name in ("build-1.tmp", "build-1.tmp.wal", ".current-77", "warehouse-000009.duckdb", "build-1.tmp.spill/x"):
        (warehouse / name).parent.mkdir(exist_ok=True)
        (warehouse / name).write_text("half")
    (warehouse / "raw" / ".incoming-2026-09-30").mkdir(exist_ok=True)
    (warehouse / "load.lock").write_text("4711")


def test_a_kill_after_publication_has_published(
    warehouse: Path, second: Path, undisturbed: Path, killer: Killer
) -> None:
    assert killer.killed("end publish", warehouse, second)
    assert contents(warehouse) == contents(undisturbed)
    assert "2026-09-30: loaded before, nothing to do" in load(warehouse, second).out
    assert not debris(warehouse)
    assert (warehouse / "raw" / SECOND / "published").exists()


def test_a_first_load_that_was_killed_leaves_no_warehouse_and_is_no_obstacle(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, killer: Killer
) -> None:
    batch, warehouse = delivery(tmp_path, FIRST, ONE), tmp_path / "warehouse"
    assert killer.killed(f"begin {FIRST} check lsso.labour_units", warehouse, batch)
    said = ssiis("batches", "--warehouse", warehouse)
    assert (said.status, said.out) == (1, "")
    assert "no warehouse was published here yet; run `ssiis load` first" in said.err
    assert "no raw rows are kept here" in ssiis("rebuild", "--warehouse", warehouse).err
    said = ssiis("load", batch, "--warehouse", warehouse)
    assert said.status == 0
    assert "2026-08-31: an earlier load was broken off; the batch is read again" in said.err
    assert contents(warehouse) == contents(first(tmp_path_factory))
    assert not debris(warehouse)


def test_readers_never_fail_and_never_see_half_a_load(warehouse: Path, tmp_path: Path) -> None:
    stop = tmp_path / "stop"
    words = [sys.executable, "-m", "tests.readers", str(warehouse), str(stop)]
    tickets = "ticket_no,opened_on,province_code,channel,topic\nT1,2026-08-01,01,telephone,legal\n"
    with subprocess.Popen(words, cwd=ROOT, stdout=-1, text=True) as readers:
        assert readers.stdout is not None
        assert readers.stdout.readline() == "ready\n"
        try:
            for turn in range(10):
                if turn == 4:
                    taken(warehouse, delivery(tmp_path, "2026-09-01", {"helpdesk/tickets.csv": tickets}))
                published_again(warehouse)
        finally:
            stop.touch()
        seen: dict[str, Any] = json.loads(readers.stdout.readline())
    assert (seen["failures"], seen["mixed"]) == ([], [])
    assert len(seen["pages"]) == 2, "the readers were to see the state change"


def test_a_reader_keeps_its_state_after_the_file_was_removed(warehouse: Path) -> None:
    opened, file = open_warehouse(str(warehouse)), current(warehouse)
    with opened.connect() as connection:
        before = as_of(connection)
        for _ in range(3):
            published_again(warehouse)
        assert not file.exists()
        assert as_of(connection) == before
        assert connection.execute(select(func.count()).select_from(fact_unit_month)).scalar()
        with opened.connect() as other:
            assert as_of(other) == before
        assert opened.version == current(warehouse).name != file.name
    opened.close()


def test_only_the_file_before_the_published_one_is_kept(warehouse: Path) -> None:
    names = [published_again(warehouse).name for _ in range(4)]
    assert sorted(path.name for path in warehouse.glob("warehouse-*.duckdb")) == names[-2:]
    assert current(warehouse).name == names[-1]


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As `ulimit -f` does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_no_room_for_a_file(warehouse: Path, second: Path) -> None:
    before, size = contents(warehouse), current(warehouse).stat().st_size
    for limit in (600, size // 2):
        with no_file_larger_than(limit):
            said = load(warehouse, second)
        assert said.status == 1, limit
        assert "ssiis: the disk is full: " in said.err, limit
        assert "Free some space and try again; what was published before is unchanged" in said.err
        assert contents(warehouse) == before
        assert not debris(warehouse)
        assert [path.name for path in (warehouse / "raw").iterdir()] == [FIRST]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 48 MB, in memory."""
    if os.getuid():
        pytest.skip("only root may mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(place)], check=False, capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk(small_disk: Path, second: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    warehouse, filler = copy_of(first(tmp_path_factory), small_disk / "warehouse"), small_disk / "filler"
    before, size = kpi(warehouse), current(warehouse).stat().st_size
    for room in (0, 6000, size // 2, size + 65536):
        filler.unlink(missing_ok=True)
        free = os.statvfs(small_disk)
        filler.write_bytes(bytes(free.f_bavail * free.f_bsize - room))
        said = load(warehouse, second)
        assert said.status == 1, room
        assert "ssiis: the disk is full: " in said.err, said.err
        assert "No space left on device" in said.err, said.err
        assert kpi(warehouse) == before
        assert not debris(warehouse)
