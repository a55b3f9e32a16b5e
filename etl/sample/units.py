"""The labour units of the sample: who they are and, unseen in any extract, how they will behave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from etl.sample.names import address, phone, unit_name
from etl.sample.places import PAYS_BETTER, PLACES, draw_places, draw_sectors
from etl.sample.scale import AS_OF, NEVER, SCHEMES, SECTORS, Days, Floats, Ints, Scale, month_number
from etl.sample.wages import BASE_WAGES, VOLUNTARY
from etl.sample.words import Pair

PUNCTUAL, LATE, PART, STOPPED, UNPAYING = range(5)
HABITS_OLD = (0.44, 0.26, 0.12, 0.14, 0.04)  # paying members from the beginning
HABITS_NEW = (0.42, 0.20, 0.11, 0.13, 0.14)
LARGER = {"B": 4.0, "C": 2.0, "D": 4.0, "K": 2.0, "O": 2.5, "P": 2.0, "Q": 2.0, "U": 2.0, "G": 0.6, "S": 0.3, "T": 0.1}
LATECOMERS = 0.45  # the large enterprises were members first
SIZE_RANGES = ((1, 5), (6, 50), (51, 99), (100, 900))
SPLIT = 0.002  # owners who split, by enterprises
SCHEME_SHARES = (0.86, 0.06, 0.08)


@dataclass
class Units:
    """Columns, one entry a unit; scheme and sector by their place in SCHEMES and SECTORS, months from 1970-01."""

    ss_number: npt.NDArray[np.str_]
    place: Ints
    scheme: Ints
    sector: Ints
    size: Ints
    wage: Ints
    registered: Days
    opened: Ints
    closed: Days
    habit: Ints
    silent: npt.NDArray[np.bool_]
    stops: Ints
    improves: Ints
    under_declared: Floats
    undeclared: Floats
    growth: Floats
    names: list[Pair]
    addresses: list[str]
    phones: list[str]

    def __len__(self) -> int:
        return len(self.place)

    def provinces(self) -> npt.NDArray[np.str_]:
        return np.array([place.province for place in PLACES])[self.place]


def build_units(scale: Scale, rng: np.random.Generator) -> Units:
    n = scale.units
    place = draw_places(n, rng)
    scheme = rng.choice(len(SCHEMES), n, p=SCHEME_SHARES)
    sector = draw_sectors(place, scheme, rng)
    registered = draw_registrations(scale, rng)
    old = registered < np.datetime64(scale.first_month)
    size = draw_sizes(scale, scheme, sector, rng)
    size = np.where(old, size, np.ceil(size * LATECOMERS).astype(np.int64))
    provinces = np.array([p.province for p in PLACES])[place]
    habit = draw_habits(old, provinces, rng)
    draws = rng.random((n, 5))
    names = [
        unit_name(SCHEMES[scheme[i]], SECTORS[sector[i]], int(size[i]), PLACES[place[i]], draws[i]) for i in range(n)
    ]
    names[min(7, n - 1)] = ("<script>alert(1)</script>", names[min(7, n - 1)][1])
    wage = np.array([BASE_WAGES[s] for s in SECTORS])[sector] * np.exp(rng.normal(0, 0.18, n))
    closed = np.where(rng.random(n) < 0.06, registered + rng.integers(400, 4000, n), np.datetime64("NaT"))
    opened = registered.astype("datetime64[M]").astype(np.int64)
    stops = np.where(habit == STOPPED, draw_stops(scale, opened, rng), NEVER)
    phones, splits = [phone(d) for d in rng.random(n)], draw_splits(scheme, provinces, rng)
    for group in splits:  # each of the lowest class, together of the next
        size[group] = rng.integers(3, 6, len(group))
        for unit in group:
            phones[unit] = phones[group[0]]
    return Units(
        ss_number=np.array([f"{province}{k:06d}" for k, province in enumerate(provinces, 1)]),
        place=place,
        scheme=scheme,
        sector=sector,
        size=size,
        wage=wage.astype(np.int64),
        registered=registered,
        opened=opened,
        closed=np.where(closed > np.datetime64(AS_OF + timedelta(days=60)), np.datetime64("NaT"), closed),
        habit=habit,
        silent=rng.random(n) < 0.5,
        stops=stops,
        improves=draw_returns(habit, stops, opened, rng),
        under_declared=np.where(rng.random(n) < 0.3, rng.uniform(0.05, 0.4, n), 0.0),
        undeclared=np.where(rng.random(n) < 0.35, rng.uniform(0.05, 0.6, n), 0.0),
        growth=rng.normal(0.03, 0.05, n),
        names=names,
        addresses=[address(PLACES[p], d) for p, d in zip(place, rng.random(n), strict=True)],
        phones=phones,
    )


def draw_splits(scheme: Ints, provinces: npt.NDArray[np.str_], rng: np.random.Generator) -> list[Ints]:
    """Two to four enterprises of one owner and one province, each time."""
    units = rng.permutation(np.flatnonzero(scheme == 0))
    units = units[np.argsort(provinces[units], kind="stable")]
    starts = range(0, len(units) - 4, max(4, round(1 / SPLIT)))
    groups = [units[start : start + int(rng.integers(2, 5))] for start in starts]
    return [group[provinces[group] == provinces[group[0]]] for group in groups]


def draw_sizes(scale: Scale, scheme: Ints, sector: Ints, rng: np.random.Generator) -> Ints:
    """Workers at registration: a size class by sector, and within it the smaller the likelier."""
    larger = np.array([LARGER.get(s, 1.0) for s in SECTORS])[sector]
    weights = np.array(scale.sizes) * np.stack([np.ones(len(sector)), larger, larger, larger], axis=1)
    bounds = np.cumsum(weights / weights.sum(axis=1, keepdims=True), axis=1)
    classes = (rng.random((len(sector), 1)) > bounds).sum(axis=1).clip(0, 3)
    low, high = np.array(SIZE_RANGES).T
    drawn = low[classes] + (high - low + 1)[classes] * rng.random(len(sector)) ** (1.5 + 1.5 * (classes == 3))
    return np.where(scheme == VOLUNTARY, 1, drawn.astype(np.int64))


def draw_registrations(scale: Scale, rng: np.random.Generator) -> Days:
    """The members at the start came since 2001; the others ever faster until the as-of date."""
    n = scale.units
    start = date.fromisoformat(f"{scale.first_month}-01")
    founded = date(2001, 6, 1)
    before = np.datetime64(founded) + (rng.random(n) * (start - founded).days).astype(np.int64)
    after = np.datetime64(start) + (np.sqrt(rng.random(n)) * (AS_OF - start).days).astype(np.int64)
    return np.where(rng.random(n) < scale.at_start, before, after)


def draw_stops(scale: Scale, opened: Ints, rng: np.random.Generator) -> Ints:
    """The month in which a unit stops paying, some months after it began and before the as-of date."""
    low = np.maximum(opened, scale.months()[0]) + 2
    stops: Ints = low + (rng.random(len(opened)) * np.maximum(1, month_number(AS_OF) - low)).astype(np.int64)
    return stops


def draw_returns(habit: Ints, stops: Ints, opened: Ints, rng: np.random.Generator) -> Ints:
    """Some who stopped come back by themselves; some who never paid begin once there are inspectors."""
    n, campaign = len(habit), month_number(date(2024, 8, 1))
    back = np.where((habit == STOPPED) & (rng.random(n) < 0.45), stops + rng.integers(4, 26, n), NEVER)
    begun = np.maximum(opened, campaign) + rng.integers(2, 26, n)
    return np.where((habit == UNPAYING) & (rng.random(n) < 0.45), begun, back)


def draw_habits(old: npt.NDArray[np.bool_], provinces: npt.NDArray[np.str_], rng: np.random.Generator) -> Ints:
    better = np.array([PAYS_BETTER.get(str(p), 0.0) for p in provinces])
    draws = (rng.random(len(old)) - better).clip(0, 0.999)
    habits: Ints = np.where(
        old,
        np.searchsorted(np.cumsum(HABITS_OLD), draws, side="right"),
        np.searchsorted(np.cumsum(HABITS_NEW), draws, side="right"),
    ).clip(0, UNPAYING)
    return habits
