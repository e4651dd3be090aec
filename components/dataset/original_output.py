"""Asking to take the file of a version out of the data room, as it came."""

import re
from pathlib import Path

import streamlit as st

from components.output.output_request import Said, output_request
from data.data_room.outputs import ReadDataset
from data.language import _
from data.warehouse import Version, original_of
from queries.cards.dataset_card import DatasetCard


def original_output(card: DatasetCard, version: Version) -> None:
    """Draw the button for who sees the dataset without masks; others read why there is none."""
    if not card.access.is_unmasked:
        st.caption(_("The file as it came has no masks: only who sees the dataset unmasked can ask for it."))
        return
    before = card.versions[version.number - 2].row_count if version.number > 1 else 0
    own = version.row_count - (0 if version.change == "replace" else before)

    def content(_said: Said) -> Path:
        return original_of(version)

    with st.popover(_("Ask for the original file"), icon=":material/outbox:"):
        output_request(
            _("{title}: the original file of version {number}, {name}").format(
                title=card.facts.title, number=version.number, name=version.original_name
            ),
            own + version.refused_count,
            content,
            _ending(version.original_name),
            (ReadDataset(card.facts.dataset_id, version.number),),
            key=f"original_{version.version_id}",
            is_original=True,
        )


def _ending(name: str) -> str:
    """That of the file; what stands behind the last point of a sentence is none."""
    ending = Path(name).suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ".bin"
