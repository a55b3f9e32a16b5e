"""The 18 provinces and 148 districts: codes, names in Lao and English, and what code a spelling stands for."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from geo.spelling import normalise_district, normalise_place

__all__ = [
    "DISTRICTS",
    "HEADQUARTERS",
    "PROVINCES",
    "District",
    "Province",
    "district_spellings",
    "normalise_district",
    "normalise_place",
    "province_spellings",
    "resolve_district",
    "resolve_province",
]

HEADQUARTERS = "00"  # the inspectorate's head office: an office, not a place on the map
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Province:
    """One of the 18; `lat` and `lon` are those of its capital town."""

    code: str
    iso: str
    name_en: str
    name_lo: str
    short_en: str
    region: str
    region_lo: str
    capital_en: str
    capital_lo: str
    population: int
    population_year: int
    lat: float
    lon: float
    aliases: tuple[str, ...]
    source: str

    def name(self, language: str) -> str:
        return self.name_lo if language == "lo" else self.name_en


@dataclass(frozen=True, slots=True)
class District:
    """One of the 148; the first two digits of its code are its province's."""

    code: str
    name_en: str
    name_lo: str
    aliases: tuple[str, ...]
    source: str

    @property
    def province(self) -> str:
        return self.code[:2]

    def name(self, language: str) -> str:
        return self.name_lo if language == "lo" else self.name_en


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _province(row: dict[str, str]) -> Province:
    words = {k: v for k, v in row.items() if k not in {"population", "population_year", "lat", "lon", "aliases"}}
    return Province(
        **words,
        population=int(row["population"]),
        population_year=int(row["population_year"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        aliases=tuple(filter(None, row["aliases"].split("|"))),
    )


def _district(row: dict[str, str]) -> District:
    aliases = tuple(filter(None, row["aliases"].split("|")))
    return District(row["code"], row["name_en"], row["name_lo"], aliases, row["source"])


PROVINCES: Mapping[str, Province] = MappingProxyType({r["code"]: _province(r) for r in _rows("provinces.csv")})
DISTRICTS: Mapping[str, District] = MappingProxyType({r["code"]: _district(r) for r in _rows("districts.csv")})


def _province_keys(province: Province) -> Iterator[str]:
    code, letters = province.code, province.iso.removeprefix("LA-")
    yield from (code, code.lstrip("0"), f"LA{code}", province.iso, letters, province.name_en, province.name_lo)
    yield from (province.short_en, *province.aliases)


@cache
def province_spellings() -> Mapping[str, str]:
    """Every known spelling, as `normalise_place` writes it -> code. "Vientiane" and ວຽງຈັນ alone are the province (10):
    so says its Lao name, ISO 3166-2 and the official boundaries, where the city is always Vientiane *Capital*."""
    return MappingProxyType({normalise_place(key): p.code for p in PROVINCES.values() for key in _province_keys(p)})


def resolve_province(text: str) -> str | None:
    """The code of a province given its code, ISO code or name in Lao or any usual romanisation; None when unknown.
    The headquarters' "00" is no province and gives None."""
    return province_spellings().get(normalise_place(text))


def _district_keys(district: District) -> Iterator[str]:
    yield from (district.code, district.code.lstrip("0"), f"LA{district.code}")
    yield from (district.name_en, district.name_lo, *district.aliases)


@cache
def district_spellings(province: str) -> Mapping[str, str]:
    """Every known spelling of a province's districts, as `normalise_district` writes it -> code."""
    mine = [d for d in DISTRICTS.values() if d.province == province]
    return MappingProxyType({normalise_district(key): d.code for d in mine for key in _district_keys(d)})


def resolve_district(text: str, province: str) -> str | None:
    """The code of a district by its code or name within its province: some names, as Phonthong, are borne in two."""
    return district_spellings(province).get(normalise_district(text))
