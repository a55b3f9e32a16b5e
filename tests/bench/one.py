"""One page in a process of its own, that knows nothing beforehand: filled by the app, or its questions asked bare."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from tests.bench.filling import DEPENDENCIES, UPDATE, Filling


def filled(url: str, path: str) -> list[float]:
    """Seconds of the first fill, of one for another month, and of that again; the app itself has started before."""
    from dashboard.app import create_app, ready
    from dashboard.settings import Settings

    client = ready(create_app(Settings(url))).server.test_client()
    filling = Filling(client.get(DEPENDENCIES).data)
    return [timed(client, filling.body(path, search)) for search in ("", "?period=2026-08", "?period=2026-08")]


def timed(client: Any, body: bytes) -> float:
    started = time.perf_counter()
    answer = client.post(UPDATE, data=body, content_type="application/json")
    seconds = time.perf_counter() - started
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.status}: {answer.data[:500]!r}")
    return seconds


def bare(url: str, path: str) -> list[float]:
    """Seconds of the page's questions, one after another on one connection, and once more."""
    from callbacks.answers import Answerer
    from callbacks.fill import read
    from warehouse.engines import open_warehouse
    from warehouse.query import Question, values
    from warehouse.records import answer

    warehouse = open_warehouse(url)
    context = Answerer(warehouse).context("en", "light")
    warehouse.close()
    page, view, _ = read(path, {}, context)
    assert page is not None
    asks = list(dict.fromkeys(ask for block in page.standing(view) for ask in block.asks(view)))
    found = []
    started = time.perf_counter()
    with open_warehouse(url).connect() as connection:
        for _ in range(2):
            for ask in asks:
                if isinstance(ask, Question):
                    values(connection, ask, context.as_of)
                else:
                    answer(connection, ask, context.as_of)
            found.append(time.perf_counter() - started)
            started = time.perf_counter()
    return found


if __name__ == "__main__":
    kind, *words = sys.argv[1:]
    print(json.dumps((filled if kind == "filled" else bare)(*words)))
