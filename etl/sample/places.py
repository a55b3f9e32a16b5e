"""Where the sample's units are: provinces and districts by weight, and which trades thrive where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from etl.sample.scale import SCHEMES, SECTORS, Ints
from geo.places import DISTRICTS, PROVINCES, District, Province

CENSUS_SHARES = {"01": 0.223, "16": 0.118, "13": 0.114}  # economic census 2019; the others by their population
CITIES = {"0101": 6.0, "0102": 6.0, "0103": 6.0, "0104": 6.0, "0106": 3.0, "1702": 4.0}
PAYS_BETTER = {"01": 0.08, "06": 0.05, "12": 0.03, "16": 0.04, "02": -0.10, "07": -0.12, "15": -0.08, "18": -0.05}
REPORTS_LATE = "07"  # a province whose extracts come a month after the others'

SECTOR_SHARES = {
    "A": 5.0, "B": 1.2, "C": 14.0, "D": 0.8, "E": 0.8, "F": 9.0, "G": 34.0, "H": 5.0, "I": 12.0, "J": 2.0, "K": 3.0,
    "L": 1.5, "M": 3.0, "N": 3.0, "P": 2.5, "Q": 1.5, "R": 1.0, "S": 3.0, "T": 0.7, "U": 0.3,
}  # fmt: skip
OF_SCHEME = {
    "civil_servant": {"O": 70.0, "P": 18.0, "Q": 12.0},
    "voluntary": {"A": 22.0, "G": 44.0, "H": 8.0, "I": 12.0, "S": 14.0},
}
TILTS: dict[str, dict[str, float]] = {
    "01": {"J": 1.8, "K": 1.6, "M": 1.8, "N": 1.5, "U": 3.0, "A": 0.3, "B": 0.2},
    "03": {"A": 2.5}, "05": {"A": 2.2, "I": 1.3}, "06": {"I": 2.2}, "13": {"C": 1.4}, "16": {"A": 2.0},
    "12": {"B": 2.0}, "15": {"B": 6.0, "D": 8.0}, "17": {"B": 6.0, "D": 8.0}, "18": {"B": 9.0, "D": 9.0},
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A district with its share of the country's units."""

    district: District
    in_province: Province
    weight: float

    @property
    def code(self) -> str:
        return self.district.code

    @property
    def province(self) -> str:
        return self.in_province.code


def _places() -> tuple[Place, ...]:
    rest = {code: p.population for code, p in PROVINCES.items() if code not in CENSUS_SHARES}
    left = 1 - sum(CENSUS_SHARES.values())
    share = {**{code: left * people / sum(rest.values()) for code, people in rest.items()}, **CENSUS_SHARES}
    pull = {code: CITIES.get(code, 5.0 if code.endswith("01") else 1.0) for code in DISTRICTS}
    of_province = {code: sum(pull[d.code] for d in DISTRICTS.values() if d.province == code) for code in PROVINCES}
    return tuple(
        Place(d, PROVINCES[d.province], share[d.province] * pull[d.code] / of_province[d.province])
        for d in DISTRICTS.values()
    )


PLACES = _places()


def draw_places(n: int, rng: np.random.Generator) -> Ints:
    """An index into PLACES for each of n units; at any real size every district has at least one."""
    weights = np.array([place.weight for place in PLACES])
    drawn = rng.choice(len(PLACES), n, p=weights / weights.sum())
    if n >= 20 * len(PLACES):
        drawn[rng.choice(n, len(PLACES), replace=False)] = np.arange(len(PLACES))
    return drawn


def draw_sectors(places: Ints, schemes: Ints, rng: np.random.Generator) -> Ints:
    """A sector for each unit, by its scheme and the tilt of its province."""
    provinces = np.array([place.province for place in PLACES])[places]
    sectors = np.zeros(len(places), np.int64)
    for number, scheme in enumerate(SCHEMES):
        shares = OF_SCHEME.get(scheme, SECTOR_SHARES)
        for province in np.unique(provinces):
            here = (schemes == number) & (provinces == province)
            tilt = TILTS.get(str(province), {})
            weights = np.array([shares.get(sector, 0.0) * tilt.get(sector, 1.0) for sector in SECTORS])
            sectors[here] = rng.choice(len(SECTORS), int(here.sum()), p=weights / weights.sum())
    return sectors
