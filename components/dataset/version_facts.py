"""One version: its file with the digest to copy, how it was read, whether it is still what came."""

import streamlit as st

from components.dataset.original_output import original_output
from components.figures import show
from components.inert import inert
from data.language import _
from data.size_words import size_words
from data.warehouse import Version, verify
from data.warehouse.verifying import MISSING
from queries.cards.dataset_card import DatasetCard


def version_facts(card: DatasetCard, version: Version) -> None:
    """Draw them, and the button that compares the files with the digests taken when they came."""
    with st.container(border=True):
        heading = inert(_("Version {number}").format(number=version.number))
        st.markdown(f"**{heading}**")
        told = [
            _("{name}, {size}").format(name=version.original_name, size=size_words(version.original_bytes)),
            _("columns: {count}").format(count=show(len(version.columns), "count")),
        ]
        if version.encoding:
            told.append(_("encoding: {name}").format(name=version.encoding))
        if version.sheet:
            told.append(_("sheet: {name}").format(name=version.sheet))
        st.caption(" · ".join(map(inert, told)))
        st.markdown(inert(_("SHA-256 of the file as it came")))
        st.code(version.original_sha256, language=None)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            is_asked = st.button(
                _("Verify the files"), icon=":material/verified:", key=f"verify_{version.version_id}"
            )
            if card.access.may_read:
                original_output(card, version)
        if is_asked:
            _verify(version)


def _verify(version: Version) -> None:
    with st.spinner(_("Comparing the files with their digests …")):
        faults = verify(version)
    if not faults:
        st.success(
            _("Version {number} is sound: its rows and its original file are those that came.").format(
                number=version.number
            ),
            icon=":material/verified:",
        )
        return
    lines = [
        (_("{file} is gone") if fault.fault == MISSING else _("{file} was changed")).format(file=fault.file)
        for fault in faults
    ]
    st.error(
        "  \n".join(map(inert, lines))
        + "  \n"
        + inert(_("Do not rely on this version. Tell the system administrator to restore it from a backup.")),
        title=_("Version {number} is not what came").format(number=version.number),
        icon=":material/gpp_bad:",
    )
