"""The form that runs a model, drawn from its header: data for each relation, a field for each parameter."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.inert import inert
from components.model.param_field import param_field
from components.model.run_started import run_started
from components.session import current_user, engine
from data.access.roles import can
from data.dataset_types import dataset_types
from data.engine import reading
from data.language import _, listed
from data.local_time import in_china
from data.warehouse import versions
from queries.audit_models.choosing import Chosen, candidates_of, missing_columns, missing_data
from queries.audit_models.model import AuditModel, Requirement
from queries.audit_models.running import ACTION, start_run
from queries.audit_models.values import values_of, values_under

_NONE = ""


def run_form(model: AuditModel) -> None:
    """Draw it; sent, the run starts, and its page opens when it has ended."""
    if not can(current_user(), ACTION):
        st.info(_("Your roles do not include running models."), icon=":material/lock:")
        return
    with reading(engine()) as connection:
        candidates = candidates_of(connection, current_user(), model)
        missing = missing_data(model, candidates)
        offered = {
            relation: {
                _named(relation, choice, version.number): _version_words(choice, version)
                for choice in choices
                for version in reversed(versions(connection, choice.facts.dataset_id))
                if not missing_columns(model.requires[relation], version)
            }
            for relation, choices in candidates.items()
        }
    if missing:
        st.warning(
            "  \n".join(inert(words) for words in missing),
            title=_("The model cannot be run on the data that you may read"),
            icon=":material/block:",
        )
        st.caption(
            _(
                "Data-room staff bring data in; the owner of a dataset shares it with you. Its page says who"
                " that is."
            )
        )
    preset = _preset(model)
    given = values_of(model, values_under(model, preset, {}))
    with st.form(f"run_{model.code}", border=False):
        on = [
            words
            for relation, requirement in model.requires.items()
            if (words := _data_field(model, requirement, offered[relation], candidates[relation]))
        ]
        answers: Mapping[str, Any] = {
            name: param_field(param, given[name], key=f"param_{model.code}_{preset}_{name}")
            for name, param in model.params.items()
        }
        is_sent = st.form_submit_button(
            _("Run the model"),
            type="primary",
            icon=":material/play_arrow:",
            width="stretch",
            disabled=bool(missing),
        )
    if is_sent:
        run_started(lambda: start_run(engine(), current_user(), model, on=on, given=answers))


def _preset(model: AuditModel) -> str:
    """Whose thresholds the form begins with: the model's own, or those of an alias."""
    names = [name for name in model.aliases if name in model.alias_params]
    if not names:
        return model.code
    titles = {model.code: _("{name} (usual values)").format(name=model.code)}
    return str(
        st.selectbox(
            _("Begin with the thresholds of"),
            [model.code, *names],
            format_func=lambda name: titles.get(name, name),
            key=f"preset_{model.code}",
            help=_("An alias is another's definition of the same question, with thresholds of its own."),
        )
    )


def _data_field(
    model: AuditModel, requirement: Requirement, offered: Mapping[str, str], there: tuple[Chosen, ...]
) -> str:
    of_type = dataset_types()[requirement.dataset_type]
    options = {_NONE: _("Run without it")} | dict(offered) if requirement.is_optional else dict(offered)
    lacking = [choice for choice in there if missing_columns(requirement, choice.version)]
    chosen = st.selectbox(
        of_type.title,
        list(options),
        index=min(len(options) - 1, 1) if requirement.is_optional else 0,
        format_func=lambda words: options[words],
        key=f"data_{model.code}_{requirement.relation}",
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
