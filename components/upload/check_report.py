"""What checking found in the file of a version: totals, faults by rule and by line, faulty rows as a file."""

from typing import Any

import pandas as pd
import streamlit as st

from components.figures import NO_DATA, show
from components.inert import inert
from components.session import engine
from components.upload.place_report import place_report
from components.upload.quarantine_button import quarantine_button
from data.checking.report import Report, report_of
from data.checking.words import reason_words, remedy_words, rule_words, total_words, unchecked_words
from data.data_room.dataset_access import Access
from data.engine import reading
from data.language import _, listed
from data.warehouse import Version, WarehouseError
from data.warehouse.failures import in_clear_words
from queries.datasets.faulty_lines import MOST_LINES, faulty_lines, seen_totals, unread_lines
from queries.datasets.version_titles import VersionTitles, version_titles

_ROW_HEIGHT = 36
_ROWS_IN_SIGHT = 12
_ALL = ""


def check_report(version: Version, access: Access) -> None:
    """Draw the report on the file of this version; values are masked for readers who see masks.

    Without the right to read rows only the counts are shown. The rows in quarantine can be taken by who sees
    the dataset without masks and may export.
    """
    for note in version.report.get("notes", ()):
        st.caption(f":material/info: {inert(note)}")
    with reading(engine()) as connection:
        titles = version_titles(connection, version)
    if "rules" in version.report:
        _checked(version, access, report_of(version.report), titles)
    else:
        st.info(
            _(
                "Kept as it came: without a dataset type there are no rules to check. Types of columns were"
                " told from every value."
            ),
            icon=":material/inventory_2:",
        )
    if "places" in version.report:
        place_report(version.report["places"])
    if access.may_read:
        _unread(version, access)


def _checked(version: Version, access: Access, report: Report, titles: VersionTitles) -> None:
    for total in seen_totals(report, version, access):
        said = inert(total_words(titles.total(total), titles.of_columns))
        if total.agrees:
            st.success(said, icon=":material/task_alt:")
        else:
            st.error(said, icon=":material/calculate:", title=_("The totals do not agree"))
    if report.missing:
        names = listed(titles.of_columns.get(name, name) for name in report.missing)
        st.caption(_("Columns that the file does not have: {names}").format(names=inert(names)))
    for rule, column, reason in report.unchecked:
        words = _("{column} — {words}").format(
            column=titles.of_columns.get(column, column) or rule_words(rule), words=unchecked_words(reason)
        )
        st.warning(inert(words), icon=":material/rule:")
    if not report.rules:
        st.success(_("Every row keeps every rule."), icon=":material/verified:")
        return
    st.markdown("**" + _("By rule") + "**")
    _by_rule(report, titles)
    if access.may_read:
        _by_line(version, access, report, titles)
    quarantine_button(titles.dataset, version, access)


def _by_rule(report: Report, titles: VersionTitles) -> None:
    # Demands and remedies are sentences: a table breaks them over lines, a grid cuts them off.
    lines = [
        {
            _("Rule"): rule_words(entry.rule),
            _("Column"): inert(titles.of_columns.get(entry.column, entry.column)) or NO_DATA,
            _("Number of rows"): show(entry.faults, "count"),
            _("Share of rows"): show(entry.faults / report.rows if report.rows else None, "percent"),
            _("What was done"): _("Kept, with a notice") if entry.is_notice else _("In quarantine"),
            _("What is demanded"): inert(titles.demand(entry.rule, entry.column)),
            _("What to do"): remedy_words(entry.rule),
        }
        for entry in report.rules
    ]
    st.table(pd.DataFrame(lines), border="horizontal", hide_index=True)


def _by_line(version: Version, access: Access, report: Report, titles: VersionTitles) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.markdown("**" + _("By line") + "**")
        rules = list(dict.fromkeys(entry.rule for entry in report.rules))
        rule = st.selectbox(
            _("Rule"),
            [_ALL, *rules],
            format_func=lambda name: rule_words(name) if name else _("All rules"),
            key=f"check_report_rule_{version.version_id}",
            label_visibility="collapsed",
            width=260,
        )
    try:
        with in_clear_words():
            found = faulty_lines(version, access, str(rule))
    except WarehouseError as error:
        st.error(str(error), icon=":material/error:")
        return
    _table(
        [
            {
                "line": line.place.line,
                "column": titles.of_columns.get(line.place.column, line.place.column) or NO_DATA,
                "value": NO_DATA if line.place.value is None else line.place.value,
                "reason": reason_words(line.place, titles.of_columns),
            }
            for line in found
        ]
    )
    faults = sum(entry.faults for entry in report.rules if rule in {_ALL, entry.rule})
    if len(found) < faults:
        st.caption(
            _("The first {shown} of {count}; at most {limit} are shown here.").format(
                shown=show(len(found), "count"), count=show(faults, "count"), limit=show(MOST_LINES, "count")
            )
        )


def _unread(version: Version, access: Access) -> None:
    try:
        with in_clear_words():
            found = unread_lines(version, access)
    except WarehouseError as error:
        st.error(str(error), icon=":material/error:")
        return
    if not found:
        return
    st.markdown("**" + _("Lines that could not be read as rows") + "**")
    hidden = _("not shown through masks")
    _table(
        [
            {"line": line.line, "reason": line.reason, "text": hidden if line.text is None else line.text}
            for line in found
        ]
    )


def _table(lines: list[dict[str, Any]]) -> None:
    columns = {
        "line": st.column_config.NumberColumn(_("Line in the file"), format="localized", width=90),
        "column": st.column_config.TextColumn(_("Column"), width=150),
        "value": st.column_config.TextColumn(_("Value"), width="medium"),
        "reason": st.column_config.TextColumn(_("Reason"), width="large"),
        "text": st.column_config.TextColumn(_("Text of the line"), width="large"),
    }
    shown = lines[0].keys() if lines else columns.keys()
    st.dataframe(
        pd.DataFrame(lines, columns=list(shown)),
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * (min(len(lines), _ROWS_IN_SIGHT) + 1) + 2,
        column_config={name: columns[name] for name in shown},
    )
