"""工作日历: which days are working days, as announced; the next year imported, a day corrected."""

import streamlit as st

from components.address_choice import address_choice
from components.calendar.calendar_day_form import calendar_day_form
from components.calendar.calendar_import import calendar_import
from components.calendar.calendar_year import calendar_year as year_chart
from components.page_guard import page_guard
from components.session import bureau_now, current_user, engine
from data.engine import reading
from data.language import _
from queries.planning.calendar_year import calendar_year, calendar_years

page_guard(current_user(), "maintain-registers")
st.title(_("Work calendar"))

with reading(engine()) as connection:
    years = calendar_years(connection)
if not years:
    st.info(
        _("There is no calendar yet. Import the arrangement of a year."), icon=":material/calendar_month:"
    )
    calendar_import(engine())
    st.stop()

st.caption(
    _("From {first} to {last}. The next year is announced in November: import it then.").format(
        first=years[-1], last=years[0]
    )
)
this_year = bureau_now().as_of.year
year = address_choice(
    _("Year"),
    {str(year): str(year) for year in years},
    "calendar",
    key="calendar_year",
    usual=str(this_year) if this_year in years else None,
    look="bare segments",
)
with reading(engine()) as connection:
    days = calendar_year(connection, int(year))

grid, work = st.columns([5, 2])
with grid:
    clicked = year_chart(days, int(year))
with work:
    calendar_import(engine())
    calendar_day_form(engine(), days, clicked)
