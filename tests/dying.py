"""Loads that are killed (kill -9) at a chosen moment: run as a program, it forks a load for each moment named on its standard input.

A line in is `MOMENT<tab>WAREHOUSE<tab>BATCH`; a line out is the signal or status with which that load ended.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

import etl.publish
import etl.raw
from etl.progress import Progress, Step
from etl.run import load


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Dying(Progress):
    """Kills its own process when the step begins (`begin TITLE`) or just as it ends (`end TITLE`)."""

    def __init__(self, moment: str) -> None:
        super().__init__(quiet=True)
        self.when, _, self.title = moment.partition(" ")

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        with super().step(title) as step:
            if self.title == title and self.when == "begin":
                die()
            yield step
            if self.title == title and self.when == "end":
                die()


def half(copy: Callable[..., Any]) -> Callable[..., Any]:
    """A copy that dies when half of the file is there."""

    def copied(source: Path, target: Path) -> None:
        copy(source, target)
        os.truncate(target, target.stat().st_size // 2)
        die()

    return copied


INSIDE: dict[str, tuple[Any, str, Any]] = {
    "raw rows written, not yet in place": (etl.raw.os, "rename", die),
    "half of the copy": (shutil, "copyfile", half(shutil.copyfile)),
    "pointer not yet replaced": (etl.publish.os, "replace", die),
}


def run(moment: str, warehouse: str, batch: str) -> None:
    if moment in INSIDE:
        setattr(*INSIDE[moment])
    load([Path(batch)], Path(warehouse), Dying(moment))


def main() -> None:
    for heavy in ("duckdb_sqlalchemy", "geo.places", "pandas"):
        import_module(heavy)  # once here, not in every load
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(*line.rstrip("\n").split("\t"))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


class Killer:
    """The program above, started once and asked for one death after the other."""

    def __enter__(self) -> Killer:
        import subprocess

        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.dying"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent.parent,
        )
        return self

    def killed(self, moment: str, warehouse: Path, batch: Path) -> bool:
        """Whether the load died of it; otherwise it ran to its end."""
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        self.program.stdin.write(f"{moment}\t{warehouse}\t{batch}\n")
        self.program.stdin.flush()
        return int(self.program.stdout.readline()) == -signal.SIGKILL

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        self.program.stdin.close()
        self.program.wait()
        self.program.stdout.close()


if __name__ == "__main__":
    main()
