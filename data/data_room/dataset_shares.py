"""Opening a dataset to others, and taking that back: its owner alone decides."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from data.access.roles import User
from data.data_room.dataset_access import SECRET
from data.data_room.dataset_owner import owned
from data.engine import now, writing
from data.events import DatasetShared, DatasetShareRevoked, record, take_turn
from data.language import _
from data.schema import Account, DatasetShare, Project, Section
from data.warehouse import DatasetFacts, WarehouseError


@dataclass(frozen=True)
class Share:
    """A standing share: with an account, a section or a project (its code); the other two are None."""

    share_id: int
    user_name: str | None
    section_code: str | None
    project_code: str | None
    is_unmasked: bool
    granted_by: str
    granted_at: datetime


def shares_of(connection: Connection, dataset_id: int) -> tuple[Share, ...]:
    """The shares of a dataset that stand, oldest first."""
    rows = connection.execute(
        select(
            DatasetShare.dataset_share_id,
            DatasetShare.user_name,
            DatasetShare.section_code,
            Project.project_code,
            DatasetShare.is_unmasked,
            DatasetShare.granted_by,
            DatasetShare.granted_at,
        )
        .outerjoin(Project, Project.project_id == DatasetShare.project_id)
        .where(DatasetShare.dataset_id == dataset_id, DatasetShare.revoked_at.is_(None))
        .order_by(DatasetShare.dataset_share_id)
    )
    return tuple(Share(*row) for row in rows)


def share(
    engine: Engine,
    user: User,
    name: str,
    *,
    with_user: str | None = None,
    with_section: str | None = None,
    with_project: str | None = None,
    is_unmasked: bool = False,
) -> None:
    """Open a dataset to an account, to a section or to a project's members (by code): one of the three.

    Only its owner shares it. A state secret is shared with its own project alone. Sharing again changes
    whether it is unmasked. Raises WarehouseError, and NotPermittedError (recorded).
    """
    facts = owned(engine, user, name)
    if sum(target is not None for target in (with_user, with_section, with_project)) != 1:
        raise WarehouseError(_("Share with one account, one section or one project."))
    with writing(engine) as connection:
        take_turn(connection)
        project_id = _found_target(connection, with_user, with_section, with_project)
        if facts.classification == SECRET and (project_id is None or project_id != facts.project_id):
            raise WarehouseError(_("A state secret can be shared with the members of its own project only."))
        target = (
            DatasetShare.dataset_id == facts.dataset_id,
            DatasetShare.revoked_at.is_(None),
            DatasetShare.user_name.is_not_distinct_from(with_user),
            DatasetShare.section_code.is_not_distinct_from(with_section),
            DatasetShare.project_id.is_not_distinct_from(project_id),
        )
        standing = connection.execute(select(DatasetShare.is_unmasked).where(*target)).first()
        if standing is not None and standing.is_unmasked == is_unmasked:
            return
        connection.execute(update(DatasetShare).where(*target).values(revoked_at=now()))
        connection.execute(
            insert(DatasetShare).values(
                dataset_id=facts.dataset_id,
                project_id=project_id,
                section_code=with_section,
                user_name=with_user,
                is_unmasked=is_unmasked,
                granted_by=user.user_name,
                granted_at=now(),
            )
        )
        to = with_user or with_section or with_project or ""
        record(connection, user.user_name, DatasetShared(name, to, is_unmasked, facts.dataset_id))


def revoke_share(engine: Engine, user: User, name: str, share_id: int) -> None:
    """Take a share back. Raises WarehouseError, and NotPermittedError (recorded)."""
    facts = owned(engine, user, name)
    with writing(engine) as connection:
        take_turn(connection)
        found = [entry for entry in shares_of(connection, facts.dataset_id) if entry.share_id == share_id]
        if not found:
            raise WarehouseError(_("This share is not there any more."))
        revoke_in(connection, user, facts, found[0])


def revoke_in(connection: Connection, user: User, facts: DatasetFacts, standing: Share) -> None:
    """Take a share back in the caller's transaction, with its event; the right has been asked for."""
    connection.execute(
        update(DatasetShare)
        .where(DatasetShare.dataset_share_id == standing.share_id)
        .values(revoked_at=now())
    )
    to = standing.user_name or standing.section_code or standing.project_code or ""
    record(connection, user.user_name, DatasetShareRevoked(facts.name, to, facts.dataset_id))


def _found_target(
    connection: Connection, user_name: str | None, section_code: str | None, project_code: str | None
) -> int | None:
    """The id of the project, if it is one. Raises WarehouseError where the target is not there."""
    there: Any
    if user_name is not None:
        there = connection.scalar(select(Account.account_id).where(Account.user_name == user_name))
    elif section_code is not None:
        there = connection.scalar(select(Section.section_code).where(Section.section_code == section_code))
    else:
        project = select(Project.project_id).where(Project.project_code == project_code)
        there = connection.scalar(project)
    if there is None:
        missing = user_name or section_code or project_code
        raise WarehouseError(_("There is no account, section or project {code}.").format(code=missing))
    return int(there) if project_code is not None else None
