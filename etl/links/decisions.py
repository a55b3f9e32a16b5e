"""What people said of pairs, kept for good: a file for each answer to a list, `links/<moment>.json`, written once and never changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.errors import LoadError, in_short
from etl.links.linking import Decision
from etl.publish import synced


@dataclass(frozen=True)
class Answer:
    """Whether an enterprise is a labour unit."""

    enterprise_no: str
    ss_number: str
    same: bool


def folder_of(warehouse: Path) -> Path:
    return warehouse / "links"


def keep(warehouse: Path, answers: Iterable[Answer], by: str, source: str) -> Path:
    """Write the answers durably, after those that are there: the file appears under its name only when it is whole."""
    folder, taken = folder_of(warehouse), datetime.now(UTC)
    folder.mkdir(exist_ok=True)
    synced(warehouse)
    said = [vars(answer) for answer in answers]
    about = {"by": by, "taken_at": taken.isoformat(), "file": source, "checksum": checksum(said), "answers": said}
    number = len(files(warehouse)) + 1
    target = folder / f"{number:06d}-{taken:%Y%m%dT%H%M%SZ}.json"
    unfinished = folder / f".unfinished-{os.getpid()}"
    unfinished.write_text(json.dumps(about, ensure_ascii=False, indent=1), "utf-8")
    synced(unfinished)
    os.rename(unfinished, target)
    synced(folder)
    return target


def checksum(answers: list[dict[str, Any]]) -> str:
    return hashlib.blake2b(json.dumps(answers, sort_keys=True).encode(), digest_size=16).hexdigest()


def files(warehouse: Path) -> list[Path]:
    """In the order in which they were written."""
    return sorted(folder_of(warehouse).glob("[0-9]*.json"))


def decisions(warehouse: Path) -> list[Decision]:
    """The last word on each pair. Who confirms a pair takes back what was confirmed of either side before."""
    last: dict[tuple[str, str], Decision] = {}
    for path in files(warehouse):
        for decision in read(path):
            pair = decision.enterprise_no, decision.ss_number
            if decision.same:
                for other in [
                    other for other in last if last[other].same and (other[0] == pair[0]) != (other[1] == pair[1])
                ]:
                    del last[other]
            last[pair] = decision
    return list(last.values())


def read(path: Path) -> Iterator[Decision]:
    try:
        about = json.loads(path.read_text("utf-8"))
        if checksum(about["answers"]) != about["checksum"]:
            raise ValueError("its contents have changed")
        by, on = str(about["by"]), datetime.fromisoformat(about["taken_at"]).date()
        found = [Decision(a["enterprise_no"], a["ss_number"], a["same"], by, on) for a in about["answers"]]
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise LoadError(
            f"{path}: these decisions are damaged ({in_short(error)}); restore the file from a backup"
        ) from error
    yield from found
