"""Words of the command line that several verbs take: a day, and text in which something must stand."""

from __future__ import annotations

import argparse
from datetime import date

FORCE = "publish although a check does not hold, with the reason, which is kept for good"


def words_of(text: str) -> str:
    """Who decided, or why a publication is forced."""
    if not text.strip():
        raise argparse.ArgumentTypeError(
            "there is nothing in it: write a name, or a reason that can be understood in a year's time"
        )
    return text.strip()


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day: write YYYY-MM-DD") from None
