"""`python -m tests.bench [--scale …] [--only …]`: makes its sample under var/bench if missing, measures, prints."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench.figures import heading
from tests.bench.linking import bench_links
from tests.bench.loading import bench_load
from tests.bench.process import ROOT, SSIIS, run

PARTS = ("load", "links", "pages", "users", "bytes", "memory")


def parser() -> argparse.ArgumentParser:
    words = argparse.ArgumentParser("tests.bench", description=__doc__)
    words.add_argument("--scale", choices=("tiny", "present", "national"), default="present")
    words.add_argument("--only", choices=PARTS, action="append", help="may be given more than once")
    words.add_argument("--sample", type=Path, help="batches to load (default: made under var/bench)")
    words.add_argument("--warehouse", type=Path, help="folder of a loaded warehouse to measure pages over")
    words.add_argument("--seconds", type=float, default=10.0, help="how long users click (default: %(default)s)")
    return words


def sample_of(args: argparse.Namespace) -> Path:
    """The batches to load; made once, and kept."""
    given: Path | None = args.sample
    if given is not None:
        return given.resolve()
    made = ROOT / "var" / "bench" / str(args.scale) / "batches"
    if not made.exists():
        print(f"making the {args.scale} sample in {made} …", flush=True)
        unfinished = made.with_name("unfinished")
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        run(*SSIIS, "sample", str(unfinished), "--scale", args.scale)
        unfinished.rename(made)
    return made


def warehouse_of(args: argparse.Namespace) -> Path:
    """A loaded warehouse: the one given, or var/bench's, loaded if it is missing."""
    given: Path | None = args.warehouse
    if given is not None:
        return given.resolve()
    folder = ROOT / "var" / "bench" / str(args.scale) / "warehouse"
    if not (folder / "current").exists():
        run(*SSIIS, "load", str(sample_of(args)), "--warehouse", f"duckdb:///{folder}", "--quiet")
    return folder


def main(args: argparse.Namespace) -> None:
    parts = tuple(part for part in PARTS if part in (args.only or PARTS))
    if "load" in parts:
        heading(f"load, {args.scale}")
        folder = ROOT / "var" / "bench" / str(args.scale) / "warehouse"
        folder.parent.mkdir(parents=True, exist_ok=True)
        bench_load(sample_of(args), folder)
    if "links" in parts:
        heading(f"links, {args.warehouse or args.scale}")
        bench_links(sample_of(args), warehouse_of(args))
    for part in parts:
        if part not in ("load", "links"):
            heading(f"{part}, {args.warehouse or args.scale}")
            measure(part, warehouse_of(args), args.seconds)


def measure(part: str, warehouse: Path, seconds: float) -> None:
    """The parts that need the dashboard, which is imported for them alone."""
    if part == "pages":
        from tests.bench.filled import bench_pages

        bench_pages(warehouse)
    elif part == "users":
        from tests.bench.users import bench_users

        bench_users(warehouse, seconds)
    elif part == "bytes":
        from tests.bench.traffic import bench_bytes

        bench_bytes(warehouse)
    else:
        from tests.bench.memory import bench_memory

        bench_memory(warehouse, seconds)


if __name__ == "__main__":
    main(parser().parse_args())
