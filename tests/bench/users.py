"""Many users at once, each asking again once answered: filter changes a second, against the same bytes as files."""

from __future__ import annotations

import http.client
import itertools
import random
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.figures import Figure, show
from tests.bench.filling import DEPENDENCIES, UPDATE, Filling
from tests.bench.process import SSIIS, free_port, scratch, serving

USERS, WORKERS, THREADS = 20, 2, 4
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate, br"}
BODIES = "SSIIS_BENCH_BODIES"
Call = tuple[str, str, bytes | None]


@dataclass
class Tally:
    """What the users saw."""

    seconds: list[float] = field(default_factory=list)
    failures: int = 0
    bytes: int = 0


def use(port: int, calls: Iterator[Call], until: float, tally: Tally, lock: threading.Lock) -> None:
    """One user on one connection that stays open."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.perf_counter() < until:
        with lock:
            call = next(calls, None)
        if call is None:
            return
        started = time.perf_counter()
        connection.request(*call, HEADERS)
        answer = connection.getresponse()
        size = len(answer.read())
        taken = time.perf_counter() - started
        with lock:
            tally.seconds.append(taken)
            tally.failures += answer.status != 200
            tally.bytes += size


def crowd(port: int, calls: Iterator[Call], seconds: float) -> tuple[Tally, float]:
    """All users for a while; how long it took in fact."""
    tally, lock, started = Tally(), threading.Lock(), time.perf_counter()
    arguments = (port, calls, started + seconds, tally, lock)
    users = [threading.Thread(target=use, args=arguments) for _ in range(USERS)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    return tally, time.perf_counter() - started


def filling_of(port: int) -> Filling:
    return Filling(fetched(port, ("GET", DEPENDENCIES, None), {}))


def fetched(port: int, call: Call, headers: dict[str, str] = HEADERS) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(*call, headers)
    body = connection.getresponse().read()
    connection.close()
    return body


def views() -> list[str]:
    """Queries that differ in a filter, as users change them: province, sector, size and month; in a fixed shuffle."""
    months = [f"2026-{month:02}" for month in range(1, 11)]
    codes = itertools.product(
        months, ("", *(f"{n:02}" for n in range(1, 19))), ("", "C", "F", "G"), ("", "micro", "large")
    )
    found = [f"?period={m}&province={p}&sector={s}&size={z}" for m, p, s, z in codes]
    random.Random(20).shuffle(found)
    return found


def bench_users(warehouse: Path, seconds: float) -> None:
    """Views nobody asked for before, then few views again and again, then the bodies of those as files."""
    folder = scratch() / "bodies"
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), scratch() / "serve.log"
    command = (*SSIIS, "serve", "--warehouse", f"duckdb:///{warehouse}", "--port", str(port), "--workers", str(WORKERS))
    with serving(*command, port=port, log=log):
        filling = filling_of(port)
        asked = [("POST", UPDATE, filling.body("/", search)) for search in views()]
        few = asked[-20:]
        for number, call in enumerate(few):
            (folder / str(number)).write_bytes(fetched(port, call))
        fresh = crowd(port, iter(asked[:-20]), seconds)
        again = crowd(port, itertools.cycle(few), seconds)
    files = crowd_of_files(folder, len(few), seconds)
    baseline = rate(files)
    report("filter changes, views not asked before", fresh, baseline)
    report("filter changes, views asked before", again, baseline)


def crowd_of_files(folder: Path, count: int, seconds: float) -> tuple[Tally, float]:
    port = free_port()
    server = (sys.executable, "-m", "gunicorn", "--workers", str(WORKERS), "--threads", str(THREADS), "--bind")
    command = (*server, f"127.0.0.1:{port}", "--env", f"{BODIES}={folder}", "tests.bench.static:app")
    with serving(*command, port=port, log=folder.parent / "static.log", path="/0"):
        calls = itertools.cycle([("GET", f"/{number}", None) for number in range(count)])
        return crowd(port, calls, seconds)


def rate(seen: tuple[Tally, float]) -> float:
    return len(seen[0].seconds) / seen[1]


def report(name: str, seen: tuple[Tally, float], baseline: float) -> None:
    tally = seen[0]
    show(Figure(name, rate(seen), "/s", baseline, "as files"))
    slowest = statistics.quantiles(tally.seconds, n=20)[-1] if len(tally.seconds) > 1 else 0.0
    show(Figure("  half of them answered within", statistics.median(tally.seconds) * 1000, "ms"))
    show(Figure("  95 % answered within", slowest * 1000, "ms"))
    size = tally.bytes / max(1, len(tally.seconds))
    print(f"  {len(tally.seconds):,} answers, {tally.failures} failures, {size:,.0f} bytes each")
