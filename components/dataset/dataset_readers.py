"""Who reads a dataset and why: its owner, and whom each share reaches today; shares can be taken back."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.dataset.revoke_share import revoke_share
from components.inert import inert
from data.language import _, listed
from data.local_time import in_china
from data.warehouse import DatasetFacts
from queries.data_room.people import called
from queries.datasets.reach import Reach, Reached

_NAMED = 12  # people of one share who are named; others are counted


def dataset_readers(
    facts: DatasetFacts, found: Sequence[Reach], names: Mapping[str, str], *, is_owner: bool
) -> None:
    """Draw the owner and one box for each share; `names` says what people are called."""
    st.subheader(_("Who reads it"))
    with st.container(border=True, gap="small"):
        _head("person", called(names, facts.owner), _("Owner"), is_unmasked=True)
    for reach in found:
        with st.container(border=True, gap="small"):
            with st.container(
                horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
            ):
                icon, kind = _kind(reach)
                with st.container(width="stretch", gap="small"):
                    _head(icon, reach.target, kind, is_unmasked=reach.share.is_unmasked)
                if is_owner and st.button(
                    _("Take back"), icon=":material/block:", key=f"revoke_{reach.share.share_id}"
                ):
                    revoke_share(facts, reach)
            st.caption(inert(_people(reach)))
            st.caption(
                _("Shared by {who} on {day}").format(
                    who=inert(called(names, reach.share.granted_by)),
                    day=f"{in_china(reach.share.granted_at):%Y-%m-%d}",
                )
            )
    if not found:
        st.caption(_("It was not shared with anybody yet."))


def _head(icon: str, name: str, kind: str, *, is_unmasked: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/{icon}: **{inert(name)}**", width="content")
        st.caption(inert(kind), width="content")
        if is_unmasked:
            st.badge(_("without masks"), icon=":material/visibility:", color="orange")
        else:
            st.badge(_("through masks"), icon=":material/visibility_off:", color="gray")


def _kind(reach: Reach) -> tuple[str, str]:
    if reach.share.user_name is not None:
        return "person", _("Account")
    if reach.share.section_code is not None:
        return "groups", _("Section")
    return "assignment", _("Project")


def _people(reach: Reach) -> str:
    if not reach.people:
        return _("Reaches nobody today.")
    named = listed(map(_person, reach.people[:_NAMED]))
    more = len(reach.people) - _NAMED
    words = _("Reaches today: {people}").format(people=named)
    return words + (" " + _("and {n} more").format(n=more) if more > 0 else "")


def _person(person: Reached) -> str:
    if person.user_name is None:
        return _("{name} (no account)").format(name=person.name)
    if not person.may_use:
        return _("{name} (the roles do not look at data)").format(name=person.name)
    return _("{name} ({words})").format(name=person.name, words=person.user_name)
