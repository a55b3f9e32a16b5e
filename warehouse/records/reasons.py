"""Why two registers' rows are believed to be one, and why a case was found: the loader's JSON as sentences in both languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from warehouse.text import LANGUAGES, Text
from warehouse.units import NOTHING, grouped

FOUND: Mapping[str, Text] = {
    "unknown_enterprise": Text(
        "Active in the enterprise register (employees: {employees}); no registered unit is linked to it",
        lo="ດຳເນີນກິດຈະການຢູ່ໃນທະບຽນວິສາຫະກິດ (ພະນັກງານ {employees} ຄົນ); ບໍ່ມີຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນເຊື່ອມໂຍງ",
    ),
    "unknown_payer": Text(
        "Paid {payroll_lak} kip of wages in {year} by the tax file (employees: {employees}); no registered unit is linked to it",
        lo="ຈ່າຍ {payroll_lak} ກີບ ໃຫ້ພະນັກງານ {employees} ຄົນ ໃນປີ {year} ຕາມແຟ້ມພາສີ; ບໍ່ມີຫົວໜ່ວຍທີ່ຂຶ້ນທະບຽນເຊື່ອມໂຍງ",
    ),
    "fewer_workers": Text(
        "Employees in the tax file of {year}: {employees}; workers declared: {declared_workers}",
        lo="ປີ {year} ແຟ້ມພາສີມີພະນັກງານ {employees} ຄົນ; ແຈ້ງ {declared_workers} ຄົນ",
    ),
    "lower_wages": Text(
        "Wages in the tax file of {year}: {payroll_lak} kip (employees: {employees}); declared: {declared_wages_lak} kip "
        "(workers: {declared_workers})",
        lo="ປີ {year} ແຟ້ມພາສີມີ {payroll_lak} ກີບ ສຳລັບ {employees} ຄົນ; ແຈ້ງ {declared_wages_lak} ກີບ ສຳລັບ {declared_workers} ຄົນ",
    ),
    "visit_unregistered": Text(
        "Visit {visit_no} of the labour inspection found the unit not registered (workers found: {workers_found})",
        lo="ການລົງກວດແຮງງານ {visit_no} ພົບຜູ້ອອກແຮງງານ {workers_found} ຄົນ ແລະ ຫົວໜ່ວຍບໍ່ໄດ້ຂຶ້ນທະບຽນ",
    ),
    "stopped": Text("Last paid for {last_paid}", lo="ຊຳລະຄັ້ງສຸດທ້າຍຂອງເດືອນ {last_paid}"),
    "never_paid": Text(
        "Registered on {registered_on}; nothing was ever paid", lo="ຂຶ້ນທະບຽນວັນທີ {registered_on}; ບໍ່ເຄີຍຊຳລະ"
    ),
    "split_units": Text(
        "Shares the telephone {phone} with {units}; together they have {together} workers",
        lo="ໃຊ້ໂທລະສັບ {phone} ຮ່ວມກັບ {units}; ລວມກັນມີຜູ້ອອກແຮງງານ {together} ຄົນ",
    ),
}
COMPARED: Mapping[str, Text] = {
    "orders": Text("inspection orders name both", lo="ຄຳສັ່ງກວດກາລະບຸທັງສອງ"),
    "name_and_phone": Text("name and telephone", lo="ຊື່ ແລະ ໂທລະສັບ"),
    "name": Text("name", lo="ຊື່"),
    "phone": Text("telephone", lo="ໂທລະສັບ"),
    "village": Text("village", lo="ບ້ານ"),
    "district": Text("district", lo="ເມືອງ"),
    "sector": Text("sector", lo="ຂະແໜງການ"),
    "size": Text("number of workers", lo="ຈຳນວນຜູ້ອອກແຮງງານ"),
    "founded": Text("enterprise founded", lo="ສ້າງຕັ້ງວິສາຫະກິດ"),
}
LIKENESS: Mapping[str, Text] = {
    "both": Text("", lo=""),
    "same": Text("same", lo="ຄືກັນ"),
    "nearly": Text("nearly the same", lo="ເກືອບຄືກັນ"),
    "alike": Text("alike", lo="ຄ້າຍຄືກັນ"),
    "half": Text("same in one script", lo="ຄືກັນໃນພາສາດຽວ"),
    "province": Text("other, same province", lo="ຕ່າງກັນ, ແຂວງດຽວກັນ"),
    "other": Text("different", lo="ຕ່າງກັນ"),
    "missing": Text("not known", lo="ບໍ່ຮູ້"),
    "before": Text("before the unit registered", lo="ກ່ອນຫົວໜ່ວຍຂຶ້ນທະບຽນ"),
    "after": Text("after the unit registered", lo="ຫຼັງຫົວໜ່ວຍຂຶ້ນທະບຽນ"),
}
PLAIN = ("year", "phone", "visit_no")


class Told(dict[str, str]):
    """What is missing of a reason is told as a dash."""

    def __missing__(self, key: str) -> str:
        return NOTHING


def read(reasons: str | None) -> Any:
    """What the loader wrote; a text that is no JSON is a reason by itself."""
    try:
        return json.loads(reasons or "null")
    except ValueError:
        return reasons


def why_found(rule: str, reasons: str | None) -> Text:
    """The sentence of the rule with the case's own numbers."""
    known = read(reasons)
    if rule not in FOUND or not isinstance(known, dict):
        return why_linked(reasons)
    en, lo = (
        FOUND[rule]
        .in_(language)
        .format_map(Told({name: said(name, value, language) for name, value in known.items() if value is not None}))
        for language in LANGUAGES
    )
    return Text(en, lo=lo)


def why_linked(reasons: str | None) -> Text:
    """Whatever form the reasons have: texts in both languages, names with values, or a list of either."""
    en, lo = (worded(read(reasons), language) for language in LANGUAGES)
    return Text(en, lo=lo)


def worded(value: Any, language: str) -> str:
    if isinstance(value, list):
        return "; ".join(text for text in (worded(each, language) for each in value) if text)
    if isinstance(value, dict):
        if language in value:
            return str(value[language])
        named = (f"{name}: {said(name, each, language)}" for name, each in value.items() if each is not None)
        return "; ".join(named)
    if isinstance(value, str) and (level := compared(value, language)):
        return level
    return "" if value is None else said("", value, language)


def compared(code: str, language: str) -> str:
    """`phone:same` as words; empty for what is no such code."""
    name, mark, level = code.partition(":")
    if not mark or name not in COMPARED or level not in LIKENESS:
        return ""
    return f"{COMPARED[name].in_(language)} {LIKENESS[level].in_(language)}".strip()


def said(name: str, value: Any, language: str) -> str:
    """A number with its separators, a day as a day, a list as one."""
    if isinstance(value, bool) or name in PLAIN:
        return str(value)
    if isinstance(value, (int, float)):
        decimals = 0 if float(value).is_integer() else 2
        return grouped(float(value), decimals, language)
    if isinstance(value, (list, dict)):
        return worded(value, language) if isinstance(value, dict) else ", ".join(said("", v, language) for v in value)
    return day_text(name, str(value))


def day_text(name: str, text: str) -> str:
    try:
        day = date.fromisoformat(text[:10]) if len(text) >= 10 else None
    except ValueError:
        return text
    if day is None:
        return text
    return f"{day:%m/%Y}" if name == "last_paid" else f"{day:%d/%m/%Y}"
