"""`ssiis serve`: the dashboard under gunicorn, set up and warmed before it divides into workers."""

from __future__ import annotations

import argparse
import errno
import socket
import sys
from typing import Any

from gunicorn.app.base import BaseApplication

from dashboard.app import create_app, ready
from dashboard.settings import Settings
from warehouse.engines import WarehouseError, open_warehouse

THREADS = 4


class Gunicorn(BaseApplication):  # type: ignore[misc]
    """gunicorn told what to do by us instead of by its own command line."""

    def __init__(self, server: Any, options: dict[str, Any]) -> None:
        self.server, self.options = server, options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return self.server


def serve(args: argparse.Namespace) -> int:
    """Exit status 1 where there is no warehouse to show or the port is taken."""
    from dashboard.settings import settings

    chosen = Settings(args.warehouse, args.host, args.port, args.workers, settings().stale_days)
    problem = unreadable(chosen.warehouse) or taken(chosen.host, chosen.port)
    if problem:
        print(f"ssiis: {problem}", file=sys.stderr)
        return 1
    app = ready(create_app(chosen))
    print(f"SSIIS: http://{chosen.host}:{chosen.port} (Ctrl-C ends it)", flush=True)
    Gunicorn(
        app.server,
        {
            "bind": f"{chosen.host}:{chosen.port}",
            "workers": chosen.workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "preload_app": True,
            "timeout": 120,
            "loglevel": "warning",
            "worker_tmp_dir": None,
            "control_socket_disable": True,
        },
    ).run()
    return 0


def unreadable(url: str) -> str:
    """Why the warehouse cannot be shown; empty where it can."""
    try:
        warehouse = open_warehouse(url)
        version = warehouse.version
        warehouse.close()
    except WarehouseError as error:
        return str(error)
    return "" if version else f"{url}: nothing is published there; run `ssiis load` first"


def taken(host: str, port: int) -> str:
    """Why the port cannot be listened on; empty where it can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"port {port} of {host} is taken: choose another with --port"
            return f"cannot listen on {host}:{port}: {error.strerror}"
    return ""
