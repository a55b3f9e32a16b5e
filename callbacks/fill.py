"""A page filled: its blocks' asks answered, each block drawn in its own place, its failure too."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import orjson
from cachetools import LRUCache
from dash.development.base_component import Component

from callbacks.answers import Answerer
from layouts import shell
from layouts.blocks import Answers, Block, failed, framed, not_sliced
from layouts.page import Page, page_at
from layouts.rows import grid
from layouts.view import Context, View, parse
from warehouse.engines import WarehouseError
from warehouse.query import NotSliced
from warehouse.text import LANGUAGES

LOG = logging.getLogger("ssiis")
KEPT_PAGES = 256
Filled = tuple[Any, Any, Any, dict[str, str]]


class Filler:
    """Fills pages for an Answerer and keeps the finished ones."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer
        self.kept: LRUCache[Any, Filled] = LRUCache(KEPT_PAGES)
        self.stripes = tuple(threading.Lock() for _ in range(64))

    def page(self, path: str, search: str, cookies: Mapping[str, str], spoken: str) -> Filled:
        """Top, main, foot, and what the browser must know: language, theme, title."""
        query = dict(parse_qsl(search.lstrip("?")))
        language, theme = preferred(cookies, spoken)
        try:
            context = self.answerer.context(language, theme)
        except (WarehouseError, LookupError) as error:
            LOG.warning("nothing to show: %s", error)
            return [], plain(shell.no_warehouse(language)), [], {"lang": language, "theme": theme, "at": path + search}
        key = (context, path, tuple(sorted(query.items())))
        filled = self.known(key)
        if filled is None:
            with self.stripes[hash(key) % len(self.stripes)]:  # one makes the page, who else asks for it waits
                filled = self.known(key) or self.fresh(key, path, query)
        return (*filled[:3], filled[3] | {"at": path + search})

    def known(self, key: Any) -> Filled | None:
        with self.answerer.lock:
            return self.kept.get(key)

    def fresh(self, key: Any, path: str, query: Mapping[str, str]) -> Filled:
        failures: list[str] = []
        filled = self.filled(key[0], *read(path, query, key[0]), failures)
        if not failures:
            with self.answerer.lock:
                self.kept[key] = filled
        return filled

    def filled(self, context: Context, page: Page | None, view: View, code: str, failures: list[str]) -> Filled:
        told = {"lang": view.language, "theme": view.theme}
        if page is None:
            return plain(shell.top(None, view)), plain(shell.not_found(view)), plain(shell.foot(view)), told
        name = self.named(context, page, view)
        if name is None:
            return plain(shell.top(page, view)), plain(shell.unknown(page, view)), plain(shell.foot(view)), told
        told["title"] = name or shell.title_of(page, view, code)
        return (
            plain(shell.top(page, view)),
            plain(shell.main(page, view, code, self.blocks(context, page, view, failures), name)),
            plain(shell.foot(view)),
            told,
        )

    def named(self, context: Context, page: Page, view: View) -> str | None:
        """What the page's one subject is called; None where there is no such one, empty where the page has none."""
        if page.subject is None or page.called is None:
            return ""
        ask = page.subject(view)
        found = self.answerer.answers(context, (ask,))[ask]
        if isinstance(found, Exception):
            LOG.error("subject of %s: %s", page.path, found)
            return view.key
        return page.called(found, view) if found.rows else None

    def blocks(self, context: Context, page: Page, view: View, failures: list[str]) -> list[Component]:
        shown = page.standing(view)
        asks = [ask for block in shown for ask in block.asks(view)]
        answers = self.answerer.answers(context, asks)
        return [drawn(page, block, answers, view, failures) for block in shown]


def read(path: str, query: Mapping[str, str], context: Context) -> tuple[Page | None, View, str]:
    at = page_at(path)
    if at is None:
        return None, parse({}, context), ""
    page, code = at
    if page.given == "key":
        return page, parse(query, context, key=code), ""
    view = parse(query, context, code)
    return (page, view, view.province if code else "") if not code or view.province else (None, view, "")


def preferred(cookies: Mapping[str, str], spoken: str) -> tuple[str, str]:
    """Language and theme of a reader whose URL says neither: the cookie, then the browser's own language."""
    language = cookies.get("lang", "")
    if language not in LANGUAGES:
        language = "lo" if spoken.strip().lower().startswith("lo") else "en"
    return language, "dark" if cookies.get("theme") == "dark" else "light"


def drawn(page: Page, block: Block, answers: Answers, view: View, failures: list[str]) -> Component:
    """One block, or in its place what went wrong with it."""
    exports = f"/export/{page.slug}/{block.id}?{view.query(key=view.key)}"
    try:
        content = block.draw(answers, view)
        table = block.table(answers, view) if block.has_figure else None
        grown = grid(table, view, block.heading(view)) if table is not None else None
        return framed(block, view, content, grown, exports)
    except NotSliced as error:
        return framed(block, view, not_sliced(error, view), None, "")
    except Exception:
        reference = secrets.token_hex(3)
        failures.append(reference)
        LOG.exception("block %s of %s failed (%s): %s", block.id, page.path, reference, view.query())
        return framed(block, view, failed(reference, view), None, "")


def plain(components: Any) -> Any:
    """Components as the plain dictionaries that they are sent as, made once."""
    return orjson.loads(orjson.dumps(components, default=Component.to_plotly_json))
