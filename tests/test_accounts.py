"""What administrators may do with accounts, and what nobody may."""

import json

import pytest
from sqlalchemy import Engine, func, select

from data.access.accounts import (
    AccountError,
    bind,
    create_account,
    disable,
    enable,
    insert_account,
    reset_password,
    set_roles,
    set_staff_code,
    unlock,
)
from data.access.first_accounts import DEMO_ACCOUNTS, DEMO_PASSWORD, demo_accounts, first_administrators
from data.access.own_account import change_password
from data.access.passwords import DEMO_ROUNDS, broken_rule, hashed
from data.access.roles import ADMINISTRATORS, COMMAND_LINE, DISPLAY, ROLES, NotPermittedError, User, conflict
from data.access.sign_ins import sign_in
from data.engine import reading, writing
from data.schema import Account, Event, Region, Section, Staff
from queries.administration.account_list import account_list

PASSWORD = "Tiger-valley-42"
SYSTEM = User("sysadmin", "系统管理员", frozenset({"system_administrator"}))
SECURITY = User("secadmin", "安全管理员", frozenset({"security_administrator"}))
AUDIT = User("auditadmin", "审计管理员", frozenset({"audit_administrator"}))
AUDITOR = User("zhangsan", "张三", frozenset({"auditor"}))
EVERYBODY = (SYSTEM, SECURITY, AUDIT, AUDITOR)

OPERATIONS = {
    "create": (
        "manage-accounts",
        lambda e, actor: create_account(e, actor, user_name="new", display_name="新"),
    ),
    "disable": ("manage-accounts", lambda e, actor: disable(e, actor, "lisi")),
    "enable": ("manage-accounts", lambda e, actor: enable(e, actor, "lisi")),
    "unlock": ("manage-accounts", lambda e, actor: unlock(e, actor, "lisi")),
    "reset": ("manage-accounts", lambda e, actor: reset_password(e, actor, "lisi")),
    "staff": ("manage-accounts", lambda e, actor: set_staff_code(e, actor, "lisi", None)),
    "roles": ("manage-rights", lambda e, actor: set_roles(e, actor, "lisi", frozenset({"review"}))),
    "bind": (
        "manage-rights",
        lambda e, actor: bind(e, actor, "lisi", region_code="990001", section_code=None),
    ),
}
ALLOWED = {"manage-accounts": SYSTEM, "manage-rights": SECURITY}


@pytest.fixture
def database(sqlite_engine):
    """A region, a section, the four persons above and lisi."""
    return filled(sqlite_engine)


def filled(engine):
    with writing(engine) as connection:
        connection.execute(
            Region.__table__.insert().values(
                region_code="990001", name="东湖区", level="district", sort_order=1
            )
        )
        connection.execute(
            Section.__table__.insert().values(section_code="JM", name="经贸科", sort_order=1, is_stub=False)
        )
        password_hash = hashed(PASSWORD, DEMO_ROUNDS)
        for user in EVERYBODY:
            insert_account(
                connection, "test", user.user_name, user.display_name, password_hash, roles=user.roles
            )
        insert_account(
            connection, "test", "lisi", "李四", password_hash, roles=frozenset({"auditor"}), section_code="JM"
        )
    return engine


def entry(engine, user_name):
    return next(found for found in account_list(engine, COMMAND_LINE) if found.user_name == user_name)


def last_event(engine) -> tuple[str, str, dict]:
    with reading(engine) as connection:
        row = connection.execute(
            select(Event.kind, Event.actor, Event.detail).order_by(Event.event_id.desc()).limit(1)
        ).one()
    return row.kind, row.actor, json.loads(row.detail)


def count(engine, table) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda user: user.user_name)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_belongs_to_one_administrator(database, operation, actor):
    action, act = OPERATIONS[operation]
    before = entry(database, "lisi")
    if actor == ALLOWED[action]:
        act(database, actor)
        return
    with pytest.raises(NotPermittedError):
        act(database, actor)
    subject = "new" if operation == "create" else "lisi"
    assert last_event(database) == ("action_refused", actor.user_name, {"action": action, "subject": subject})
    assert entry(database, "lisi") == before
    assert count(database, Account) == 5


def test_every_operation_works_on_both_engines(engine):
    filled(engine)
    for action, act in OPERATIONS.values():
        act(engine, ALLOWED[action])
    assert [found.user_name for found in account_list(engine, SYSTEM)][1:3] == ["lisi", "new"]
    changed = entry(engine, "lisi")
    assert (changed.roles, changed.region_name, changed.section_name) == (("review",), "东湖区", None)


@pytest.mark.parametrize(
    ("actor", "act"),
    [
        (SYSTEM, lambda e: disable(e, SYSTEM, "sysadmin")),
        (SYSTEM, lambda e: enable(e, SYSTEM, "sysadmin")),
        (SYSTEM, lambda e: unlock(e, SYSTEM, "sysadmin")),
        (SYSTEM, lambda e: reset_password(e, SYSTEM, "sysadmin")),
        (SECURITY, lambda e: set_roles(e, SECURITY, "secadmin", frozenset({"leadership"}))),
        (SECURITY, lambda e: bind(e, SECURITY, "secadmin", region_code=None, section_code="JM")),
    ],
    ids=["disable", "enable", "unlock", "reset", "roles", "bind"],
)
def test_nobody_administers_themselves(database, actor, act):
    with pytest.raises(NotPermittedError):
        act(database)
    assert last_event(database)[:2] == ("action_refused", actor.user_name)


def test_a_new_account_has_no_role_and_must_change_its_password(database):
    password = create_account(database, SYSTEM, user_name=" WangWu ", display_name=" 王五 ")
    made = entry(database, "wangwu")
    assert (made.display_name, made.roles, made.must_change_password) == ("王五", (), True)
    assert broken_rule(password, "wangwu") is None
    assert sign_in(database, "wangwu", password).outcome == "ok"
    with reading(database) as connection:
        log = "".join(connection.scalars(select(Event.detail)))
    assert password not in log


@pytest.mark.parametrize(
    "user_name", ["", "ab", "wang wu", "王五", "a" * 33, "w;drop", "command line", "wang#1"]
)
def test_a_user_name_has_a_form(database, user_name):
    with pytest.raises(AccountError):
        create_account(database, SYSTEM, user_name=user_name, display_name="王五")


@pytest.mark.parametrize("display_name", ["", "   ", "王" * 41])
def test_a_person_has_a_name(database, display_name):
    with pytest.raises(AccountError):
        create_account(database, SYSTEM, user_name="wangwu", display_name=display_name)


def test_a_user_name_is_taken_once(database):
    with pytest.raises(AccountError, match="lisi"):
        create_account(database, SYSTEM, user_name="LISI", display_name="李四")


def test_roles_are_replaced_and_both_sides_are_recorded(database):
    set_roles(database, SECURITY, "lisi", frozenset({"review", "section"}))
    assert entry(database, "lisi").roles == ("section", "review")
    assert last_event(database) == (
        "account_changed",
        "secadmin",
        {
            "user_name": "lisi",
            "before": {"roles": ["auditor"]},
            "after": {"roles": ["review", "section"]},
        },
    )


@pytest.mark.parametrize(
    "roles",
    [{"system_administrator", "security_administrator"}, {"audit_administrator", "auditor"}, {"emperor"}],
    ids=["two administrators", "administrator with business", "unknown"],
)
def test_roles_that_conflict_are_not_given(database, roles):
    with pytest.raises(AccountError):
        set_roles(database, SECURITY, "lisi", frozenset(roles))
    assert entry(database, "lisi").roles == ("auditor",)


def test_a_binding_is_set_and_taken_away(database):
    bind(database, SECURITY, "lisi", region_code="990001", section_code=None)
    bound = entry(database, "lisi")
    assert (bound.region_name, bound.section_name) == ("东湖区", None)
    assert last_event(database)[2]["before"] == {"region_code": None, "section_code": "JM"}
    bind(database, SECURITY, "lisi", region_code=None, section_code=None)
    assert entry(database, "lisi").region_code is None


@pytest.mark.parametrize("codes", [("nowhere", None), (None, "nowhere")])
def test_a_binding_needs_an_existing_region_or_section(database, codes):
    with pytest.raises(AccountError, match="nowhere"):
        bind(database, SECURITY, "lisi", region_code=codes[0], section_code=codes[1])


def test_what_changes_nothing_leaves_no_event(database):
    before = count(database, Event)
    set_roles(database, SECURITY, "lisi", frozenset({"auditor"}))
    bind(database, SECURITY, "lisi", region_code=None, section_code="JM")
    enable(database, SYSTEM, "lisi")
    unlock(database, SYSTEM, "lisi")
    assert count(database, Event) == before


def test_an_account_is_disabled_and_enabled(database):
    disable(database, SYSTEM, "lisi")
    assert sign_in(database, "lisi", PASSWORD).outcome == "disabled"
    enable(database, SYSTEM, "lisi")
    assert sign_in(database, "lisi", PASSWORD).outcome == "ok"


def test_an_account_is_unlocked(database):
    for _index in range(5):
        sign_in(database, "lisi", "wrong")
    assert entry(database, "lisi").locked_until
    unlock(database, SYSTEM, "lisi")
    assert sign_in(database, "lisi", PASSWORD).outcome == "ok"


def test_a_reset_password_replaces_the_old_one_and_unlocks(database):
    for _index in range(5):
        sign_in(database, "lisi", "wrong")
    password = reset_password(database, SYSTEM, "lisi")
    assert sign_in(database, "lisi", PASSWORD).outcome == "wrong"
    assert sign_in(database, "lisi", password).outcome == "ok"
    assert entry(database, "lisi").must_change_password


@pytest.mark.parametrize("user_name", ["secadmin", "auditadmin"])
def test_the_system_administrator_cannot_become_the_other_two(database, user_name):
    with pytest.raises(AccountError):
        reset_password(database, SYSTEM, user_name)
    assert sign_in(database, user_name, PASSWORD).outcome == "ok"
    assert sign_in(database, user_name, reset_password(database, COMMAND_LINE, user_name)).outcome == "ok"


@pytest.mark.parametrize("operation", ["disable", "enable", "unlock", "reset", "roles", "bind"])
def test_an_account_that_is_not_there_is_named(sqlite_engine, operation):
    with pytest.raises(AccountError, match="lisi"):
        OPERATIONS[operation][1](sqlite_engine, COMMAND_LINE)


def test_the_owner_changes_the_password(database):
    change_password(database, AUDITOR, old=PASSWORD, new="Meadow-river-77")
    assert not entry(database, "zhangsan").must_change_password
    assert last_event(database) == (
        "password_changed",
        "zhangsan",
        {"user_name": "zhangsan", "is_reset": False},
    )
    assert sign_in(database, "zhangsan", "Meadow-river-77").outcome == "ok"


@pytest.mark.parametrize(
    ("old", "new"),
    [("wrong", "Meadow-river-77"), (PASSWORD, PASSWORD), (PASSWORD, "short"), (PASSWORD, "Zhangsan-2026")],
    ids=["old one wrong", "the same again", "breaks a rule", "contains the user name"],
)
def test_a_password_is_not_changed(database, old, new):
    with pytest.raises(AccountError):
        change_password(database, AUDITOR, old=old, new=new)
    assert sign_in(database, "zhangsan", PASSWORD).outcome == "ok"


def test_guessing_the_old_password_locks_the_account(database):
    for _index in range(5):
        with pytest.raises(AccountError):
            change_password(database, AUDITOR, old="wrong", new="Meadow-river-77")
    assert sign_in(database, "zhangsan", PASSWORD).outcome == "locked"


def test_only_those_who_administer_accounts_list_them(database):
    names = [found.user_name for found in account_list(database, SYSTEM)]
    assert names == ["auditadmin", "lisi", "secadmin", "sysadmin", "zhangsan"]
    assert account_list(database, SECURITY)
    for actor in (AUDIT, AUDITOR):
        with pytest.raises(NotPermittedError):
            account_list(database, actor)


def test_a_real_database_starts_with_three_administrators(sqlite_engine):
    engine = sqlite_engine
    with writing(engine) as connection:
        made = first_administrators(connection)
    assert [user_name for user_name, _password in made] == ["sysadmin", "secadmin", "auditadmin"]
    assert len({password for _user_name, password in made}) == 3
    found = {user.user_name: user for user in account_list(engine, COMMAND_LINE)}
    assert {user.roles for user in found.values()} == {(role,) for role in ADMINISTRATORS}
    assert found["sysadmin"].display_name == "系统管理员"
    assert all(user.must_change_password for user in found.values())
    for user_name, password in made:
        assert sign_in(engine, user_name, password).outcome == "ok"


def test_the_demonstration_has_an_account_for_every_role_and_two_that_are_bound(engine):
    with writing(engine) as connection:
        connection.execute(
            Region.__table__.insert().values(
                region_code="990001", name="东湖区", level="district", sort_order=1
            )
        )
        connection.execute(
            Section.__table__.insert().values(section_code="JM", name="经贸科", sort_order=1, is_stub=False)
        )
        demo_accounts(connection, region_code="990001", section_code="JM")
    found = account_list(engine, COMMAND_LINE)
    assert len(found) == len(DEMO_ACCOUNTS)
    assert {role for user in found for role in user.roles} == ROLES.keys() - {DISPLAY}
    assert all(conflict(frozenset(user.roles)) is None for user in found)
    assert [user.user_name for user in found if user.region_code == "990001"] == ["rectify2"]
    assert [user.user_name for user in found if user.section_code == "JM"] == ["auditor2"]
    assert all(sign_in(engine, user.user_name, DEMO_PASSWORD).outcome == "ok" for user in found)


STAFF = ("G-07", "G-08")


def with_staff(engine: Engine) -> Engine:
    filled(engine)
    with writing(engine) as connection:
        for number, code in enumerate(STAFF, start=1):
            connection.execute(Staff.__table__.insert().values(staff_id=number, staff_code=code, name="某人"))
    return engine


def staff_codes(engine: Engine) -> dict[str, str | None]:
    return {account.user_name: account.staff_code for account in account_list(engine, SYSTEM)}


def test_an_account_belongs_to_one_of_the_staff_and_the_log_says_so(engine):
    with_staff(engine)
    create_account(engine, SYSTEM, user_name="wangwu", display_name="王五", staff_code=" g-08 ")
    set_staff_code(engine, SYSTEM, "lisi", "G-07")
    set_staff_code(engine, SYSTEM, "lisi", "G-07")  # nothing changes, nothing is recorded
    found = {account.user_name: account for account in account_list(engine, SYSTEM)}
    assert (found["lisi"].staff_code, found["lisi"].staff_name) == ("G-07", "某人")
    assert found["wangwu"].staff_code == "G-08"
    with reading(engine) as connection:
        details = connection.scalars(
            select(Event.detail).where(Event.kind == "account_changed").order_by(Event.event_id.desc())
        ).all()
    assert json.loads(details[0])["after"] == {"staff_code": "G-07"}
    assert sum("staff_code" in detail for detail in details) == 1
    set_staff_code(engine, SYSTEM, "lisi", "")
    assert staff_codes(engine)["lisi"] is None


def test_a_staff_number_is_known_and_has_one_account_in_use(sqlite_engine):
    with_staff(sqlite_engine)
    set_staff_code(sqlite_engine, SYSTEM, "lisi", "G-07")
    for user_name, code in (("zhangsan", "G-99"), ("zhangsan", "g-07")):
        with pytest.raises(AccountError, match=code.upper()):
            set_staff_code(sqlite_engine, SYSTEM, user_name, code)
    with pytest.raises(AccountError):
        create_account(sqlite_engine, SYSTEM, user_name="wangwu", display_name="王五", staff_code="G-07")
    assert "wangwu" not in staff_codes(sqlite_engine)
    disable(sqlite_engine, SYSTEM, "lisi")
    set_staff_code(sqlite_engine, SYSTEM, "zhangsan", "G-07")
    with pytest.raises(AccountError, match="zhangsan"):
        enable(sqlite_engine, SYSTEM, "lisi")
    set_staff_code(sqlite_engine, SYSTEM, "lisi", None)
    enable(sqlite_engine, SYSTEM, "lisi")
