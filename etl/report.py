"""The summary at the end of a load, in words."""

from __future__ import annotations

from collections.abc import Iterator

from etl.run import Summary


def told(summary: Summary) -> Iterator[str]:
    """What was loaded, what became of the rows, what was published."""
    for day in summary.unchanged:
        yield f"{day}: loaded before, nothing to do"
    yield from summary.notes
    totals = [0, 0, 0, 0, 0]
    for (day, _), account in summary.accounts.items():
        if day not in summary.loaded:
            continue
        counts = (account.read, account.loaded, account.superseded, account.rejected, account.warnings)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    if summary.loaded:
        read, loaded, superseded, rejected, warnings = totals
        yield f"loaded {', '.join(str(day) for day in summary.loaded)}"
        yield f"{read:,} rows read = {loaded:,} loaded + {superseded:,} superseded + {rejected:,} rejected; {warnings:,} warnings"
    if summary.left:
        yield f"not loaded: {', '.join(str(day) for day in summary.left)}"
    for what in summary.forced:
        yield f"forced, though it does not hold: {what}"
    if summary.force is not None and summary.published is not None and not summary.forced:
        yield "every check held: nothing had to be forced, and the reason is not kept"
    if summary.published is not None:
        yield f"published {summary.published}"
    else:
        yield "the published warehouse is unchanged"
