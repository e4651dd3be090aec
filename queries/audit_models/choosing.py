"""On which versions of which datasets a model runs: those that were named, else the newest that fit."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data.access.roles import User
from data.data_room.dataset_access import Access, readable_datasets
from data.dataset_types import dataset_type
from data.language import _
from data.warehouse import DatasetFacts, Version, newest
from queries.audit_models.model import AuditModel, Requirement

NewestByType = dict[str, list[tuple[DatasetFacts, Version, Access]]]


class NotRunnableError(ValueError):
    """The model cannot be run on this data; the message says what is missing, in the reader's language."""


@dataclass(frozen=True)
class Chosen:
    """One dataset at one version that a relation of a model reads, and what the user may see of it."""

    relation: str
    facts: DatasetFacts
    version: Version
    access: Access


def choose(
    connection: Connection, user: User, model: AuditModel, on: Sequence[str] = ()
) -> Mapping[str, Chosen]:
    """A version for every relation of the model.

    `on` names datasets: NAME, NAME@VERSION, or RELATION=NAME@VERSION where two relations are of one type.
    What is not named is the dataset of that type that was loaded last among those with all columns. An
    optional relation is left out where there is none, and where others are named and it is not: what is named
    is what is judged. Raises NotRunnableError.
    """
    candidates = candidates_of(connection, user, model)
    chosen, faults = _picked(model, candidates, _named(connection, user, model, on))
    if faults:
        raise NotRunnableError("\n".join(faults))
    return chosen


def each_way(connection: Connection, user: User, model: AuditModel) -> tuple[tuple[str, ...], ...]:
    """What `on` has to name to run once over every dataset that fits the first relation of the model.

    The others are read from a dataset of the same region, else from the newest. Where a relation lacks its
    data it is one way that names nothing: the newest of what there is.
    """
    candidates = {
        relation: [each for each in there if not missing_columns(model.requires[relation], each.version)]
        for relation, there in candidates_of(connection, user, model).items()
    }
    needed = [name for name, requirement in model.requires.items() if not requirement.is_optional]
    if not all(candidates[name] for name in needed) or not any(candidates.values()):
        return ((),)
    first = next(name for name in (needed or candidates) if candidates[name])
    return tuple(
        tuple(
            _words(each if relation == first else _of_region(there, each.facts.region_code))
            for relation, there in candidates.items()
            if there
        )
        for each in candidates[first]
    )


def _of_region(there: Sequence[Chosen], region_code: str | None) -> Chosen:
    return next((each for each in there if each.facts.region_code == region_code), there[0])


def _words(each: Chosen) -> str:
    return f"{each.relation}={each.facts.name}@{each.version.number}"


def missing_data(model: AuditModel, candidates: Mapping[str, Sequence[Chosen]]) -> tuple[str, ...]:
    """What keeps the model from running on the newest of what there is, in sentences; empty where nothing."""
    return tuple(_picked(model, candidates, {})[1])


def _picked(
    model: AuditModel, candidates: Mapping[str, Sequence[Chosen]], named: Mapping[str, Chosen]
) -> tuple[dict[str, Chosen], list[str]]:
    """What is read as which relation, and what is missing."""
    chosen: dict[str, Chosen] = {}
    faults: list[str] = []
    for requirement in model.requires.values():
        choice = named.get(requirement.relation)
        if choice is None and not (requirement.is_optional and named):
            choice = next(iter(candidates[requirement.relation]), None)
        is_fitting = choice is not None and not missing_columns(requirement, choice.version)
        if requirement.is_optional and requirement.relation not in named and not is_fitting:
            continue
        if choice is None:
            faults.append(_no_dataset(requirement))
        elif missing := missing_columns(requirement, choice.version):
            faults.append(_no_columns(requirement, choice, missing))
        else:
            chosen[requirement.relation] = choice
    if not chosen and not faults:
        faults = [_no_dataset(requirement) for requirement in model.requires.values()]
    return chosen, faults


def candidates_of(connection: Connection, user: User, model: AuditModel) -> dict[str, tuple[Chosen, ...]]:
    """Datasets that could serve each relation, the best first: with all columns, then loaded last."""
    types = {requirement.dataset_type for requirement in model.requires.values()}
    return fitting(model, newest_by_type(connection, user, types))


def newest_by_type(connection: Connection, user: User, types: Collection[str]) -> NewestByType:
    """The newest version of every dataset of these types that the user may read."""
    by_type: NewestByType = {name: [] for name in types}
    for facts, access in readable_datasets(connection, user):
        if facts.dataset_type in types and (version := newest(connection, facts.dataset_id)):
            by_type[facts.dataset_type].append((facts, version, access))
    return by_type


def fitting(model: AuditModel, by_type: NewestByType) -> dict[str, tuple[Chosen, ...]]:
    """Like `candidates_of`, among versions that are known already."""
    return {
        relation: tuple(
            Chosen(relation, facts, version, access)
            for facts, version, access in sorted(
                by_type[requirement.dataset_type],
                key=lambda entry: (not missing_columns(requirement, entry[1]), entry[1].version_id),
                reverse=True,
            )
        )
        for relation, requirement in model.requires.items()
    }


def missing_columns(requirement: Requirement, version: Version) -> tuple[str, ...]:
    """The columns that the relation cannot do without and the version does not have."""
    there = {column.name.lower() for column in version.columns}
    return tuple(name for name in requirement.columns if name not in there)


def _named(connection: Connection, user: User, model: AuditModel, on: Sequence[str]) -> dict[str, Chosen]:
    readable = {facts.name: (facts, access) for facts, access in readable_datasets(connection, user)}
    found: dict[str, Chosen] = {}
    for words in on:
        relation, name, number = _parts(words)
        meant = _meant(model, name, readable)
        if not meant:
            raise NotRunnableError(_("There is no dataset {name} that you may read.").format(name=name))
        for each in meant:
            facts, access = readable[each]
            version = newest(connection, facts.dataset_id, number)
            if version is None:
                raise NotRunnableError(
                    _("{dataset} has no version {number}.").format(dataset=each, number=number or 1)
                )
            for fitting in _relations_for(model, relation, facts, found):
                found[fitting] = Chosen(fitting, facts, version, access)
    return found


def _meant(model: AuditModel, name: str, readable: Collection[str]) -> list[str]:
    """The dataset of that name; else those that a file of open contracting data became under it.

    Names are kept in small letters: a file is called as it was, too.
    """
    if name in readable:
        return [name]
    name = name.lower()
    parts = {name: None} | {
        f"{name}_{requirement.dataset_type}": None for requirement in model.requires.values()
    }
    return [part for part in parts if part in readable]


def _parts(words: str) -> tuple[str, str, int | None]:
    relation, equals, rest = words.partition("=")
    name, at, number = _with_number(rest if equals else relation)
    if at and not number.isdecimal():
        raise NotRunnableError(_("“{words}” does not name a version.").format(words=words))
    return (relation if equals else ""), name, int(number) if at else None


def _with_number(words: str) -> tuple[str, str, str]:
    name, at, number = words.rpartition("@")
    return (name, at, number) if at else (words, "", "")


def _relations_for(
    model: AuditModel, relation: str, facts: DatasetFacts, found: Mapping[str, Chosen]
) -> list[str]:
    """The relations that a named dataset serves; a dataset that serves none is passed over for --all."""
    if relation:
        if relation not in model.requires:
            raise NotRunnableError(
                _("The model {code} reads nothing called {relation}.").format(
                    code=model.code, relation=relation
                )
            )
        return [relation]
    return [
        name
        for name, requirement in model.requires.items()
        if requirement.dataset_type == facts.dataset_type and name not in found
    ][:1]


def _no_dataset(requirement: Requirement) -> str:
    title = dataset_type(requirement.dataset_type).title
    return _("There is no dataset of the type “{type}” that you may read.").format(type=title)


def _no_columns(requirement: Requirement, choice: Chosen, missing: Sequence[str]) -> str:
    of_type = dataset_type(requirement.dataset_type)
    titles = [column.title for column in of_type.columns if column.name in missing]
    return _("The dataset {dataset} has no column {columns}.").format(
        dataset=choice.facts.name, columns="、".join(titles)
    )
