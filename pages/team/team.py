"""队伍: of whom it consists, its goals, reminders, training, load, tasks put up, the own data."""

import streamlit as st

from components.address_choice import address_choice
from components.kpi.action_lines import action_lines
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.rate_table import rate_table
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.registers.register_way import register_way
from components.session import row_scope
from components.team.change_queue import change_queue
from components.team.load_heat import load_heat
from components.team.new_offer_button import new_offer_button
from components.team.no_staff import no_staff
from components.team.offer_board import offer_board
from components.team.own_file import own_file
from components.team.promotion_years_button import promotion_years_button
from components.team.team_goals import team_goals
from components.team.team_picture import team_picture
from data.language import _
from data.team.offers import KEEPING
from queries.catalog import kpis

st.title(_("The team"))
filters = filter_bar(offers=("year", "section"))

TILES = ("staff_in_service", "promotions_due", "training_completion_rate", "staff_overloaded")
tile_row(TILES, filters)

PARTS = {
    "analysis": _("Team analysis"),
    "promotion": _("Years in rank"),
    "training": _("Training"),
    "load": _("Load"),
    "offers": _("Tasks put up"),
    "own": _("My data"),
}
part = address_choice(_("Show"), PARTS, "part", key="team_part", look="bare segments")
if part == "own":
    own_file()
    change_queue()
    st.stop()

if no_staff(filters):
    st.stop()

match part:
    case "promotion":
        left, right = st.columns([2, 1])
        with left:
            breakdown_chart(
                "staff_in_service",
                "promotion_state",
                filters,
                title=_("Who has been long enough in the present rank?"),
            )
        with right, st.container(border=True, height="stretch"):
            action_lines(filters, ("promotions_due", "promotions_soon"))
            st.caption(
                _("Only the years are looked at: whoever is listed still has to meet the other conditions.")
            )
            promotion_years_button()
        for name in ("promotions_due", "promotions_soon"):
            st.subheader(str(kpis()[name].title))
            if not row_scope().sees_staff:
                breakdown_chart(name, "section", filters, title=_("In which sections?"))
                continue
            rows_ledger(name, filters)
    case "training":
        rate_table(
            filters,
            "training_kind",
            title=_("Is the training plan carried out?"),
            names=("training_places", "training_completion_rate"),
        )
        rate_table(
            filters,
            "section",
            title=_("Which section is behind with its training?"),
            names=("training_completion_rate", "rotation_training_rate", "computer_training_rate"),
        )
        st.subheader(str(kpis()["training_places"].title))
        rows_ledger("training_places", filters)
    case "load":
        left, right = st.columns([2, 1])
        with left:
            load_heat(filters)
        with right, st.container(border=True, height="stretch"):
            heading = _("Whom to relieve, whom to assign")
            st.markdown(f"**{heading}**")
            action_lines(filters, ("staff_overloaded", "staff_free", "staff_projects", "lead_load"))
            breakdown_chart("staff_projects", "section", filters, title=_("Running projects by section"))
        if row_scope().sees_staff:
            st.subheader(str(kpis()["staff_free"].title))
            rows_ledger("staff_free", filters)
    case "offers":
        tile_row(("offers", "offers_open", "offers_overdue", "offers_on_time"), filters)
        new_offer_button()
        offer_board(filters)
        register_way(KEEPING, register="offers", label=_("Register tasks put up from a file"))
    case _other:
        left, right = st.columns([3, 2])
        with left:
            team_picture(filters)
        with right:
            team_goals(filters)
        skills, places = st.columns(2)
        with skills:
            breakdown_chart("staff_skills", "staff_skill", filters, title=_("What is the team skilled in?"))
        with places:
            breakdown_chart(
                "data_backbones", "section", filters, title=_("Where is the data-analysis backbone?")
            )
        if row_scope().sees_staff:
            st.subheader(_("Staff in service"))
            rows_ledger("staff_in_service", filters)
        else:
            st.caption(_("Who of the staff it is, and what they are, is for those who may see the staff."))
