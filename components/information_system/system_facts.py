"""What the inventories say of a system: its purpose, its life, where it runs, how it is secured."""

from datetime import date

import pandas as pd
import streamlit as st

from components.figures import NO_DATA
from data.codes import label
from data.language import _
from queries.information_systems.system_card import SystemStanding


def system_facts(standing: SystemStanding) -> None:
    """Draw two tables side by side: the life of the system, and its security."""
    life, security = st.columns(2)
    with life:
        _table(
            _("What it is and how it came"),
            {
                _("Functions"): standing.functions,
                _("Kind of system"): _coded("system_kind", standing.system_kind),
                _("Range of users"): _coded("use_scope", standing.use_scope),
                _("How it was built"): _coded("build_mode", standing.build_mode),
                _("Approving departments"): standing.approving_units,
                _("Approval document"): standing.approval_document,
                _("Approved on"): _day(standing.approved_date),
                _("Contract signed on"): _day(standing.contract_date),
                _("Accepted on"): _day(standing.accepted_date),
                _("Online since"): _day(standing.online_date),
                _("Retired on"): _day(standing.retired_date),
                _("Developed by"): standing.developer_name,
                _("Maintained by"): standing.maintainer_name,
            },
        )
    with security:
        _table(
            _("Where it runs and how it is secured"),
            {
                _("Network it runs on"): standing.network,
                _("On the government extranet"): _answer(standing.is_on_extranet),
                _("Protection level"): _coded("protection_level", standing.protection_level),
                _("Assessed on"): _day(standing.assessed_date),
                _("Outsourced"): _answer(standing.is_outsourced),
                _("Secrecy agreement"): _answer(standing.has_secrecy_agreement),
                _("Controllable equipment"): _answer(standing.has_domestic_hardware),
                _("Controllable operating system"): _answer(standing.has_domestic_os),
                _("Controllable database"): _answer(standing.has_domestic_database),
                _("Backed up"): _answer(standing.has_backup),
                _("Backup at another place"): _answer(standing.has_remote_backup),
                _("Last recovery drill"): _day(standing.drilled_date),
            },
        )


def _table(title: str, facts: dict[str, str | None]) -> None:
    with st.container(border=True, height="stretch"):
        st.subheader(title)
        st.dataframe(
            pd.DataFrame(
                {
                    _("Entry of the inventory"): list(facts),
                    _("As recorded"): [said or NO_DATA for said in facts.values()],
                }
            ),
            hide_index=True,
            height="content",
        )


def _coded(code_list: str, code: str | None) -> str | None:
    return label(code_list, code) if code else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _answer(answer: bool | None) -> str | None:
    return None if answer is None else _("Yes") if answer else _("No")
