"""Two runs of one model: which suspects are new, gone or still there, by the model's key."""

import duckdb
from sqlalchemy import Connection

from data.audit_models.runs import RunFacts
from data.audit_models.texts import body_of
from data.duck import identifier, open_duck, quoted
from queries.audit_models.catalogue import read_text
from queries.audit_models.model import AuditModel
from queries.audit_models.reading import ModelFaultError

CHANGES = ("new", "still", "gone")


def is_comparable(connection: Connection, model: AuditModel, before: RunFacts) -> bool:
    """Whether a run of maybe another text of the model has its hits still, under the same key."""
    if before.folder is None or not before.hits_file.exists():
        return False
    try:
        return read_text(body_of(connection, before.text_id)).key == model.key
    except ModelFaultError:  # a text from before the format had what it has now
        return False


def compared(model: AuditModel, run: RunFacts, before: RunFacts) -> tuple[int | None, int | None]:
    """(new, gone) suspects of a run against an earlier one; (None, None) where they cannot be compared."""
    if not (run.hits_file.exists() and before.hits_file.exists()):
        return None, None
    sides = " full join ".join(
        f"(select {_keys(model)}, 1 as is_there from read_parquet({quoted(each.hits_file)})) as {side}"
        for side, each in (("here", run), ("there", before))
    )
    question = (
        "select count(*) filter (there.is_there is null), count(*) filter (here.is_there is null)"
        f" from {sides} on {_same_key(model)}"
    )
    try:
        with open_duck() as duck:
            new, gone = duck.execute(question).fetchall()[0]
    except duckdb.Error:  # a file that was damaged, or whose columns are others
        return None, None
    return new, gone


def changed_hits(model: AuditModel, run: RunFacts, before: RunFacts, change: str) -> str:
    """SQL of the hits that are `new` or `still` there in a run, or `gone` since the earlier one.

    Every row has `_hit`, its number from 0 in the run that it stands in.
    """
    match change:
        case "new":
            return _only(model, run, before)
        case "gone":
            return _only(model, before, run)
        case "still":
            return _joined(model, run, before, "semi")
    raise KeyError(change)


def hits_of(run: RunFacts) -> str:
    """SQL of the hits of a run, each with its number `_hit`."""
    return f"select *, file_row_number as _hit from read_parquet({quoted(run.hits_file)})"


def _only(model: AuditModel, here: RunFacts, there: RunFacts) -> str:
    return _joined(model, here, there, "anti")


def _joined(model: AuditModel, here: RunFacts, there: RunFacts, kind: str) -> str:
    return (
        f"select here.* from ({hits_of(here)}) as here {kind} join ({hits_of(there)}) as there"
        f" on {_same_key(model)}"
    )


def _keys(model: AuditModel) -> str:
    return ", ".join(identifier(name) for name in model.key)


def _same_key(model: AuditModel) -> str:
    return " and ".join(
        f"here.{identifier(name)} is not distinct from there.{identifier(name)}" for name in model.key
    )
