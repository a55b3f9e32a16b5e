"""How telling each agreement is, for registers too small to learn it from: learnt from two registers of a made-up country
(`ssiis sample --scale national`: 130,000 units, 150,000 enterprises) as `likeness.py` learns, and rounded."""

from __future__ import annotations

from collections.abc import Mapping

PHONE_SAME = "phone:same"
SHARE_IN_BOTH = 0.5  # of the smaller register
STORED: Mapping[
    str, tuple[float, float]
] = {  # share of pairs that are one, and of pairs that are not, with this agreement
    "name:same": (0.66, 6.7e-5),
    "name:nearly": (0.19, 3.2e-5),
    "name:alike": (0.11, 2.2e-4),
    "name:half": (0.03, 4.3e-4),
    "name:other": (0.01, 0.99927),
    "phone:same": (0.56, 4.1e-6),
    "phone:nearly": (0.01, 1.6e-6),
    "phone:other": (0.43, 0.99999),
    "village:same": (0.85, 0.036),
    "village:nearly": (0.07, 0.028),
    "village:other": (0.08, 0.936),
    "district:same": (0.91, 0.015),
    "district:province": (0.05, 0.08),
    "district:other": (0.04, 0.905),
    "sector:same": (0.92, 0.146),
    "sector:other": (0.08, 0.854),
    "size:same": (0.07, 0.005),
    "size:nearly": (0.55, 0.165),
    "size:alike": (0.35, 0.285),
    "size:other": (0.03, 0.545),
    "founded:before": (0.98, 0.65),
    "founded:after": (0.02, 0.35),
}
