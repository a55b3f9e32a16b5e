"""The warehouse is a function of its raw rows and the reference tables: it can be built from nothing but them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.loading import (
    FIRST,
    SECOND,
    Said,
    contents,
    copy_of,
    current,
    debris,
    first,
    kpi,
    load,
    ssiis,
    taken,
    three_batches,
)


@pytest.fixture(scope="module")
def batches(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return three_batches(tmp_path_factory.mktemp("rebuild") / "batches")


@pytest.fixture(scope="module")
def loaded(batches: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two loads, the second of two batches."""
    return taken(copy_of(first(tmp_path_factory), batches[0].parent.parent / "loaded"), *batches[1:])


@pytest.fixture
def warehouse(loaded: Path, tmp_path: Path) -> Path:
    return copy_of(loaded, tmp_path / "warehouse")


def rebuilt(warehouse: Path) -> Said:
    return ssiis("rebuild", "--warehouse", warehouse, "--quiet")


def test_from_nothing_but_the_raw_rows(loaded: Path, tmp_path: Path) -> None:
    """A published file is there, but nobody can read it."""
    copy_of(loaded / "raw", tmp_path / "warehouse" / "raw")
    (tmp_path / "warehouse" / "current").write_text("warehouse-000007.duckdb")
    (tmp_path / "warehouse" / "warehouse-000007.duckdb").write_text("nonsense" * 1000)
    said = rebuilt(tmp_path / "warehouse")
    assert (said.status, said.err) == (0, ""), said
    assert said.out.startswith("loaded 2026-08-31, 2026-09-30, 2026-10-31\n17 rows read = 16 loaded + 0 super"), said
    assert contents(tmp_path / "warehouse", aside="nothing") == contents(loaded, aside="nothing")
    assert not debris(tmp_path / "warehouse")


def test_raw_rows_are_every_cell_as_it_was(loaded: Path) -> None:
    raw = loaded / "raw" / FIRST
    assert sorted(path.name for path in raw.iterdir()) == [
        "batch.json",
        "inspections.orders.parquet",
        "lsso.contributions.parquet",
        "lsso.inspectors.parquet",
        "lsso.labour_units.parquet",
        "published",
    ]
    rows = duckdb.sql(f"select * from read_parquet('{raw / 'lsso.contributions.parquet'}')").fetchall()
    assert rows[0] == ("SS1", "2026-06", "20", "50000000", "5750000", "5750000", "2026-07-05", "1")
    assert len(rows) == 4, "the rejected row is there too"


def test_a_lost_pointer_is_no_reason_to_begin_again_in_silence(warehouse: Path, batches: list[Path]) -> None:
    (warehouse / "current").unlink()
    for batch in batches:
        said = load(warehouse, batch)
        assert said.status == 1
        assert "2026-08-31, 2026-09-30, 2026-10-31 was published before and is not there any more" in said.err
        assert "run `ssiis rebuild` first" in said.err


@pytest.mark.parametrize("harm", ["missing", "cut", "nonsense"])
def test_a_published_file_that_cannot_be_read(harm: str, warehouse: Path, batches: list[Path]) -> None:
    file = current(warehouse)
    if harm == "missing":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    else:
        file.write_bytes(b"nonsense" * 1000)
    for words in (("batches",), ("load", str(batches[0]))):
        said = ssiis(*words, "--warehouse", warehouse)
        assert (said.status, said.out) == (1, "")
        assert f"{file}: cannot be opened" in said.err
        assert "run `ssiis rebuild`" in said.err


def test_raw_rows_that_were_changed_or_lost_are_found(warehouse: Path) -> None:
    before, file = kpi(warehouse), warehouse / "raw" / SECOND / "lsso.labour_units.parquet"
    about = warehouse / "raw" / SECOND / "batch.json"
    whole, words = file.read_bytes(), about.read_text()
    for harm in (lambda: file.write_bytes(whole[:-1] + b"x"), file.unlink):
        harm()
        said = rebuilt(warehouse)
        assert said.status == 1
        assert f"{file}: the raw rows of this batch are damaged" in said.err
        assert "restore it from a backup" in said.err
    file.write_bytes(whole)
    for text in (words[:50], "[]", json.dumps({"tables": [{}]})):
        about.write_text(text)
        assert "2026-09-30: the raw rows of this batch are damaged" in rebuilt(warehouse).err
    about.write_text(words)
    shutil.rmtree(warehouse / "raw" / SECOND)
    for said in (rebuilt(warehouse), load(warehouse, warehouse / "raw")):
        assert said.status == 1
    assert "2026-09-30: the raw rows of this batch are gone" in rebuilt(warehouse).err
    assert kpi(warehouse) == before
    assert not debris(warehouse)


def test_a_warehouse_of_another_version_is_built_again(
    batches: list[Path], loaded: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    warehouse = copy_of(first(tmp_path_factory), tmp_path / "warehouse")
    with duckdb.connect(str(current(warehouse))) as db:
        db.execute("alter table stg_lsso_labour_units drop column phone")
    said = ssiis("load", *batches[1:], "--warehouse", warehouse)
    assert said.status == 0, said
    assert "another version of SSIIS built the published warehouse: everything is built again" in said.err
    assert contents(warehouse) == contents(loaded)


def test_nothing_to_build_from(tmp_path: Path) -> None:
    said = rebuilt(tmp_path / "nowhere")
    assert (said.status, said.out) == (1, "")
    assert "nowhere: there is no such folder" in said.err
    assert not (tmp_path / "nowhere").exists()
    assert "no raw rows are kept here; load batches first" in rebuilt(tmp_path).err
