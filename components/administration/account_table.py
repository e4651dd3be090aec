"""Accounts as a table of which one row can be chosen."""

from datetime import datetime

import pandas as pd
import streamlit as st

from components.figures import NO_DATA
from components.line_choice import line_choice
from data.access.roles import ROLES
from data.language import _, listed
from data.local_time import in_china
from queries.administration.account_list import AccountEntry


def account_table(accounts: list[AccountEntry], *, key: str) -> AccountEntry | None:
    """Draw the table; returns the account that is chosen."""
    frame = pd.DataFrame(
        [
            (
                account.user_name,
                account.display_name,
                listed(_(ROLES[role][0]) for role in account.roles) or _("No role yet"),
                _binding(account),
                _staff(account),
                _state(account),
                _moment(account.last_active_at),
                _moment(account.created_at),
            )
            for account in accounts
        ],
        columns=["user_name", "display_name", "roles", "binding", "staff", "state", "last_active", "created"],
    )
    picked = line_choice(
        frame,
        {
            "user_name": st.column_config.TextColumn(_("User name"), pinned=True),
            "display_name": st.column_config.TextColumn(_("Name of the person")),
            "roles": st.column_config.TextColumn(_("Roles"), width="medium"),
            "binding": st.column_config.TextColumn(_("Sees")),
            "staff": st.column_config.TextColumn(_("Member of staff"), width=130),
            "state": st.column_config.TextColumn(_("Account state"), width=150),
            "last_active": st.column_config.TextColumn(_("Last active"), width=130),
            "created": st.column_config.TextColumn(_("Created"), width=130),
        },
        [account.user_name for account in accounts],
        key=key,
    )
    return None if picked.opened is None else accounts[picked.opened]


def _binding(account: AccountEntry) -> str:
    bound = [name for name in (account.region_name, account.section_name) if name]
    return " · ".join(bound) or _("Everything")


def _staff(account: AccountEntry) -> str:
    if account.staff_code is None:
        return NO_DATA
    if account.staff_name is None:
        return _("{staff_code} (not in the register)").format(staff_code=account.staff_code)
    return f"{account.staff_code} {account.staff_name}"


def _state(account: AccountEntry) -> str:
    if account.is_disabled:
        return _("Disabled")
    if account.locked_until is not None:
        return _("Locked until {time}").format(time=in_china(account.locked_until).strftime("%H:%M"))
    return _("First password not changed yet") if account.must_change_password else _("In use")


def _moment(moment: datetime | None) -> str:
    return f"{in_china(moment):%Y-%m-%d %H:%M}" if moment else _("never")
