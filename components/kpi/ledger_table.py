"""The rows behind a figure as a ledger: search, columns, order, pages; a click on a row opens its finding."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.address import write_filters
from components.address_choice import address_choice
from components.address_flag import address_flag
from components.address_words import address_words
from components.figures import NO_DATA, money_unit, money_units, unit_name
from components.kept_choice import kept_choice
from components.kpi.open_card import open_card
from components.money_unit import money_unit as chosen_unit
from components.navigation import CARDS
from components.page_bar import page_bar, page_number, page_size
from components.session import bureau_now, row_count, row_scope, rows
from data.codes import label
from data.language import _, listed
from queries.catalog import Kpi
from queries.cell_words import SAID, cell_words
from queries.columns import COLUMNS, PARTS
from queries.compose import within
from queries.filters import Filters
from queries.rows import Page, seen_columns

_SEEN = 16  # rows; more than these are scrolled to
_HEIGHT = 560  # px, for those
_NAMED = 3  # columns that fit into the field of the search
_NUMBERS = {"half_hours": "%.1f", "thousandths": "localized", "rate": "%.2f%%"}
_AS_RECORDED = ""


def ledger_table(
    kpi: Kpi, filters: Filters, *, search: str | None = None, last_by: str = _AS_RECORDED
) -> str:
    """Draw the table; returns the words searched for, so that an export can hold the same rows.

    With `search` these are what the page itself was asked for, and the table has no field of its own. One
    that is read from its end begins with the last by the column `last_by`.
    """
    key, columns = f"ledger_{kpi.name}", list(seen_columns(kpi, row_scope()))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if search is None:
            search = address_words(f"{kpi.name}_words", _searched(columns), key=f"{key}_search", width=320)
        order = address_choice(
            _("Sort by"),
            {_AS_RECORDED: _("Usual order")} | {name: _(COLUMNS[name].title) for name in columns},
            f"{kpi.name}_order",
            key=f"{key}_order",
            usual=last_by,
            width=180,
        )
        is_descending = address_flag(
            _("Descending"),
            f"{kpi.name}_descending",
            key=f"{key}_descending",
            usual=bool(last_by),
            disabled=not order,
        )
        size = page_size(kpi.name)
        with st.popover(_("Columns"), icon=":material/view_column:"):
            keep = kept_choice(f"{key}_columns", columns)
            shown = st.multiselect(
                _("Columns"),
                columns,
                format_func=lambda name: _(COLUMNS[name].title),
                key=f"{key}_columns",
                on_change=keep,
                label_visibility="collapsed",
            )
    found = row_count(kpi.name, filters, search)
    if not found:
        if search or write_filters(within(kpi, filters), bureau_now().as_of):
            st.info(_("No rows match. Widen the filters or clear the search."), icon=":material/search_off:")
        else:
            st.info(_("There are no rows of this kind that you may see."), icon=":material/inbox:")
        return search
    number = page_number(found, size, kpi.name)
    page = Page(search, order or None, is_descending, limit=size, offset=(number - 1) * size)
    frame = rows(kpi.name, filters, page)
    draw_rows(kpi, frame, [name for name in columns if name in shown] or columns, filters)
    if len(columns) < len(kpi.columns):
        st.caption(_("Who of the staff it is, and what they are, is for those who may see the staff."))
    page_bar(found, size, len(frame), kpi.name)
    return search


def _searched(columns: list[str]) -> str:
    """The first of the columns that are searched, so that nobody looks for what is not in them."""
    texts = [_(COLUMNS[name].title) for name in columns if COLUMNS[name].kind == "text"]
    return _("{columns} …").format(columns=listed(texts[:_NAMED]))


def draw_rows(kpi: Kpi, frame: pd.DataFrame, columns: list[str], filters: Filters) -> None:
    """Draw a page of a KPI's rows with these columns; a click on a row opens what it is about."""
    leads_on = kpi.opens in CARDS and f"{kpi.opens}_id" in frame
    seen = frame[columns]  # what nobody sees chooses no unit
    # The first row is part of the key: another page of rows must not inherit the selected line.
    choice: Any = st.dataframe(
        as_shown(seen, columns),
        key=f"ledger_{kpi.name}_table_{len(frame)}_{frame.iloc[0, 0]!s}",
        hide_index=True,
        placeholder=NO_DATA,
        column_order=columns,
        column_config={name: shown_column(name, seen) for name in columns},
        on_select="rerun" if leads_on else "ignore",
        selection_mode=("single-row", "single-cell"),
        height="content" if len(frame) <= _SEEN else _HEIGHT,
    )
    if leads_on and (chosen := chosen_row(choice)) is not None:
        key = frame[f"{kpi.opens}_id"].iloc[chosen]
        if pd.notna(key):
            # Beside an empty cell whole numbers come as floats; the number of an indicator is a text.
            name = key if isinstance(key, str) else str(int(key))
            open_card(kpi.opens, name, filters, kpi.name)


def chosen_row(choice: Any) -> int | None:
    """The row of a grid that was clicked, at its box or in one of its cells; None where none was."""
    cells = [row for row, __ in choice.selection.cells]
    return next(iter([*choice.selection.rows, *cells]), None)


def as_shown(frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """The frame with codes as labels, sums in one unit, prices in one, rates in %, yes or no in words."""
    shown = pd.DataFrame(index=frame.index)
    for name in columns:
        column, values = COLUMNS[name], frame[name]
        if column.kind == "code":
            shown[name] = values.map(
                lambda code, codes=column.code_list: label(codes, code), na_action="ignore"
            )
        elif column.kind in SAID:
            shown[name] = values.map(partial(cell_words, column.kind), na_action="ignore")
        elif column.kind == "yes_no":
            shown[name] = values.map({True: _("Yes"), False: _("No")})
        elif column.kind == "money":
            shown[name] = values.astype("Float64") / money_units()[_unit(frame, name)]
        elif column.kind in PARTS:
            shown[name] = values.astype("Float64") / PARTS[column.kind]
        elif column.kind == "rate":  # in hundredths: two decimals stand below each other
            shown[name] = values.astype("Float64") * 100
        else:
            shown[name] = values
    return shown


def _unit(frame: pd.DataFrame, name: str) -> str:
    """The unit of all sums, or of all prices, so that a row compares: the finest that one of them needs."""
    alike = ("money", COLUMNS[name].is_price)
    of_money = {other: (column.kind, column.is_price) for other, column in COLUMNS.items()}
    amounts = [frame[other] for other in map(str, frame) if of_money.get(other) == alike]
    middles = [some.median() for values in amounts if len(some := values[values.notna() & (values != 0)])]
    needed = [money_unit(middle) for middle in middles] or [money_unit(None)]
    return chosen_unit() or min(needed, key=money_units().__getitem__)


def shown_column(name: str, frame: pd.DataFrame) -> Any:
    """How a grid shows a column of `frame`, which has its values as the figure copy gives them."""
    column = COLUMNS[name]
    title = _(column.title)
    match column.kind:
        case "money":
            unit = unit_name("fen", _unit(frame, name))
            return st.column_config.NumberColumn(
                _("{name} ({words})").format(name=title, words=unit), format="accounting"
            )
        case "whole":  # numbers that name something, such as years, are read without separators
            form = "%d" if name.endswith("_year") or name == "movement_line" else "localized"
            return st.column_config.NumberColumn(title, format=form)
        case kind if kind in _NUMBERS:
            return st.column_config.NumberColumn(title, format=_NUMBERS[kind])
        case "date":
            return st.column_config.DateColumn(title, format="YYYY-MM-DD")
        case _:
            is_wide = name in {"title", "wording", "rule_title", "reason", "summary"}
            return st.column_config.TextColumn(title, width="large" if is_wide else None)
