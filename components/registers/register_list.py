"""The registers in the order of the first day: what each holds, and how much of it is there."""

from typing import Any

import pandas as pd
import streamlit as st

from components.figures import NO_DATA
from components.session import current_user, engine
from data.access.roles import can
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.registers.places import is_bound
from data.registers.register import registers
from queries.planning.register_counts import register_counts

_ROW_HEIGHT = 36
_WIDE = 590  # px: the longest of the shipped descriptions


def register_list() -> None:
    """Draw it. Somebody bound to a part of the data sees no counts of the whole."""
    st.subheader(_("Registers in the order of the first day"))
    st.caption(_("Whatever others refer to comes first. Any register can be brought again at any time."))
    counts = {}
    if not is_bound(current_user()):
        with reading(engine()) as connection:
            counts = register_counts(connection)
    lines = []
    was_imported = any(count.last_imported_at for count in counts.values())
    for place, (name, register) in enumerate(registers().items(), start=1):
        if not can(current_user(), register.action):
            continue
        line: dict[str, Any] = {_("Order"): place, _("Register"): register.title}
        if count := counts.get(name):
            line |= {_("Rows so far"): count.rows, _("To be verified"): count.stubs}
            if was_imported:
                at = in_china(count.last_imported_at) if count.last_imported_at else None
                line[_("Last import")] = at.strftime("%Y-%m-%d %H:%M") if at else NO_DATA
                line[_("File")] = count.last_file or NO_DATA
        lines.append(line | {_("What it is for"): register.description})
    st.dataframe(
        pd.DataFrame(lines),
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height="content",
        column_config={
            _("Order"): st.column_config.NumberColumn(width=50),
            _("Rows so far"): st.column_config.NumberColumn(format="localized", width=90),
            _("To be verified"): st.column_config.NumberColumn(format="localized", width=90),
            _("Register"): st.column_config.TextColumn(width=130),
            _("File"): st.column_config.TextColumn(width=140),
            _("What it is for"): st.column_config.TextColumn(width=_WIDE),
            _("Last import"): st.column_config.TextColumn(width=140),
        },
    )
