"""The parameters of a quick test as a form, made from their declaration and from the columns of the table."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from data.language import _
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.given import WHERE
from queries.quick_tests.subject import Subject

_NONE = ""  # Streamlit would offer to clear a choice of None


def quick_test_form(
    test: QuickTest, table: Subject, *, key: str, title_of: Callable[[str], str] = str
) -> dict[str, Any] | None:
    """Draw the form; returns what was given last, None before the test was asked for.

    Only columns of the kind that a parameter wants are offered, and none that is masked for the reader.
    """
    given = f"{key}_given"
    with st.form(f"{key}_form", border=True):
        answers = {}
        for row in _rows((*test.params, WHERE)):
            for place, param in zip(st.columns(3, vertical_alignment="bottom"), row, strict=False):
                with place:
                    answers[param.name] = _field(param, table, f"{key}_{param.name}", title_of)
        if st.form_submit_button(_("Make the test"), icon=":material/play_arrow:", type="primary"):
            st.session_state[given] = answers
    found: dict[str, Any] | None = st.session_state.get(given)
    return found


def _rows(params: tuple[Param, ...]) -> list[tuple[Param, ...]]:
    return [params[start : start + 3] for start in range(0, len(params), 3)]


def _field(param: Param, table: Subject, key: str, title_of: Callable[[str], str]) -> Any:
    title, help_text = _(param.title), _(param.help) if param.help else None
    match param.kind:
        case "columns":
            return st.multiselect(
                title, _fitting(param, table), key=key, help=help_text, format_func=title_of
            )
        case "column":
            offered = _fitting(param, table)
            options = offered if param.is_required else [_NONE, *offered]
            return st.selectbox(
                title,
                options,
                key=key,
                help=help_text,
                format_func=lambda name: title_of(name) if name else _("(none)"),
            )
        case "choice":
            choices = dict(param.choices)
            return st.selectbox(
                title,
                list(choices),
                index=list(choices).index(param.default),
                format_func=lambda code: _(choices[code]),
                key=key,
                help=help_text,
            )
        case "day":
            return st.date_input(title, None, key=key, help=help_text, format="YYYY-MM-DD")
    return st.text_input(title, _default(param), key=key, help=help_text)


def _fitting(param: Param, table: Subject) -> list[str]:
    wanted = {"any": set(table.columns.values()), "text": {"text", "number"}}.get(param.wants, {param.wants})
    return [name for name, kind in table.columns.items() if kind in wanted and name not in table.masked]


def _default(param: Param) -> str:
    if param.default is None:
        return ""
    return ", ".join(map(str, param.default)) if isinstance(param.default, tuple) else str(param.default)
