"""The only place that caches: the database, the figures of a data version, and who is looking.

Everything computed is keyed by the data version, the frozen filters and the reader's scope, so a tile is
never stale, never recomputed without need, and never shown to somebody who may not see its rows.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from data.access.roles import NotPermittedError, User, can, require
from data.boundaries import PAGE, BaseMap, base_map
from data.bureau import Bureau, bureau
from data.engine import connect_to, reading
from data.language import language
from data.settings import database_url
from data.snapshots import SnapshotFacts
from queries.cards.project_stages import Stage
from queries.cards.project_stages import project_stages as stages_of
from queries.catalog import kpi_of_group, kpis
from queries.choices import Choices, choices
from queries.closing.my_work import Asked as WorkAsked
from queries.closing.my_work import my_work_counts, parts_for, sent_back_by
from queries.dimensions import DIMENSIONS, group_label
from queries.filters import EVERYTHING, Filters, Scope
from queries.investment.map_places import map_places as places_of_map
from queries.investment.map_projects import map_projects as projects_of_map
from queries.major_problems.weeks import WeekCell, weeks_on_list
from queries.planning.calendar_reach import CalendarReach
from queries.planning.calendar_reach import calendar_reach as reach_of
from queries.planning.indicator_entries import EnteredValue, entered_values
from queries.planning.indicator_standing import Standing, standings
from queries.planning.plans import Plan, plans
from queries.rows import Page, count_rows, page_of_rows
from queries.run import Cell, Figure, Group, breakdown, course, table
from queries.search.finding_by_words import counts_by_kind
from queries.search.searching import Results, search
from queries.search.wanted import Narrowed
from queries.snapshots.comparing import Comparison, Moves, compare, moves_of
from queries.source import Source, newest_version, open_source
from queries.targets import Target, target_among

_USER = "signed_in_user"
_VERSION = "data_version"
_BUREAU = "bureau"
# What keys carry is told apart by its text: to take all fields and days to pieces is eight times the work.
_KEYS: dict[str | type[Any], Callable[[Any], Any]] = dict.fromkeys((Filters, Scope, Page, date, tuple), repr)
# One entry is a handful of numbers; a bureau's whole cockpit in all its filters fits a few hundred.
_FIGURES_KEPT = 4000
_PAGES_OF_ROWS_KEPT = 200
# A map of ten thousand projects takes a few megabytes.
_MAPS_KEPT = 30


class NobodySignedInError(RuntimeError):
    """A page asked for its user before the frame had one."""


@st.cache_resource
def engine() -> Engine:
    """The audit database."""
    return connect_to(database_url())


def source() -> Source:
    """The figures of this run's data version."""
    return _source(version())


def _source(version: str) -> Source:
    opened = _opened(version)
    if opened.is_there():
        return opened
    _opened.clear(version)
    return _opened(version)


@st.cache_resource(max_entries=3, show_spinner=False)
def _opened(version: str) -> Source:
    return open_source(engine(), version)


def version() -> str:
    """The data version that this run shows.

    That is the one the run began with, unless its copy could no longer be made when it was first needed.
    """
    return _opened(str(st.session_state[_VERSION])).version


def bureau_now() -> Bureau:
    """The bureau and its as-of date, as they were when the run began."""
    found: Bureau = st.session_state[_BUREAU]
    return found


def outlines(finest: float = PAGE) -> BaseMap:
    """What lies under the maps, as it is installed now; see data/boundaries.py for `finest`."""
    with reading(engine()) as connection:
        return base_map(connection, finest)


def seat(user: User) -> None:
    """The frame says in every run who is signed in."""
    st.session_state[_USER] = user


def take_stock() -> None:
    """The frame, and a wall at each refresh, fixes which data version and day the run shows throughout."""
    st.session_state[_VERSION] = newest_version(engine())
    with reading(engine()) as connection:
        st.session_state[_BUREAU] = bureau(connection)


def current_user() -> User:
    """The signed-in user. Raises NobodySignedInError where the frame let nobody in."""
    user = st.session_state.get(_USER)
    if not isinstance(user, User):
        raise NobodySignedInError
    return user


def scope() -> Scope:
    """What the user's figures are made from. Raises NotPermittedError for one who may see no figures.

    Every figure asks for it, and every row for `row_scope`: the right is asked where the work happens.
    """
    user = current_user()
    require(user, "see-figures")
    return Scope(user.region_code, user.section_code, sees_staff=can(user, "see-staff"))


def row_scope() -> Scope:
    """The scope of rows and of whatever names persons: a wall sees figures only.

    Raises NotPermittedError for a user who may not see rows.
    """
    require(current_user(), "see-rows")
    return scope()


def figures_over(name: str, filters: Filters, days: list[date]) -> list[Figure]:
    """A KPI on several days."""
    return _course(version(), name, filters, tuple(days), scope())


@st.cache_data(max_entries=_FIGURES_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _course(version: str, name: str, filters: Filters, days: tuple[date, ...], scope: Scope) -> list[Figure]:
    return course(_source(version), kpis()[name], filters, days, scope)


def figure(name: str, filters: Filters) -> Figure:
    """A KPI on the day of the filters."""
    return figures_over(name, filters, [filters.as_of])[0]


def target(name: str, filters: Filters) -> Target | None:
    """What a plan in force sets a KPI to reach under these filters; None where none does."""
    return _target(version(), name, filters, scope())


def group_target(name: str, by: str, code: object, filters: Filters) -> Target | None:
    """What a group has to reach that is a KPI of its own; None where it is none or no plan sets it."""
    kpi = kpi_of_group(name, by, code)
    return target(kpi.name, filters) if kpi else None


@st.cache_data(max_entries=_FIGURES_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _target(version: str, name: str, filters: Filters, scope: Scope) -> Target | None:
    return target_among(_plans(version), kpis()[name], filters, scope)


def indicator_plans() -> tuple[Plan, ...]:
    """Every plan with its indicators and targets, in the order of the plans."""
    scope()
    return _plans(version())


@st.cache_data(max_entries=3, show_spinner=False)
def _plans(version: str) -> tuple[Plan, ...]:
    return plans(_source(version))


def indicator_standings(plan: Plan, as_of: date) -> dict[tuple[str, int], Standing]:
    """How the indicators of a plan stand in each year that has begun, by (code, year)."""
    return _standings(version(), plan.code, as_of, scope())


@st.cache_data(max_entries=_PAGES_OF_ROWS_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _standings(version: str, plan_code: str, as_of: date, scope: Scope) -> dict[tuple[str, int], Standing]:
    plan = next(plan for plan in _plans(version) if plan.code == plan_code)
    return standings(_source(version), plan, as_of, scope)


def indicator_entries(code: str, as_of: date) -> list[EnteredValue]:
    """The values entered for an indicator that the reader may see, the newest first, with their evidence."""
    return entered_values(source(), code, as_of, row_scope())


def groups(name: str, filters: Filters, by: str) -> list[Group]:
    """A KPI broken down by one dimension."""
    return _groups(version(), name, filters, by, _group_scope(by), spoken=language())


@st.cache_data(max_entries=_FIGURES_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _groups(version: str, name: str, filters: Filters, by: str, scope: Scope, *, spoken: str) -> list[Group]:
    del spoken  # groups carry their labels: what one reader sees in English another may not
    return breakdown(_source(version), kpis()[name], filters, by, scope)


def _group_scope(*by: str) -> Scope:
    if any(DIMENSIONS[name].is_of_staff for name in by):
        require(current_user(), "see-staff")
    return row_scope() if any(DIMENSIONS[name].is_person for name in by) else scope()


def drill_labels(name: str, filters: Filters) -> list[str]:
    """The label of each step of a drill, as the group that was clicked was called."""
    labels: list[str] = []
    for place, (dimension, code) in enumerate(filters.drill):
        before = replace(filters, drill=filters.drill[:place])
        if DIMENSIONS[dimension].is_of_staff and not can(current_user(), "see-staff"):
            labels.append(code)
            continue
        found = {group.code: group.label for group in groups(name, before, dimension)}
        labels.append(found.get(code, code or group_label(dimension, None, None)))
    return labels


def cells(name: str, filters: Filters, by: tuple[str, str]) -> list[Cell]:
    """A KPI broken down by two dimensions."""
    return _cells(version(), name, filters, by, _group_scope(*by), spoken=language())


@st.cache_data(max_entries=_FIGURES_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _cells(
    version: str, name: str, filters: Filters, by: tuple[str, str], scope: Scope, *, spoken: str
) -> list[Cell]:
    del spoken  # see _groups
    return table(_source(version), kpis()[name], filters, by, scope)


def rows(name: str, filters: Filters, page: Page) -> pd.DataFrame:
    """A page of the rows behind a KPI."""
    return _rows(version(), name, filters, page, row_scope())


@st.cache_data(max_entries=_PAGES_OF_ROWS_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _rows(version: str, name: str, filters: Filters, page: Page, scope: Scope) -> pd.DataFrame:
    return page_of_rows(_source(version), kpis()[name], filters, scope, page)


def row_count(name: str, filters: Filters, search: str) -> int:
    """How many of a KPI's rows contain the words searched for."""
    return _row_count(version(), name, filters, search, row_scope())


@st.cache_data(max_entries=_FIGURES_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _row_count(version: str, name: str, filters: Filters, search: str, scope: Scope) -> int:
    return count_rows(_source(version), kpis()[name], filters, scope, search)


def project_stages(project_ids: tuple[int, ...], as_of: date) -> dict[int, tuple[Stage, ...]]:
    """The stages of projects on a day, planned and actual."""
    return _project_stages(version(), project_ids, as_of, row_scope())


@st.cache_data(max_entries=_PAGES_OF_ROWS_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _project_stages(
    version: str, project_ids: tuple[int, ...], as_of: date, scope: Scope
) -> dict[int, tuple[Stage, ...]]:
    return stages_of(_source(version), project_ids, as_of, scope)


def map_projects(filters: Filters, tolerance_m: float) -> pd.DataFrame:
    """The investment projects that the reader may see, with their places; shapes as fine as `tolerance_m`."""
    return _map_projects(version(), filters, row_scope(), tolerance_m)


@st.cache_data(max_entries=_MAPS_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _map_projects(version: str, filters: Filters, scope: Scope, tolerance_m: float) -> pd.DataFrame:
    return projects_of_map(_source(version), filters, scope, tolerance_m=tolerance_m)


def map_places(filters: Filters) -> tuple[tuple[float, float, bool], ...]:
    """Where the projects lie that the user's figures are made from, without what they are."""
    return _map_places(version(), filters, scope())


@st.cache_data(max_entries=_MAPS_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _map_places(version: str, filters: Filters, scope: Scope) -> tuple[tuple[float, float, bool], ...]:
    return places_of_map(_source(version), filters, scope)


def found_by_words(typed: str, narrowed: Narrowed, *, first: int, most: int) -> Results:
    """What holds the words and the reader may see: `most` things from place `first` on."""
    own = row_scope()
    with reading(engine()) as connection:
        return search(connection, own, typed, narrowed, bureau(connection).as_of, first=first, most=most)


def searchable() -> dict[str, int]:
    """How many things of each kind the reader can search."""
    own = row_scope()
    with reading(engine()) as connection:
        return counts_by_kind(connection, own)


def calendar_reach(filters: Filters) -> CalendarReach:
    """How far the calendar of working days reaches on the day of the filters."""
    return _calendar_reach(version(), filters, scope())


@st.cache_data(max_entries=50, show_spinner=False, hash_funcs=_KEYS)
def _calendar_reach(version: str, filters: Filters, scope: Scope) -> CalendarReach:
    return reach_of(_source(version), filters, scope)


def work_asked(search: str, filters: Filters) -> WorkAsked:
    """What the user asks of the list of their work."""
    user = current_user()
    return WorkAsked(user, filters, row_scope(), search, _sent_back_by(version(), user.user_name))


@st.cache_data(max_entries=_PAGES_OF_ROWS_KEPT, show_spinner=False)
def _sent_back_by(version: str, user_name: str) -> tuple[int, ...]:
    del version  # sending back is a change of the figures: there is nothing new before the next version
    with reading(engine()) as connection:
        return sent_back_by(connection, user_name)


def work_counts(asked: WorkAsked) -> dict[str, int]:
    """How many findings each part of the user's work has."""
    return _work_counts(version(), asked, parts_for(asked.user))


def work_waiting() -> int:
    """How many findings wait for the user, all of them, today."""
    asked = WorkAsked(current_user(), Filters(as_of=bureau_now().as_of), row_scope())
    return _work_counts(version(), asked, ("waiting",))["waiting"]


@st.cache_data(max_entries=_FIGURES_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _work_counts(version: str, asked: WorkAsked, parts: tuple[str, ...]) -> dict[str, int]:
    return my_work_counts(_source(version), asked, parts)


def major_weeks(filters: Filters, *, problems: int, weeks: int) -> list[WeekCell]:
    """The newest weeks of the major problems that press most and that the reader may see."""
    return _major_weeks(version(), filters, row_scope(), problems, weeks)


@st.cache_data(max_entries=_PAGES_OF_ROWS_KEPT, show_spinner=False, hash_funcs=_KEYS)
def _major_weeks(version: str, filters: Filters, scope: Scope, problems: int, weeks: int) -> list[WeekCell]:
    return weeks_on_list(_source(version), filters, scope, problems=problems, weeks=weeks)


def snapshot_comparison(facts: SnapshotFacts, as_of: date) -> Comparison:
    """A frozen day beside a later one, for a reader of the whole bureau. Raises NotPermittedError."""
    _whole_bureau()
    return _snapshot_comparison(version(), facts, as_of, spoken=language())


@st.cache_data(max_entries=20, show_spinner=False)
def _snapshot_comparison(version: str, facts: SnapshotFacts, as_of: date, *, spoken: str) -> Comparison:
    del spoken  # it says why in words
    return compare(engine(), _source(version), facts, as_of)


def snapshot_moves(facts: SnapshotFacts, name: str, as_of: date) -> Moves:
    """The findings that a figure counts on a day and did not when it was frozen, and the reverse."""
    _whole_bureau()
    return moves_of(engine(), source(), facts, name, as_of)


def _whole_bureau() -> None:
    if row_scope() != EVERYTHING:
        raise NotPermittedError("see-rows")


def filter_choices() -> Choices:
    """What the filter bar offers this user."""
    return _choices(version(), scope())


@st.cache_data(max_entries=50, show_spinner=False, hash_funcs=_KEYS)
def _choices(version: str, scope: Scope) -> Choices:
    return choices(_source(version), scope)
