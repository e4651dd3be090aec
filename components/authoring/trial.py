"""A text tried on data before anybody reviewed it: the thresholds, the progress, the rows through masks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.authoring.trial_rows import trial_rows
from components.inert import inert
from components.model.data_fields import data_fields, data_offer
from components.model.param_field import param_field
from components.session import current_user, engine
from components.workbench.query_progress import query_progress
from data.access.roles import NotPermittedError
from data.data_room.undertakings import UndertakingMissingError
from data.dataset_types import dataset_types
from data.engine import reading
from data.language import _, listed
from queries.audit_models.choosing import NotRunnableError, choose
from queries.audit_models.drafts.sampling import MOST_ROWS, start_sample
from queries.audit_models.engines.engine import Process
from queries.audit_models.model import AuditModel
from queries.audit_models.reading import ModelFaultError, read_model
from queries.audit_models.values import ValueRefusedError, values_of
from queries.workbench.outcome_words import outcome_words
from queries.workbench.refusal import QueryRefusedError
from queries.workbench.running import BusyError

_SHOWN_AT_ONCE_SECONDS = 1.5


@dataclass(frozen=True)
class Trial:
    """A run of a sample, of what text, on which datasets (in words)."""

    run: Process
    model: AuditModel
    read: str


def trial_form(text_id: int, body: str) -> None:
    """Draw the thresholds and the button that starts."""
    try:
        model = read_model(body)
        values = values_of(model, {})
    except (ModelFaultError, ValueRefusedError) as error:
        st.caption(f":material/block: {inert(str(error))}")
        return
    st.caption(
        _("At most {rows} rows, of datasets that you may read, through your masks.").format(
            rows=f"{MOST_ROWS:,}"
        )
    )
    on = data_fields(model, data_offer(model), key=f"trial_data_{text_id}")
    given = {
        name: param_field(param, values[name], key=f"trial_{text_id}_{name}_{values[name]}")
        for name, param in model.params.items()
    }
    if st.button(
        _("Start the trial"),
        type="primary",
        icon=":material/play_arrow:",
        width="stretch",
        key=f"trial_start_{text_id}",
    ):
        trial = _started(model, given, on)
        if trial is not None:
            st.session_state[f"trial_{text_id}"] = trial
            st.rerun()


def trial_view(text_id: int) -> None:
    """Draw what came of the last trial of that text in this tab, or how far it is."""
    trial = st.session_state.get(f"trial_{text_id}")
    if not isinstance(trial, Trial):
        return
    with st.container(border=True):
        words = _("Trial")
        st.markdown(f"**{words}**　:gray[{inert(trial.read)}]")
        if trial.run.outcome is None:
            query_progress(trial.run)
        elif trial.run.outcome.file is None:
            st.error(
                inert(outcome_words(trial.run.outcome, trial.run.limits)),
                title=_("The trial did not come to its end"),
                icon=":material/error:",
            )
        else:
            trial_rows(trial.model, trial.run.outcome)


def _started(model: AuditModel, given: Mapping[str, Any], on: Sequence[str]) -> Trial | None:
    try:
        with reading(engine()) as connection:
            chosen = choose(connection, current_user(), model, on)
        run = start_sample(engine(), current_user(), model, on=on, given=given)
    except (NotRunnableError, ValueRefusedError, QueryRefusedError) as error:
        st.error(inert(str(error)), title=_("Not run"), icon=":material/block:")
        return None
    except UndertakingMissingError as error:
        st.error(inert(str(error)), icon=":material/signature:")
        return None
    except NotPermittedError:
        st.error(_("Your account may not do this any more."), icon=":material/lock:")
        return None
    except BusyError:
        st.warning(
            _("Other runs are under way at the moment. Try again in a few seconds."),
            icon=":material/hourglass:",
        )
        return None
    run.wait(_SHOWN_AT_ONCE_SECONDS)
    types = dataset_types()
    read = listed(
        _("{dataset} version {number}").format(
            dataset=choice.facts.title or types[choice.facts.dataset_type].title, number=choice.version.number
        )
        for choice in chosen.values()
    )
    return Trial(run, model, read)
