"""Asking to take rows out of the data room: the file waits until another person decides."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from components.address import address
from components.attempted import attempted
from components.navigation import OUTPUTS_PAGE
from components.session import bureau_now, current_user, engine
from data.access.roles import ROLES
from data.data_room.outputs import OutputError, ReadDataset, WantedOutput, ask_output
from data.engine import now
from data.language import _, listed
from data.local_time import in_china
from data.warehouse.failures import WarehouseError, in_clear_words

Said = Sequence[tuple[str, str]]


def output_request(
    described: str,
    rows: int,
    content: Callable[[Said], bytes | Path],
    suffix: str,
    datasets: tuple[ReadDataset, ...],
    *,
    key: str,
    is_original: bool = False,
) -> None:
    """Draw the form; sent, `content` makes the file, with (label, text) of who asks when for what in it.

    It may be a file of the warehouse as well (data/data_room/outputs/asking.py).
    """
    who = listed(_(title) for title, actions in ROLES.values() if "approve-output" in actions)
    st.caption(
        _(
            "Rows leave the data room only with an approval. One of {who} decides, never you yourself; then"
            " you take the file from the output ledger."
        ).format(who=who)
    )
    with st.form(key, border=False):
        purpose = st.text_area(_("What for"), max_chars=500, height=80)
        recipient = st.text_input(_("Who receives it"), max_chars=100)
        words = _("Ask for {rows} rows ({kind})").format(rows=f"{rows:,}", kind=suffix.lstrip(".").upper())
        is_sent = st.form_submit_button(words, type="primary", width="stretch")
    if not is_sent:
        return
    user = current_user()
    said = [
        (_("Number of rows"), f"{rows:,}"),
        (_("Who"), _("{name} ({words})").format(name=user.display_name, words=user.user_name)),
        (_("Time"), f"{in_china(now()):%Y-%m-%d %H:%M}"),
        (_("What for"), purpose),
        (_("Who receives it"), recipient),
    ]
    numbers: list[int] = []
    wanted = WantedOutput(described, rows, purpose, recipient, datasets, is_original)

    def ask() -> None:
        with in_clear_words():  # the file of a version may be gone by now
            numbers.append(ask_output(engine(), user, content(said), suffix, wanted))

    if attempted(ask, OutputError, WarehouseError):
        st.success(
            _("Asked, number {number}. {who} see it now.").format(number=numbers[0], who=who),
            icon=":material/outgoing_mail:",
        )
        st.page_link(
            OUTPUTS_PAGE,
            label=_("Your requests"),
            icon=":material/outbox:",
            query_params=address(None, bureau_now().as_of),
        )
