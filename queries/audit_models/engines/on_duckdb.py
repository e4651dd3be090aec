"""DuckDB as an engine of models: a child process on this machine (queries/workbench/child.py)."""

from data.dataset_types import dataset_types
from data.warehouse import files_of
from queries.audit_models.cases import skip_counts, used
from queries.audit_models.engines.engine import OnEnd, Work
from queries.audit_models.relations import duck_type, empty_select, relation_select
from queries.workbench.readable import Readable, ReadableColumn
from queries.workbench.running import Copying, Run, start


class OnDuckdb:
    """The engine that every installation has."""

    name = "duckdb"

    def check(self) -> None:
        """It is always there."""

    def start(self, work: Work, on_end: OnEnd) -> Run:
        """See ModelEngine."""
        model, values = work.model, work.values
        counts = tuple((sql, used(sql, values)) for sql in skip_counts(model))
        copying = Copying(used(model.sql, values), counts, work.hits_file)
        return start(model.sql, _relations(work), work.limits, on_end, copying)


def _relations(work: Work) -> list[Readable]:
    """The relations of the model as views of the child: unmasked, as the model was reviewed."""
    relations = []
    for relation, requirement in work.model.requires.items():
        version = work.versions.get(relation)
        select = relation_select(requirement, version) if version else empty_select(requirement)
        of_type = dataset_types()[requirement.dataset_type]
        columns = tuple(
            ReadableColumn(each.name, each.name, duck_type(each.type)) for each in of_type.columns
        )
        files = files_of(version) if version else ()
        relations.append(Readable(relation, relation, columns, select, files))
    return relations
