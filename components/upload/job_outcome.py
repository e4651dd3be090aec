"""What became of a job: each file with its rows, score and digest, the report, and where to go on."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA, show
from components.inert import inert
from components.navigation import DATASET_PAGE, EXPLORE_PAGE
from components.session import bureau_now, current_user, engine
from components.upload.check_report import check_report
from components.upload.reading_file import encoding_title
from components.upload.upload_place import put_down, take_in_hand
from data.bringing.bring_in import Outcome
from data.bringing.jobs import CANCELLED, DONE, Job, forget_job
from data.data_room.dataset_access import access_to
from data.engine import reading
from data.language import _
from data.transfers import NoTransferError, find, transfers
from data.warehouse import quarantine_of

_ROW_HEIGHT = 36
_BASIS_POINTS = 10_000


def job_outcome(job: Job) -> None:
    """Draw it for a job that is over."""
    _verdict(job)
    shown = _outcomes(job.outcomes) if job.outcomes else None
    _onwards(job, shown)


def _verdict(job: Job) -> None:
    rows = sum(outcome.rows for outcome in job.outcomes)
    refused = sum(outcome.refused for outcome in job.outcomes)
    if job.state == DONE:
        words = _("{rows} rows are in; {refused} rows were refused.").format(
            rows=show(rows, "count"), refused=show(refused, "count")
        )
        if refused:
            st.warning(words, title=_("Brought in, with rows to look at"), icon=":material/rule:")
        else:
            st.success(words, title=_("Brought in"), icon=":material/task_alt:")
        if job.unread:
            words = _("{count} lines are no release or record of open contracting data and were not read.")
            st.warning(words.format(count=show(job.unread, "count")), icon=":material/rule:")
        return
    if job.files_in:
        st.info(
            _("{count} files before it are in.").format(count=show(job.files_in, "count")),
            icon=":material/info:",
        )
    name = _name(job)
    waits = _("Nothing of this file was stored; it is still waiting.")
    if any(outcome.version.original_name == name for outcome in job.outcomes):
        waits = _("The datasets below are in; the file is still waiting for the others.")
    if job.state == CANCELLED:
        st.warning(waits, title=_("Cancelled"), icon=":material/cancel:")
    else:
        st.error(inert(job.refusal), title=_("Not brought in"), icon=":material/block:")
        st.caption(waits)
    if name:
        st.text(name)


def _name(job: Job) -> str:
    """The name of the file that did not come in."""
    try:
        return find(current_user(), job.files[job.files_in][0]).original_name
    except NoTransferError:
        return ""


def _is_several(outcomes: Sequence[Outcome]) -> bool:
    """Whether they are versions of more than one dataset."""
    return len({outcome.dataset for outcome in outcomes}) > 1


def _outcomes(outcomes: Sequence[Outcome]) -> Outcome:
    """Draw them; the one that is shown in full."""
    shown = outcomes[0]
    if len(outcomes) > 1:
        _table(outcomes)
        faulty = [place for place, outcome in enumerate(outcomes) if outcome.refused]
        place = st.selectbox(
            _("Report of"),
            range(len(outcomes)),
            index=faulty[0] if faulty else 0,
            format_func=lambda place: _called(outcomes, outcomes[place]),
            key="upload_report_of",
            width=420,
        )
        shown = outcomes[int(place)]
    version = shown.version
    tiles = st.columns(5)
    tiles[0].metric(_("Rows brought in"), show(shown.rows, "count"), border=True)
    tiles[1].metric(_("Rows refused"), show(shown.refused, "count"), border=True)
    tiles[2].metric(
        _("Quality"), _quality(shown), border=True, help=_("Share of checked cells without fault")
    )
    tiles[3].metric(_("Encoding"), (version.encoding or NO_DATA).upper(), border=True)
    tiles[4].metric(_("Seconds"), f"{shown.seconds:,.1f}", border=True)
    words = _("{dataset}, version {number}: {rows} rows in all").format(
        dataset=shown.dataset, number=version.number, rows=show(version.row_count, "count")
    )
    if shown.recipe:
        words += " · " + _("read by the recipe {name}").format(name=shown.recipe)
    st.markdown(inert(words))
    st.caption("SHA-256")
    st.code(version.original_sha256, language=None)
    with reading(engine()) as connection:
        access = access_to(connection, current_user(), version.dataset_id)
    st.subheader(_("What checking found"))
    check_report(version, access)
    return shown


def _called(outcomes: Sequence[Outcome], outcome: Outcome) -> str:
    """What tells it from the others: its file, its dataset where files become several."""
    file = outcome.version.original_name
    return f"{outcome.dataset} · {file}" if _is_several(outcomes) else file


def _quality(outcome: Outcome) -> str:
    """Of the file itself; that of the dataset with the rows it had before is on its page."""
    points = outcome.version.report.get("quality_basis_points")
    return NO_DATA if points is None else show(points / _BASIS_POINTS, "percent")


def _table(outcomes: Sequence[Outcome]) -> None:
    st.dataframe(
        pd.DataFrame(
            [
                (
                    outcome.version.original_name,
                    outcome.dataset,
                    outcome.version.number,
                    outcome.rows,
                    outcome.refused,
                    _quality(outcome),
                    encoding_title(outcome.version.encoding),
                    round(outcome.seconds, 1),
                )
                for outcome in outcomes
            ],
            columns=["file", "dataset", "number", "rows", "refused", "quality", "encoding", "seconds"],
        ),
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height="content",
        column_config={
            "file": st.column_config.TextColumn(_("File")),
            "dataset": st.column_config.TextColumn(_("Dataset")) if _is_several(outcomes) else None,
            "number": st.column_config.NumberColumn(_("Version"), width=70),
            "rows": st.column_config.NumberColumn(_("Rows brought in"), format="localized"),
            "refused": st.column_config.NumberColumn(_("Rows refused"), format="localized"),
            "quality": st.column_config.TextColumn(_("Quality"), width=90),
            "encoding": st.column_config.TextColumn(_("Encoding"), width=130),
            "seconds": st.column_config.NumberColumn(_("Seconds"), format="%.1f", width=80),
        },
    )


def _onwards(job: Job, shown: Outcome | None) -> None:
    left = [transfer_id for transfer_id, __ in job.files[job.files_in :]]
    waiting = len(transfers(current_user()))
    with st.container(horizontal=True, vertical_alignment="center"):
        if job.state != DONE and st.button(
            _("Back to the file"), type="primary", icon=":material/undo:", key="upload_back"
        ):
            forget_job(job)
            take_in_hand(left)
            st.rerun()
        if st.button(
            _("Take in the next file ({count} waiting)").format(count=waiting)
            if waiting
            else _("Take in another file"),
            icon=":material/upload_file:",
            key="upload_next",
        ):
            put_down()
            st.rerun()
        if shown is not None:
            if quarantine_of(shown.version) is not None:
                st.page_link(
                    DATASET_PAGE,
                    label=_("Bring corrected rows in"),
                    icon=":material/published_with_changes:",
                    query_params=address(None, bureau_now().as_of, dataset=shown.dataset, part="quarantine"),
                )
            for path, title, icon in (
                (DATASET_PAGE, _("The dataset"), "table_view"),
                (EXPLORE_PAGE, _("Explore data"), "query_stats"),
            ):
                st.page_link(
                    path,
                    label=title,
                    icon=f":material/{icon}:",
                    query_params=address(None, bureau_now().as_of, dataset=shown.dataset),
                )
