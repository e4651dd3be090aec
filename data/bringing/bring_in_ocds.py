"""A file of open contracting data brought in: one dataset for each type that it has rows of."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from data.access.roles import User
from data.bringing.bring_in import Bringing, Outcome, Progress, bring_in, name_of
from data.dataset_types import dataset_types
from data.ocds.tables import TYPES, tables_of
from data.uploads import Choices


@dataclass(frozen=True)
class OcdsOutcome:
    """What became of the file, dataset by dataset, and how many of its lines were no release or record."""

    outcomes: tuple[Outcome, ...]
    unread: int


def ocds_names(name: str) -> dict[str, str]:
    """The datasets that a file of this name may become, by their type."""
    return {dataset_type: f"{name}_{dataset_type}" for dataset_type in TYPES}


def bring_in_ocds(  # noqa: PLR0917 - as bring_in, and who is told of each
    engine: Engine,
    user: User,
    asked: Bringing,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    told: Callable[[Outcome], object] | None = None,
) -> OcdsOutcome:
    """Make the file the next version of the datasets NAME_tenders, NAME_bids, NAME_awards, NAME_suppliers.

    NAME is `asked.dataset`; each keeps the file itself as its original. A type without rows is left as it is.
    Raises what `bring_in` raises; the datasets before the one that was refused are there then. `told` learns
    of each at once.
    """
    names = ocds_names(asked.dataset or name_of(asked.original_name))
    types = dataset_types()
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        tables = tables_of(asked.file, Path(folder), is_cancelled)
        for dataset_type, table in tables.files.items():
            one = replace(
                asked,
                dataset=names[dataset_type],
                dataset_type=dataset_type,
                title=f"{asked.title}·{types[dataset_type].titles['zh']}" if asked.title else "",
                choices=Choices(),  # what was said of the file does not hold for its tables
                table=table,
                mapping={column.name: column.name for column in types[dataset_type].columns},
            )
            outcomes.append(bring_in(engine, user, one, progress, is_cancelled))
            if told is not None:
                told(outcomes[-1])
    return OcdsOutcome(tuple(outcomes), len(tables.unread))
