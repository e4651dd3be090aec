"""One warning rule to be set: on or off, level, thresholds; what it would change, and the button."""

from dataclasses import replace

import streamlit as st

from components.official.warning_thresholds import unit_words, value_words
from components.segment import segment
from components.session import bureau_now, current_user, engine, figure, scope, source
from data.access.roles import NotPermittedError
from data.codes import WARNING_LEVEL, label
from data.language import _
from data.planning.warning_settings import RuleSetting, set_warning_rule
from queries.catalog import kpis
from queries.filters import Filters
from queries.planning.warning_preview import proposed_source
from queries.planning.warning_rules import Threshold
from queries.planning.warning_standing import RuleStanding, bounds_of, setting_of
from queries.run import value


def warning_rule_form(entry: RuleStanding) -> None:
    """Draw the rule. The preview counts by the same figure as the tiles, over the proposal."""
    rule = entry.rule
    with st.container(border=True):
        st.subheader(str(rule.title))
        st.caption(str(rule.definition))
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
            is_on = st.toggle(_("Warns"), value=not entry.setting.is_disabled, key=f"on_{rule.code}")
            level = st.segmented_control(
                _("Level"),
                list(WARNING_LEVEL),
                default=entry.level,
                required=True,
                format_func=lambda code: segment(label("warning_level", code)),
                key=f"level_{rule.code}",
            )
            values = {
                threshold.name: _number(rule.code, threshold, entry.value(threshold))
                for threshold in rule.thresholds
            }
        wanted = setting_of(rule, level=str(level), is_disabled=not is_on, values=values)
        _preview(entry, wanted)
        if st.button(
            _("Set the rule"),
            key=f"set_{rule.code}",
            type="primary",
            disabled=wanted == entry.setting,
        ):
            try:
                set_warning_rule(engine(), current_user(), rule.code, wanted, bounds_of(rule))
            except NotPermittedError:
                st.error(
                    _("This holds for the whole bureau: your account is bound to a part of it."),
                    icon=":material/lock:",
                )
                return
            st.rerun()


def _number(code: str, threshold: Threshold, now: int | None) -> int | None:
    default = value_words(threshold, threshold.default)
    unit = unit_words(threshold)
    chosen = st.number_input(
        _("{name} ({words})").format(name=threshold.title, words=unit),
        min_value=threshold.least,
        max_value=threshold.most,
        value=now,
        step=1,
        placeholder=_("not set"),
        help=_("From {least} to {most}. By default: {default}").format(
            least=threshold.least, most=threshold.most, default=default
        ),
        key=f"value_{code}_{threshold.name}",
        width=144,  # four of them in one row at 1366 px
    )
    return None if chosen is None else int(chosen)


def _preview(entry: RuleStanding, wanted: RuleSetting) -> None:
    asked = Filters(as_of=bureau_now().as_of)
    of_rule = replace(asked, drill=(("warning_rule", entry.rule.code),))
    red = replace(asked, drill=(("warning_level", "red"),))
    # Rules of posts warn, rules of findings propose: each is counted by the figure of its kind.
    name = "escalation_hits" if entry.rule.step else "warnings"
    counts = [figure(name, filters).rows for filters in (of_rule, asked, red)]
    if wanted == entry.setting:
        words = _("This rule warns of {rule}; all rules together {all}, {red} of them red.")
        st.caption(words.format(rule=counts[0], all=counts[1], red=counts[2]))
        return
    proposal, limits = proposed_source(source(), {entry.rule.code: wanted}), scope()
    then = [value(proposal, kpis()[name], filters, limits).rows for filters in (of_rule, asked, red)]
    changes = [f"{before} → {after}" for before, after in zip(counts, then, strict=True)]
    words = _("This rule: {rule}. All rules together: {all}, red ones: {red}.")
    st.info(words.format(rule=changes[0], all=changes[1], red=changes[2]), icon=":material/preview:")
