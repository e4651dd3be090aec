"""Let rows in quarantine leave the system to be corrected: ask for the right, make the file, record it."""

import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
from sqlalchemy import Engine

from data.access.permission import permit, refuse
from data.access.present_user import present_user
from data.access.roles import User
from data.bringing.open_rows import quarantine
from data.checking.quarantine import export_quarantine
from data.data_room.dataset_access import SECRET, access
from data.data_room.undertakings import need_undertaking
from data.duck import open_duck, quoted
from data.engine import now, reading, writing
from data.events import RowsExported, record
from data.language import _
from data.stem_of import stem_of
from data.warehouse import Version, WarehouseError, dataset, versions

ACTION = "export-rows"
SUBJECT = "quarantine"
ENDINGS = ("xlsx", "csv")
_AT_FRONT, _AT_END = "_line", "faults"


def quarantine_export(engine: Engine, user: User, name: str, number: int, ending: str) -> bytes:
    """The rows of a version that still wait in quarantine, as they came, with the reasons.

    Rows that a correction has taken in are left out. Only whoever may read the dataset without masks may have
    them. Raises NotPermittedError and UndertakingMissingError (both recorded), WarehouseError where there are
    none, and ValueError where a workbook cannot hold them.
    """
    made_at = now()
    with reading(engine) as connection:
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
        facts = dataset(connection, name)
        held = quarantine(versions(connection, facts.dataset_id), number) if facts else None
        is_unmasked = facts is not None and access(connection, reader, facts).is_unmasked
    permit(engine, reader, ACTION, name)
    if not is_unmasked:
        refuse(engine, reader, ACTION, name)
    need_undertaking(engine, reader, ACTION, name)
    if facts is not None and facts.classification == SECRET:
        raise WarehouseError(
            _("Rows of a state secret do not leave as a file; correct them at their source.")
        )
    if held is None or not held.open_count():
        raise WarehouseError(_("This version has no rows in quarantine."))
    version = held.version
    with tempfile.TemporaryDirectory() as folder:
        file, target = Path(folder) / "open.parquet", Path(folder) / f"rows.{ending}"
        with open_duck() as duck:
            duck.execute(f"copy ({held.rows_sql}) to {quoted(file)} (format parquet)")
        titles = {column.name: column.title for column in version.columns}
        rows = export_quarantine(file, target, _headings(version, file), titles, number=version.number)
        content = target.read_bytes()
    event = RowsExported(
        subject=SUBJECT,
        filters={"dataset": name, "dataset_id": version.dataset_id, "number": number},
        rows=rows,
        file_name=quarantine_file_name(name, number, ending),
    )
    with writing(engine) as connection:
        record(connection, reader.user_name, event, at=made_at)
    return content


def quarantine_file_name(name: str, number: int, ending: str) -> str:
    """Name of the file: the dataset, the version and what it holds."""
    words = _("{dataset}_version_{number}_quarantine").format(dataset=name, number=number)
    return f"{stem_of(words)}.{ending}"


def _headings(version: Version, file: Path) -> list[str]:
    """As the file had them, so that the corrected one is read like it."""
    if headings := version.report.get("headings"):
        return list(headings)
    with open_duck() as duck:
        names = _names(duck, file)
    return [name for name in names if name not in {_AT_FRONT, _AT_END}]


def _names(duck: duckdb.DuckDBPyConnection, file: Path) -> list[str]:
    return [name for name, *__ in duck.execute(f"describe select * from {quoted(file)}").fetchall()]
