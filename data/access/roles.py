"""Who may do what: actions, roles as combinations of actions, and the one question `can(user, action)`.

The three administrators are separate by design (三员分立): nobody holds two of those roles.
"""

from dataclasses import dataclass

from data.language import mark

ACTIONS = {
    "see-figures": mark("See figures"),
    "see-rows": mark("See the cockpit and its rows"),
    "export-rows": mark("Export rows"),
    "import-findings": mark("Import a rectification ledger"),
    "work-findings": mark("Work on findings"),
    "review-findings": mark("Accept rectification, first review of close-out"),
    "recheck-findings": mark("Second review of close-out, look back, transfer"),
    "approve-close-out": mark("Approve close-out, extensions and withdrawal"),
    "track-major-problems": mark("Tell the weekly state of major problems, ask for their close-out"),
    "list-major-problems": mark("Put problems on the list of major ones, name lead and tracker"),
    "review-major-problems": mark("Review major problems before they leave the list"),
    "approve-major-problems": mark("Approve close-out from the list of major problems, and removal"),
    "decide-escalation": mark("Decide on reminders, urging and supervision letters"),
    "decide-high-escalation": mark("Decide on government supervision, interviews, notices, accountability"),
    "keep-letters": mark("Number and send letters of supervision, register answers, keep templates"),
    "freeze-figures": mark("Freeze the figures of a month's end"),
    "bring-data": mark("Bring in datasets"),
    "use-data": mark("Look at, test and query datasets"),
    "keep-data-room": mark("Keep the data catalogue, requests, ledgers and undertakings"),
    "approve-output": mark("Approve the use of the data room and what leaves it"),
    "run-models": mark("Run audit models"),
    "write-models": mark("Write audit models"),
    "publish-models": mark("Review and publish audit models"),
    "write-knowledge": mark("Write knowledge cards and method guides"),
    "work-suspects": mark("Issue suspects, register answers, turn them into findings"),
    "import-registers": mark("Open the import of registers"),
    "maintain-registers": mark("Import units, posts, projects and other registers; keep the calendar"),
    "maintain-plan": mark("Keep plans, indicators and tasks"),
    "report-tasks": mark("Report the progress of the own section's tasks"),
    "see-staff": mark("See who of the staff rows are about, and what they are"),
    "maintain-staff": mark("Keep the staff, their records and training; accept changes of own data"),
    "offer-tasks": mark("Offer tasks to whoever takes them up, choose and accept"),
    "keep-documents": mark("Keep official documents and the archive, decide on loans"),
    "set-warning-rules": mark("Set the thresholds of warning rules"),
    "manage-accounts": mark("Create and disable accounts"),
    "manage-rights": mark("Assign roles and bindings"),
    "manage-displays": mark("Make and revoke display tokens"),
    "manage-layers": mark("Install and remove layers of the map"),
    "read-events": mark("Read the event log"),
}

ROLES: dict[str, tuple[str, frozenset[str]]] = {
    "leadership": (
        mark("Leadership"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "decide-escalation",
                "decide-high-escalation",
                "approve-close-out",
                "approve-major-problems",
                "approve-output",
                "see-staff",
                "offer-tasks",
            }
        ),
    ),
    "section": (
        mark("Business section"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "write-knowledge",
                "review-findings",
                "track-major-problems",
                "report-tasks",
                "see-staff",
                "offer-tasks",
                "use-data",
                "run-models",
                "write-models",
                "publish-models",
                "work-suspects",
                "approve-output",
            }
        ),
    ),
    "review": (
        mark("Rectification review"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "write-knowledge",
                "freeze-figures",
                "import-findings",
                "decide-escalation",
                "recheck-findings",
                "list-major-problems",
                "review-major-problems",
            }
        ),
    ),
    "auditor": (
        mark("Auditor"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "write-knowledge",
                "report-tasks",
                "use-data",
                "run-models",
                "write-models",
                "work-suspects",
            }
        ),
    ),
    "data_room": (
        mark("Data-room staff"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "bring-data",
                "use-data",
                "run-models",
                "keep-data-room",
                "import-registers",
            }
        ),
    ),
    "rectification": (
        mark("Rectification staff"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "freeze-figures",
                "import-findings",
                "import-registers",
                "keep-letters",
                "work-findings",
                "track-major-problems",
            }
        ),
    ),
    "planning": (
        mark("Planning staff"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "write-knowledge",
                "import-registers",
                "maintain-registers",
                "maintain-plan",
                "set-warning-rules",
            }
        ),
    ),
    "personnel": (
        mark("Personnel staff"),
        frozenset(
            {
                "see-figures",
                "see-rows",
                "export-rows",
                "import-registers",
                "see-staff",
                "maintain-staff",
                "offer-tasks",
            }
        ),
    ),
    "office": (
        mark("General office"),
        frozenset({"see-figures", "see-rows", "export-rows", "import-registers", "keep-documents"}),
    ),
    # A wall, signed in by a display token: figures only, and no account can hold it.
    "display": (mark("Display"), frozenset({"see-figures"})),
    "system_administrator": (
        mark("System administrator"),
        frozenset({"manage-accounts", "manage-displays", "manage-layers"}),
    ),
    "security_administrator": (mark("Security administrator"), frozenset({"manage-rights"})),
    "audit_administrator": (mark("Audit administrator"), frozenset({"read-events"})),
}
DISPLAY = "display"
ADMINISTRATORS = frozenset({"system_administrator", "security_administrator", "audit_administrator"})


@dataclass(frozen=True)
class User:
    """A signed-in person: who, with which roles, bound to which region or section (None: not bound).

    A wall, signed in by its display token, has no account: nothing of its own to keep or to change.
    """

    user_name: str
    display_name: str
    roles: frozenset[str]
    region_code: str | None = None
    section_code: str | None = None
    has_account: bool = True


# Whoever has a shell on the server has the database file as well, so the command line may administer
# everything; its name cannot be an account's, and each of its acts is in the log.
COMMAND_LINE = User("command line", "manage.py", ADMINISTRATORS)


class NotPermittedError(Exception):
    """The user has no right to the action; the message names the action."""


def can(user: User, action: str) -> bool:
    """Whether any of the user's roles allows the action. Raises KeyError for an undeclared action."""
    if action not in ACTIONS:
        raise KeyError(action)
    return any(action in ROLES[role][1] for role in user.roles if role in ROLES)


def require(user: User, action: str) -> None:
    """Raise NotPermittedError unless the user may do it: asked where the work happens."""
    if not can(user, action):
        raise NotPermittedError(action)


def conflict(roles: frozenset[str]) -> str | None:
    """Why a set of roles cannot be held by one person, as a message id; None where it can."""
    if roles - ROLES.keys():
        return mark("There is no such role.")
    if DISPLAY in roles:
        return mark("The role of a display belongs to its token, not to an account.")
    if len(roles & ADMINISTRATORS) > 1:
        return mark("Nobody may hold two of the three administrator roles.")
    if roles & ADMINISTRATORS and roles - ADMINISTRATORS:
        return mark("An administrator holds no business role.")
    return None
