"""Roles as combinations of actions, and which of them one person may hold."""

from itertools import combinations

import pytest
from sqlalchemy import select

from data.access.permission import permit
from data.access.roles import (
    ACTIONS,
    ADMINISTRATORS,
    COMMAND_LINE,
    DISPLAY,
    ROLES,
    NotPermittedError,
    User,
    can,
    conflict,
    require,
)
from data.events import ActionRefused
from data.schema import Event


def holder(*roles: str) -> User:
    return User("somebody", "某人", frozenset(roles))


def test_roles_are_made_of_declared_actions_and_every_action_has_a_role():
    granted = frozenset().union(*(actions for _title, actions in ROLES.values()))
    assert granted == ACTIONS.keys()
    assert ROLES.keys() > ADMINISTRATORS


@pytest.mark.parametrize("pair", list(combinations(sorted(ADMINISTRATORS), 2)), ids=" and ".join)
def test_nobody_holds_two_administrators(pair):
    assert conflict(frozenset(pair))


@pytest.mark.parametrize("role", sorted(ROLES.keys() - ADMINISTRATORS))
@pytest.mark.parametrize("administrator", sorted(ADMINISTRATORS))
def test_an_administrator_has_no_business_role(administrator, role):
    assert conflict(frozenset({administrator, role}))


def test_business_roles_combine_and_unknown_roles_do_not():
    assert conflict(frozenset(ROLES.keys() - ADMINISTRATORS - {DISPLAY})) is None
    assert conflict(frozenset({DISPLAY}))
    assert conflict(frozenset()) is None
    assert conflict(frozenset({"emperor"}))


def test_administrators_see_no_figures_and_share_no_action():
    for one, other in combinations(sorted(ADMINISTRATORS), 2):
        assert not ROLES[one][1] & ROLES[other][1]
    assert not can(holder(*ADMINISTRATORS), "see-figures")


def test_only_the_audit_administrator_reads_the_event_log():
    assert [role for role, (_title, actions) in ROLES.items() if "read-events" in actions] == [
        "audit_administrator"
    ]


def test_rights_add_up_and_a_role_that_is_gone_gives_none():
    assert can(holder("auditor", "data_room"), "bring-data")
    assert not can(holder("auditor"), "bring-data")
    assert not can(holder("emperor"), "see-figures")
    assert not can(holder(), "see-figures")


def test_an_undeclared_action_is_a_mistake_not_a_refusal():
    with pytest.raises(KeyError):
        can(holder("auditor"), "fly")


def test_require_raises_with_the_action():
    with pytest.raises(NotPermittedError, match="manage-rights"):
        require(holder("system_administrator"), "manage-rights")
    require(COMMAND_LINE, "manage-rights")


def test_a_refusal_is_recorded(sqlite_engine):
    permit(sqlite_engine, holder("auditor"), "see-figures")
    with pytest.raises(NotPermittedError):
        permit(sqlite_engine, holder("auditor"), "bring-data", "payments")
    with sqlite_engine.connect() as connection:
        rows = connection.execute(select(Event.kind, Event.actor, Event.detail)).all()
    assert rows == [(ActionRefused.kind, "somebody", '{"action": "bring-data", "subject": "payments"}')]
