"""Asking for a right where the work happens, so that a refusal leaves a trace in the event log."""

from sqlalchemy import Engine

from data.engine import writing
from data.events import ActionRefused, record
from data.roles import NotPermittedError, User, can


def permit(engine: Engine, user: User, action: str, subject: str = "") -> None:
    """`require()`, but a refusal is recorded first, in a transaction of its own.

    `subject` says what the action was asked for, such as a user name. Raises NotPermittedError.
    """
    if not can(user, action):
        refuse(engine, user, action, subject)


def refuse(engine: Engine, user: User, action: str, subject: str = "") -> None:
    """Record a refusal that a rule beyond the roles demands, and raise NotPermittedError."""
    with writing(engine) as connection:
        record(connection, user.user_name, ActionRefused(action=action, subject=subject))
    raise NotPermittedError(action)
