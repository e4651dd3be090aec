"""The accounts a new database starts with: the three administrators, or those of the demonstration."""

from dataclasses import dataclass

from sqlalchemy import Connection

from data.access.accounts import insert_account
from data.access.passwords import DEMO_ROUNDS, hashed, random_password
from data.access.roles import COMMAND_LINE
from data.language import _, mark

DEMO_PASSWORD = "Shifan-2026"  # noqa: S105 - public: the sign-in page of the demonstration shows it

_ADMINISTRATORS = (
    ("sysadmin", mark("System administrator"), "system_administrator"),
    ("secadmin", mark("Security administrator"), "security_administrator"),
    ("auditadmin", mark("Audit administrator"), "audit_administrator"),
)


@dataclass(frozen=True)
class DemoAccount:
    """An account of the demonstration; `purpose` is a message id saying what it shows."""

    user_name: str
    display_name: str
    role: str
    purpose: str
    is_region_bound: bool = False
    is_section_bound: bool = False
    staff_code: str | None = None  # of data/demo/staff.py: one whose work fits the account


DEMO_ACCOUNTS = (
    DemoAccount(
        "leader", "演示领导", "leadership", mark("Sees every figure, approves close-out"), staff_code="S127"
    ),
    DemoAccount(
        "section",
        "演示科室",
        "section",
        mark("Reviews the findings of the business sections"),
        staff_code="S114",
    ),
    DemoAccount(
        "review", "演示复核", "review", mark("Imports ledgers, reviews rectification"), staff_code="S122"
    ),
    DemoAccount("auditor", "演示审计", "auditor", mark("Sees and exports everything"), staff_code="S068"),
    DemoAccount(
        "auditor2",
        "演示审计二",
        "auditor",
        mark("Auditor who sees one section only"),
        is_section_bound=True,
        staff_code="S066",
    ),
    DemoAccount("dataroom", "演示数据室", "data_room", mark("Brings in datasets"), staff_code="S097"),
    DemoAccount("rectify", "演示整改", "rectification", mark("Keeps the ledger of every district")),
    DemoAccount(
        "rectify2",
        "演示整改二",
        "rectification",
        mark("Keeps the ledger of one district"),
        is_region_bound=True,
    ),
    DemoAccount(
        "planning",
        "演示计划",
        "planning",
        mark("Keeps registers, plans, indicators and tasks"),
        staff_code="S130",
    ),
    DemoAccount(
        "personnel",
        "演示人事",
        "personnel",
        mark("Keeps the staff, their records and training"),
        staff_code="S131",
    ),
    DemoAccount(
        "office",
        "演示办公室",
        "office",
        mark("Keeps documents and the archive, decides on loans"),
        staff_code="S132",
    ),
    DemoAccount("sysadmin", "系统管理员", "system_administrator", mark("Accounts")),
    DemoAccount("secadmin", "安全管理员", "security_administrator", mark("Roles and bindings")),
    DemoAccount("auditadmin", "审计管理员", "audit_administrator", mark("Event log")),
)


def first_administrators(connection: Connection) -> list[tuple[str, str]]:
    """Make the three administrators of a real database; returns (user name, password) pairs to print once."""
    made = []
    for user_name, title, role in _ADMINISTRATORS:
        password = random_password()
        insert_account(
            connection, COMMAND_LINE.user_name, user_name, _(title), hashed(password), roles=frozenset({role})
        )
        made.append((user_name, password))
    return made


def demo_accounts(connection: Connection, *, region_code: str, section_code: str) -> None:
    """Make one account per role with the public password, one bound to the region and one to the section."""
    password_hash = hashed(DEMO_PASSWORD, DEMO_ROUNDS)
    for account in DEMO_ACCOUNTS:
        insert_account(
            connection,
            COMMAND_LINE.user_name,
            account.user_name,
            account.display_name,
            password_hash,
            roles=frozenset({account.role}),
            region_code=region_code if account.is_region_bound else None,
            section_code=section_code if account.is_section_bound else None,
            staff_code=account.staff_code,
            must_change_password=False,
        )
