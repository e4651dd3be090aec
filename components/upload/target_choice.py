"""Into what a file goes: a new dataset of some type, or one of the reader's own, added to or replaced."""

from dataclasses import dataclass

import streamlit as st

from components.address import address
from components.dataset.template_button import template_button
from components.inert import inert
from components.navigation import CARDS
from components.segment import segment
from components.session import bureau_now, current_user, engine
from components.upload.answers import answer_key, told_apart
from components.upload.ocds_notice import may_become_datasets
from components.upload.upload_place import dataset_asked_for
from data.bringing.open_rows import quarantines
from data.codes import label
from data.data_room.dataset_access import visible_datasets
from data.dataset_types import ADHOC, dataset_types
from data.engine import reading
from data.language import _, mark
from data.mapping.closest_type import closest_type
from data.mapping.recipes import find_any_recipe
from data.ocds.tables import OCDS
from data.transfers import Transfer
from data.uploads import Proposal
from data.warehouse import DatasetFacts, Version, versions

_CLOSEST = "upload_closest_types"
_KEPT = 20
_CHANGES = {
    "append": mark("Add its rows to those that are there"),
    "replace": mark("Replace all rows; earlier versions stay readable"),
}


@dataclass(frozen=True)
class Target:
    """`facts` and `earlier`, its newest version, are None for a new one; `change` is of VERSION_CHANGE.

    `dataset_type` is "ocds" where the file becomes a dataset of each type that it has rows of.
    """

    dataset_type: str
    change: str
    facts: DatasetFacts | None = None
    earlier: Version | None = None


def target_choice(transfer: Transfer, proposal: Proposal) -> Target:
    """Draw the choice; the type that is closest to the headings is proposed."""
    file = transfer.transfer_id
    with reading(engine()) as connection:
        visible = visible_datasets(connection, current_user())
    own = {facts.name: facts for facts, __ in visible if facts.owner == current_user().user_name}
    asked = dataset_asked_for()
    titles = {"new": _("A new dataset"), "own": _("A dataset of mine")}
    into = st.segmented_control(
        _("Into"),
        list(titles),
        default="own" if asked in own else "new",
        required=True,
        format_func=lambda name: segment(titles[name]),
        key=answer_key("into", file),
        disabled=not own,
        label_visibility="collapsed",
    )
    if into == "own" and own:
        return _own(file, own, asked)
    return Target(_type(transfer, proposal), "replace")


def _own(file: str, own: dict[str, DatasetFacts], asked: str) -> Target:
    names = list(own)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(
            _("Dataset"),
            names,
            index=names.index(asked) if asked in own else 0,
            format_func=lambda name: f"{own[name].title} ({name})",
            key=answer_key("dataset", file),
            width=340,
        )
        change = st.selectbox(
            _("How"),
            list(_CHANGES),
            format_func=lambda code: _("{column} — {words}").format(
                column=label("version_change", code), words=_(_CHANGES[code])
            ),
            key=answer_key("change", file),
            width="stretch",
        )
    facts = own[str(name)]
    with reading(engine()) as connection:
        every = versions(connection, facts.dataset_id)
    earlier, held = every[-1] if every else None, quarantines(every)
    found = dataset_types().get(facts.dataset_type)
    if earlier is not None:
        words = _("Version {number}, {rows} rows, type: {type}").format(
            number=earlier.number,
            rows=f"{earlier.row_count:,}",
            type=found.title if found else _("ad hoc"),
        )
        st.caption(inert(words))
    if any(entry.is_standing for entry in held):
        st.page_link(
            CARDS["dataset"],
            label=_("Rows of a quarantine that were corrected are brought in on the page of the dataset"),
            icon=":material/published_with_changes:",
            query_params=address(None, bureau_now().as_of, dataset=facts.name, part="quarantine"),
        )
    return Target(facts.dataset_type, str(change), facts, earlier)


def _type(transfer: Transfer, proposal: Proposal) -> str:
    file, types = transfer.transfer_id, dataset_types()
    is_several = may_become_datasets(transfer, proposal.headings)
    proposed, is_known = _proposed(file, proposal)
    if is_several and not is_known:
        proposed = OCDS
    names = [ADHOC, *([OCDS] if is_several else []), *types]
    kept = {
        ADHOC: _("Ad hoc: keep it as it came, check nothing"),
        OCDS: _("Open contracting data (OCDS): tenders, bids, awards and suppliers"),
    }
    name = st.selectbox(
        _("Dataset type"),
        names,
        index=names.index(proposed),
        format_func=lambda name: types[name].title if name in types else kept[name],
        key=answer_key(f"type_{told_apart(proposal.headings)}", file),
        width=420,
    )
    if name == proposed:
        st.caption(_reason(proposed, is_known=is_known))
    if name in types:
        st.caption(inert(types[str(name)].description))
        template_button(types[str(name)])
    return str(name)


def _reason(proposed: str, *, is_known: bool) -> str:
    if is_known:
        return _("Proposed because the last file with these headings was taken in so.")
    if proposed == OCDS:
        return _("Proposed because these are releases or records of open contracting data.")
    if proposed == ADHOC:
        return _("The headings are close to no type; choose one if you know better.")
    return _("Proposed because the headings are closest to this type.")


def _proposed(file: str, proposal: Proposal) -> tuple[str, bool]:
    """The type of the newest recipe for these headings and True, else the closest one; looked for once."""
    kept: dict[object, tuple[str, bool]] = st.session_state.setdefault(_CLOSEST, {})
    key = (file, proposal.headings)
    if key not in kept:
        types = dataset_types()
        with reading(engine()) as connection:
            recipe = find_any_recipe(connection, [*types, ADHOC], proposal.headings)
        if recipe is not None:
            kept[key] = recipe.dataset_type, True
        else:
            kept[key] = closest_type(types, proposal.headings, proposal.sample_rows) or ADHOC, False
        for old in list(kept)[:-_KEPT]:
            del kept[old]
    return kept[key]
