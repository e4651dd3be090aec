"""Whose dataset it is: what its owner alone decides, and what who keeps the data room may decide as well."""

from sqlalchemy import Engine

from data.access.permission import permit, refuse
from data.access.roles import COMMAND_LINE, User, can
from data.data_room.dataset_access import KEEPING, READING, access
from data.engine import reading
from data.language import _
from data.warehouse import DatasetFacts, WarehouseError, dataset


def owned(engine: Engine, user: User, name: str) -> DatasetFacts:
    """The dataset, for its owner and the command line.

    Raises WarehouseError where the user cannot see one of that name, NotPermittedError (recorded).
    """
    facts = _listed(engine, user, name)
    if user != COMMAND_LINE:
        permit(engine, user, READING, name)
        if facts.owner != user.user_name:
            refuse(engine, user, READING, name)
    return facts


def owned_or_kept(engine: Engine, user: User, name: str) -> DatasetFacts:
    """The dataset, for its owner, who keeps the data room, and the command line. Raises as owned() does."""
    facts = _listed(engine, user, name)
    if user != COMMAND_LINE:
        permit(engine, user, KEEPING if is_kept_by_another(user, facts) else READING, name)
    return facts


def is_kept_by_another(user: User, facts: DatasetFacts) -> bool:
    """Whether the user is neither the owner nor the command line: what may be done is of the keeper alone."""
    return user.user_name not in {facts.owner, COMMAND_LINE.user_name}


def may_change(user: User, facts: DatasetFacts) -> bool:
    """Whether the user may decide anything about the dataset."""
    return user == COMMAND_LINE or can(user, KEEPING if is_kept_by_another(user, facts) else READING)


def _listed(engine: Engine, user: User, name: str) -> DatasetFacts:
    with reading(engine) as connection:
        facts = dataset(connection, name)
        is_listed = facts is not None and access(connection, user, facts).is_listed
    if facts is None or not is_listed:
        raise WarehouseError(_("There is no dataset {name}.").format(name=name))
    return facts
