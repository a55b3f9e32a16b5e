"""What a check that stops is made of: SQL for what does not hold, and words for it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.database import Database

SHOWN = 3


@dataclass(frozen=True)
class Rule:
    """`sql` gives a row for each thing that does not hold; `says` tells it, with the row's cells in its {}."""

    check: str
    sql: str
    says: str

    def broken(self, db: Database) -> list[str]:
        """The first few in words, and how many there are beside them; nothing where the rule holds."""
        rows = db.run(f"select *, count(*) over () from ({self.sql}) limit {SHOWN}")
        told = [self.says.format(*row) for row in rows]
        more = rows[0][-1] - len(rows) if rows else 0
        return [*told[:-1], f"{told[-1]}; and {more:,} more"] if more else told


def named(columns: tuple[str, ...], alias: str = "") -> str:
    return ", ".join(f'{alias}"{column}"' for column in columns)
