"""What the search found, the best first: each with its number, its names, where it is and why it is here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from layouts.blocks import Answers, listing, state
from layouts.listed import Listed
from layouts.rows import pager
from layouts.spoken import place_name
from layouts.view import View
from warehouse.codes import SECTOR, SUBJECT
from warehouse.records import WHY, Listing, Search
from warehouse.text import Text
from warehouse.units import grouped

LIMIT = 50
ASK = Text("What are you looking for?", lo="ທ່ານຊອກຫາຫຍັງ?")
ASK_HOW = Text(
    "Write a social security, tax, enterprise or inspection number, or a part of a name in Lao or English, in the box above.",
    lo="ຂຽນລະຫັດປະກັນສັງຄົມ, ເລກອາກອນ, ເລກທະບຽນວິສາຫະກິດ, ເລກທີການກວດກາ ຫຼື ສ່ວນໜຶ່ງຂອງຊື່ ໃສ່ໃນຊ່ອງຂ້າງເທິງ.",
)
NOTHING = Text("Nothing is found for “{}”.", lo="ບໍ່ພົບ “{}”.")
FEWER = Text(
    "Try fewer words, or a part of the number. All words must be there, in any order.",
    lo="ລອງໃຊ້ຄຳໜ້ອຍລົງ ຫຼື ສ່ວນໜຶ່ງຂອງເລກທີ. ຕ້ອງມີທຸກຄຳ, ລຳດັບໃດກໍໄດ້.",
)
FOUND = Text("{} found for “{}”, in the whole country", lo="ພົບ {} ສຳລັບ “{}”, ທົ່ວປະເທດ")
PATHS = {"unit": "/unit/", "enterprise": "/unit/", "inspection": "/inspection/"}
NUMBERS = ("ss_number", "enterprise_no", "tin")


@dataclass(frozen=True)
class Found(Listed):
    def ask(self, view: View) -> Search:
        return Search(view.q, LIMIT, (view.page - 1) * LIMIT)

    def caption(self, view: View) -> str:
        return ""

    def heading(self, view: View) -> str:
        return f"{self.title.in_(view.language)}: {view.q}" if view.q else self.title.in_(view.language)

    def draw(self, answers: Answers, view: View) -> Any:
        language, asked = view.language, self.ask(view)
        if not asked.is_enough:
            return state("empty", ASK.in_(language), ASK_HOW.in_(language))
        answer = listing(answers, asked)
        if not answer.rows:
            return state("empty", NOTHING.in_(language).format(view.q), FEWER.in_(language))
        told = FOUND.in_(language).format(grouped(answer.total, 0, language), view.q)
        items = [result(row, answer, view) for row in answer.records()]
        return [
            html.P(told, className="told"),
            html.Ol(items, className="found", start=str(answer.offset + 1)),
            pager(answer.total, answer.offset, len(answer.rows), LIMIT, view, self.id),
        ]


def result(row: dict[str, Any], answer: Listing, view: View) -> Component:
    language = view.language
    names = [name for name in (row[f"name_{language}"], row["name_en"], row["name_lo"]) if name]
    main = row["inspection_no"] or row["ss_number"] or row["enterprise_no"]
    titles = {column.name: column.title.in_(language) for column in answer.columns}
    numbers = [f"{titles[name]} {row[name]}" for name in NUMBERS if row[name] and row[name] != main]
    place = place_name(row["district"] or row["province"] or "", language) if row["district"] or row["province"] else ""
    if row["district"]:
        place += f", {place_name(row['province'], language)}"
    sector = SECTOR.title_of(row["sector"]).in_(language) if row["sector"] else ""
    closed = f"{titles['until_on']} {row['until_on']:%d/%m/%Y}" if row["kind"] == "unit" and row["until_on"] else ""
    link = view.link(PATHS[row["kind"]] + quote(row["key"], safe=":"), **view.unlisted)
    other = next((name for name in names[1:] if name != names[0]), "") if names else ""
    return html.Li(
        [
            html.P([html.A([html.Span(main, className="no"), " ", names[0] if names else ""], href=link)]),
            html.P(other, lang="en" if language == "lo" else "lo") if other else None,
            html.P(" · ".join(part for part in (place, sector, *numbers, closed) if part), className="told"),
            html.P(
                [
                    html.Span(SUBJECT.title_of(row["kind"]).in_(language), className="tag"),
                    html.Span(f"{WHY.title.in_(language)}: {WHY.title_of(row['why']).in_(language)}"),
                ],
                className="why",
            ),
        ]
    )
