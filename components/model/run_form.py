"""The form that runs a model, drawn from its header: data for each relation, a field for each parameter."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.inert import inert
from components.model.data_fields import data_fields, data_offer
from components.model.param_field import param_field
from components.model.run_started import run_started
from components.session import current_user, engine
from data.access.roles import can
from data.language import _
from queries.audit_models.model import AuditModel
from queries.audit_models.running import ACTION, start_run
from queries.audit_models.values import values_of, values_under


def run_form(model: AuditModel) -> None:
    """Draw it; sent, the run starts, and its page opens when it has ended."""
    if not can(current_user(), ACTION):
        st.info(_("Your roles do not include running models."), icon=":material/lock:")
        return
    offer = data_offer(model)
    if offer.missing:
        st.warning(
            "  \n".join(inert(words) for words in offer.missing),
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
        on = data_fields(model, offer, key=f"data_{model.code}")
        answers: Mapping[str, Any] = {
            name: param_field(param, given[name], key=f"param_{model.code}_{preset}_{name}")
            for name, param in model.params.items()
        }
        is_sent = st.form_submit_button(
            _("Run the model"),
            type="primary",
            icon=":material/play_arrow:",
            width="stretch",
            disabled=bool(offer.missing),
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
