"""Exports are addresses: /export/<page>/<block>.<csv|xlsx>?<view>, with the numbers that the page shows."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask, Response, abort, request

from callbacks.answers import Answerer
from callbacks.fill import preferred
from dashboard.files import csv_bytes, xlsx_bytes
from layouts import words
from layouts.blocks import Block, Table, scope
from layouts.page import Page, page_of_slug
from layouts.spoken import spoken_day
from layouts.view import View, parse
from warehouse.indicators import INDICATORS
from warehouse.query import NotSliced, Question

TYPES = {
    "csv": ("text/csv; charset=utf-8", csv_bytes),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_bytes),
}


def serve_exports(server: Flask, answerer: Answerer) -> None:
    @server.get("/export/<slug>/<id_>.<ext>")
    def export(slug: str, id_: str, ext: str) -> Response:
        page = page_of_slug(slug)
        block = None if page is None else page.block(id_)
        if block is None or ext not in TYPES:
            abort(404)
        context = answerer.context(*preferred(request.cookies, request.headers.get("Accept-Language", "")))
        query = request.args.to_dict()
        assert page is not None
        province = query.get("province", "") if page.given == "code" else ""
        view = parse(query, context, province, query.get("key", "") if page.given == "key" else "")
        if not there(page, answerer, view):
            abort(404)
        try:
            table = table_of(block, answerer, view)
        except NotSliced as error:
            return Response(f"{error}\n", 400, mimetype="text/plain")
        if table is None:
            abort(404)
        kind, write = TYPES[ext]
        content = write(block.heading(view), table.columns, table.rows, notes(block, view), view.language)
        name = f"ssiis-{slug}-{id_}-{re.sub(r'[^0-9A-Za-z-]+', '_', view.key) or view.period.id}.{ext}"
        return Response(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def there(page: Page, answerer: Answerer, view: View) -> bool:
    """Whether what a page is about exists."""
    if page.subject is None:
        return True
    ask = page.subject(view)
    found = answerer.answers(answerer.context(view.language, view.theme), (ask,))[ask]
    if isinstance(found, Exception):
        raise found
    return bool(found.rows)


def table_of(block: Block, answerer: Answerer, view: View) -> Table | None:
    """The block's table; a list whole, not only the page of it that is shown."""
    context = answerer.context(view.language, view.theme)
    whole: Any = getattr(block, "whole", None)
    if whole is not None:
        ask = whole(view)
        found = answerer.answers(context, (ask,))[ask]
        if isinstance(found, Exception):
            raise found
        return Table(found.columns, found.rows)
    return block.table(answerer.answers(context, block.asks(view)), view)


def notes(block: Block, view: View) -> list[tuple[str, str]]:
    """What the numbers are about, how they are computed, and as of when."""
    language = view.language
    found = [
        (words.FILTERS.in_(language), scope(view)),
        (words.AS_OF.in_(language), spoken_day(view.as_of, language)),
        (words.BATCH.in_(language), str(view.as_of)),
    ]
    asked = [ask for ask in block.asks(view) if isinstance(ask, Question)]
    for id_ in dict.fromkeys(id_ for question in asked for id_ in question.indicators):
        indicator = INDICATORS[id_]
        text = f"{indicator.means.in_(language)} ({words.SOURCE.in_(language)}: {indicator.source})"
        found.append((indicator.title.in_(language), text))
    return found
