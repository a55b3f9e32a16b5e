"""Thirteen periods in the width of a word: a line as a small picture, with a text for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from layouts.theme import Palette

WIDTH, HEIGHT, PAD = 280, 40, 5


def spark(numbers: Sequence[float | None], target: float | None, p: Palette, text: str) -> Component | None:
    """The line from zero up, a gap where there is no number, a dot on the last, a dashed line for the target."""
    known = [n for n in numbers if n is not None]
    if len(known) < 2:
        return None
    high = max(*known, target or 0.0)
    low = min(0.0, *known)
    span = (high - low) or 1.0
    step = (WIDTH - 2 * PAD) / max(len(numbers) - 1, 1)

    def y(number: float) -> float:
        return round(HEIGHT - PAD - (number - low) / span * (HEIGHT - 2 * PAD), 1)

    points = [(round(PAD + i * step, 1), y(n)) for i, n in enumerate(numbers) if n is not None]
    drawn = f'<path d="{path_of(numbers, step, y)}" fill="none" stroke="{p.actual}" stroke-width="2"/>'
    if target is not None:
        drawn += (
            f'<line x1="0" x2="{WIDTH}" y1="{y(target)}" y2="{y(target)}" stroke="{p.target}" stroke-dasharray="4 3"/>'
        )
    drawn += f'<circle cx="{points[-1][0]}" cy="{points[-1][1]}" r="3" fill="{p.actual}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{drawn}</svg>'
    return html.Img(src="data:image/svg+xml," + quote(svg), alt=text, className="spark", width=WIDTH, height=HEIGHT)


def path_of(numbers: Sequence[float | None], step: float, y: object) -> str:
    assert callable(y)
    parts, pen = [], "M"
    for i, number in enumerate(numbers):
        if number is None:
            pen = "M"
            continue
        parts.append(f"{pen}{round(PAD + i * step, 1)} {y(number)}")
        pen = "L"
    return "".join(parts)
