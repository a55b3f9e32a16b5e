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
    """Whether there was no room to write: the system says it with a number, DuckDB in words."""
    return getattr(error, "errno", None) in FULL_NUMBERS or any(words in str(error) for words in FULL_WORDS)


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Whatever cannot be read in `file` is a BatchError; a full disk remains what it is."""
    try:
        yield
    except (OSError, EOFError, zlib.error, duckdb.Error) as error:
        if disk_full(error):
            raise
        said = str(error).split("\n")[0][:200]
        raise BatchError(f"{file}: cannot be read ({said}); deliver the file again") from error
