"""From what blocks ask to answers: each kept under the warehouse's version, questions over the same rows asked at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from cachetools import LRUCache

from layouts.blocks import Ask
from layouts.view import Context, Shapes
from warehouse.engines import Warehouse
from warehouse.indicators import INDICATORS
from warehouse.query import NotSliced, Question, as_of, check_slices, values
from warehouse.records import answer
from warehouse.records.span import first_month

KEPT = 4096


class Answerer:
    """Thread-safe; one for a process. The engine's connections are made lazily, so that it may be forked before its use."""

    def __init__(self, warehouse: Warehouse, shapes: Callable[[], Shapes] = Shapes) -> None:
        self.warehouse = warehouse
        self.shapes = shapes
        self.kept: LRUCache[Any, Any] = LRUCache(KEPT)
        self.lock = threading.Lock()

    def context(self, language: str, theme: str) -> Context:
        version = self.warehouse.version
        span = self.get((version, "span"))
        if span is None:
            with self.warehouse.connect() as connection:
                day = as_of(connection)
                span = (day, first_month(connection, day))
            self.put((version, "span"), span)
        return Context(span[0], span[1], version, language, theme, self.shapes())

    def answers(self, context: Context, asks: Iterable[Ask]) -> dict[Ask, Any]:
        """Every ask with its answer; a NotSliced stands in the place of an answer that cannot be."""
        found = {ask: self.get((context.version, ask)) for ask in dict.fromkeys(asks)}
        missing = [ask for ask, known in found.items() if known is None]
        if missing:
            fresh = self.fetched(context, missing)
            for ask, known in fresh.items():
                self.put((context.version, ask), known)
            found |= fresh
        return found

    def fetched(self, context: Context, missing: list[Ask]) -> dict[Ask, Any]:
        found: dict[Ask, Any] = {}
        groups: dict[tuple[Any, ...], list[Question]] = {}
        with self.warehouse.connect() as connection:
            for ask in missing:
                if not isinstance(ask, Question):
                    found[ask] = attempted(lambda ask=ask: answer(connection, ask, context.as_of))
                elif (refusal := refused(ask)) is not None:
                    found[ask] = refusal
                else:
                    groups.setdefault((ask.periods, ask.by, ask.where), []).append(ask)
            for questions in groups.values():
                found |= attempted_group(connection, questions, context)
        return found

    def get(self, key: Any) -> Any:
        with self.lock:
            return self.kept.get(key)

    def put(self, key: Any, value: Any) -> None:
        if not isinstance(value, Exception) or isinstance(value, NotSliced):
            with self.lock:
                self.kept[key] = value


def refused(question: Question) -> NotSliced | None:
    """Why a question has no answer, told before it is asked together with others that have."""
    try:
        for id_ in question.indicators:
            check_slices(INDICATORS[id_], question)
    except NotSliced as error:
        return error
    return None


def attempted_group(connection: Any, questions: list[Question], context: Context) -> dict[Ask, Any]:
    """One question for all that share periods and slices, taken apart again; a failure falls on each of them."""
    ids = tuple(dict.fromkeys(id_ for question in questions for id_ in question.indicators))
    whole = attempted(lambda: values(connection, replace(questions[0], indicators=ids), context.as_of))
    if isinstance(whole, Exception):
        return dict.fromkeys(questions, whole)
    return {q: tuple(v for v in whole if v.indicator in q.indicators) for q in questions}


def attempted(ask: Any) -> Any:
    """An answer, or the exception that its blocks will show in their own place."""
    try:
        return ask()
    except Exception as error:
        return error
