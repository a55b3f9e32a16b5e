"""Which pairs are linked, by what, and that no enterprise and no unit is linked twice."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.links.bands import BandError, Bands, bands
from etl.links.likeness import credible
from etl.links.linking import Decision
from etl.links.model import COMPARISONS
from etl.links.parameters import STORED
from tests.links.pairs import in_band, linked

# id | English | Lao | address | telephone | district | sector | workers
UNITS = """
U1 | Phousy Garment Factory       | ໂຮງງານຕັດຫຍິບ ພູສີ     | ບ້ານ ໂພນທັນ  | 020 5551 1111 | 0101 | C | 40
U2 | Sokxay Construction Co., Ltd | ບໍລິສັດ ໂຊກໄຊ ກໍ່ສ້າງ ຈຳກັດ | ບ້ານ ນາໄຊ   | 020 5552 2222 | 0101 | F | 12
U3 | Keomany Guesthouse           | ເຮືອນພັກ ແກ້ວມະນີ     | ບ້ານ ສີຫອມ   | 020 5553 3333 | 0601 | I | 4
U4 | Namngum Transport            | ຂົນສົ່ງ ນ້ຳງື່ມ          | ບ້ານ ນາຄຳ   |               | 1301 | H | 25
"""
ENTERPRISES = """
E1 | PHUSI GARMENT FACTORY        |                       |             | +856 20 55511111 | 0101 | C | 44
E2 | Sokxay Constructoin Company Limited | ໂຊກໄຊ ກໍ່ສ້າງ | ບ້ານ ນາໄຊ | | 0101 | F | 13
E3 | Vongsa Laundry               | ຮ້ານຊັກລີດ ວົງສາ        | ບ້ານ ຫາດຄຳ  | 020 7777 7777 | 0301 | S | 2
E4 | Transport Namngum Sole Co., Ltd | ບໍລິສັດ ຂົນສົ່ງ ນໍ້າງື່ມ  | ບ້ານ ນາຄຳ | 020 5554 4444 | 1301 | H | 24
"""


def said(enterprise: str, unit: str, same: bool) -> Decision:
    return Decision(enterprise, unit, same, "Noy", date(2026, 11, 2))


def test_what_is_one_is_linked_and_why_is_kept(tmp_path: Path) -> None:
    found = linked(tmp_path, ENTERPRISES, UNITS)
    assert in_band(found) == {("E1", "U1"), ("E2", "U2"), ("E4", "U4")}
    assert found["E1", "U1"].method == "exact"
    assert found["E1", "U1"].reasons[0] == "name_and_phone:same"
    assert found["E2", "U2"].method == "model"
    assert found["E2", "U2"].reasons == [
        "name:nearly", "phone:missing", "village:same", "district:same", "sector:same", "size:nearly", "founded:before",
    ]  # fmt: skip
    assert 0.65 <= found["E2", "U2"].probability <= 1


def test_orders_that_name_both_go_before_likeness(tmp_path: Path) -> None:
    """Two orders say U3, one says U2: what most of them say holds, although E2 looks like U2."""
    found = linked(tmp_path, ENTERPRISES, UNITS, stated=[("E2", "U3", 2), ("E2", "U2", 1)])
    assert ("E2", "U3") in in_band(found)
    assert (found["E2", "U3"].method, found["E2", "U3"].reasons[0]) == ("exact", "orders:both")
    assert ("E2", "U2") not in in_band(found)


def test_orders_that_disagree_evenly_prove_nothing(tmp_path: Path) -> None:
    found = linked(tmp_path, ENTERPRISES, UNITS, stated=[("E2", "U3", 1), ("E2", "U2", 1)])
    assert found["E2", "U2"].method == "model"


def test_a_name_and_telephone_that_two_have_prove_nothing(tmp_path: Path) -> None:
    twice = ENTERPRISES + "E9 | Phousy Garment Factory | | | 020 5551 1111 | 0101 | C | 44\n"
    found = linked(tmp_path, twice, UNITS)
    assert "exact" not in {each.method for each in found.values()}
    assert not {"E1", "E9"} & {enterprise for enterprise, _ in in_band(found)}, (
        "each of the two is as likely as the other"
    )
    assert {("E1", "U1"), ("E9", "U1")} <= in_band(found, "to_review")


def test_a_person_s_word_goes_before_everything(tmp_path: Path) -> None:
    decisions = [said("E3", "U1", True), said("E2", "U2", False)]
    found = linked(tmp_path, ENTERPRISES, UNITS, stated=[("E1", "U1", 5), ("E2", "U2", 5)], decisions=decisions)
    assert (found["E3", "U1"].band, found["E3", "U1"].method) == ("linked", "person")
    assert found["E3", "U1"].reasons[0] == "person:same"
    assert (found["E2", "U2"].band, found["E2", "U2"].method) == ("not_linked", "person")
    assert in_band(found) == {("E3", "U1"), ("E4", "U4")}


def test_where_a_pair_is_refused_the_next_best_may_be_linked(tmp_path: Path) -> None:
    """E8 has the very name of U2 and stands in the way of E2, until a person says that it is another."""
    further = ENTERPRISES + "E8 | Sokxay Construction | ໂຊກໄຊ ກໍ່ສ້າງ | ບ້ານ ນາໄຊ | | 0101 | F | 12\n"
    found = linked(tmp_path, further, UNITS)
    assert ("E2", "U2") not in in_band(found)
    assert found["E8", "U2"].probability > 0.5
    assert ("E2", "U2") in in_band(linked(tmp_path, further, UNITS, decisions=[said("E8", "U2", False)]))


def test_a_word_on_someone_who_is_not_there_waits(tmp_path: Path) -> None:
    found = linked(tmp_path, ENTERPRISES, UNITS, decisions=[said("E77", "U1", True), said("E1", "U77", True)])
    assert ("E1", "U1") in in_band(found)


def test_thresholds_move_pairs_between_bands(tmp_path: Path) -> None:
    found = linked(tmp_path, ENTERPRISES, UNITS, bands=Bands(1.0, 0.02))
    assert found["E2", "U2"].band == "to_review"
    assert found["E1", "U1"].band == "linked", "what is exact needs no threshold"


def test_the_same_registers_give_the_same_links(tmp_path: Path) -> None:
    turned = "\n".join(reversed(ENTERPRISES.strip().splitlines()))
    assert linked(tmp_path, ENTERPRISES, UNITS) == linked(tmp_path, turned, UNITS)


ONE = "A | Phousy Shop | ຮ້ານ ພູສີ | ບ້ານ ນາໄຊ | 020 5551 1111 | 0101 | G | 3"
ODD = {
    "no enterprise": ("", UNITS),
    "no unit": (ENTERPRISES, ""),
    "one of each, the same": (ONE, ONE),
    "one of each, nothing alike": (ONE, "B | Zeta Mill | | | | 1801 | C | 90"),
    "nothing but ids": ("A |\nB |", "C |\nD |"),
    "no telephone anywhere": ("\n".join(f"{k} | Sokxay {k} Hotel | | | | 0101 | I | {k}" for k in range(1, 30)),) * 2,
    "one name for all": (
        "\n".join(f"{k} | Sokxay Hotel | | ບ້ານ ນາໄຊ | 020 5551 1111 | 0101 | I | 5" for k in range(300)),
    )
    * 2,
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_registers_do_no_harm(kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    enterprises, units = ODD[kind]
    pairs = in_band(linked(tmp_path, enterprises, units))
    assert all(enterprise == unit for enterprise, unit in pairs)
    assert len(pairs) == (
        1 if kind == "one of each, the same" else len(pairs) if kind == "no telephone anywhere" else 0
    )
    assert capfd.readouterr() == ("", ""), "Splink says nothing"


def test_splink_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    before = logging.getLogger("splink").level
    linked(tmp_path, ONE, ONE)
    assert logging.getLogger("splink").level == before
    assert not logging.getLogger("splink").handlers
    assert "splink" in sys.modules


ENTRY = st.fixed_dictionaries(
    {
        "name_en": st.sampled_from(["Phousy Shop", "Phousy Shop Co., Ltd", "Sokxay Hotel", "Sokxay Hotle", "Champa"]),
        "name_lo": st.sampled_from(["ຮ້ານ ພູສີ", "ໂຮງແຮມ ໂຊກໄຊ", None]),
        "address": st.sampled_from(["ບ້ານ ນາໄຊ", "ບ້ານ ນາຄຳ", "?", None]),
        "phone": st.sampled_from(["020 5551 1111", "020 5552 2222", "0", None]),
        "district": st.sampled_from(["0101", "0102", "1801"]),
        "sector": st.sampled_from("GI"),
        "size": st.none() | st.integers(0, 10**9),
        "since": st.none() | st.dates(date(1990, 1, 1), date(2026, 1, 1)),
    }
)
ENTRIES = st.lists(ENTRY, max_size=8).map(lambda rows: [row | {"id": f"N{k}"} for k, row in enumerate(rows)])


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ENTRIES,
    ENTRIES,
    st.lists(st.tuples(st.sampled_from(["N0", "N1"]), st.sampled_from(["N0", "N1"]), st.integers(1, 3)), max_size=3),
)
def test_whatever_the_registers_no_side_is_linked_twice(
    tmp_path: Path,
    enterprises: list[dict[str, object]],
    units: list[dict[str, object]],
    stated: list[tuple[str, str, int]],
) -> None:
    once = {(enterprise, unit): (enterprise, unit, orders) for enterprise, unit, orders in stated}
    pairs = in_band(linked(tmp_path, enterprises, units, stated=once.values()))
    for side in range(2):
        assert set(Counter(pair[side] for pair in pairs).values()) <= {1}


def test_every_level_has_stored_parameters() -> None:
    assert set(STORED) == {f"{each.name}:{level.code}" for each in COMPARISONS for level in each.levels}


def test_what_was_learnt_is_not_believed_where_agreement_would_speak_against_identity() -> None:
    levels = [{"label_for_charts": "same", "m_probability": 0.1, "u_probability": 0.6},
              {"label_for_charts": "other", "m_probability": 0.9, "u_probability": 0.4}]  # fmt: skip
    assert credible("sector", levels) == {}
    assert credible("sector", levels[:1]) == {}
    levels[0]["m_probability"], levels[1]["m_probability"] = 0.9, 0.1
    assert credible("sector", levels) == {"sector:same": (0.9, 0.6), "sector:other": (0.1, 0.4)}


def test_thresholds_come_from_the_settings() -> None:
    assert bands({}) == Bands()
    assert bands({"SSIIS_LINK_FROM": "0.9", "SSIIS_REVIEW_FROM": "0.3"}) == Bands(0.9, 0.3)


@pytest.mark.parametrize(
    ("name", "value", "said_"),
    [("SSIIS_LINK_FROM", "high", "is not a number"), ("SSIIS_LINK_FROM", "0.4", "between 0.5 and 1"),
     ("SSIIS_LINK_FROM", "nan", "between 0.5 and 1"), ("SSIIS_REVIEW_FROM", "0.7", "lies between")],
)  # fmt: skip
def test_thresholds_that_cannot_be(name: str, value: str, said_: str) -> None:
    with pytest.raises(BandError, match=said_):
        bands({name: value})
