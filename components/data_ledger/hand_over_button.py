"""The button and dialog that enter a hand-over of data, 报送 or 领取, in the ledger."""

from datetime import date

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.one_of import one_of
from components.session import bureau_now, current_user, engine
from data.codes import label
from data.data_room.hand_over import KINDS, LONGEST_WORDS, HandOver, HandOverError, hand_over
from data.data_room.movements import LONGEST_NAME
from data.engine import reading
from data.language import _
from queries.administration.binding_choices import binding_choices
from queries.data_room.handed import Handed, handed_choices
from queries.data_room.people import people

_NONE = ""


def hand_over_button() -> None:
    """Draw the button; the page is drawn anew when the line is written."""
    if st.button(_("Enter a hand-over"), type="primary", icon=":material/swap_horiz:", key="hand_over"):
        dialog(_("Enter a hand-over"), icon=":material/swap_horiz:", width="large")(_draw)()


def _draw() -> None:
    today, user = bureau_now().as_of, current_user()
    sections = binding_choices(engine()).sections
    with reading(engine()) as connection:
        datasets = handed_choices(connection, user)
        accounts = {
            name: called
            for name, called in people(connection, is_present=True).items()
            if name != user.user_name
        }
    st.caption(
        _(
            "For data that leaves on a medium or on paper. What the system itself takes in or gives out"
            " enters the ledger by itself. A line is never changed; a mistake is corrected by another line."
        )
    )
    with st.form("hand_over_form", border=False):
        kind = one_of(
            _("Ledger"), {code: label("movement_kind", code) for code in KINDS}, key="hand_over_kind"
        )
        chosen = _what(datasets)
        described = st.text_input(
            _("Paper or medium, with its number"),
            max_chars=LONGEST_NAME // 2,
            placeholder=_("Needed without a dataset"),
        )
        left, right = st.columns(2)
        recipient = left.text_input(_("Who receives it"), max_chars=100)
        taker = right.selectbox(
            _("Account of who takes it"),
            [_NONE, *accounts],
            format_func=lambda name: (
                _("{name} ({words})").format(name=accounts[name], words=name) if name else _("None")
            ),
        )
        purpose = st.text_input(_("What for"), max_chars=LONGEST_WORDS)
        approval = left.text_input(_("Approval number"), max_chars=100)
        section = right.selectbox(
            _("Section"),
            [_NONE, *sections],
            format_func=lambda code: sections[code] if code else _("That of the dataset"),
        )
        moved = left.date_input(_("Date of the movement"), today, max_value=today, format="YYYY-MM-DD")
        back: date | None = right.date_input(_("Return or destroy by"), None, format="YYYY-MM-DD")
        with st.expander(_("Rows, digest, correction")):
            rows = st.number_input(_("Number of rows"), min_value=0, value=None, step=1, format="%d")
            digest = st.text_input(_("SHA-256 of what is handed over"), max_chars=64)
            corrects = st.number_input(
                _("Corrects line"), min_value=1, value=None, step=1, format="%d", help=_corrects_help()
            )
        is_sent = st.form_submit_button(_("Enter in the ledger"), type="primary", width="stretch")
    if not is_sent:
        return
    handed = HandOver(
        kind=str(kind),
        fact_date=moved,
        recipient=recipient,
        purpose=purpose,
        approval_number=approval,
        return_due_date=back,
        dataset=chosen.name if chosen else None,
        version_number=chosen.version_number if chosen else None,
        described=described,
        rows=int(rows) if rows is not None else None,
        sha256=digest,
        taker=taker or None,
        section_code=section or None,
        corrects=int(corrects) if corrects is not None else None,
    )
    if attempted(lambda: hand_over(engine(), user_now(engine()), handed), HandOverError):
        st.rerun()


def _what(datasets: tuple[Handed, ...]) -> Handed | None:
    return st.selectbox(
        _("Dataset"),
        [None, *datasets],
        format_func=lambda entry: (
            _("{dataset}, version {number}, {classification}").format(
                dataset=entry.title,
                number=entry.version_number,
                classification=label("classification", entry.classification),
            )
            if entry
            else _("None: paper or a medium")
        ),
    )


def _corrects_help() -> str:
    return _("The number of a mistaken line. It is closed as corrected; both stay in the ledger.")
