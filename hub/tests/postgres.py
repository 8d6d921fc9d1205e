"""A private PostgreSQL for the tests: own folder, own port, gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
import os
from pathlib import Path
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile


def binaries() -> Path | None:
    """Where initdb and pg_ctl lie; None when PostgreSQL is not installed."""
    found = shutil.which("pg_ctl")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return folders[0] if folders else None


@contextmanager
def private_postgres() -> Iterator[str]:
    """The URL of a fresh server, without a database's name."""
    bin_folder = binaries()
    assert bin_folder is not None
    user = _unprivileged()
    with tempfile.TemporaryDirectory(prefix="mtpg") as name:
        folder = Path(name)
        password = secrets.token_hex(16)
        (folder / "password").write_text(password)
        if user:
            for path in (folder, folder / "password"):
                os.chown(path, user.pw_uid, user.pw_gid)
        port = _free_port()

        def run(*command: str) -> None:
            account = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
            subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60, **account)

        data, control = str(folder / "data"), str(bin_folder / "pg_ctl")
        run(str(bin_folder / "initdb"), "-D", data, "-U", "hub", "-A", "scram-sha-256", "-N",
            f"--pwfile={folder / 'password'}", "--encoding=UTF8", "--locale=C.UTF-8")  # fmt: skip
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
        run(control, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql+asyncpg://hub:{password}@127.0.0.1:{port}"
        finally:
            run(control, "-D", data, "-m", "immediate", "stop")


def _unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
