"""The command `ssiis`: load extracts, ask for indicators, make samples and workbooks, serve the dashboard."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from dashboard import targets
from dashboard.arguments import FORCE, a_day, words_of
from dashboard.links import add_links, run_links
from dashboard.settings import settings
from warehouse.periods import GRAINS
from warehouse.query import By

if TYPE_CHECKING:
    from etl.live.spool import Live

SCALES = ("tiny", "present", "national")


def parser() -> argparse.ArgumentParser:
    main_parser = argparse.ArgumentParser(
        "ssiis", description="Management dashboard of the Lao social security inspectorate."
    )
    chosen = settings()
    verbs = main_parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    def with_warehouse(added: argparse.ArgumentParser) -> argparse.ArgumentParser:
        about = "duckdb:///FOLDER (default: %(default)s)"
        added.add_argument("--warehouse", metavar="URL", default=chosen.warehouse, help=about)
        return added

    def verb(name: str, summary: str, *, warehouse: bool = True) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=summary, description=summary)
        return with_warehouse(added) if warehouse else added

    load = verb("load", "Load batches of extracts: batch folders, or folders of them, and live databases.")
    load.add_argument("batches", nargs="*", type=Path, metavar="BATCHES")
    load.add_argument(
        "--from-db",
        action="append",
        default=[],
        metavar="NAME",
        help="read the database whose URL is in SSIIS_DB_<NAME>, without writing to it; can be given again",
    )
    load.add_argument("--on", type=a_day, metavar="YYYY-MM-DD", help="the day whose batch that is (default: today)")
    load.add_argument(
        "--whole", action="store_true", help="all of its rows, not only what was updated since the last time"
    )
    load.add_argument("--quiet", action="store_true", help="no progress, only the summary")
    load.add_argument("--force", metavar="REASON", type=words_of, help=FORCE)
    rebuild = verb("rebuild", "Build the warehouse again from nothing but its raw rows.")
    rebuild.add_argument("--quiet", action="store_true", help="no progress, only the summary")
    rebuild.add_argument("--force", metavar="REASON", type=words_of, help=FORCE)
    accounts = verb("batches", "Account for every batch: read = loaded + superseded + rejected.")
    accounts.add_argument("--format", choices=("json", "csv", "text"), default="text")
    kpi = verb("kpi", "Print indicators.")
    kpi.add_argument("--indicator", required=True, metavar="ID[,ID…]")
    kpi.add_argument("--from", dest="first", required=True, metavar="YYYY-MM")
    kpi.add_argument("--to", dest="last", required=True, metavar="YYYY-MM")
    kpi.add_argument("--grain", choices=GRAINS, default="month")
    kpi.add_argument("--by", choices=get_args(By), default="none")
    kpi.add_argument("--format", choices=("json", "csv"), default="json")
    sample = verb("sample", "Write believable batches of invented extracts.", warehouse=False)
    sample.add_argument("directory", type=Path, metavar="DIR")
    sample.add_argument("--scale", choices=SCALES, default="present")
    sample.add_argument("--seed", type=int, default=20240801)
    workbooks = verb("workbooks", "Write a blank Excel workbook for each source.", warehouse=False)
    workbooks.add_argument("directory", type=Path, metavar="DIR")
    goals = verb("targets", "Load, show or prepare the targets of a year.", warehouse=False)
    targets.add_to(goals, with_warehouse)
    boundaries = verb("boundaries", "Take official boundaries of provinces or districts for the map.")
    boundaries.add_argument("file", type=Path, metavar="FILE")
    boundaries.add_argument("--map", action="append", default=[], metavar="NAME=CODE", help="say which code a name has")
    add_links(verb("links", "Links between enterprises and labour units: shown, reviewed, answered."))
    serve = verb("serve", "Serve the dashboard.")
    serve.add_argument("--host", default=chosen.host, help="default: %(default)s")
    serve.add_argument("--port", type=int, default=chosen.port, help="default: %(default)s")
    serve.add_argument("--workers", type=int, default=chosen.workers, help="processes (default: %(default)s)")
    return main_parser


def run_load(args: argparse.Namespace) -> int:
    from etl.checks import Force
    from etl.progress import Progress
    from etl.report import told
    from etl.run import load, rebuild
    from warehouse.engines.duckdb import folder_of

    folder, progress = folder_of(args.warehouse), Progress(quiet=args.quiet)
    force = Force(args.force) if args.force else None
    live = live_databases(args) if args.verb == "load" else None
    again = args.verb == "rebuild"
    summary = rebuild(folder, progress, force) if again else load(args.batches, folder, progress, force, live)
    for line in told(summary):
        print(line)
    if summary.failed is not None:
        print(f"ssiis: {summary.failed}", file=sys.stderr)
        return 1
    return 0


def live_databases(args: argparse.Namespace) -> Live | None:
    from dashboard.cli import UsageError
    from etl.live.database import configured
    from etl.live.spool import Live, today

    if args.from_db:
        named = {database.name: database for database in map(configured, args.from_db)}
        return Live(tuple(named.values()), args.on or today(), args.whole)
    if args.on or args.whole:
        raise UsageError("--on and --whole are for a live database: name it with --from-db")
    if not args.batches:
        raise UsageError("nothing to load: name batch folders, or a live database with --from-db")
    return None


def run_answers(args: argparse.Namespace) -> int:
    from dashboard import cli

    if args.verb == "kpi":
        cli.kpi(args.indicator, args.first, args.last, args.grain, args.by, args.format, args.warehouse)
    else:
        cli.batches(args.format, args.warehouse)
    return 0


def run_files(args: argparse.Namespace) -> int:
    if args.verb == "sample":
        from etl.progress import Progress
        from etl.sample import write_sample

        write_sample(args.directory, args.scale, seed=args.seed, progress=Progress().say)
    else:
        from etl.workbooks import write_workbooks

        for path in write_workbooks(args.directory):
            print(path)
    return 0


def run_boundaries(args: argparse.Namespace) -> int:
    from dashboard.cli import UsageError
    from geo.boundaries import import_official
    from warehouse.engines.duckdb import folder_of

    wrong = [pair for pair in args.map if "=" not in pair]
    if wrong:
        raise UsageError(f"--map {wrong[0]}: write NAME=CODE, such as --map Samuoi=1408")
    names = dict(pair.split("=", 1) for pair in args.map)
    for line in import_official(args.file, folder_of(args.warehouse), names).lines():
        print(line)
    return 0


def run_serve(args: argparse.Namespace) -> int:
    from dashboard.serve import serve

    return serve(args)


RUNS = {
    "targets": targets.run,
    "load": run_load,
    "rebuild": run_load,
    "batches": run_answers,
    "kpi": run_answers,
    "sample": run_files,
    "workbooks": run_files,
    "boundaries": run_boundaries,
    "links": run_links,
    "serve": run_serve,
}


def main(words: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 it could not be done (said on standard error), 2 the words of the command are off."""
    try:
        args = parser().parse_args(words)
        return RUNS[args.verb](args)
    except KeyboardInterrupt:
        print("ssiis: stopped; what was published before is unchanged", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        status, text = explained(error)
        if text is None:
            raise
        print(f"ssiis: {text}", file=sys.stderr)
        return status


def explained(error: Exception) -> tuple[int, str | None]:
    """The exit status and words for an error that a person can do something about; no words for a fault of ours."""
    from dashboard.cli import UsageError
    from dashboard.settings import SettingError
    from etl.errors import LoadError, disk_full, in_short
    from geo.boundaries import BoundaryError
    from warehouse.engines import WarehouseError

    if isinstance(error, UsageError | SettingError):
        return 2, str(error)
    if isinstance(error, LoadError | WarehouseError | BoundaryError | LookupError):
        return 1, str(error)
    said = in_short(error)
    if disk_full(error):
        return 1, f"the disk is full: {said}. Free some space and try again; what was published before is unchanged"
    if isinstance(error, OSError):
        return 1, said
    return 1, None


READING = ("serve", "kpi", "batches")


def run() -> None:
    """The command itself. DuckDB imports pandas with the first bound parameter wherever it is installed: seconds and 60 MB
    for each process that only reads. So it is hidden from those; pyarrow, which a load uses, fails when it is."""
    if sys.argv[1:2] and sys.argv[1] in READING:
        sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]
    sys.exit(main())


if __name__ == "__main__":
    run()
