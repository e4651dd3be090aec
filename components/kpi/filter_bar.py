"""The filter bar: what the figures on the screen are narrowed to. Every choice is written to the address."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from components.address import read_filters, write_filters
from components.address_parameter import forget_pages, put
from components.figures import money_units, unit_name
from components.money_unit import PARAMETER, money_unit
from components.session import bureau_now, filter_choices
from data.codes import AMOUNT_BAND, PROJECT_TYPE, label
from data.language import _
from queries.catalog import FILTERS
from queries.filters import Filters

# A choice of its own: Streamlit shows its placeholder for None.
_ALL = ""


def filter_bar(
    *,
    keeps_drill: bool = False,
    offers: tuple[str, ...] = FILTERS,
    row: st.delta_generator.DeltaGenerator | None = None,
    further: tuple[str, ...] = (),
) -> Filters:
    """Draw the bar and return the filters in force, also those that no row of the reader meets.

    `offers` names the filters that narrow what is on the page (see queries/catalog.py); the others stay out.
    Only the page of rows keeps the drill: on its way there Streamlit leaves an entry in the browser's history
    that has the old page with the new query, and the way back must show that page as it was.
    In `row` the page has its own choices follow on the same line; `further` are the parameters of the address
    that hold them: they are cleared with the others.
    """
    as_of = bureau_now().as_of
    offered = filter_choices()
    regions, sections = dict(offered.regions), dict(offered.sections)
    others: dict[str, Any] = dict.fromkeys(set(FILTERS) - set(offers))
    filters = replace(read_filters(as_of), **others)
    if not keeps_drill:
        filters = replace(filters, drill=())
    with row or st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if "year" in offers:
            years = {str(year): str(year) for year in offered.years}
            _choice("year", _("Plan year"), years, str(filters.year) if filters.year else None, 110)
        if "region" in offers:
            _choice("region", _("Region"), regions, filters.region, 150)
        if "section" in offers:
            _choice("section", _("Section"), sections, filters.section, 172)
        if "project_type" in offers:
            types = {code: label("project_type", code) for code in PROJECT_TYPE}
            _choice("type", _("Project type"), types, filters.project_type, 170)
        with st.popover(_more(filters), icon=":material/tune:"):
            answers = {"yes": _("Yes"), "no": _("No")}
            if "amount_band" in offers:
                bands = {code: label("amount_band", code) for code in AMOUNT_BAND}
                _choice("band", _("Amount band"), bands, filters.amount_band)
            if "in_work_report" in offers:
                _choice("report", _("In the audit work report"), answers, _answer(filters.in_work_report))
            if "leader_instruction" in offers:
                answer = _answer(filters.leader_instruction)
                _choice("instruction", _("Leader's instruction"), answers, answer)
            units = {unit: unit_name("fen", unit) for unit in money_units()}
            _choice(PARAMETER, _("Money in"), units, money_unit(), nothing=_("By size"))
            _as_of(filters, as_of)
        if write_filters(replace(filters, drill=()), as_of) or any(
            name in st.query_params for name in further
        ):
            st.button(
                _("Clear filters"),
                icon=":material/filter_alt_off:",
                type="tertiary",
                key="clear_filters",
                on_click=_clear,
                args=(further,),
            )
    return filters


def _more(filters: Filters) -> str:
    hidden = (filters.amount_band, filters.in_work_report, filters.leader_instruction)
    chosen = sum(choice is not None for choice in hidden)
    return _("More filters ({number})").format(number=chosen) if chosen else _("More filters")


def _choice(
    name: str,
    title: str,
    options: Mapping[str, str],
    chosen: str | None,
    width: int | None = None,
    *,
    nothing: str | None = None,
) -> None:
    key = f"filter_{name}"
    st.session_state[key] = (
        chosen or _ALL
    )  # the address is the truth: a link or the Back button moves the widget
    shown = {_ALL: nothing or _("All"), **options}
    if chosen and chosen not in shown:
        shown[chosen] = _("{code} (no data)").format(code=chosen)
    st.selectbox(
        title,
        list(shown),
        key=key,
        format_func=shown.__getitem__,
        on_change=_write,
        args=(name, key),
        width=width or "stretch",
    )


def _write(name: str, key: str) -> None:
    put(name, str(st.session_state[key]))


def _as_of(filters: Filters, newest: Any) -> None:
    key = "filter_as_of"
    st.session_state[key] = filters.as_of
    st.date_input(
        _("As of"), key=key, max_value=newest, format="YYYY-MM-DD", on_change=_write, args=("as_of", key)
    )


def _answer(answer: bool | None) -> str | None:
    return None if answer is None else ("yes" if answer else "no")


def _clear(further: tuple[str, ...]) -> None:
    forget_pages()
    ours = ("as_of", "year", "region", "section", "type", "band", "report", "instruction", PARAMETER)
    for name in ours + further:
        st.query_params.pop(name, None)
