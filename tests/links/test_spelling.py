"""One enterprise is written in many ways: what is only another way to write becomes the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.links.spelling import in_order, lao, latin, one_byte, subscriber, village


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Phousy Construction Co., Ltd", "PHOUSY CONSTRUCTION COMPANY LIMITED"),
        ("Phousy Construction Sole Co.,Ltd.", "Phusy  Construction"),
        ("Sokxay Shop", "Soksai Shop"),
        ("Viengxay Café", "Viengxay Cafe\u0301"),
        ("Namngum Import-Export", "Namngum Import Export"),
        ("Lanexang Hotel", "Lanesang Hotel"),
    ],
)
def test_latin_names(written: str, other: str) -> None:
    assert latin(written) == latin(other) != ""


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("ບໍລິສັດ ນ້ຳຂອງ ການຄ້າ ຈຳກັດ", "ບໍລິສັດນໍ້າຂອງ ການຄ້າ ຈໍາກັດຜູ້ດຽວ"),
        ("ບໍລິສັດ ນ້ຳຂອງ ການຄ້າ ຈຳກັດ", "ນ້ຳຂອງ ການຄ້າ"),
        ("ບໍລິສັດ ນ້ຳຂອງ ການຄ້າ ມະຫາຊົນ", "ບ. ນໍາຂອງ ການຄ້າ ຈກ"),
        ("ຮ້ານ ຄຳຫຼ້າ", "ຮ້ານ ຄຳຫລ້າ"),
        ("ຮ້ານ ໃໝ່", "ຮ້ານ ໃຫມ່"),
    ],
)
def test_lao_names(written: str, other: str) -> None:
    assert lao(written) == lao(other) != ""


@pytest.mark.parametrize(("name", "other"), [("Sokxay Shop", "Sokxay Hotel"), ("Champa Trading", "Chanpheng Trading")])
def test_other_names_stay_others(name: str, other: str) -> None:
    assert latin(name) != latin(other)


@pytest.mark.parametrize(
    ("name", "spelt"),
    [(None, latin), ("Co., Ltd", latin), (" - ", latin), (None, lao), ("ບໍລິສັດ ຈຳກັດ", lao), ("ບໍລິສັດ", lao)],
)
def test_nothing_but_a_legal_form_is_no_name(name: str | None, spelt: Callable[[str | None], str]) -> None:
    assert spelt(name) == ""


def test_words_that_changed_places() -> None:
    assert in_order(latin("Sokxay Lao Shop")) == in_order(latin("Lao Shop Sokxay"))


@pytest.mark.parametrize(
    "written",
    ["02055512345", "020 5551 2345", "+856 20 55512345", "00856-20-5551-2345", "8562055512345", "໐໒໐໕໕໕໑໒໓໔໕"],
)
def test_telephone_numbers(written: str) -> None:
    assert subscriber(written) == "2055512345"


@pytest.mark.parametrize("written", [None, "", "-", "0201", "00000000", "020 000", "none"])
def test_what_is_no_telephone_number(written: str | None) -> None:
    assert subscriber(written) is None


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("ບ້ານໜອງແຕ່ງ, ເມືອງນາໝໍ້, ແຂວງອຸດົມໄຊ", "ຫນອງແຕງ"),
        ("ບ້ານ ຫນອງແຕ່ງ, ເມືອງນາໝໍ້", "ຫນອງແຕງ"),
        ("Ban Phonthan, Saysettha", "pontan"),
        ("Road 13 South, km 6", None),
        ("", None),
    ],
)
def test_villages(address: str, found: str | None) -> None:
    assert village(address) == found


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Z")), max_size=30) | st.text(
    st.characters(min_codepoint=0x0E80, max_codepoint=0x0EFF), max_size=30
)


@given(NAMES)
def test_any_text_has_a_spelling_that_stays(name: str) -> None:
    assert lao(lao(name)) == lao(name)
    assert lao(unicodedata.normalize("NFD", name)) == lao(name)
    assert latin(unicodedata.normalize("NFD", name)) == latin(name)


@given(st.text(st.sampled_from("ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮຽະັາິີຶືຸູົຼເແໂໃໄຳ "), max_size=20))
def test_one_byte_a_letter_and_no_two_letters_alike(name: str) -> None:
    narrow = one_byte(name)
    assert len(narrow.encode()) == len(name)
    assert len(set(narrow)) == len(set(name))


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = subscriber(text)
    assert found is None or (found.isdigit() and len(found) > 6)
