"""PostgreSQL's own programs: called with the address of the database, and a dump put back by them."""

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, NoReturn

from sqlalchemy import Engine

from data.backup.failures import BackupError
from data.language import _

# A dump drops only what is in it. Tables of newer migrations would stay, and their keys would hold on to the
# old ones. Where there is no chain of events the database is none of ours, and nothing of it is dropped.
_DROP_ALL = """\
begin;
do $$
declare
    found record;
begin
    if to_regclass('chain_head') is null then
        return;
    end if;
    for found in
        select c.oid::regclass as name,
            case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                when 'f' then 'foreign table' else 'table' end as kind
        from pg_class as c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
            and not exists (
                select 1 from pg_depend as d
                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
            )
    loop
        -- What hung on another one went with it.
        if exists (select 1 from pg_class as c where c.oid = found.name) then
            execute format('drop %s %s cascade', found.kind, found.name);
        end if;
    end loop;
end $$;
"""


def restore_postgresql(engine: Engine, dump: Path) -> None:
    """Put the dump in the place of all tables, in one transaction: all of it, or nothing. Raises BackupError.

    The SQL goes from one program to the other without touching the disk; it is committed only when pg_restore
    has read the dump to its end.
    """
    restoring = [_found("pg_restore"), "--clean", "--if-exists", "--no-owner", "--no-privileges"]
    writing = [_found("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"]
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as read_told:
        with (
            subprocess.Popen(  # noqa: S603 - our own words, and no shell
                writing,
                env=_address(engine),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=told,
            ) as writer,
            subprocess.Popen(  # noqa: S603 - our own words, and no shell
                [*restoring, "--file=-", str(dump)], stdout=subprocess.PIPE, stderr=read_told
            ) as reader,
        ):
            assert writer.stdin is not None
            assert reader.stdout is not None
            try:
                writer.stdin.write(_DROP_ALL.encode())
                shutil.copyfileobj(reader.stdout, writer.stdin)
                if reader.wait() == 0:
                    writer.stdin.write(b"\ncommit;\n")
                writer.stdin.close()
            except BrokenPipeError:  # psql stopped at an error and says which
                with suppress(BrokenPipeError):
                    writer.stdin.close()
                reader.kill()
            except BaseException:
                writer.kill()
                reader.kill()
                raise
        if reader.returncode > 0:
            _fail("pg_restore", read_told)
        if writer.returncode != 0:
            _fail("psql", told)


def run(program: str, engine: Engine, *words: str) -> None:
    """Run one of PostgreSQL's programs on the database. Raises BackupError with its last words."""
    with tempfile.TemporaryFile() as told:
        ended = subprocess.run(  # noqa: S603 - our own words, and no shell
            [_found(program), *words],
            env=_address(engine),
            stdout=subprocess.DEVNULL,
            stderr=told,
            check=False,
        )
        if ended.returncode != 0:
            _fail(program, told)


def _found(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise BackupError(
            _(
                "{program} is not installed here; install the PostgreSQL client of the server's version."
            ).format(program=program)
        )
    return found


def _fail(program: str, told: IO[bytes]) -> NoReturn:
    told.seek(0)
    lines = told.read().decode(errors="replace").strip().splitlines()
    said = next((line for line in lines if "ERROR" in line or "error:" in line), (lines or ["?"])[-1])
    raise BackupError(_("{program} failed: {reason}").format(program=program, reason=said))


def _address(engine: Engine) -> dict[str, str]:
    """Where the database is, as the programs take it: a password on a command line is everybody's to read."""
    url = engine.url
    query = {name: str(value) for name, value in url.query.items()}
    asked = {
        "PGHOST": query.get("host", url.host),
        "PGPORT": query.get("port", str(url.port) if url.port else None),
        "PGUSER": query.get("user", url.username),
        "PGPASSWORD": None if url.password is None else str(url.password),
        "PGDATABASE": url.database,
        "PGSSLMODE": query.get("sslmode"),
    }
    return dict(os.environ) | {name: value for name, value in asked.items() if value}
