"""What may be set from the environment: each with its default and what it is for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from etl.links.bands import DEFAULTS, LINK_FROM, REVIEW_FROM, BandError, bands


@dataclass(frozen=True)
class Setting:
    name: str
    default: str
    help: str


class SettingError(ValueError):
    """A setting of the environment that cannot be read."""


SETTINGS = (
    Setting("SSIIS_WAREHOUSE", "duckdb:///var/warehouse", "the warehouse: duckdb:///FOLDER or postgresql+psycopg://…"),
    Setting("SSIIS_HOST", "127.0.0.1", "address that the dashboard listens on"),
    Setting("SSIIS_PORT", "8050", "port that it listens on"),
    Setting("SSIIS_WORKERS", "2", "processes that answer, each with four threads"),
    Setting("SSIIS_STALE_DAYS", "45", "age of the last batch, in days, from which /readyz says that data is old"),
    Setting(
        "SSIIS_LADDER",
        "decision",
        "reading of the law from the next load on: decision (education, warning, summons) or law (one warning)",
    ),
    Setting(LINK_FROM, DEFAULTS[LINK_FROM], "probability from which an enterprise is linked to a labour unit"),
    Setting(REVIEW_FROM, DEFAULTS[REVIEW_FROM], "probability from which a person shall look at the two"),
    Setting(
        "SSIIS_DB_<NAME>", "(none)", "a live database for `ssiis load --from-db NAME`: any SQLAlchemy URL, only read"
    ),
)


@dataclass(frozen=True)
class Settings:
    warehouse: str
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    stale_days: int = 45


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """From the environment; SettingError names one that is no number."""
    chosen = {s.name: environment.get(s.name) or s.default for s in SETTINGS}

    def number(name: str) -> int:
        try:
            return int(chosen[name])
        except ValueError:
            raise SettingError(f"{name}={chosen[name]!r} is not a whole number") from None

    try:
        bands(environment)
    except BandError as error:
        raise SettingError(str(error)) from None
    return Settings(
        chosen["SSIIS_WAREHOUSE"],
        chosen["SSIIS_HOST"],
        number("SSIIS_PORT"),
        number("SSIIS_WORKERS"),
        number("SSIIS_STALE_DAYS"),
    )
