"""What counts as a warning of debt and direct funds; who may, sets it here. A change is an event."""

import streamlit as st

from components.official.warning_thresholds import unit_words, value_words
from components.session import current_user, engine
from data.access.roles import NotPermittedError, can
from data.engine import reading
from data.language import _
from data.planning.warning_settings import ACTION, RuleSetting, rule_settings, set_warning_rule
from queries.planning.fiscal_watch import CODE, THRESHOLDS, are_in_order, bounds, in_force
from queries.planning.warning_rules import Threshold


def fiscal_thresholds() -> None:
    """Draw the line of the thresholds in force, and behind a button the form."""
    with reading(engine()) as connection:
        now = in_force(rule_settings(connection).get(CODE, RuleSetting()))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(" · ".join(f"{item.title} {value_words(item, now[item.name])}" for item in THRESHOLDS))
        if can(current_user(), ACTION):
            with st.popover(_("Set thresholds"), icon=":material/tune:"):
                _form(now)


def _form(now: dict[str, int]) -> None:
    with st.form("fiscal_thresholds", border=False):
        wanted = {item.name: _number(item, now[item.name]) for item in THRESHOLDS}
        is_sent = st.form_submit_button(_("Set the thresholds"), type="primary")
    if not is_sent:
        return
    if not are_in_order(wanted):
        st.error(_("Yellow has to lie below orange, and orange below red."), icon=":material/error:")
        return
    differing = {item.name: wanted[item.name] for item in THRESHOLDS if wanted[item.name] != item.default}
    try:
        set_warning_rule(engine(), current_user(), CODE, RuleSetting(thresholds=differing), bounds())
    except NotPermittedError:
        st.error(
            _("This holds for the whole bureau: your account is bound to a part of it."),
            icon=":material/lock:",
        )
        return
    st.rerun()


def _number(threshold: Threshold, now: int) -> int:
    return int(
        st.number_input(
            _("{name} ({words})").format(name=threshold.title, words=unit_words(threshold)),
            min_value=threshold.least,
            max_value=threshold.most,
            value=now,
            step=1,
            help=_("From {least} to {most}. By default: {default}").format(
                least=threshold.least,
                most=threshold.most,
                default=value_words(threshold, threshold.default),
            ),
            key=f"fiscal_{threshold.name}",
        )
    )
