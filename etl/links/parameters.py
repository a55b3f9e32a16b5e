"""How telling each agreement is, for registers too small to learn it from: learnt from two registers of a made-up country
(`ssiis sample --scale national`: 130,000 units, 150,000 enterprises) as `likeness.py` learns, and rounded."""

from __future__ import annotations

from collections.abc import Mapping

PHONE_SAME = "phone:same"
SHARE_IN_BOTH = 0.5  # of the smaller register
STORED: Mapping[
    str, tuple[float, float]
] = {  # share of pairs that are one, and of pairs that are not, with this agreement
    "name:same": (0.54, 6.8e-05),
    "name:nearly": (0.26, 2.6e-05),
    "name:alike": (0.15, 0.00018),
    "name:half": (0.05, 0.00043),
    "name:other": (0.007, 0.9993),
    "phone:same": (0.56, 1.4e-06),
    "phone:nearly": (0.01, 4.3e-06),
    "phone:other": (0.44, 0.99999),
    "village:same": (0.86, 0.037),
    "village:nearly": (0.076, 0.028),
    "village:other": (0.067, 0.935),
    "district:same": (0.925, 0.015),
    "district:province": (0.056, 0.078),
    "district:other": (0.019, 0.907),
    "sector:same": (0.92, 0.134),
    "sector:other": (0.08, 0.866),
    "size:same": (0.072, 0.0043),
    "size:nearly": (0.557, 0.167),
    "size:alike": (0.349, 0.309),
    "size:other": (0.021, 0.519),
    "founded:before": (0.906, 0.456),
    "founded:after": (0.094, 0.544),
}
