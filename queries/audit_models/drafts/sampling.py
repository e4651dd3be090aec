"""A text tried on data before anybody reviewed it: over what its writer may see, within limits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.roles import User
from data.data_room.dataset_access import masked_select, masks
from data.dataset_types import dataset_type
from data.engine import reading
from data.warehouse import files_of
from queries.audit_models.cases import used
from queries.audit_models.choosing import Chosen, choose
from queries.audit_models.engines.engine import OnEnd, Process, Work
from queries.audit_models.engines.on_duckdb import derived_readable
from queries.audit_models.guarding import guard
from queries.audit_models.model import AuditModel, Requirement
from queries.audit_models.relations import duck_type, empty_select, typed_select
from queries.audit_models.running import areas_of
from queries.audit_models.values import values_of
from queries.workbench.limits import limits
from queries.workbench.places import new_run_folder
from queries.workbench.readable import Readable, ReadableColumn
from queries.workbench.running import Copying, start

ACTION = "write-models"
MOST_ROWS = 1_000  # a sample shows what a text does; a run of the published model counts


def start_sample(
    engine: Engine,
    user: User,
    model: AuditModel,
    *,
    on: Sequence[str] = (),
    given: Mapping[str, Any] | None = None,
) -> Process:
    """Start the text over the versions of `on`, else the newest that fit; its rows are in `outcome.file`.

    Rows are seen through the masks of its writer, also by the SQL. Raises NotPermittedError,
    QueryRefusedError, ValueRefusedError, NotRunnableError and BusyError.
    """
    permit(engine, user, ACTION, model.code)
    guard(model)
    values = values_of(model, given or {})
    with reading(engine) as connection:
        chosen = choose(connection, user, model, on)
        areas = areas_of(connection, model, chosen)
    relations = [
        _relation(requirement, chosen.get(requirement.relation)) for requirement in model.requires.values()
    ]
    sql = f"select * from ({model.sql}) limit {MOST_ROWS}"
    copying = Copying(used(model.sql, values), (), new_run_folder() / "sample.parquet")
    bounds = replace(limits(), rows=MOST_ROWS)
    if not model.derived:
        return start(sql, relations, bounds, None, copying)
    # What computes with shapes loads slowly, and few models need it.
    from queries.audit_models.spatial.deriving_run import start_deriving  # noqa: PLC0415

    def then(files: Mapping[str, Path], on_end: OnEnd) -> Process:
        derived = [derived_readable(model, name, file) for name, file in files.items()]
        return start(sql, [*relations, *derived], bounds, on_end, copying)

    return start_deriving(
        Work(model, values, {}, copying.result, bounds, areas), relations, then, lambda __: None
    )


def _relation(requirement: Requirement, choice: Chosen | None) -> Readable:
    of_type = dataset_type(requirement.dataset_type)
    hidden = masks(choice.version, choice.access) if choice else {}
    masked = {name.lower(): mask for name, mask in hidden.items()}
    columns = tuple(
        ReadableColumn(each.name, each.name, duck_type(each.type), masked.get(each.name))
        for each in of_type.columns
    )
    if choice is None:
        return Readable(requirement.relation, requirement.relation, columns, empty_select(requirement), ())
    rows = masked_select(choice.version, choice.access)
    select = typed_select(requirement, choice.version, rows, text=frozenset(masked))
    return Readable(requirement.relation, requirement.relation, columns, select, files_of(choice.version))
