"""A PostgreSQL server of the tests' own: made in a temporary folder, started, stopped and thrown away."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SETTINGS = {
    "listen_addresses": "",  # a socket in a private folder: no port to choose, nobody else can connect
    "shared_buffers": "128MB",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "jit": "off",
}


def programs() -> Path | None:
    """The folder with PostgreSQL's server programs; Debian keeps the newest version's last and none on the PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


def unprivileged() -> str:
    """The server refuses to run as root, so root hands it to another user."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    known = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def running_server() -> Iterator[str]:
    """The URL of an empty database on a fresh server that lives as long as the block."""
    bin_folder = programs()
    if bin_folder is None:
        raise FileNotFoundError("PostgreSQL's server programs: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="ssiis-pg-", dir="/tmp"))  # short: a socket's path has 107 letters at most
    user = unprivileged()
    shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        command = [str(bin_folder / program), "--pgdata", str(folder / "data"), *arguments]
        log = folder / "output.log"
        with log.open("a") as output:  # a file, because the server keeps what it inherits open
            done = subprocess.run(
                command,
                user=user,
                group=pwd.getpwnam(user).pw_gid,
                cwd=folder,
                stdout=output,
                stderr=output,
                check=False,
            )
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed:\n{log.read_text()}")

    try:
        run("initdb", "--username=ssiis", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        run("pg_ctl", "start", "--wait", f"--options={options} -c unix_socket_directories='{folder}'")
        try:
            yield f"postgresql+psycopg://ssiis@/postgres?host={folder}"
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """One server for the whole run; skipped where it is not installed, except in continuous integration."""
    if programs() is None and not os.environ.get("CI"):
        pytest.skip("PostgreSQL's server programs are missing: apt-get install postgresql")
    with running_server() as url:
        yield url
