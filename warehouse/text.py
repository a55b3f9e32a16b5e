"""A text in English that carries its translations, so that both languages stand side by side where they are declared."""

from __future__ import annotations

LANGUAGES = ("en", "lo")


class Text(str):
    """English text; `lo` is the Lao one. Being a str, it goes wherever a label goes."""

    lo: str

    def __new__(cls, en: str, *, lo: str) -> Text:
        text = super().__new__(cls, en)
        text.lo = lo
        return text

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        return (str(self),), {"lo": self.lo}

    def in_(self, language: str) -> str:
        return self.lo if language == "lo" else str(self)
