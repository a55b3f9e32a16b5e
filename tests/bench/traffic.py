"""Bytes over the wire, compressed, of a first and of later page loads in Chromium, and the time to a filled page."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench.figures import Figure, show
from tests.bench.process import SSIIS, free_port, scratch, serving

FILLED = "#main > *"


@dataclass
class Load:
    requests: int = 0
    bytes: float = 0
    seconds: float = 0
    by_kind: dict[str, float] = field(default_factory=dict)


def load(context: BrowserContext, url: str) -> Load:
    """One page opened in a fresh tab; what the browser's cache answers counts nothing."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    seen, kinds = Load(), {}

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        seen.requests += 1
        seen.bytes += event["encodedDataLength"]
        kind = kinds.get(event["requestId"], "Other")
        seen.by_kind[kind] = seen.by_kind.get(kind, 0) + event["encodedDataLength"]

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    started = time.perf_counter()
    page.goto(url)
    page.wait_for_selector(FILLED)
    seen.seconds = time.perf_counter() - started
    page.wait_for_load_state("networkidle")
    page.close()
    return seen


def program() -> str | None:
    """The system's Chromium; else Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def bench_bytes(warehouse: Path) -> None:
    port, log = free_port(), scratch() / "serve.log"
    command = (*SSIIS, "serve", "--warehouse", f"duckdb:///{warehouse}", "--port", str(port))
    with serving(*command, port=port, log=log), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        context = browser.new_context()
        first = load(context, f"http://127.0.0.1:{port}/")
        again = load(context, f"http://127.0.0.1:{port}/")
        other = load(context, f"http://127.0.0.1:{port}/compliance")
        browser.close()
    for name, seen in (("first load of /", first), ("second load of /", again), ("then /compliance", other)):
        beside = None if seen is first else first.bytes / 1024
        show(Figure(f"{name}: {seen.requests} requests", seen.bytes / 1024, "KiB", beside, "first load"))
        print(
            f"  filled after {seen.seconds:.2f} s;", ", ".join(f"{k} {v / 1024:,.0f}" for k, v in seen.by_kind.items())
        )
