"""The button that brings the files in hand in, or why it cannot be pressed yet."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import current_user, engine
from components.upload.column_mapping import Mapped
from components.upload.dataset_words import DatasetWords
from components.upload.place_system import PlaceAnswer
from components.upload.target_choice import Target
from components.upload.upload_place import look_at
from data.bringing.bring_in import Bringing
from data.bringing.jobs import begin_job
from data.language import _
from data.transfers import Transfer
from data.uploads import Choices
from data.warehouse import WarehouseError


def bring_button(
    files: Sequence[Transfer],
    chosen: Choices,
    target: Target,
    mapped: Mapped | None,
    words: DatasetWords,
    *,
    place: PlaceAnswer,
) -> None:
    """Draw it; on the click a job begins that goes on whatever becomes of this page."""
    for fault in words.faults:
        st.warning(inert(fault), icon=":material/edit:")
    is_ready = not words.faults and not (mapped and mapped.missing) and place.is_settled
    title = (
        _("Bring in")
        if len(files) == 1
        else _("Bring in {count} files").format(count=show(len(files), "count"))
    )
    if not st.button(
        title,
        type="primary",
        icon=":material/archive:",
        disabled=not is_ready,
        help=None if is_ready else _("First mend what is marked above."),
        key="upload_bring",
    ):
        return
    try:
        job = begin_job(engine(), current_user(), _files(files, chosen, target, mapped, words, place=place))
    except WarehouseError as error:
        st.error(str(error), icon=":material/error:")
        return
    look_at(job)
    st.rerun()


def _files(
    files: Sequence[Transfer],
    chosen: Choices,
    target: Target,
    mapped: Mapped | None,
    words: DatasetWords,
    *,
    place: PlaceAnswer,
) -> list[tuple[str, Bringing]]:
    """What is said of each file: the totals of the letter belong to a single one."""
    first = Bringing(
        file=Path(),
        original_name="",
        delivery="page",
        dataset=words.name,
        dataset_type=target.dataset_type,
        change=target.change,
        choices=chosen,
        mapping=mapped.places if mapped else None,
        units=mapped.units if mapped else {},
        place=place.said,
        stated=words.stated if len(files) == 1 else {},
        title=words.title,
        classification=words.classification,
        section_code=words.section_code,
        region_code=words.region_code,
        project_id=words.project_id,
        data_source_id=words.data_source_id,
        purpose=words.purpose,
        approval_number=words.approval_number,
        counterparty=words.counterparty,
    )
    further = replace(first, change="append", mapping=None, units={})
    return [(transfer.transfer_id, first if place == 0 else further) for place, transfer in enumerate(files)]
