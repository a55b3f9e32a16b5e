"""Load: the whole sample into an empty warehouse, against DuckDB's bare COPY of the same files."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.bench.figures import Figure, show
from tests.bench.process import SSIIS, run

TIMES, MEMORY_MIB = 6.0, 4096.0


def read_through(folder: Path) -> float:
    """Every byte once, so that both read from memory; its size in MiB."""
    size = 0
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                while part := file.read(1 << 24):
                    size += len(part)
    return size / (1 << 20)


def bench_load(sample: Path, warehouse: Path) -> None:
    size = read_through(sample)
    copied = warehouse.parent / "copied.duckdb"
    copied.unlink(missing_ok=True)
    bare = run(sys.executable, "-m", "tests.bench.copying", str(sample), str(copied))
    copied.unlink()
    shutil.rmtree(warehouse, ignore_errors=True)
    loaded = run(*SSIIS, "load", str(sample), "--warehouse", f"duckdb:///{warehouse}", "--quiet")
    rows = int(bare.output.split()[-1])
    print(f"{rows:,} rows in {size:,.0f} MiB")
    show(Figure("load", loaded.seconds, "s", bare.seconds, "bare COPY", TIMES))
    show(Figure("rows a second", rows / loaded.seconds, "rows/s", rows / bare.seconds, "bare COPY"))
    show(Figure("peak memory of the load", loaded.peak_mib, "MiB", aim=MEMORY_MIB))
    published = warehouse / (warehouse / "current").read_text().strip()
    show(Figure("size of the warehouse", published.stat().st_size / (1 << 20), "MiB", size, "extracts"))
