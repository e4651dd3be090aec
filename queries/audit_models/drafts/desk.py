"""What lies on somebody's desk: the texts they write, and those of others that await their review."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from data.access.roles import User, can
from data.audit_models.authoring import PUBLISH, TextFacts, text_facts, texts
from data.schema import Account
from queries.audit_models.drafts.writing import parts_of
from queries.audit_models.reading import ModelFaultError

_NOT_GIVEN_UP = ("draft", "returned", "submitted", "published")


@dataclass(frozen=True)
class OnDesk:
    """A text with what it is called and the names of the people. `title` is "" where it says none yet."""

    facts: TextFacts
    title: str
    author: str
    reviewer: str


@dataclass(frozen=True)
class Desk:
    """`own` are the user's texts, newest first; `to_review` those that others submitted, oldest first."""

    own: tuple[OnDesk, ...]
    to_review: tuple[OnDesk, ...]


def desk(connection: Connection, user: User) -> Desk:
    """The user's desk."""
    names = _names(connection)
    own = texts(connection, states=_NOT_GIVEN_UP, author=user.user_name)
    asked = texts(connection, states=("submitted",)) if can(user, PUBLISH) else ()
    waiting = [each for each in reversed(asked) if each.author != user.user_name]
    return Desk(tuple(_on(each, names) for each in own), tuple(_on(each, names) for each in waiting))


def text_on_desk(connection: Connection, user: User, text_id: int) -> OnDesk | None:
    """A text that the user may look at: an own one, a published one, or one that awaits their review."""
    facts = text_facts(connection, text_id)
    if facts is None or not facts.author:
        return None
    is_own = facts.author == user.user_name
    is_asked = facts.state == "submitted" and can(user, PUBLISH)
    if not (is_own or is_asked or facts.state in {"published", "superseded"}):
        return None
    return _on(facts, _names(connection))


def _names(connection: Connection) -> dict[str, str]:
    return dict(connection.execute(select(Account.user_name, Account.display_name)).all())  # type: ignore[arg-type]


def _on(facts: TextFacts, names: dict[str, str]) -> OnDesk:
    reviewer = facts.reviewer or ""
    return OnDesk(
        facts, _title(facts.body), names.get(facts.author, facts.author), names.get(reviewer, reviewer)
    )


def _title(body: str) -> str:
    try:
        title = parts_of(body).header.get("title", {})
    except ModelFaultError:
        return ""
    return str(title.get("zh", "")) if isinstance(title, dict) else ""
