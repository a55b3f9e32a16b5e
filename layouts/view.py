"""What is looked at: period, comparison, place, kind of unit, list and language; read from the URL and written to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, cast
from urllib.parse import quote, urlencode

from geo.places import DISTRICTS, PROVINCES
from layouts.filters import KINDS, LISTS, ONLY, SLICES
from warehouse.codes import CodeList
from warehouse.indicators import INDICATORS
from warehouse.periods import Period, month_end, month_start, parse_period, period_of, periods, shifted, year_before
from warehouse.text import LANGUAGES, Text

COMPARISONS = ("previous", "year_before", "target")
FREE = ("sort", "q", "source", "table", "reason", "check")
HISTORY = 13


@dataclass(frozen=True)
class Shapes:
    """Where the browser finds the shapes of a level, and where on them a name is written."""

    urls: tuple[tuple[str, str], ...] = ()
    points: tuple[tuple[str, float, float], ...] = ()

    def url(self, level: str) -> str:
        """Empty where there are no shapes of the level."""
        return dict(self.urls).get(level, "")


@dataclass(frozen=True)
class Context:
    """What a view is read against: the span of the data and the reader's own choices."""

    as_of: date
    first: date
    version: str = ""
    language: str = "en"
    theme: str = "light"
    shapes: Shapes = Shapes()


@dataclass(frozen=True)
class View:
    period: Period
    as_of: date
    first: date
    language: str = "en"
    theme: str = "light"
    compare: str = "previous"
    province: str = ""
    district: str = ""
    sector: str = ""
    size: str = ""
    scheme: str = ""
    indicator: str = ""
    level: str = "province"
    list: str = ""
    type: str = ""
    method: str = ""
    origin: str = ""
    stage: str = ""
    status: str = ""
    irregularity: str = ""
    step: str = ""
    state: str = ""
    basis: str = ""
    fine_status: str = ""
    flag: str = ""
    result: str = ""
    cause: str = ""
    age: str = ""
    topic: str = ""
    sort: str = ""
    q: str = ""
    page: int = 1
    source: str = ""
    table: str = ""
    reason: str = ""
    check: str = ""
    notices: tuple[Text, ...] = ()
    shapes: Shapes = Shapes()
    key: str = ""

    @cached_property
    def where(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The filters of the bar; a district stands for its province too."""
        chosen = [s for s in SLICES if getattr(self, s) and not (s == "province" and self.district)]
        return tuple((s, (getattr(self, s),)) for s in chosen)

    @property
    def only(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Filters of the list of records alone."""
        return tuple((name, (getattr(self, name),)) for name in ONLY if getattr(self, name))

    @property
    def partial(self) -> bool:
        return self.period.partial(self.as_of)

    @cached_property
    def compared(self) -> Period | None:
        """The period to compare with, where there is one in the data."""
        step: Callable[[Period], Period | None] = year_before if self.compare == "year_before" else earlier
        found = None if self.compare == "target" else step(self.period)
        return found if found is not None and found.ends_on >= self.first else None

    @cached_property
    def history(self) -> tuple[Period, ...]:
        """The last 13 periods up to the one looked at, within the data."""
        return self.before(HISTORY)

    def before(self, count: int) -> tuple[Period, ...]:
        found: list[Period] = []
        period: Period | None = self.period
        while period is not None and len(found) < count and (not found or period.ends_on >= self.first):
            found.insert(0, period)
            period = shifted(period, -1)
        return tuple(found)

    @property
    def choices(self) -> tuple[Period, ...]:
        """The periods of this grain that the data has, for the picker."""
        return tuple(p for p in periods(self.period.grain, self.first, self.as_of) if p.starts_on <= self.as_of)

    @cached_property
    def pairs(self) -> dict[str, Any]:
        """What the URL says, by the names that it uses."""
        chosen = {field.name: getattr(self, field.name) for field in fields(self)[3:-3]}
        return {"period": self.period, **chosen}

    def query(self, **changes: Any) -> str:
        """The URL's query: what differs from the defaults, and always period and language."""
        chosen = {**self.pairs, **changes}
        named = {SHORT.get(name, name): value for name, value in chosen.items()}
        named["period"] = named["period"].id
        kept = {name: str(value) for name, value in named.items() if value and value != DEFAULTS.get(name)}
        return urlencode(kept, quote_via=quote)

    @property
    def unlisted(self) -> dict[str, str]:
        """No list and none of a list's own filters: for links to another page."""
        return {"list": "", **dict.fromkeys(ONLY, "")}

    @property
    def plain(self) -> View:
        """The view without a list's own filters, search, order and page."""
        return replace(self, **cast(Any, self.unlisted), q="", sort="", page=1)

    def link(self, path: str, **changes: Any) -> str:
        """Another page, or this one, with the same view but for the changes; lists begin at their first page."""
        fresh = {"page": 1, "sort": "", "q": "", **changes}
        if path.startswith("/province/"):
            fresh |= {"province": ""}
        return f"{path}?{self.query(**fresh)}"


SHORT = {"language": "lang"}
DEFAULTS = {"compare": "previous", "level": "province", "page": 1, "theme": "light"}


def earlier(period: Period) -> Period | None:
    return shifted(period, -1)


def last_complete_month(as_of: date) -> Period:
    end = as_of if as_of == month_end(as_of) else month_start(as_of) - timedelta(days=1)
    found = period_of("month", end)
    assert found is not None
    return found


def parse(query: Mapping[str, str], context: Context, province: str = "", key: str = "") -> View:
    """A view from whatever the URL says; what cannot be followed is left out and named in a notice."""
    notices: list[Text] = []
    chosen: dict[str, Any] = {"period": read_period(query.get("period", ""), context, notices)}
    chosen |= {name: coded(name, query.get(name, ""), codes, notices) for name, codes in KINDS.items()}
    chosen |= read_place(province or query.get("province", ""), query.get("district", ""), notices)
    chosen |= {name: query[name][:200] for name in FREE if query.get(name)}
    for name, known in (("indicator", INDICATORS), ("list", LISTS), ("level", ("province", "district"))):
        if query.get(name):
            chosen[name] = one_of(name, query[name], known, notices)
    compare = one_of("compare", query.get("compare") or "previous", COMPARISONS, notices) or "previous"
    page = query.get("page", "1")
    return View(
        as_of=context.as_of,
        first=context.first,
        language=query["lang"] if query.get("lang") in LANGUAGES else context.language,
        theme=query["theme"] if query.get("theme") in ("light", "dark") else context.theme,
        compare=compare,
        page=int(page) if page.isdecimal() and 0 < int(page) < 10**6 else 1,
        notices=tuple(notices),
        shapes=context.shapes,
        key=key,
        **{name: value for name, value in chosen.items() if value},
    )


def read_period(text: str, context: Context, notices: list[Text]) -> Period:
    otherwise = last_complete_month(context.as_of)
    if not text:
        return otherwise
    try:
        found = parse_period(text)
    except ValueError:
        notices.append(said("period", text))
        return otherwise
    if found.starts_on > context.as_of or found.ends_on < context.first:
        span = f"{context.first:%Y-%m} … {context.as_of:%Y-%m}"
        notices.append(
            Text(
                f"{text} is outside the data ({span}); the last complete month is shown instead.",
                lo=f"{text} ຢູ່ນອກຂໍ້ມູນ ({span}); ສະແດງເດືອນຄົບຖ້ວນຫຼ້າສຸດແທນ.",
            )
        )
        return otherwise
    return found


def read_place(province: str, district: str, notices: list[Text]) -> dict[str, str]:
    if province and province not in PROVINCES:
        notices.append(said("province", province))
        province = ""
    if district and (district not in DISTRICTS or (province and district[:2] != province)):
        notices.append(said("district", district))
        district = ""
    return {"province": province or district[:2], "district": district}


def coded(name: str, code: str, codes: CodeList, notices: list[Text]) -> str:
    return one_of(name, code, codes, notices) if code else ""


def one_of(name: str, value: str, known: Any, notices: list[Text]) -> str:
    if value in known:
        return value
    notices.append(said(name, value))
    return ""


def said(name: str, value: str) -> Text:
    shown = value[:40]
    return Text(
        f"“{shown}” is not a {name} that is known here; it was left out. Choose one in the bar above.",
        lo=f"“{shown}” ({name}) ບໍ່ມີໃນລະບົບ ຈຶ່ງບໍ່ໄດ້ນຳໃຊ້. ໃຫ້ເລືອກໃນແຖບຂ້າງເທິງ.",
    )
