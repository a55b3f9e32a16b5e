"""A database that the environment names: opened for reading only, its secrets kept out of every message."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote_plus

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from etl.errors import LoadError, disk_full

PREFIX = "SSIIS_DB_"
HIDDEN = "***"
SECRET_KEY = re.compile(r"(?i)pass|pwd|secret|token|key|credential")
SECRET_PAIR = re.compile(r"(?i)(?:password|passwd|pwd|secret|token)=([^;&]+)")
# Said to a database when the connection is new, so that all tables are read as of one moment and nothing can be written.
OPENING = {
    "mysql": ("set session transaction isolation level repeatable read", "set session transaction read only"),
    "mariadb": ("set session transaction isolation level repeatable read", "set session transaction read only"),
    "oracle": ("set transaction read only",),
    "postgresql": ("set datestyle to iso", "set client_encoding to 'UTF8'", "set extra_float_digits to 1"),
    "sqlite": ("pragma query_only = on", "begin"),
}


class LiveError(LoadError):
    """A live database cannot be read as it is configured, or as it is; the message names it."""


@dataclass(frozen=True)
class Database:
    """A configured database; `name` is the variable's without its prefix."""

    name: str
    url: URL
    secrets: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return f"database {self.name} ({self.clean(self.url.render_as_string(hide_password=True))})"

    @property
    def place(self) -> str:
        """Tells this database from another one under the same name; says nothing about user or password."""
        url = self.url
        told = sorted((k, str(v)) for k, v in url.query.items() if not SECRET_KEY.search(k))
        where = repr((url.get_backend_name(), url.host, url.port, url.database, told))
        return hashlib.blake2b(self.clean(where).encode(), digest_size=8).hexdigest()

    def clean(self, text: str) -> str:
        """The text without anything secret."""
        for secret in self.secrets:
            text = text.replace(secret, HIDDEN)
        return text

    def error(self, error: BaseException) -> LiveError:
        """What the driver says, in a line, cleaned."""
        said = " ".join(str(getattr(error, "orig", None) or error).split()) or type(error).__name__
        return LiveError(f"{self.shown}: {self.clean(said)[:400]}")


def configured(name: str, environment: Mapping[str, str] = os.environ) -> Database:
    """The database of that name; LiveError says which variable to set, and which there are."""
    plain = name.upper().replace("-", "_")
    variable = f"{PREFIX}{plain}"
    given = environment.get(variable, "").strip()
    if not given:
        known = sorted(
            key.removeprefix(PREFIX) for key, value in environment.items() if key.startswith(PREFIX) and value
        )
        raise LiveError(
            f"no database {name} is configured: set {variable} to its URL, such as postgresql+psycopg://user:password@host/database. "
            f"Configured: {', '.join(known) or 'none'}"
        )
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):  # its words may hold a part of the password
        raise LiveError(
            f"{variable}: this is no URL of a database. It reads kind+driver://user:password@host:port/database; "
            "in a password, @ is written %40, : %3A, / %2F"
        ) from None
    return Database(plain, url, secrets_of(url, given))


def secrets_of(url: URL, given: str) -> tuple[str, ...]:
    """Whatever in the URL must not be shown, in every spelling in which a driver may say it, the longest first."""
    found = {str(url.password)} if url.password else set()
    for key, value in url.query.items():
        values = (value,) if isinstance(value, str) else value
        if SECRET_KEY.search(key):
            found.update(values)
    found.update(SECRET_PAIR.findall(given))
    found.update(SECRET_PAIR.findall(unquote_plus(given)))
    authority = given.partition("://")[2]
    if "@" in authority:
        found.add(authority.rpartition("@")[0].partition(":")[2])
    spelt = {text for secret in found if secret for text in (secret, quote(secret, safe=""), unquote_plus(secret))}
    return tuple(sorted(spelt, key=len, reverse=True))


@contextmanager
def reading_from(database: Database) -> Iterator[Connection]:
    """A connection that cannot write and sees one moment; LiveError for whatever goes wrong with it, without its secrets."""
    failures: tuple[type[Exception], ...] = (SQLAlchemyError, *driver_errors(database))
    try:
        engine = made(database)
        try:
            with engine.connect() as connection:
                for statement in OPENING.get(engine.dialect.name, ()):
                    connection.exec_driver_sql(statement)
                yield connection
        finally:
            engine.dispose()
    except Exception as error:
        if disk_full(error) or not isinstance(error, failures):
            raise
        raise database.error(error) from None  # the driver's error may hold the URL


def driver_errors(database: Database) -> tuple[type[Exception], ...]:
    """What the driver raises past SQLAlchemy while rows are fetched."""
    try:
        error: type[Exception] = database.url.get_dialect().import_dbapi().Error
    except (SQLAlchemyError, ImportError, AttributeError):
        return ()
    return (error,)


def made(database: Database) -> Engine:
    """The engine; LiveError where its driver is not there."""
    url, kind = database.url, database.url.get_backend_name()
    options: dict[str, Any] = {"poolclass": NullPool}
    if kind == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
        options["execution_options"] = {"postgresql_readonly": True}
    elif kind == "duckdb":
        options["connect_args"] = {"read_only": True}
    elif kind == "sqlite":
        options["creator"] = lambda: open_sqlite(url)
    try:
        return create_engine(url, **options)
    except NoSuchModuleError:
        raise LiveError(f"{database.shown}: SSIIS knows no kind of database {url.drivername}") from None
    except ImportError as error:
        raise LiveError(
            f"{database.shown}: the driver of {url.drivername} is not installed ({error}); install it into SSIIS's .venv"
        ) from None


def open_sqlite(url: URL) -> sqlite3.Connection:
    """The file as it is, never made anew; text that is no UTF-8 keeps its bytes, and its row is refused later."""
    connection = sqlite3.connect(f"file:{quote(url.database or '')}?mode=ro", uri=True, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    return connection
