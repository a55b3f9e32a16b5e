"""What a reader looks for, by number or name: units, enterprises that no unit is linked to, inspections; the best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, case, func, literal, select

from warehouse.codes import SUBJECT, CodeList, listed
from warehouse.records.model import ListColumn, Listing, shown
from warehouse.spelling import MARK, spelled
from warehouse.star import dim_search
from warehouse.text import Text

x = dim_search.c
WHY: CodeList = listed(
    "why",
    Text("Why it is here", lo="ເປັນຫຍັງຈຶ່ງພົບ"),
    ("ss_number", "Social security number", "ລະຫັດປະກັນສັງຄົມ"),
    ("tin", "Tax identification number", "ເລກປະຈຳຕົວຜູ້ເສຍອາກອນ"),
    ("enterprise_no", "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ"),
    ("inspection_no", "Inspection number", "ເລກທີການກວດກາ"),
    ("number_part", "Part of a number", "ສ່ວນໜຶ່ງຂອງເລກທີ"),
    ("name", "The whole name", "ຊື່ທັງໝົດ"),
    ("name_en", "Words of the name in English", "ຄຳໃນຊື່ພາສາອັງກິດ"),
    ("name_lo", "Words of the name in Lao", "ຄຳໃນຊື່ພາສາລາວ"),
    ("names", "Words of its names", "ຄຳໃນຊື່"),
    ("other_name", "An earlier name, or that of the linked enterprise", "ຊື່ເກົ່າ ຫຼື ຊື່ວິສາຫະກິດທີ່ເຊື່ອມໂຍງ"),
)
NUMBERS = ("ss_number", "tin", "enterprise_no", "inspection_no")
KIND = ListColumn("kind", SUBJECT.title, "code", codes=SUBJECT)
COLUMNS = (x.kind_code, x.key, x.ss_number, x.enterprise_no, x.tin, x.inspection_no, x.name_en, x.name_lo)
PLACED = (x.province_code, x.district_code, x.sector_code, x.since_on, x.until_on)
SHORTEST = 2  # letters that a search needs


@dataclass(frozen=True)
class Search:
    """Everything whose numbers or names hold each of the words; the whole number first, then whole names, beginnings, parts."""

    text: str
    limit: int = 50
    offset: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for word in map(spelled, self.text.split()) if word)

    @property
    def is_enough(self) -> bool:
        return len("".join(self.words)) >= SHORTEST

    def listing(self, connection: Connection, day: date) -> Listing:
        columns = (
            ListColumn("why", WHY.title, "code", codes=WHY),
            KIND,
            ListColumn("key", x.key.info["title"]),
            *(shown(column) for column in (*COLUMNS[2:], *PLACED)),
        )
        rows = list(self.found(connection)) if self.is_enough else []
        total = rows[0][-1] if rows else 0
        return Listing(columns, tuple((self.why(row), *row[:-2]) for row in rows), total, self.limit, self.offset)

    def found(self, connection: Connection) -> Iterator[Any]:
        whole = "".join(self.words)
        rank = case(
            (func.strpos(x.spelled, f"{MARK}{whole}{MARK}") > 0, 0),
            (func.strpos(x.spelled, f"{MARK}{whole}") > 0, 1),
            (func.strpos(x.spelled, f"{MARK}{self.words[0]}") > 0, 2),
            else_=3,
        )
        order = (rank, x.until_on.is_not(None), x.kind_code.desc(), x.name_en.nulls_last(), x.key)
        chosen = (
            select(*COLUMNS, *PLACED, x.spelled, func.count().over())
            .where(*(func.strpos(x.spelled, literal(word)) > 0 for word in self.words))
            .order_by(*order)
        )
        yield from connection.execute(chosen.limit(self.limit).offset(self.offset))

    def why(self, row: Any) -> str:
        """The number that is the text, else the name that holds its words, else where they are."""
        whole = "".join(self.words)
        numbers = {name: spelled(getattr(row, name) or "") for name in NUMBERS}
        for name, known in numbers.items():
            if known == whole:
                return name
        if whole.isdecimal() and any(whole in known for known in numbers.values()):
            return "number_part"
        names = {name: spelled(getattr(row, name) or "") for name in ("name_en", "name_lo")}
        for name, known in names.items():
            if known == whole:
                return "name"
            if all(word in known for word in self.words):
                return name
        for code, known_ in (("names", names), ("number_part", numbers)):
            if all(any(word in known for known in known_.values()) for word in self.words):
                return code
        return "other_name"
