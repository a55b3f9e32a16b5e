"""Programs that are run and measured: time and peak memory of a command, a server that lives as long as a block."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SSIIS = (sys.executable, "-m", "dashboard")
PATIENCE = 60.0


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mib: float
    output: str


def run(*command: str) -> Run:
    """The command to its end; RuntimeError with what it said where it failed."""
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{output[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024, output)


def scratch() -> Path:
    """Where servers write their logs, and bodies lie."""
    folder = ROOT / "var" / "bench" / "run"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def serving(*command: str, port: int, log: Path, path: str = "/") -> Iterator[int]:
    """The server's process id, once `path` answers; it and its workers end with the block."""
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True)
        try:
            wait_for(f"http://127.0.0.1:{port}{path}", process, log)
            yield process.pid
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                answer.read()
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{url} does not answer:\n{log.read_text()[-2000:]}")


def workers(server: int) -> list[int]:
    """The process ids of a server's workers, or its own where it has none."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    return [int(child) for child in children] or [server]


def memory_mib(pid: int) -> tuple[float, float]:
    """Proportional and resident memory of a process: PSS shares out what several processes have in common."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    kib = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if line.split()[-1] == "kB"}
    return kib["Pss"] / 1024, kib["Rss"] / 1024
