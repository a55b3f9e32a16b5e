"""What a code list is: codes with their names in both languages and, where there is one, their ground in the law."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.reference import rows
from warehouse.text import Text


@dataclass(frozen=True)
class Code:
    code: str
    title: Text
    ground: str = ""


@dataclass(frozen=True)
class CodeList:
    name: str
    title: Text
    codes: tuple[Code, ...]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.codes)

    def __contains__(self, code: object) -> bool:
        return any(item.code == code for item in self.codes)

    def title_of(self, code: str) -> Text:
        """The code's name; an unknown code is shown as itself."""
        return next((item.title for item in self.codes if item.code == code), Text(code, lo=code))


def listed(name: str, title: Text, *codes: tuple[str, str, str] | tuple[str, str, str, str]) -> CodeList:
    return CodeList(name, title, tuple(Code(c[0], Text(c[1], lo=c[2]), *c[3:]) for c in codes))


def from_reference(name: str, title: Text, file: str) -> CodeList:
    return listed(name, title, *((row["code"], row["title_en"], row["title_lo"]) for row in rows(file)))
