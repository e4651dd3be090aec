"""The runs of one model as a reader may know of them: datasets outside their catalogue have no name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data.access.roles import COMMAND_LINE, User
from data.audit_models.runs import RunFacts, runs
from data.data_room.dataset_access import visible_datasets
from data.language import _, listed
from data.schema import Account, ModelRun

MOST = 50


@dataclass(frozen=True)
class RunLine:
    """One run; `data` names what it read, as far as the reader may see it in the catalogue.

    `reason` is why it found nothing, empty where that is not for the reader.
    """

    facts: RunFacts
    person: str
    data: str
    reason: str


def model_runs(connection: Connection, user: User, code: str) -> tuple[RunLine, ...]:
    """The newest MOST runs of the model, the newest first."""
    found = runs(connection, ModelRun.model_code == code, limit=MOST)
    accesses = {facts.dataset_id: access for facts, access in visible_datasets(connection, user)}
    readable = {dataset_id for dataset_id, access in accesses.items() if access.may_read}
    persons = names_of(connection, {each.user_name for each in found})
    return tuple(
        RunLine(
            each,
            persons.get(each.user_name, each.user_name),
            read_words(each, accesses.keys()),
            each.reason if may_know_reason(user, each, readable) else "",
        )
        for each in found
    )


def may_know_reason(user: User, facts: RunFacts, readable: Collection[int]) -> bool:
    """Whether why the run failed is for the user: the words may name datasets, or values in them.

    A run that could not begin read nothing, and was told of the data of whoever began it.
    """
    if not facts.read:
        return user.user_name in {facts.user_name, COMMAND_LINE.user_name}
    return all(read.dataset_id in readable for read in facts.read)


def read_words(facts: RunFacts, visible: Collection[int]) -> str:
    """What a run read, in one line."""
    return listed(
        _("{dataset}, version {number}").format(dataset=read.dataset_title, number=read.number)
        if read.dataset_id in visible
        else _("a dataset that is not open to you")
        for read in facts.read
    )


def names_of(connection: Connection, user_names: Collection[str]) -> Mapping[str, str]:
    """The names of the persons behind accounts."""
    rows = connection.execute(
        select(Account.user_name, Account.display_name).where(Account.user_name.in_(user_names))
    )
    names = {row.user_name: row.display_name for row in rows}
    return names | {COMMAND_LINE.user_name: _("Command line")}
