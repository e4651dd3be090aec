"""Two versions side by side: what was added, is gone or changed, told apart by a key."""

from collections.abc import Callable

import duckdb
import streamlit as st

from components.dataset.comparison_output import comparison_output
from components.dataset.comparison_rows import comparison_rows
from components.dataset.version_choice import version_choice
from components.figures import show
from components.inert import inert
from components.session import current_user, engine
from components.worked import worked
from data.language import _, listed
from data.warehouse import Version, WarehouseError
from queries.cards.dataset_card import DatasetCard
from queries.datasets.compare import Comparison, compare_for
from queries.datasets.proposed_key import proposed_key

_ASKED, _LAST = "dataset_comparison_asked", "dataset_comparison"
_PROPOSED = "dataset_comparison_key"


def dataset_comparison(card: DatasetCard) -> None:
    """Draw the choice of versions and key, and what was found when it was asked for."""
    if len(card.versions) == 1:
        st.info(
            _("There is one version yet. The next file that comes in can be compared with it."),
            icon=":material/difference:",
        )
        return
    left, right = st.columns(2)
    with left:
        before = version_choice(card, _("Before"), "before", place=1)
    with right:
        after = version_choice(card, _("After"), "after")
    if before.number == after.number:
        st.info(_("Choose two different versions."), icon=":material/difference:")
        return
    if before.number > after.number:
        before, after = after, before
    try:
        key = _key(card, before, after)
        if key:
            _found(card, before, after, key)
    except WarehouseError as error:
        st.error(str(error), icon=":material/error:")


def _key(card: DatasetCard, before: Version, after: Version) -> tuple[str, ...]:
    titles = {column.name: column.title for column in after.columns}
    shared = [column.name for column in before.columns if column.name in titles]
    name = f"comparison_key_{before.version_id}_{after.version_id}"
    if name not in st.session_state:
        found = worked(
            (name, before.columns, after.columns),
            lambda duck, _go_on: proposed_key(duck, before, after, card.facts.dataset_type),
            key=_PROPOSED,
            words=_("Looking for columns that tell the rows apart …"),
        )
        if found is None:
            return ()
        st.session_state[name] = list(found)
    return tuple(
        st.multiselect(
            _("Columns that tell the rows apart"),
            shared,
            format_func=lambda column: titles[column],
            key=name,
            help=_(
                "Two rows are the same thing where these agree. Proposed is the key of the dataset type, or"
                " without a type the columns whose values repeat least."
            ),
        )
    )


def _found(card: DatasetCard, before: Version, after: Version, key: tuple[str, ...]) -> None:
    # With the columns, whose masks the owner may change meanwhile.
    versions = tuple((version.version_id, version.columns) for version in (before, after))
    house, user = engine(), current_user()  # the session is not there while they are compared
    asked = (user, versions, key, card.access)
    if st.button(_("Compare"), type="primary", icon=":material/difference:"):
        st.session_state[_ASKED] = asked
    if st.session_state.get(_ASKED) != asked:
        return

    def match(duck: duckdb.DuckDBPyConnection, go_on: Callable[[], None]) -> Comparison:
        done = compare_for(house, user, duck, before, after, key=key, access=card.access)
        go_on()
        return done

    found = worked(asked, match, key=_LAST, words=_("Comparing the versions …"))
    if found is None:
        return
    _counts(found, before, after)
    comparison_rows(found, before, after, key)
    if found.added + found.gone + found.changed:
        with st.popover(_("Ask to take out"), icon=":material/outbox:"):
            comparison_output(card, found, before, after, key)


def _counts(found: Comparison, before: Version, after: Version) -> None:
    told = (
        (_("Added"), found.added, _("rows of version {number} alone").format(number=after.number)),
        (_("Gone"), found.gone, _("rows of version {number} alone").format(number=before.number)),
        (_("Changed"), found.changed, _("the same key, other values")),
        (_("Same"), found.same, _("nothing differs")),
        (_("Key repeated"), found.repeated, _("rows not compared")),
    )
    for place, (title, count, words) in zip(st.columns(len(told)), told, strict=True):
        place.metric(
            title,
            show(count, "count"),
            delta=words,
            delta_color="off",
            delta_arrow="off",
            border=True,
            height="stretch",
        )
    if found.repeated:
        st.warning(
            _(
                "{rows} rows have a key that is not theirs alone, so nobody can say which is which. Add a"
                " column to the key."
            ).format(rows=show(found.repeated, "count")),
            icon=":material/content_copy:",
        )
    for words, names in (
        (_("New columns: {names}"), found.columns_added),
        (_("Columns gone: {names}"), found.columns_gone),
    ):
        if names:
            titles = {column.name: column.title for column in (*before.columns, *after.columns)}
            st.caption(inert(words.format(names=listed(titles[name] for name in names))))
