"""Which two datasets are compared, by which columns, and which rows are wanted; all of it in the address."""

from dataclasses import dataclass, replace

import streamlit as st

from components.address_choice import address_choice
from components.inert import inert
from components.joining.join_address import MOST_PAIRS, read_pairs, written
from components.segment import segment
from components.session import current_user, engine
from data.data_room.dataset_access import Access, readable_datasets
from data.duck import open_duck
from data.engine import reading
from data.language import _
from data.warehouse import DatasetFacts, StoredColumn, newest
from queries.datasets.version_titles import version_titles
from queries.joining.key_forms import COMPARISONS
from queries.joining.matching import HOW
from queries.joining.proposals import Proposal, proposed_keys
from queries.joining.sides import KeyPair, Side, owners_see_all

_PROPOSED = "join_proposed"


@dataclass(frozen=True)
class JoinChoice:
    """Two datasets at their newest versions, columns with titles in the current language, and the key."""

    left: Side
    right: Side
    left_columns: tuple[StoredColumn, ...]
    right_columns: tuple[StoredColumn, ...]
    pairs: tuple[KeyPair, ...]
    how: str
    is_trusted: bool


def join_choice() -> JoinChoice | None:
    """Draw the choice; None, with a word on what to do, where there are no two datasets to compare."""
    with reading(engine()) as connection:
        offered = {
            facts.name: (facts, access) for facts, access in readable_datasets(connection, current_user())
        }
    if len(offered) < 2:
        st.info(
            _(
                "Two datasets are needed to compare them. Data-room staff bring datasets in; their owner "
                "shares one with you, your section or your project."
            ),
            icon=":material/database:",
        )
        return None
    names = list(offered)
    first, swap, second = st.columns([4, 1, 4], vertical_alignment="bottom")
    with first:
        left_name = _dataset(_("First dataset"), offered, "left", names[0])
    with second:
        other = next(name for name in names if name != left_name)
        right_name = _dataset(_("Second dataset"), offered, "right", other)
    with swap:
        st.button(
            _("Swap"),
            icon=":material/swap_horiz:",
            on_click=_swap,
            args=(left_name, right_name),
            key="join_swap",
            width="stretch",
        )
    sides, columns = [], []
    with reading(engine()) as connection:
        for name in (left_name, right_name):
            facts, access = offered[name]
            version = newest(connection, facts.dataset_id)
            if version is None:
                st.info(_("This dataset has no version yet."), icon=":material/database:")
                return None
            sides.append(Side(facts, version, access))
            titles = version_titles(connection, version).of_columns
            columns.append(tuple(replace(column, title=titles[column.name]) for column in version.columns))
        is_trusted = owners_see_all(connection, current_user(), *sides)
    left, right = sides
    pairs = _pairs(left, right, columns, is_trusted=is_trusted)
    return JoinChoice(left, right, columns[0], columns[1], pairs, _how(), is_trusted)


def _dataset(title: str, offered: dict[str, tuple[DatasetFacts, Access]], parameter: str, first: str) -> str:
    def named(name: str) -> str:
        facts = offered[name][0]
        return (
            facts.title if facts.title == name else _("{name} ({words})").format(name=facts.title, words=name)
        )

    return address_choice(
        title,
        {name: named(name) for name in offered},
        parameter,
        key=f"join_{parameter}",
        usual=first,
        forgets=("on",),
    )


def _swap(left: str, right: str) -> None:
    st.query_params["left"], st.query_params["right"] = right, left
    turned = []
    for text in st.query_params.get_all("on"):
        ours, __, rest = text.partition(":")
        theirs, __, comparison = rest.partition(":")
        turned.append(f"{theirs}:{ours}:{comparison}")
    if turned:
        st.query_params["on"] = turned
    how = {"only_left": "only_right", "only_right": "only_left"}
    if (asked := st.query_params.get("how", "")) in how:
        st.query_params["how"] = how[asked]


def _proposals(left: Side, right: Side, *, is_trusted: bool) -> tuple[Proposal, ...]:
    asked = (left.version.version_id, right.version.version_id, left.access, right.access, is_trusted)
    kept = st.session_state.get(_PROPOSED)
    if kept is not None and kept[0] == asked:
        found: tuple[Proposal, ...] = kept[1]
        return found
    with st.spinner(_("Looking for columns that fit …")), open_duck() as duck:
        found = proposed_keys(duck, left, right, is_trusted=is_trusted)
    st.session_state[_PROPOSED] = (asked, found)
    return found


def _pairs(
    left: Side, right: Side, columns: list[tuple[StoredColumn, ...]], *, is_trusted: bool
) -> tuple[KeyPair, ...]:
    ours, theirs = ({column.name: column.title for column in each} for each in columns)
    proposals = _proposals(left, right, is_trusted=is_trusted)
    pairs = read_pairs(set(ours), set(theirs))
    if not pairs:
        pairs = (
            (proposals[0].pair,) if proposals else (KeyPair(next(iter(ours)), next(iter(theirs)), "letters"),)
        )
    if proposals:
        labels = {
            written((each.pair,))[0]: _("{left} = {right} (found in a sample: {share})").format(
                left=ours[each.pair.left], right=theirs[each.pair.right], share=f"{each.share:.0%}"
            )
            for each in proposals
        }
        chosen = written(pairs)
        st.session_state["join_proposal"] = chosen[0] if len(chosen) == 1 and chosen[0] in labels else None

        def take() -> None:
            if st.session_state["join_proposal"]:
                st.query_params["on"] = [st.session_state["join_proposal"]]

        st.pills(
            _("Columns that fit"),
            list(labels),
            format_func=lambda code: segment(labels[code]),
            key="join_proposal",
            on_change=take,
            wrap=True,
        )
    with st.container(border=True):
        for place, pair in enumerate(pairs):
            _pair(place, pair, pairs, ours, theirs)
        if len(pairs) < MOST_PAIRS:
            further = KeyPair(next(iter(ours)), next(iter(theirs)), "letters")
            st.button(
                _("Add another column to the key"),
                icon=":material/add:",
                type="tertiary",
                on_click=_write,
                args=((*pairs, further),),
                key="join_add",
                disabled=further in pairs,
            )
    return pairs


def _pair(
    place: int, pair: KeyPair, pairs: tuple[KeyPair, ...], ours: dict[str, str], theirs: dict[str, str]
) -> None:
    keys = [f"join_{part}_{place}" for part in ("ours", "theirs", "comparison")]
    for key, code in zip(keys, (pair.left, pair.right, pair.comparison), strict=True):
        st.session_state[key] = code

    def write() -> None:
        changed = KeyPair(*(str(st.session_state[key]) for key in keys))
        _write((*pairs[:place], changed, *pairs[place + 1 :]))

    first, second, third, last = st.columns([4, 4, 4, 1], vertical_alignment="bottom")
    first.selectbox(
        _("Column of the first"),
        list(ours),
        format_func=lambda name: ours[name],
        key=keys[0],
        on_change=write,
    )
    second.selectbox(
        _("Column of the second"),
        list(theirs),
        format_func=lambda name: theirs[name],
        key=keys[1],
        on_change=write,
    )
    third.selectbox(
        _("Compared"),
        list(COMPARISONS),
        format_func=lambda code: _(COMPARISONS[code]),
        key=keys[2],
        on_change=write,
    )
    if len(pairs) > 1:
        last.button(
            "",
            icon=":material/close:",
            help=_("Leave this column out"),
            on_click=_write,
            args=((*pairs[:place], *pairs[place + 1 :]),),
            key=f"join_drop_{place}",
        )


def _write(pairs: tuple[KeyPair, ...]) -> None:
    st.query_params["on"] = written(tuple(dict.fromkeys(pairs)))


def _how() -> str:
    ways = {code: inert(_(words)) for code, words in HOW.items()}
    return address_choice(_("Rows to show"), ways, "how", key="join_how", usual="matched", look="segments")
