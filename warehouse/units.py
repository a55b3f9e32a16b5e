"""What a number is measured in: its name, its rounding, how it is shown on the screen and in Excel."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.text import Text

NOTHING = "–"


@dataclass(frozen=True)
class Unit:
    name: Text
    decimals: int = 0
    scale: float = 1.0
    suffix: Text = Text("", lo="")
    excel: str = "#,##0"
    compact: bool = False
    difference: Text | None = None

    def shown(self, value: float | None, language: str, *, signed: bool = False, short: bool = False) -> str:
        """The value as a reader of `language` expects it; a dash where there is nothing to divide by."""
        if value is None:
            return NOTHING
        number = value * self.scale
        if short and self.compact:
            return compact(number, language, signed=signed)
        return grouped(number, self.decimals, language, signed=signed) + self.suffix.in_(language)

    def shown_difference(self, value: float | None, language: str) -> str:
        """A difference of two values of this unit: shares differ by percentage points, not by per cent."""
        if value is None:
            return NOTHING
        number = value * self.scale
        if self.compact:
            return compact(number, language, signed=True)
        unit = self.suffix if self.difference is None else self.difference
        return grouped(number, self.decimals, language, signed=True) + unit.in_(language)


def grouped(number: float, decimals: int, language: str, *, signed: bool = False) -> str:
    """1,234.5 in English, 1.234,5 in Lao (CLDR)."""
    shown = f"{number:{'+' if signed else ''},.{decimals}f}"
    if float(shown.replace(",", "")) == 0:
        shown = shown.lstrip("+-")
    return shown.translate({44: ".", 46: ","}) if language == "lo" else shown.replace("-", "−")


COMPACT_STEPS = ((1e9, " bn", " ຕື້"), (1e6, " M", " ລ້ານ"), (1e3, " k", " ພັນ"))


def compact(number: float, language: str, *, signed: bool = False) -> str:
    """Three significant digits and the usual word for the size: 1.23 bn, 1,23 ຕື້."""
    for step, en, lo in COMPACT_STEPS:
        if abs(number) >= step * 0.9995:
            scaled = number / step
            decimals = 0 if abs(scaled) >= 99.95 else 1 if abs(scaled) >= 9.995 else 2
            return grouped(scaled, decimals, language, signed=signed) + (lo if language == "lo" else en)
    return grouped(number, 0, language, signed=signed)


COUNT = Unit(Text("number", lo="ຈຳນວນ"), compact=False)
WORKERS = Unit(Text("workers", lo="ຜູ້ອອກແຮງງານ"))
KIP = Unit(Text("kip", lo="ກີບ"), compact=True, excel='#,##0" ₭"')
SHARE = Unit(
    Text("per cent", lo="ເປີເຊັນ"),
    decimals=1,
    scale=100,
    suffix=Text("%", lo="%"),
    excel="0.0%",
    difference=Text(" pp", lo=" ຈຸດ"),
)
PER_1000 = Unit(Text("per 1,000 units", lo="ຕໍ່ 1.000 ຫົວໜ່ວຍ"), decimals=1, excel="#,##0.0")
HOURS = Unit(Text("hours", lo="ຊົ່ວໂມງ"), decimals=1, excel="#,##0.0", suffix=Text(" h", lo=" ຊມ"))
DAYS = Unit(Text("days", lo="ວັນ"), decimals=1, excel="#,##0.0", suffix=Text(" d", lo=" ວັນ"))
WHOLE_DAYS = Unit(Text("days", lo="ວັນ"), suffix=Text(" d", lo=" ວັນ"))
KM = Unit(Text("km", lo="ກມ"), decimals=1, excel="#,##0.0", suffix=Text(" km", lo=" ກມ"))
FTE = Unit(Text("FTE", lo="ຄົນທຽບເທົ່າເຕັມເວລາ"), decimals=1, excel="#,##0.0")
PER_FTE_MONTH = Unit(Text("per FTE-month", lo="ຕໍ່ຄົນ-ເດືອນ"), decimals=2, excel="#,##0.00")
PER_INSPECTOR = Unit(Text("per inspector", lo="ຕໍ່ເຈົ້າໜ້າທີ່"), decimals=1, excel="#,##0.0")
CREDIT = Unit(Text("inspections", lo="ການກວດກາ"), decimals=1, excel="#,##0.0")
TRAINING_DAYS = Unit(Text("days", lo="ມື້"), decimals=0)
