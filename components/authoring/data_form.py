"""Which types of datasets a model reads, and the columns that it cannot do without."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.authoring.working import Working
from data.dataset_types import dataset_types
from data.language import _


def data_form(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    """Draw it; returns the header with what was given."""
    before: Mapping[str, Any] = header.get("requires", {})
    types = dataset_types()
    kinds = {name: str(spec.get("type", name)) for name, spec in before.items()}
    options = list(kinds) + [name for name in types if name not in kinds]
    chosen = st.multiselect(
        _("Types of datasets"),
        options,
        list(kinds),
        format_func=lambda name: _named(name, str(kinds.get(name, name))),
        key=work.key("requires"),
        help=_("The SQL reads each of them under the name in brackets."),
    )
    st.caption(
        _("Choose only columns that the SQL cannot do without: no dataset that lacks one can be used.")
    )
    requires: dict[str, Any] = {}
    for name in chosen:
        spec = dict(before.get(name, {}))
        of_type = types.get(kinds.get(name, name))
        if of_type is None:  # the check says that there is no such type
            requires[name] = spec
            continue
        titles = {column.name: column.title for column in of_type.columns}
        columns, optional = st.columns([5, 1], vertical_alignment="bottom")
        spec["columns"] = columns.multiselect(
            _named(name, of_type.name),
            list(titles),
            [column for column in spec.get("columns", ()) if column in titles],
            format_func=_named_column(titles),
            key=work.key(f"columns_{name}"),
        )
        is_optional = optional.checkbox(
            _("Optional"),
            bool(spec.get("is_optional", False)),
            key=work.key(f"optional_{name}"),
            help=_("Without such a dataset the SQL sees it without rows."),
        )
        spec.pop("is_optional", None)
        requires[name] = spec | ({"is_optional": True} if is_optional else {})
    return dict(header) | {"requires": requires}


def _named_column(titles: Mapping[str, str]) -> Callable[[str], str]:
    return lambda column: f"{titles[column]} ({column})"


def _named(name: str, kind: str) -> str:
    of_type = dataset_types().get(kind)
    return f"{of_type.title} ({name})" if of_type else name
