"""Which coverage rule the pictures below are about; the choice stands in the address."""

import streamlit as st

from components.segment import segment
from components.session import source
from data.language import _
from data.shipped_names import shipped_name
from queries.planning.coverage_rules import CoverageRule, coverage_rules

_PARAMETER = "rule"
_KEY = "coverage_rule_choice"


def coverage_rule_choice() -> CoverageRule | None:
    """Draw the choice and return the rule; the first one at first, None where the bureau has none."""
    rules = {rule.code: rule for rule in coverage_rules(source())}
    if not rules:
        return None
    asked = st.query_params.get(_PARAMETER, "")
    # The address is the truth: a link or the Back button moves the widget.
    st.session_state[_KEY] = asked if asked in rules else next(iter(rules))
    code = st.segmented_control(
        _("Coverage rule"),
        list(rules),
        required=True,
        format_func=lambda code: segment(shipped_name(rules[code].name)),
        key=_KEY,
        on_change=_write,
    )
    return rules[str(code)]


def _write() -> None:
    st.query_params[_PARAMETER] = str(st.session_state[_KEY])
