"""What a person who runs a load must be told: what is wrong, where, and what to do about it."""

from __future__ import annotations

import errno
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

FULL_NUMBERS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_WORDS = ("No space left", "Disk quota exceeded", "File too large", "max_temp_directory_size", "failed to offload")


class LoadError(RuntimeError):
    """The work could not be done; nothing that was published is changed."""


class BatchError(LoadError):
    """A batch cannot be taken as it is; the message names the file."""


def disk_full(error: BaseException) -> bool:
    """Whether there was no room to write: the system says it with a number, DuckDB in words, perhaps one error later."""
    if getattr(error, "errno", None) in FULL_NUMBERS or any(words in str(error) for words in FULL_WORDS):
        return True
    before = error.__cause__ or error.__context__
    return before is not None and disk_full(before)


def in_short(error: BaseException) -> str:
    """The line of an error that says what happened."""
    lines = str(error).splitlines() or [type(error).__name__]
    return next((line for line in lines if any(words in line for words in FULL_WORDS)), lines[0])


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Whatever cannot be read in `file` is a BatchError; a full disk remains what it is."""
    try:
        yield
    except (OSError, EOFError, zlib.error, duckdb.Error) as error:
        if disk_full(error):
            raise
        raise BatchError(f"{file}: cannot be read ({in_short(error)[:200]}); deliver the file again") from error
