"""`ssiis links`: how many enterprises are linked to labour units, pairs to review as a workbook, and the answers back."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.arguments import FORCE, words_of
from warehouse.codes import LINK_BAND


def add_links(words: argparse.ArgumentParser) -> None:
    verbs = words.add_subparsers(dest="links", required=True, metavar="WHAT")

    def verb(called: str, summary: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(called, help=summary, description=summary)
        added.add_argument("--warehouse", metavar="URL", default=argparse.SUPPRESS, help="duckdb:///FOLDER")
        return added

    verb("show", "Count the links by band and by what found them.")
    review = verb("review", "Write pairs for a person to decide, as an Excel workbook.")
    review.add_argument("file", type=Path, metavar="FILE.xlsx")
    review.add_argument("--band", choices=[item.code for item in LINK_BAND], default="to_review")
    take = verb(
        "take", "Take the answers of a workbook; they are kept for good, and the warehouse is published with them."
    )
    take.add_argument("file", type=Path, metavar="FILE.xlsx")
    take.add_argument("--by", required=True, type=words_of, metavar="NAME", help="who decided")
    take.add_argument("--force", metavar="REASON", type=words_of, help=FORCE)
    take.add_argument("--quiet", action="store_true", help="no progress, only the summary")


def run_links(args: argparse.Namespace) -> int:
    from etl.checks import Force
    from etl.links import answers, review
    from etl.progress import Progress
    from warehouse.engines.duckdb import folder_of

    folder = folder_of(args.warehouse)
    if args.links == "show":
        from dashboard.cli import aligned

        for line in aligned(
            [("band", "method", "", "pairs"), *((b, m, "", f"{n:,}") for b, m, n in review.counts(folder))]
        ):
            print(line)
    elif args.links == "review":
        print(f"{review.write_review(folder, args.file, args.band):,} pairs in {args.file}")
    else:
        force = Force(args.force) if args.force else None
        taken = answers.take(folder, args.file, args.by, Progress(quiet=args.quiet), force)
        print(f"{taken.same:,} confirmed, {taken.other:,} refused, {taken.unanswered:,} without an answer")
        print(f"published {taken.published}" if taken.published else "no answer in it: nothing was changed")
    return 0
