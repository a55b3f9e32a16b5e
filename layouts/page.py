"""A page is data: its path, its title and its blocks. What is not in PAGES is not built, and not shown."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from layouts.blocks import Ask, Block
from layouts.view import View
from warehouse.records import Listing
from warehouse.text import Text


@dataclass(frozen=True)
class Page:
    """`title` is the question that the page answers; `order` its place in the navigation, 0 for none.

    A path may end in a part that is given: `<code>`, a province's, or `<key>`, that of the one thing the page is about:
    `subject` then asks for it, `called` names it, `numbered` tells its number. `filtered` pages have the bar of filters.
    """

    path: str
    name: Text
    title: Text
    blocks: tuple[Block, ...]
    order: int = 0
    picks_indicator: bool = False
    picks_level: bool = False
    filtered: bool = True
    subject: Callable[[View], Ask] | None = None
    called: Callable[[Listing, View], str] | None = None
    numbered: Callable[[View], str] | None = None

    @property
    def slug(self) -> str:
        """The page's name in an export's address."""
        return self.path.strip("/").partition("/")[0] or "overview"

    @property
    def given(self) -> str:
        """What the path leaves open: `code`, `key` or nothing."""
        return self.path.partition("<")[2].rstrip(">")

    def standing(self, view: View) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.stands(view))

    def block(self, id_: str) -> Block | None:
        return next((block for block in self.blocks if block.id == id_), None)


@cache
def pages() -> tuple[Page, ...]:
    """Every page of layouts/pages, in the navigation's order; raises where two share a path or a block's id repeats."""
    folder = importlib.import_module("layouts.pages")
    found = [importlib.import_module(f"layouts.pages.{m.name}").PAGE for m in pkgutil.iter_modules(folder.__path__)]
    if len({page.path for page in found}) != len(found):
        raise ValueError("two pages have the same path")
    for page in found:
        ids = [block.id for block in page.blocks]
        if len(set(ids)) != len(ids):
            raise ValueError(f"{page.path}: a block's id is used twice")
    return tuple(sorted(found, key=lambda page: (page.order == 0, page.order)))


def page_at(path: str) -> tuple[Page, str] | None:
    """The page of a URL's path, and what it gives, unquoted: /province/07 → (the province page, "07")."""
    path = "/" + path.strip("/")
    for page in pages():
        head, mark, _ = page.path.partition("<")
        if path == page.path and not mark:
            return page, ""
        if mark and path.startswith(head) and "/" not in path[len(head) :] and path[len(head) :]:
            return page, unquote(path[len(head) :])
    return None


def page_of_slug(slug: str) -> Page | None:
    return next((page for page in pages() if page.slug == slug), None)
