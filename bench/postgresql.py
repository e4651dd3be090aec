"""A temporary PostgreSQL cluster from installed binaries, for benchmarks and tests; on a socket only."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """Folder of the newest installed server (initdb, pg_ctl); None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def cluster(*options: str) -> Iterator[str]:
    """A running cluster as an SQLAlchemy URL with `{name}` for the database; gone at the end of the block.

    `options` are settings such as "fsync=off". Raises FileNotFoundError where no server is installed, and
    CalledProcessError where it does not start.
    """
    folder_of_server = binaries()
    if folder_of_server is None:
        raise FileNotFoundError("initdb")
    folder = Path(tempfile.mkdtemp(prefix="audit-pg-"))
    user: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    store, control = str(folder / "store"), str(folder_of_server / "pg_ctl")
    settings = " ".join(f"-c {option}" for option in ("listen_addresses=", *options))

    def run_as_server(*words: str) -> None:
        subprocess.run([*user, *words], check=True, capture_output=True, cwd="/")  # noqa: S603

    initdb = str(folder_of_server / "initdb")
    run_as_server(initdb, "-D", store, "-A", "trust", "-U", "audit", "-E", "UTF8", "--locale=C")
    log = str(folder / "log")
    run_as_server(control, "-D", store, "-w", "-o", f"-k {folder} {settings}", "-l", log, "start")
    try:
        yield f"postgresql+psycopg://audit@/{{name}}?host={folder}"
    finally:
        run_as_server(control, "-D", store, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
