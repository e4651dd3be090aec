"""One figure with all that belongs to it: definition, target, change, course, and the way to its rows."""

from dataclasses import replace

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.kpi.figure_change import figure_change
from components.kpi.target_state import TEXT_COLOURS
from components.kpi.target_words import against_target, target_words
from components.money_unit import money_unit
from components.navigation import ROWS_PAGE
from components.session import bureau_now, figure, figures_over, target
from data.language import _
from data.shipped_names import shipped_name
from queries.catalog import Kpi, kpis
from queries.filters import Filters
from queries.run import Figure, month_ends
from queries.targets import Target, state_against


def kpi_tile(name: str, filters: Filters, *, is_link: bool = True) -> None:
    """Draw the tile of a KPI; a click on its last line opens exactly the rows behind it.

    `is_link` is false where the rows are on the same page.
    """
    kpi = kpis()[name]
    course = figures_over(name, filters, month_ends(filters.as_of))
    now, before = course[-1], figure(name, filters.a_year_before())
    change, goal = figure_change(kpi, now, before), target(name, filters)
    # The feet of a row of tiles stand on one line, whatever stands above them.
    with st.container(border=True, height="stretch", gap="small", vertical_alignment="distribute"):
        with st.container(gap="small"):
            st.metric(
                str(kpi.title),
                show(now.value, kpi.format, money_unit() if kpi.format == "fen" else None),
                delta=change,
                delta_color="blue",  # a change is no judgement: colour is kept for the target
                delta_arrow="off" if now.value == before.value else "auto",
                delta_description=_since(filters) if change else None,
                help=_definition(kpi, now, goal),
                # Before anything was counted there is no point, and the line begins later.
                chart_data=[
                    point.value for point in course if point.value is not None and now.value is not None
                ],
                chart_type="line",
            )
            _standing(kpi, now, goal, filters)
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall"
        ):
            st.caption(_("On {day}").format(day=now.as_of.isoformat()))
            if is_link:
                st.page_link(
                    ROWS_PAGE,
                    label=_("1 row")
                    if now.rows == 1
                    else _("{rows} rows").format(rows=show(now.rows, "count")),
                    icon=":material/arrow_forward:",
                    icon_position="right",
                    query_params=address(filters, bureau_now().as_of, kpi=name),
                )


def _since(filters: Filters) -> str:
    return _("on last plan") if filters.year else _("on last year")


def _standing(kpi: Kpi, now: Figure, goal: Target | None, filters: Filters) -> None:
    if now.value is None:
        words = _("no data")
        st.markdown(f":small[:gray[{words}]]")
    elif goal is not None:
        state = state_against(now.value, goal)
        words = against_target(state, goal, kpi.format)
        plan = inert(shipped_name(goal.plan))
        st.markdown(f":small[:{TEXT_COLOURS[state]}[{words}]] :small[:gray[· {plan}]]")
    elif (yearly := _yearly(kpi, filters)) is not None:
        # The same name stands among the indicators with the figure of one year.
        words = _("all years; by the year, target {target}").format(target=target_words(yearly, kpi.format))
        st.markdown(f":small[:gray[{words}]]")


def _yearly(kpi: Kpi, filters: Filters) -> Target | None:
    """What the plan sets for a year, where the figure is over all of them."""
    if filters.year is not None or "year" not in kpi.filters:
        return None
    return target(kpi.name, replace(filters, year=filters.as_of.year))


def _definition(kpi: Kpi, now: Figure, goal: Target | None) -> str:
    lines = [f"**{kpi.title}**", str(kpi.definition)]
    if now.denominator is not None:
        lines.append(
            _("{numerator} ÷ {denominator} = {value}").format(
                numerator=show(now.numerator, _kind(kpi.numerator)),
                denominator=show(now.denominator, _kind(kpi.denominator)),
                value=show(now.value, kpi.format),
            )
        )
    if goal is not None:
        lines.append(
            _("Target: {target} ({label}), {plan}").format(
                target=target_words(goal, kpi.format),
                label=inert(shipped_name(goal.label)),
                plan=inert(shipped_name(goal.plan)),
            )
        )
    lines.append(_("As of {day}").format(day=now.as_of.isoformat()))
    if not kpi.source.endswith(".md"):  # an id of the source documents, not a page of our own
        lines.append(_("Source: {source}").format(source=kpi.source))
    return "\n\n".join(lines)


def _kind(sql: str | None) -> str:
    """Whether a part of a quotient is money or a number."""
    return "fen" if "_fen" in (sql or "") else "count"
