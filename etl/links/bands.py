"""From which probability on two entries are linked, and from which a person shall look at them: two settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from etl.errors import LoadError

LINK_FROM, REVIEW_FROM = "SSIIS_LINK_FROM", "SSIIS_REVIEW_FROM"
DEFAULTS = {LINK_FROM: "0.65", REVIEW_FROM: "0.2"}
LINKED, TO_REVIEW, NOT_LINKED = "linked", "to_review", "not_linked"
LEAST = 0.01  # pairs less likely than this are not kept


class BandError(LoadError):
    """A threshold in the environment that cannot be one."""


@dataclass(frozen=True)
class Bands:
    link_from: float = float(DEFAULTS[LINK_FROM])
    review_from: float = float(DEFAULTS[REVIEW_FROM])


def bands(environment: Mapping[str, str] = os.environ) -> Bands:
    """From the environment. Above one half, an enterprise can have one link only: its other candidates share what is left."""
    link_from, review_from = (share(name, environment.get(name) or DEFAULTS[name]) for name in (LINK_FROM, REVIEW_FROM))
    if not 0.5 <= link_from <= 1:
        raise BandError(f"{LINK_FROM}={link_from:g}: a pair is linked from a probability between 0.5 and 1 on")
    if not LEAST <= review_from <= link_from:
        raise BandError(
            f"{REVIEW_FROM}={review_from:g}: it lies between {LEAST} and {LINK_FROM}, which is {link_from:g}"
        )
    return Bands(link_from, review_from)


def share(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise BandError(f"{name}={text!r} is not a number, such as {DEFAULTS[name]}") from None
