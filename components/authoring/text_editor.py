"""The editor of a text: a form for each part of it, or the whole text; both write the same file."""

import streamlit as st

from components.authoring.basis_form import basis_form
from components.authoring.cases_form import cases_form
from components.authoring.data_form import data_form
from components.authoring.facts_form import facts_form
from components.authoring.filled_in import filled_in
from components.authoring.params_form import params_form
from components.authoring.picture_form import picture_form
from components.authoring.result_form import result_form
from components.authoring.sql_form import sql_form
from components.authoring.working import Working
from components.inert import inert
from components.segment import segment
from data.language import _
from queries.audit_models.drafts.authoring import LONGEST_TEXT
from queries.audit_models.drafts.writing import Parts, parts_of, written
from queries.audit_models.reading import ModelFaultError

_FORM, _TEXT = "form", "text"
_HEIGHT = 720


def text_editor(work: Working) -> None:
    """Draw it; `work.body` is then what stands in the fields."""
    if work.body != work.base and not work.is_drawn:  # the reader was on another page
        work.fill(work.body)
    titles = {_FORM: _("Form"), _TEXT: _("Whole text")}
    mode = str(
        st.segmented_control(
            _("Write as"),
            list(titles),
            default=work.mode,
            required=True,
            format_func=lambda name: segment(titles[name]),
            key=f"writing_mode_{work.text_id}",
            label_visibility="collapsed",
        )
    )
    parts = None
    if work.mode != _TEXT:
        try:
            parts = parts_of(work.base)
        except ModelFaultError as error:
            st.warning(
                inert(str(error)),
                title=_("The form cannot show this text; put it right here"),
                icon=":material/edit_note:",
            )
    work.body = _text(work) if parts is None else _forms(work, parts)
    work.kept = work.kept or work.body
    if mode != work.mode:  # only now is every field of this run read
        work.mode = mode
        work.fill(work.body)
        st.rerun()


def _text(work: Working) -> str:
    return str(
        st.text_area(
            _("Text of the model's file"),
            work.base,
            height=_HEIGHT,
            max_chars=LONGEST_TEXT,
            key=work.key("text"),
            help=_("Header, SELECT and cases as one file, the very one that is exported."),
        )
    )


def _forms(work: Working, parts: Parts) -> str:
    facts, data, params, sql, result, cases = st.tabs(
        [
            _("1 Purpose"),
            _("2 Data needed"),
            _("3 Thresholds and basis"),
            _("4 SQL"),
            _("5 Result and evidence"),
            _("6 Cases"),
        ]
    )
    with facts:
        header = facts_form(work, parts.header)
    with data:
        header = data_form(work, header)
    with params:
        header = basis_form(work, params_form(work, header))
    with sql:
        select = sql_form(work, header, parts)
    with result:
        header = picture_form(work, result_form(work, header))
    with cases:
        told = cases_form(work, parts.cases)
    now = Parts(header, select, told)
    if work.asked:
        filled_in(work, now)
    return written(now)
