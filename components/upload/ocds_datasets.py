"""The datasets that open contracting data become: their names, and which of them are there already."""

from collections.abc import Sequence

import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import current_user, engine
from components.upload.reading_file import proposal_of
from data.bringing.bring_in_ocds import ocds_names
from data.dataset_types import dataset_types
from data.engine import reading
from data.language import _, listed
from data.ocds.recognise import is_ocds
from data.transfers import Transfer
from data.uploads import Choices
from data.warehouse import dataset


def ocds_datasets(name: str) -> None:
    """Draw what bringing in makes under the name that was given."""
    names = ocds_names(name)
    titles = {kind: dataset_types()[kind].title for kind in names}
    st.markdown(
        _("It becomes: {names}. A type without rows is left out; each keeps the file itself.").format(
            names=listed(f"{inert(titles[kind])} `{own}`" for kind, own in names.items())
        )
    )
    if there := _own(names):
        words = _("A new version replaces all rows of {names}; earlier versions stay readable.")
        st.info(inert(words.format(names=listed(there))), icon=":material/history:")


def others_of_ocds(others: Sequence[Transfer], chosen: Choices) -> list[Transfer]:
    """Draw which of the other files in hand follow into the same datasets: those of the same standard."""
    found = [(transfer, proposal_of(transfer, chosen)) for transfer in others]
    following = [
        transfer
        for transfer, proposal in found
        if not isinstance(proposal, str) and is_ocds(proposal.headings)
    ]
    if left_out := len(others) - len(following):
        st.warning(
            _("{count} of the other files are no open contracting data. They go on waiting.").format(
                count=show(left_out, "count")
            ),
            icon=":material/call_split:",
        )
    return following


def _own(names: dict[str, str]) -> list[str]:
    """Those that are the reader's own already."""
    with reading(engine()) as connection:
        found = [dataset(connection, name) for name in names.values()]
    return [facts.name for facts in found if facts and facts.owner == current_user().user_name]
