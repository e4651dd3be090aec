"""The thresholds of a model with a value each, and where the usual value comes from."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.inert import inert
from components.model.param_words import param_words
from data.language import said_of
from queries.audit_models.model import AuditModel


def threshold_lines(model: AuditModel, values: Mapping[str, Any]) -> None:
    """Draw a line for each parameter that has a value as it is bound."""
    lines = []
    for name, param in model.params.items():
        if name not in values:
            continue
        line = f"- {said_of(inert(str(param.title)), f'**{inert(param_words(param, values[name]))}**')}"
        if param.basis:
            line += f"  \n  :small[:gray[{inert(str(param.basis))}]]"
        lines.append(line)
    st.markdown("\n".join(lines))
