"""The dialog that edits the targets of an indicator, its baseline and the section that owes it."""

from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Engine, select

from components.dialog import dialog
from components.frame.sign_in import user_now
from data.access.roles import NotPermittedError
from data.codes import COMPARISON, label
from data.engine import reading
from data.language import _
from data.planning.indicator_rules import IndicatorError
from data.planning.indicator_units import as_typed, base_unit, is_on_baseline
from data.planning.indicators import LONGEST_LABEL, TypedTarget, set_targets
from data.schema import Section
from queries.planning.plans import Indicator, Plan

_NOBODY = ""


def edit_indicator_targets(engine: Engine, plan: Plan, indicator: Indicator) -> None:
    """Open the dialog."""
    dialog(_("Targets and responsibility"), icon=":material/flag:", width="large")(_draw)(
        engine, plan, indicator
    )


def _draw(engine: Engine, plan: Plan, indicator: Indicator) -> None:
    st.text(indicator.title)
    st.caption(
        _(
            "One line per target. Without a year it holds in every year of the plan. Nothing is "
            "interpolated: a year without a line has no target."
        )
    )
    sections = _sections(engine, user_now(engine).section_code)
    columns: dict[str, Any] = {
        "label": st.column_config.TextColumn(
            _("Wording"), required=True, max_chars=LONGEST_LABEL, width="medium"
        ),
        "year": st.column_config.NumberColumn(
            _("Year"), min_value=plan.first_year, max_value=plan.last_year, step=1, format="%d"
        ),
        "comparison": st.column_config.SelectboxColumn(
            _("Condition"),
            options=list(COMPARISON),
            format_func=lambda code: label("comparison", str(code)),
            required=True,
        ),
        "value": st.column_config.TextColumn(_target_unit(indicator.unit), required=True),
    }
    with st.form("edit_indicator_targets"):
        edited = st.data_editor(
            _lines(indicator),
            num_rows="dynamic",
            placeholder=_("every year"),
            hide_index=True,
            column_config=columns,
            key=f"targets_{indicator.code}",
        )
        section = st.selectbox(
            _("Responsible section"),
            list(sections),
            index=list(sections).index(indicator.section_code or _NOBODY),
            format_func=sections.__getitem__,
        )
        base, of_base = st.columns([1, 2])
        baseline = base.text_input(
            _("Baseline"),
            "" if indicator.baseline is None else as_typed(indicator.baseline, base_unit(indicator.unit)),
        )
        baseline_label = of_base.text_input(
            _("What the baseline is"), indicator.baseline_label or "", max_chars=LONGEST_LABEL
        )
        is_sent = st.form_submit_button(_("Save"), type="primary", width="stretch")
    if not is_sent:
        return
    try:
        set_targets(
            engine,
            user_now(engine),
            indicator.code,
            [_typed(line) for line in edited.to_dict("records")],
            section_code=section or None,
            baseline=baseline or "",
            baseline_label=baseline_label or "",
        )
    except IndicatorError as error:
        st.error(str(error), icon=":material/error:")
        return
    except NotPermittedError:
        st.error(
            _("Whoever is bound to a section does not hand its indicators to another."),
            icon=":material/lock:",
        )
        return
    st.rerun()


def _sections(engine: Engine, bound_to: str | None) -> dict[str, str]:
    """The sections that may be chosen: whoever is bound to one does not hand its indicators to another."""
    question = select(Section.section_code, Section.name).order_by(Section.sort_order, Section.section_code)
    if bound_to is not None:
        question = question.where(Section.section_code == bound_to)
    with reading(engine) as connection:
        found = dict(connection.execute(question).all())
    return found if bound_to is not None else {_NOBODY: _("not named")} | found


def _lines(indicator: Indicator) -> pd.DataFrame:
    unit = "percent" if is_on_baseline(indicator.unit) else indicator.unit
    lines = [(one.label, one.year, one.comparison, as_typed(one.value, unit)) for one in indicator.milestones]
    frame = pd.DataFrame(lines, columns=["label", "year", "comparison", "value"])
    return frame.astype({"label": "str", "year": "Int64", "comparison": "str", "value": "str"})


def _typed(line: dict[Any, Any]) -> TypedTarget:
    year = line["year"]
    words = {
        name: "" if pd.isna(line[name]) else str(line[name]) for name in ("label", "comparison", "value")
    }
    return TypedTarget(year=None if pd.isna(year) else int(year), **words)


def _target_unit(unit: str) -> str:
    if is_on_baseline(unit):
        return _("Rise over the baseline, in percent")
    return {
        "percent": _("Target in percent"),
        "count": _("Target as a whole number"),
        "days": _("Target in whole days"),
        "fen": _("Target in 10,000 yuan"),
    }[unit]
