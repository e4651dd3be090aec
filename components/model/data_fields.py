"""On which data a model runs: for each relation a choice among the versions that fit and may be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.inert import inert
from components.session import current_user, engine
from data.dataset_types import dataset_types
from data.engine import reading
from data.language import _, listed
from data.local_time import in_china
from data.warehouse import versions
from queries.audit_models.choosing import Chosen, candidates_of, missing_columns, missing_data
from queries.audit_models.model import AuditModel, Requirement

_NONE = ""


@dataclass(frozen=True)
class DataOffer:
    """Versions for each relation, by the words that name them, and what is missing in sentences."""

    candidates: Mapping[str, tuple[Chosen, ...]]
    offered: Mapping[str, Mapping[str, str]]
    missing: tuple[str, ...]


def data_offer(model: AuditModel) -> DataOffer:
    """What the user may run the model on."""
    with reading(engine()) as connection:
        candidates = candidates_of(connection, current_user(), model)
        offered = {
            relation: {
                _named(relation, choice, version.number): _version_words(choice, version)
                for choice in choices
                for version in reversed(versions(connection, choice.facts.dataset_id))
                if not missing_columns(model.requires[relation], version)
            }
            for relation, choices in candidates.items()
        }
    return DataOffer(candidates, offered, missing_data(model, candidates))


def data_fields(model: AuditModel, offer: DataOffer, *, key: str) -> list[str]:
    """Draw a choice for each relation; what was chosen, as a run takes it (`on`)."""
    chosen = (
        _data_field(requirement, offer.offered[relation], offer.candidates[relation], key)
        for relation, requirement in model.requires.items()
    )
    return [words for words in chosen if words]


def _data_field(
    requirement: Requirement, offered: Mapping[str, str], there: tuple[Chosen, ...], key: str
) -> str:
    of_type = dataset_types()[requirement.dataset_type]
    options = {_NONE: _("Run without it")} | dict(offered) if requirement.is_optional else dict(offered)
    lacking = [choice for choice in there if missing_columns(requirement, choice.version)]
    chosen = st.selectbox(
        of_type.title,
        list(options),
        index=min(len(options) - 1, 1) if requirement.is_optional else 0,
        format_func=lambda words: options[words],
        key=f"{key}_{requirement.relation}",
        placeholder=_("No dataset fits"),
        disabled=not offered,
        help=_columns_words(requirement),
    )
    for choice in lacking:
        titles = [
            column.title
            for column in of_type.columns
            if column.name in missing_columns(requirement, choice.version)
        ]
        words = _("{dataset} lacks: {columns}").format(dataset=choice.facts.title, columns=listed(titles))
        st.caption(f":material/block: {inert(words)}")
    return str(chosen or "")


def _columns_words(requirement: Requirement) -> str:
    of_type = dataset_types()[requirement.dataset_type]
    titles = [column.title for column in of_type.columns if column.name in requirement.columns]
    return _("Needs the columns: {columns}").format(columns=inert(listed(titles)))


def _named(relation: str, choice: Chosen, number: int) -> str:
    return f"{relation}={choice.facts.name}@{number}"


def _version_words(choice: Chosen, version: Any) -> str:
    return _("{dataset} · version {number} · {day} · {rows} rows").format(
        dataset=choice.facts.title,
        number=version.number,
        day=in_china(version.loaded_at).date(),
        rows=f"{version.row_count:,}",
    )
