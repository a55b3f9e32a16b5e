"""Server time of each page, cold and warm, beside its questions asked straight of the warehouse."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.figures import Figure, show
from tests.bench.memory import paths
from tests.bench.process import run


def bench_pages(warehouse: Path) -> None:
    for path in paths():
        cold, next_, again = milliseconds("filled", warehouse, path)
        bare_cold, bare_warm = milliseconds("bare", warehouse, path)
        show(Figure(f"{path}  first in the process", cold, "ms", bare_cold, "questions alone"))
        show(Figure(f"{path}  another month", next_, "ms", bare_warm, "questions alone"))
        show(Figure(f"{path}  that month again", again, "ms"))


def milliseconds(kind: str, warehouse: Path, path: str) -> list[float]:
    output = run(sys.executable, "-m", "tests.bench.one", kind, f"duckdb:///{warehouse}", path).output
    return [seconds * 1000 for seconds in json.loads(output.splitlines()[-1])]
