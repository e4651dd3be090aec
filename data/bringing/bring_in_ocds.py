"""A file of open contracting data brought in: one dataset for each type that it has rows of."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from data.access.roles import User
from data.bringing.bring_in import Bringing, Outcome, bring_in, name_of
from data.dataset_types import dataset_types
from data.ocds.tables import tables_of


@dataclass(frozen=True)
class OcdsOutcome:
    """What became of the file, dataset by dataset, and how many of its lines were no release or record."""

    outcomes: tuple[Outcome, ...]
    unread: int


def bring_in_ocds(engine: Engine, user: User, asked: Bringing) -> OcdsOutcome:
    """Make the file the next version of the datasets NAME_tenders, NAME_bids, NAME_awards, NAME_suppliers.

    NAME is `asked.dataset`; each keeps the file itself as its original. A type without rows is left as it is.
    Raises what `bring_in` raises; the datasets before the one that was refused are there then.
    """
    name = asked.dataset or name_of(asked.original_name)
    types = dataset_types()
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        tables = tables_of(asked.file, Path(folder))
        for dataset_type, table in tables.files.items():
            one = replace(
                asked,
                dataset=f"{name}_{dataset_type}",
                dataset_type=dataset_type,
                title=f"{asked.title}·{types[dataset_type].titles['zh']}" if asked.title else "",
                table=table,
                mapping={column.name: column.name for column in types[dataset_type].columns},
            )
            outcomes.append(bring_in(engine, user, one))
    return OcdsOutcome(tuple(outcomes), len(tables.unread))
