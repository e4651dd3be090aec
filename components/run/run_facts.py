"""What makes a run what it is: who, when, which text of the model, which values, which data."""

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.model.threshold_lines import threshold_lines
from components.navigation import DATASET_PAGE
from components.run.run_state import run_state
from components.session import bureau_now, current_user, engine
from data.engine import reading
from data.geo.layers.installing import layers_of_run
from data.language import _
from data.local_time import in_china
from queries.audit_models.hits import SeenRun
from queries.audit_models.model_runs import may_know_reason, names_of


def run_facts(seen: SeenRun) -> None:
    """Draw it, and what could not be judged."""
    facts = seen.facts
    with reading(engine()) as connection:
        person = names_of(connection, {facts.user_name}).get(facts.user_name, facts.user_name)
        layers = layers_of_run(connection, facts.run_id)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        run_state(facts.outcome)
        words = [
            inert(person),
            f"{in_china(facts.started_at):%Y-%m-%d %H:%M}",
            _("version {number} of the model").format(number=facts.model_version),
        ]
        if facts.seconds is not None:
            words.append(_("{seconds} seconds").format(seconds=f"{facts.seconds:.2f}"))
        st.caption(" · ".join(words))
    # Who sees this run may read all that it read.
    readable = {read.dataset_id for read in facts.read}
    if facts.reason and may_know_reason(current_user(), facts, readable):
        st.warning(inert(facts.reason), icon=":material/info:")
    left, right = st.columns(2)
    with left:
        heading = _("Thresholds of this run")
        st.markdown(f"**{heading}**")
        if seen.model.params:
            threshold_lines(seen.model, facts.params)
        else:
            st.caption(_("The model has no threshold that can be set."))
    with right:
        heading = _("Data of this run")
        st.markdown(f"**{heading}**")
        for read in facts.read:
            title = _("{dataset}, version {number}").format(dataset=read.dataset_title, number=read.number)
            parts = address(None, bureau_now().as_of, id=str(read.dataset_id), version=str(read.number))
            st.page_link(DATASET_PAGE, label=inert(title), icon=":material/table_view:", query_params=parts)
        for layer in layers:
            told = _("Map layer {name}, version {number}").format(name=layer.name, number=layer.version)
            st.caption(f":material/layers: {inert(told)}")
        _refused(seen)
    _skipped(seen)


def _refused(seen: SeenRun) -> None:
    """What broke a rule on its way in is no part of the data, and may be evidence itself."""
    by_dataset = {version.dataset_id: version for version in seen.versions.values() if version.refused_count}
    if not by_dataset:
        return
    count = sum(version.refused_count for version in by_dataset.values())
    st.caption(
        _(
            "{rows} rows broke a rule when they came in and were set aside: no model reads them. They may be"
            " evidence themselves."
        ).format(rows=show(count, "count"))
    )
    for read in seen.facts.read:
        if (version := by_dataset.pop(read.dataset_id, None)) is not None:
            st.page_link(
                DATASET_PAGE,
                label=inert(read.dataset_title),
                icon=":material/rule:",
                query_params=address(
                    None,
                    bureau_now().as_of,
                    id=str(read.dataset_id),
                    version=str(version.number),
                    part="quarantine",
                ),
            )


def _skipped(seen: SeenRun) -> None:
    if not seen.facts.skipped:
        return
    whys = {skip.why.zh: str(skip.why) for skip in seen.model.skips}
    lines = [
        _("{rows} rows: {why}").format(rows=f"{rows:,}", why=inert(whys.get(why, why)))
        for why, rows in seen.facts.skipped
    ]
    st.warning(
        "\n".join(f"- {line}" for line in lines), title=_("What could not be judged"), icon=":material/help:"
    )
