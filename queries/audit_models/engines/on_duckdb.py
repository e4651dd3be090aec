"""DuckDB as an engine of models: a child process on this machine (queries/workbench/child.py)."""

from collections.abc import Mapping
from pathlib import Path

from data.dataset_types import dataset_type
from data.duck import quoted
from data.warehouse import files_of
from queries.audit_models.cases import skip_counts, used
from queries.audit_models.engines.engine import OnEnd, Process, Work
from queries.audit_models.model import AuditModel
from queries.audit_models.relations import duck_type, empty_select, relation_select
from queries.audit_models.spatial.columns import derived_columns
from queries.workbench.readable import Readable, ReadableColumn
from queries.workbench.running import Copying, Run, start


class OnDuckdb:
    """The engine that every installation has."""

    name = "duckdb"

    def check(self) -> None:
        """It is always there."""

    def start(self, work: Work, on_end: OnEnd) -> Process:
        """See ModelEngine."""
        relations = _relations(work)
        if not work.model.derived:
            return _started(work, relations, on_end)
        # What computes with shapes loads slowly, and few models need it.
        from queries.audit_models.spatial.deriving_run import start_deriving  # noqa: PLC0415

        def then(files: Mapping[str, Path], on_end: OnEnd) -> Process:
            derived = [derived_readable(work.model, name, file) for name, file in files.items()]
            return _started(work, [*relations, *derived], on_end)

        return start_deriving(work, relations, then, on_end)


def _started(work: Work, relations: list[Readable], on_end: OnEnd) -> Run:
    model, values = work.model, work.values
    counts = tuple((sql, used(sql, values)) for sql in skip_counts(model))
    copying = Copying(used(model.sql, values), counts, work.hits_file)
    return start(model.sql, relations, work.limits, on_end, copying)


def derived_readable(model: AuditModel, name: str, file: Path) -> Readable:
    """A derived relation that lies in a file, as a view of the child."""
    columns = derived_columns(model, model.derived[name])
    kept = tuple(ReadableColumn(column, column, kind) for column, kind in columns.items())
    return Readable(name, name, kept, f"select * from read_parquet({quoted(file)})", (file,))


def _relations(work: Work) -> list[Readable]:
    """The relations of the model as views of the child: unmasked, as the model was reviewed."""
    relations = []
    for relation, requirement in work.model.requires.items():
        version = work.versions.get(relation)
        select = relation_select(requirement, version) if version else empty_select(requirement)
        of_type = dataset_type(requirement.dataset_type)
        columns = tuple(
            ReadableColumn(each.name, each.name, duck_type(each.type)) for each in of_type.columns
        )
        files = files_of(version) if version else ()
        relations.append(Readable(relation, relation, columns, select, files))
    return relations
