"""Asking to take the rows of a query out of the data room: the file waits until another person decides."""

import streamlit as st

from components.session import current_user, engine
from data.access.roles import ROLES
from data.data_room.outputs import OutputError, ReadDataset, WantedOutput, ask_output
from data.data_room.undertakings import UndertakingMissingError
from data.engine import now
from data.language import _, listed
from data.local_time import in_china
from queries.workbench.result_files import as_xlsx
from queries.workbench.running import Outcome, Run

_DESCRIBED_LETTERS = 120


def query_output(run: Run, outcome: Outcome) -> None:
    """Draw the form; asking puts the rows aside as XLSX, with the query on a second sheet."""
    who = listed(_(title) for title, actions in ROLES.values() if "approve-output" in actions)
    st.caption(
        _(
            "Rows leave the data room only with an approval. One of {who} decides, never you yourself; then"
            " you take the file from the output ledger."
        ).format(who=who)
    )
    with st.form("query_output", border=False):
        purpose = st.text_area(_("What for"), max_chars=500, height=80)
        recipient = st.text_input(_("Who receives it"), max_chars=100)
        is_sent = st.form_submit_button(
            _("Ask for {rows} rows (XLSX)").format(rows=f"{outcome.rows:,}"), type="primary", width="stretch"
        )
    if not is_sent or outcome.file is None:
        return
    user = current_user()
    said = [
        (_("Query"), run.sql),
        (_("Number of rows"), f"{outcome.rows:,}"),
        (_("Who"), f"{user.display_name} ({user.user_name})"),
        (_("Time"), f"{in_china(now()):%Y-%m-%d %H:%M}"),
        (_("What for"), purpose),
        (_("Who receives it"), recipient),
    ]
    described = _("Result of a query: {sql}").format(sql=" ".join(run.sql.split())[:_DESCRIBED_LETTERS])
    try:
        number = ask_output(
            engine(),
            user,
            as_xlsx(outcome.file, said),
            ".xlsx",
            WantedOutput(
                described,
                outcome.rows,
                purpose,
                recipient,
                tuple(ReadDataset(entry.dataset_id, entry.version_number) for entry in run.readables),
            ),
        )
    except (OutputError, UndertakingMissingError) as error:
        st.error(str(error), icon=":material/error:")
        return
    st.success(
        _("Asked, number {number}. {who} see it now.").format(number=number, who=who),
        icon=":material/outgoing_mail:",
    )
