"""The empty page that the callbacks fill."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from layouts import words


def document(language: str) -> Component:
    return html.Div(
        [
            html.A(words.SKIP.in_(language), href="#main", className="skip"),
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="told"),
            html.Div(id="top"),
            html.Main(id="main", tabIndex=-1, className="busy"),
            html.Footer(id="foot"),
            html.Div(id="offline", role="alert", hidden=True),
        ],
        className="ssiis",
    )
