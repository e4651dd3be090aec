"""转为问题: the dialog in which a confirmed suspect becomes a finding, filled in from what is known of it."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, engine, row_scope, source
from data.codes import NATURE, RECTIFICATION_TYPE, label
from data.engine import reading
from data.language import _
from data.suspects.into_ledger import NewFinding, enter
from data.suspects.moving import SuspectStepError
from queries.cards.suspect_card import SuspectCard
from queries.suspects.ledger_choices import LedgerChoices, ledger_choices

_FEN = 100
_MOST_YUAN = 10.0**13
_LONGEST_TITLE, _LONGEST_WORDS = 300, 4000


def into_ledger_form(card: SuspectCard, revision: int, legal_basis: str) -> None:
    """Open the dialog. The page behind it is drawn anew, with the link to the finding."""
    opened = dialog(_("Enter into the ledger"), width="large", icon=":material/task_alt:")
    opened(_draw)(card, revision, legal_basis)


def _draw(card: SuspectCard, revision: int, legal_basis: str) -> None:
    standing, today = card.standing, bureau_now().as_of
    with reading(engine()) as connection:
        choices = ledger_choices(source(), connection, standing.suspect_id, today, row_scope())
    if not choices.projects:
        st.info(
            _(
                "A finding belongs to a project, and you see none of this year or the last. Planning staff"
                " enter them."
            ),
            icon=":material/assignment:",
        )
        return
    finding = _filled_in(card, choices, legal_basis)
    if finding is None:
        return
    user = user_now(engine())
    if attempted(lambda: enter(engine(), user, standing.suspect_id, revision, finding), SuspectStepError):
        st.toast(_("The suspect is in the findings ledger."), icon=":material/check_circle:")
        st.rerun()


def _filled_in(card: SuspectCard, choices: LedgerChoices, legal_basis: str) -> NewFinding | None:
    """Draw the fields; returns what stands in them when they are sent."""
    standing, today = card.standing, bureau_now().as_of
    st.caption(_("The finding carries the number of the suspect, and the suspect that of the finding."))
    with st.form("into_ledger", border=False):
        title = st.text_input(_("Problem"), standing.model, max_chars=_LONGEST_TITLE)
        description = st.text_area(_("Description"), standing.summary, max_chars=_LONGEST_WORDS, height=90)
        project = st.selectbox(
            _("Audit project"),
            list(choices.projects),
            format_func=choices.projects.__getitem__,
            index=None,
            placeholder=_("Choose the project that the finding belongs to"),
        )
        units = list(choices.units)
        unit = st.selectbox(
            _("Audited unit"),
            units,
            index=0 if choices.units_proposed else None,
            format_func=choices.units.__getitem__,
            placeholder=_("Empty: the unit of the project"),
            help=_("Units that the suspect touches stand first."),
        )
        left, right = st.columns(2)
        problem_class = left.selectbox(
            _("Problem class"),
            [None, *choices.problem_classes],
            format_func=lambda code: choices.problem_classes[code] if code else _("None"),
        )
        nature = right.selectbox(
            _("Nature"),
            [None, *NATURE],
            format_func=lambda code: label("nature", code) if code else _("None"),
        )
        known = card.amount_fen if card.amount_fen is not None else standing.suspect_fen
        yuan = left.number_input(
            _("Amount found (yuan)"),
            0.0,
            _MOST_YUAN,
            value=None if known is None else known / _FEN,
            step=1.0,
            format="%.2f",
        )
        kind = right.selectbox(
            _("Rectification type"),
            [None, *RECTIFICATION_TYPE],
            format_func=lambda code: label("rectification_type", code) if code else _("None"),
        )
        found = left.date_input(_("Date found"), today, max_value=today, format="YYYY-MM-DD")
        due = right.date_input(_("Limit for rectifying"), None, format="YYYY-MM-DD")
        basis = st.text_area(_("Legal basis"), legal_basis, max_chars=_LONGEST_WORDS, height=70)
        is_sent = st.form_submit_button(_("Enter into the ledger"), type="primary", width="stretch")
    if not is_sent:
        return None
    return NewFinding(
        project_id=project or 0,
        unit_id=unit or choices.project_units.get(project or 0, 0),
        title=title,
        description=description,
        problem_class_code=problem_class,
        nature=nature,
        amount_fen=None if yuan is None else round(yuan * _FEN),
        legal_basis=basis,
        rectification_type=kind,
        due_date=due,
        found_date=found,
    )
