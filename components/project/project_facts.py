"""What is known of a project besides its dates: plan and library, team, documents, officials, findings."""

import streamlit as st

from components.address import address
from components.charts.text import half_widths
from components.figures import NO_DATA, show
from components.inert import inert
from components.navigation import CARDS, ROWS_PAGE
from components.session import bureau_now, figure
from data.codes import label
from data.language import _
from queries.cards.project_card import ProjectCard
from queries.filters import Filters

_LONGEST = 24  # half-widths of a value beside its name; a longer one stands below it


def project_facts(card: ProjectCard) -> None:
    """Draw the boxes that have something to say, and the way to the project's findings."""
    _findings(card)
    with st.container(border=True):
        st.subheader(_("Plan and kind"))
        for words, value in _plan(card):
            _line(words, value)
    with st.container(border=True):
        st.subheader(_("Team"))
        if not card.team:
            _line(label("member_part", "business_lead"), card.standing.business_lead or NO_DATA)
            _line(label("member_part", "data_lead"), card.standing.data_lead or NO_DATA)
        for member in card.team:
            days = show(member.half_hours / 16, "days")
            part = label("member_part", member.part)
            notes = " · ".join(inert(note) for note in (member.section,) if note)
            _line(f"**{inert(member.staff)}** {part} :gray[{notes}]", days, is_markdown=True)
    if card.documents:
        with st.container(border=True):
            st.subheader(_("Documents"))
            for document in card.documents:
                day = document.delivered_date or document.issued_date
                kind = label("report_kind", document.kind)
                _line(f"{kind} {document.document_number}", day.isoformat() if day else NO_DATA)
    if card.officials:
        with st.container(border=True):
            st.subheader(_("Officials audited"))
            for official in card.officials:
                words = f"{official.name} · {official.title} · {label('audit_occasion', official.occasion)}"
                _link("official", official.official_id, words, card)


def _findings(card: ProjectCard) -> None:
    filters = Filters(as_of=card.as_of, drill=(("project", str(card.standing.project_id)),))
    found = figure("findings", filters)
    with st.container(border=True):
        st.subheader(_("Findings"))
        if not found.rows:
            st.text(_("No finding of this project is in the ledger on this day."))
            return
        st.page_link(
            ROWS_PAGE,
            label=_("{rows} findings").format(rows=show(found.rows, "count")),
            icon=":material/arrow_forward:",
            query_params=address(filters, bureau_now().as_of, kpi="findings"),
        )


def _plan(card: ProjectCard) -> list[tuple[str, str]]:
    standing = card.standing
    facts = [
        (_("Plan year"), standing.plan_year),
        (_("Audited year"), standing.audited_year),
        (_("Project type"), label("project_type", standing.project_type)),
        (_("Taken into the plan"), standing.in_plan_date),
        (_("Taken out of the plan"), standing.cancelled_date),
        (_("Approved by"), standing.plan_document),
        (_("From the library"), label("library", standing.library) if standing.library else None),
        (_("Item of the library"), card.library_title),
        (_("Step of digital audit"), label("digital_step", standing.digital_step)),
        (_("Carried out alone"), _("Yes") if standing.is_independent else _("No")),
    ]
    return [(words, str(value)) for words, value in facts if value not in (None, "")]


def _link(kind: str, key: int, words: str, card: ProjectCard) -> None:
    parts = address(Filters(as_of=card.as_of), bureau_now().as_of, id=str(key))
    st.page_link(CARDS[kind], label=inert(words), query_params=parts)


def _line(words: str, value: str, *, is_markdown: bool = False) -> None:
    if half_widths(value) > _LONGEST:
        st.markdown(f":gray[{inert(words)}]  \n{inert(value)}")
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False, gap="small"):
        st.markdown(words if is_markdown else f":gray[{inert(words)}]", width="stretch")
        st.markdown(inert(value), width="content")
