"""`ssiis targets`: load a file of targets, show how far the year's goals are reached, write a blank workbook."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import select

from dashboard.arguments import FORCE, a_day, words_of
from dashboard.cli import UsageError, aligned, known_indicators, printed
from warehouse.engines import WarehouseError, open_warehouse
from warehouse.query import as_of
from warehouse.records import Goals, Listing, TargetList, answer
from warehouse.star import fact_target

Verb = Callable[..., argparse.ArgumentParser]


def add_to(parser: argparse.ArgumentParser, warehouse: Verb) -> None:
    """The three verbs, each with the warehouse that `warehouse` adds."""
    verbs = parser.add_subparsers(dest="what", required=True, metavar="load|show|template")

    def verb(name: str, summary: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = verbs.add_parser(name, help=summary, description=summary)
        return warehouse(added)

    load = verb("load", "Check a file of targets, row by row, and load it as a batch.")
    load.add_argument("file", type=Path, metavar="FILE", help="a CSV, or a workbook with a sheet “targets”")
    load.add_argument("--on", type=a_day, metavar="YYYY-MM-DD", help="the day whose batch that is (default: today)")
    load.add_argument("--force", type=words_of, metavar="REASON", help=FORCE)
    load.add_argument("--quiet", action="store_true", help="no progress, only the summary")
    show = verb("show", "Print the goals of a year: so far, target, forecast of its end.")
    show.add_argument("--year", type=a_year, metavar="YYYY", help="default: that of the last batch")
    show.add_argument("--indicator", default="", metavar="ID[,ID…]", help="default: all that have a target")
    show.add_argument("--by", choices=("none", "province"), default="none")
    show.add_argument("--months", action="store_true", help="the targets themselves, month by month, as they were set")
    show.add_argument("--format", choices=("csv", "json", "text"), default="text")
    template = verb("template", "Write a blank workbook of a year's targets to fill in.")
    template.add_argument("file", type=Path, metavar="FILE.xlsx")
    template.add_argument("--year", type=a_year, metavar="YYYY", help="default: the year after the last batch's")
    template.add_argument(
        "--indicator", default="", metavar="ID[,ID…]", help="default: those that have had targets so far"
    )


def a_year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1990 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"{text} is no year: write it as 2026")
    return int(text)


def run(args: argparse.Namespace) -> int:
    return {"load": load, "show": show, "template": template}[args.what](args)


def load(args: argparse.Namespace) -> int:
    """Nothing is loaded unless every row is right."""
    from etl.checks import Force
    from etl.live.spool import today
    from etl.progress import Progress
    from etl.report import told
    from etl.run import load as load_batches
    from etl.target_file import read_targets, write_batch
    from warehouse.engines.duckdb import folder_of

    read = read_targets(args.file)
    folder, day = folder_of(args.warehouse), args.on or today()
    with TemporaryDirectory(prefix="ssiis-targets-") as drop:
        batch = write_batch(Path(drop), day, read.targets)
        notices(folder, batch, day)
        force = Force(args.force) if args.force else None
        summary = load_batches([batch], folder, Progress(quiet=args.quiet), force)
    for line in told(summary):
        print(line)
    print(f"{len(read.targets):,} targets of {args.file}; {read.blank:,} rows without a target were passed over")
    if summary.failed is not None:
        raise summary.failed
    return 0


def notices(folder: Path, batch: Path, day: date) -> None:
    """What a batch of that day means: refused where another one has it, a later as-of date where it is the last."""
    from etl.batches import find_batches, fingerprint
    from etl.published import published_batches

    known = published_batches(folder)
    if day in known and known[day] != fingerprint(find_batches([batch])[0]):
        free = day + timedelta(days=1)
        while free in known:
            free += timedelta(days=1)
        raise UsageError(
            f"a batch of {day} is loaded already, and what was loaded is kept for good. Give the targets a day of their own, "
            f"such as --on {free}; where two batches have the same target, that of the later day counts"
        )
    last = max(known, default=day)
    if day > last:
        print(f"note: this is now the last batch; the as-of date of every number moves from {last} to {day}")


def show(args: argparse.Namespace) -> int:
    ids = known_indicators(args.indicator) if args.indicator else ()
    with closing(open_warehouse(args.warehouse)) as opened, opened.connect() as connection:
        day = as_of(connection)
        year = args.year or day.year
        if args.months:
            asked = [answer(connection, TargetList(year, id_)) for id_ in ids or ("",)]
        else:
            asked = [answer(connection, Goals(year, day, ids, args.by))]
    records = [record for listing in asked for record in plain(listing)]
    if not records:
        raise LookupError(f"no targets are set for {year}; load them with `ssiis targets load FILE`")
    fields = tuple(records[0])
    if args.format == "text":
        for line in aligned([fields, *(tuple(map(in_text, record.values())) for record in records)]):
            print(line)
    else:
        printed(fields, records, args.format)
    return 0


def plain(listing: Listing) -> list[dict[str, Any]]:
    return [{k: f"{v:%Y-%m}" if isinstance(v, date) else v for k, v in record.items()} for record in listing.records()]


def in_text(value: Any) -> str:
    if value is None:
        return "–"
    return (
        f"{value:.4g}"
        if isinstance(value, float) and abs(value) < 1000
        else f"{value:,.0f}"
        if isinstance(value, float)
        else str(value)
    )


def template(args: argparse.Namespace) -> int:
    from etl.live.spool import today
    from etl.target_book import write_template

    if args.file.suffix.lower() != ".xlsx":
        raise UsageError(f"{args.file}: a workbook's name ends in .xlsx")
    ids, year = tuple(known_indicators(args.indicator)) if args.indicator else (), args.year
    if not ids or year is None:
        try:
            with closing(open_warehouse(args.warehouse)) as opened, opened.connect() as connection:
                ids = ids or tuple(
                    connection.execute(select(fact_target.c.indicator).distinct().order_by("indicator")).scalars()
                )
                year = year or as_of(connection).year + 1
        except (WarehouseError, LookupError):
            year = year or today().year
    ids = ids or ("inspections",)
    rows = write_template(args.file, year, ids)
    print(f"{args.file}: {rows:,} rows to fill in for {year}, of {', '.join(ids)}; rows left empty set no target")
    return 0
