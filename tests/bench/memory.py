"""Memory of each worker of the server: started, after every page once, and after many views."""

from __future__ import annotations

from pathlib import Path

from layouts.page import pages
from tests.bench.figures import Figure, show
from tests.bench.filling import UPDATE
from tests.bench.process import SSIIS, free_port, memory_mib, scratch, serving, workers
from tests.bench.users import WORKERS, crowd, fetched, filling_of, views


def bench_memory(warehouse: Path, seconds: float) -> None:
    port, log = free_port(), scratch() / "serve.log"
    command = (*SSIIS, "serve", "--warehouse", f"duckdb:///{warehouse}", "--port", str(port), "--workers", str(WORKERS))
    with serving(*command, port=port, log=log) as server:
        started = remembered(server)
        filling = filling_of(port)
        for path in paths():
            for _ in range(2 * WORKERS):  # each worker is likely to answer
                fetched(port, ("POST", UPDATE, filling.body(path, "")))
        seen = remembered(server)
        crowd(port, iter([("POST", UPDATE, filling.body("/", search)) for search in views()]), seconds)
        used = remembered(server)
    for name, state in (("started", started), ("after every page", seen), ("after many views", used)):
        for number, (pss, rss) in enumerate(state, 1):
            show(Figure(f"worker {number}, {name}: PSS", pss, "MiB", rss, "RSS"))


def remembered(server: int) -> list[tuple[float, float]]:
    return [memory_mib(pid) for pid in workers(server)]


def paths() -> list[str]:
    """Every page's address; a page of one province is that of the capital."""
    return [page.path.partition("<")[0] + ("01" if "<" in page.path else "") for page in pages()]
