"""The three callbacks of the whole dashboard: fill the page, follow a click, and no more."""

from __future__ import annotations

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output
from flask import request

from callbacks.fill import Filler


def register(app: Dash, filler: Filler) -> None:
    @app.callback(
        Output("top", "children"),
        Output("main", "children"),
        Output("foot", "children"),
        Output("told", "data"),
        Input("url", "pathname"),
        Input("url", "search"),
        running=[(Output("main", "className"), "busy", "")],
    )
    def fill(path: str | None, search: str | None) -> Any:
        return filler.page(path or "/", search or "", request.cookies, request.headers.get("Accept-Language", ""))

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("ssiis", "follow"), Input({"graph": ALL}, "clickData"), prevent_initial_call=True
    )
    told = ClientsideFunction("ssiis", "told")
    app.clientside_callback(told, Input("told", "data"))  # type: ignore[no-untyped-call]
