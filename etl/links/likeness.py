"""Splink at work, and quiet: it learns how telling each agreement is and gives every pair of candidates its weight."""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from etl.errors import disk_full
from etl.links.model import COMPARISONS, TRAINED_ON, Parameters, settings
from etl.links.parameters import PHONE_SAME, SHARE_IN_BOTH, STORED
from etl.links.registers import Connection, value

ENOUGH = 1_000  # pairs of one telephone from which learning is worth while
SAMPLED_PAIRS, SEED = 1_000_000, 1
NO_PROOF, LEAST, DIGITS = 1e-3, 1e-7, 5  # no disagreement rules a pair out; more digits would differ from run to run
NOT_SHOWN = 0.001  # pairs less likely than this are nobody's candidates


@dataclass(frozen=True)
class Model:
    """`in_both` is how many enterprises are expected to have a unit."""

    parameters: Parameters
    in_both: float

    def without(self, linked: int) -> Model:
        """The same once so many are linked."""
        return Model(self.parameters, max(self.in_both - linked, 0.05 * self.in_both))


@contextmanager
def quietly() -> Iterator[None]:
    """Splink explains itself in its log and in warnings; a load has its own words."""
    logger = logging.getLogger("splink")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def linker(con: Connection, enterprises: str, units: str, parameters: Parameters, probability: float) -> Any:
    """Imported here: only a load that has both registers needs it."""
    from splink import DuckDBAPI, Linker

    api = DuckDBAPI(con)
    frames = [api.register(table, dataset_display_name=f"{n}_{table}") for n, table in enumerate((enterprises, units))]
    return Linker(frames, settings(parameters, probability), log_level=None, validate_settings=False)


def learnt(con: Connection, enterprises: str, units: str) -> Model:
    """From the data where they are large enough; whatever they are, a load does not fail for them."""
    shared = value(con, f"select count(*) from {enterprises} join {units} using (block_phone)")
    counted = (value(con, f"select count(*) from {table}") for table in (enterprises, units))
    smaller = float(min(counted))
    usual = Model(STORED, SHARE_IN_BOTH * smaller)
    if shared < ENOUGH:
        return usual
    try:
        with quietly():
            parameters = trained(con, enterprises, units)
    except Exception as error:  # Splink raises many kinds where a level never occurs
        if disk_full(error) or isinstance(error, MemoryError):
            raise
        return usual
    stated = value(con, f"select count(phone) from {enterprises}") / value(con, f"select count(*) from {enterprises}")
    expected = shared / stated / max(parameters[PHONE_SAME][0], 0.05)
    return Model(parameters, min(expected, smaller))


def trained(con: Connection, enterprises: str, units: str) -> Parameters:
    work = linker(con, enterprises, units, STORED, 1e-5)
    work.training.estimate_u_using_random_sampling(max_pairs=SAMPLED_PAIRS, seed=SEED, min_count_per_level=None)
    for pairs in TRAINED_ON:
        work.training.estimate_parameters_using_expectation_maximisation(pairs)
    model = work.misc.save_model_to_json()
    work.table_management.delete_tables_created_by_splink_from_db()
    found = dict(STORED)
    for comparison in model["comparisons"]:
        found |= credible(comparison["output_column_name"], comparison["comparison_levels"])
    return found


def credible(name: str, levels: list[dict[str, Any]]) -> Parameters:
    """What was learnt of a comparison; nothing where agreement would speak against identity."""
    learnt_: dict[str, tuple[float, float]] = {}
    for level in levels:
        m, u = level.get("m_probability"), level.get("u_probability")
        if not level.get("is_null_level") and m is not None and u is not None:
            learnt_[f"{name}:{level['label_for_charts']}"] = (rounded(m, NO_PROOF), rounded(u, LEAST))
    codes = [f"{each.name}:{level.code}" for each in COMPARISONS if each.name == name for level in each.levels]
    if set(learnt_) != set(codes):
        return {}
    (m_first, u_first), (m_last, u_last) = learnt_[codes[0]], learnt_[codes[-1]]
    return learnt_ if m_first / u_first > m_last / u_last else {}


def rounded(number: float, least: float) -> float:
    number = min(max(number, least), 1 - LEAST)
    return round(number, DIGITS - 1 - math.floor(math.log10(number)))


def weighed(con: Connection, enterprises: str, units: str, model: Model, target: str) -> None:
    """Make `target`: candidate pairs (enterprise_no, ss_number) with the odds that they are one."""
    pairs = value(con, f"select count(*) from {enterprises}") * value(con, f"select count(*) from {units}")
    probability = min(max(model.in_both, 0.1) / pairs, 0.5)
    with quietly():
        work = linker(con, enterprises, units, model.parameters, probability)
        scored = work.inference.predict(threshold_match_probability=NOT_SHOWN, warning_mode="never")
        con.execute(
            f"create table {target} as select id_l as enterprise_no, id_r as ss_number, "
            f"pow(2, least(greatest(match_weight, -40), 40)) as odds from {scored.physical_name}"
        )
