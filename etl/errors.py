"""What a person who runs a load must be told: what is wrong, where, and what to do about it."""

from __future__ import annotations


class LoadError(RuntimeError):
    """The work could not be done; nothing that was published is changed."""


class BatchError(LoadError):
    """A batch cannot be taken as it is; the message names the file."""
