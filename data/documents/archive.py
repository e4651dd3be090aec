"""档案: files in the archive, and reading them on loan: asked for, decided by the office, given back.

A file that is lent can be read on the screen: whoever it is lent to may take what is attached to it, until it
is given back or its day is over. Nobody decides on the own wish.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, insert, select, update

from data.access.permission import is_in_place, permit, permit_place, refuse
from data.access.roles import User, can
from data.attachments import attach, take_of
from data.bureau import bureau, moment_of
from data.engine import now, reading, writing
from data.events import ArchiveFiled, LoanAsked, LoanDecided, LoanGivenBack, record, take_turn
from data.language import _
from data.schema import Account, ArchiveFile, ArchiveLoan, Project, Unit

KEEPING, ASKING = "keep-documents", "see-rows"
SUBJECT = "archive_file"
LONGEST_TITLE, LONGEST_PURPOSE = 400, 400
LONGEST_DAYS = 60
_REGION: Any = func.coalesce(Project.region_code, Unit.region_code)


class ArchiveError(ValueError):
    """A rule stands against it; the message says which, in the reader's language."""


@dataclass(frozen=True)
class NewArchiveFile:
    """A file to be archived, under its reference; `project_code` says which project it is of."""

    archive_code: str
    title: str
    filed_date: date
    project_code: str = ""
    retention_years: int | None = None
    place: str = ""


def file_in_archive(engine: Engine, actor: User, wanted: NewArchiveFile) -> int:
    """Take a file into the archive; returns its id. Raises ArchiveError, and NotPermittedError (recorded)."""
    permit(engine, actor, KEEPING, wanted.archive_code)
    with writing(engine) as connection:
        take_turn(connection)
        code, title = wanted.archive_code.strip(), wanted.title.strip()
        if not 0 < len(code) <= 64 or not 0 < len(title) <= LONGEST_TITLE:
            raise ArchiveError(_("A file has its reference and a title."))
        if connection.scalar(select(ArchiveFile.archive_file_id).where(ArchiveFile.archive_code == code)):
            raise ArchiveError(_("This reference is taken."))
        if wanted.filed_date > bureau(connection).as_of:
            raise ArchiveError(_("The day of filing cannot lie ahead."))
        project = _project(connection, wanted.project_code.strip())
        section = project.section_code if project else actor.section_code
        region = project.region if project else None
        if not is_in_place(connection, actor, (section, region)):
            raise ArchiveError(_("It belongs to another section or region."))
        archive_file_id: int = connection.scalars(
            insert(ArchiveFile)
            .values(
                archive_code=code,
                title=title,
                project_id=project.project_id if project else None,
                section_code=section,
                filed_date=wanted.filed_date,
                retention_years=wanted.retention_years,
                place=wanted.place.strip() or None,
                recorded_at=now(),
            )
            .returning(ArchiveFile.archive_file_id)
        ).one()
        record(connection, actor.user_name, ArchiveFiled(code, wanted.filed_date))
    return archive_file_id


def ask_loan(engine: Engine, actor: User, archive_code: str, purpose: str, due_date: date) -> int:
    """Ask to read a file until a day; returns the number. Raises ArchiveError and NotPermittedError."""
    permit(engine, actor, ASKING, archive_code)
    words = purpose.strip()
    if not 0 < len(words) <= LONGEST_PURPOSE:
        raise ArchiveError(
            _("Say in 1 to {length} characters what it is for.").format(length=LONGEST_PURPOSE)
        )
    with writing(engine) as connection:
        take_turn(connection)
        file = connection.execute(
            select(ArchiveFile.__table__).where(ArchiveFile.archive_code == archive_code.strip())
        ).first()
        if file is None:
            raise ArchiveError(_("No file in the archive has this reference."))
        days = (due_date - bureau(connection).as_of).days
        if not 0 < days <= LONGEST_DAYS:
            raise ArchiveError(_("It is given back within {days} days.").format(days=LONGEST_DAYS))
        open_loan = select(ArchiveLoan.archive_loan_id).where(
            ArchiveLoan.archive_file_id == file.archive_file_id,
            ArchiveLoan.user_name == actor.user_name,
            ArchiveLoan.returned_at.is_(None),
            ArchiveLoan.withdrawn_at.is_(None),
            ArchiveLoan.is_granted.is_not(False),
        )
        if connection.scalar(open_loan) is not None:
            raise ArchiveError(_("You have asked for it already, or have it."))
        loan_id: int = connection.scalars(
            insert(ArchiveLoan)
            .values(
                archive_file_id=file.archive_file_id,
                user_name=actor.user_name,
                section_code=actor.section_code,
                purpose=words,
                asked_at=moment_of(connection),
                due_date=due_date,
            )
            .returning(ArchiveLoan.archive_loan_id)
        ).one()
        record(connection, actor.user_name, LoanAsked(file.archive_code, words, due_date))
    return loan_id


def decide_loan(engine: Engine, actor: User, loan_id: int, *, is_granted: bool, note: str = "") -> None:
    """Lend the file or not; a refusal says why. Raises ArchiveError, and NotPermittedError (recorded)."""
    loan = _kept(engine, actor, loan_id)
    if loan.user_name == actor.user_name:
        refuse(engine, actor, KEEPING, loan.archive_code)
    if not is_granted and not note.strip():
        raise ArchiveError(_("Say why it is not granted."))
    with writing(engine) as connection:
        take_turn(connection)
        loan = _row(connection, loan_id)
        if loan.is_granted is not None or loan.withdrawn_at is not None:
            raise ArchiveError(_("It has moved on by now. Nothing was changed."))
        values = {
            "decided_by": actor.user_name,
            "decided_at": moment_of(connection),
            "is_granted": is_granted,
        }
        _change(connection, loan_id, **values, note=note.strip() or None)
        record(connection, actor.user_name, LoanDecided(loan.archive_code, loan.user_name, is_granted))


def give_back(engine: Engine, actor: User, loan_id: int) -> None:
    """The office notes that a file came back. Raises ArchiveError, and NotPermittedError (recorded)."""
    _kept(engine, actor, loan_id)
    with writing(engine) as connection:
        take_turn(connection)
        loan = _row(connection, loan_id)
        if not loan.is_granted or loan.returned_at is not None:
            raise ArchiveError(_("It has moved on by now. Nothing was changed."))
        _change(connection, loan_id, returned_at=moment_of(connection))
        record(connection, actor.user_name, LoanGivenBack(loan.archive_code, loan.user_name))


def withdraw_loan(engine: Engine, actor: User, loan_id: int) -> None:
    """Who asked takes it back before it is decided. Raises ArchiveError, and NotPermittedError (recorded)."""
    with reading(engine) as connection:
        loan = _row(connection, loan_id)
    if loan.user_name != actor.user_name:
        refuse(engine, actor, ASKING, loan.archive_code)
    with writing(engine) as connection:
        take_turn(connection)
        loan = _row(connection, loan_id)
        if loan.is_granted is not None or loan.withdrawn_at is not None:
            raise ArchiveError(_("It has moved on by now. Nothing was changed."))
        _change(connection, loan_id, withdrawn_at=moment_of(connection))
        record(connection, actor.user_name, LoanDecided(loan.archive_code, loan.user_name, is_granted=False))


def attach_to_archive(
    engine: Engine, actor: User, archive_file_id: int, name: str, content: bytes, *, note: str = ""
) -> int:
    """Keep a scan of a file. Raises AttachmentError, and NotPermittedError (recorded)."""
    subject = f"archive file {archive_file_id}"
    permit(engine, actor, KEEPING, subject)
    with reading(engine) as connection:
        place: Row[Any] = connection.execute(
            _with_place(select(ArchiveFile.section_code, _REGION.label("region"))).where(
                ArchiveFile.archive_file_id == archive_file_id
            )
        ).one()
    permit_place(engine, actor, KEEPING, (place.section_code, place.region), subject)
    return attach(engine, actor, (SUBJECT, archive_file_id), name, content, note=note)


def take_from_archive(engine: Engine, actor: User, attachment_id: int) -> bytes:
    """A scan, for the office and for whoever the file is lent to on this day.

    Raises AttachmentError, KeyError for a number that is no such file, and NotPermittedError (recorded).
    """

    def permitted(reader: User, archive_file_id: int) -> None:
        if can(reader, KEEPING) and reader.section_code is None and reader.region_code is None:
            return
        with reading(engine) as connection:
            if archive_file_id in lent_to(connection, reader.user_name) and can(reader, ASKING):
                return
        refuse(engine, reader, KEEPING, f"archive file {archive_file_id}")

    return take_of(engine, actor, SUBJECT, attachment_id, permitted)


def lent_to(connection: Connection, user_name: str) -> set[int]:
    """The files that are lent to an account and not past their day."""
    return set(
        connection.scalars(
            select(ArchiveLoan.archive_file_id).where(
                ArchiveLoan.user_name == user_name,
                ArchiveLoan.is_granted.is_(True),
                ArchiveLoan.returned_at.is_(None),
                ArchiveLoan.due_date >= bureau(connection).as_of,
            )
        )
    )


def loans_waiting(connection: Connection, user: User) -> list[Row[Any]]:
    """What the office has to do: wishes to decide on first, then files that are out."""
    rows = connection.execute(
        _question()
        .where(
            ArchiveLoan.withdrawn_at.is_(None),
            ArchiveLoan.is_granted.is_not(False),
            ArchiveLoan.returned_at.is_(None),
        )
        .order_by(ArchiveLoan.is_granted.is_not(None), ArchiveLoan.due_date, ArchiveLoan.archive_loan_id)
    )
    return [row for row in rows if is_in_place(connection, user, (row.of_section, row.of_region))]


def own_loans(connection: Connection, user: User) -> list[Row[Any]]:
    """One's own, the newest first."""
    newest = ArchiveLoan.archive_loan_id.desc()
    return list(
        connection.execute(
            _question().where(ArchiveLoan.user_name == user.user_name).order_by(newest).limit(8)
        )
    )


def _question() -> Any:
    of_file = select(
        ArchiveLoan.__table__,
        ArchiveFile.archive_code,
        ArchiveFile.title,
        ArchiveFile.section_code.label("of_section"),
        _REGION.label("of_region"),
        Account.display_name,
    ).join_from(ArchiveLoan, ArchiveFile, ArchiveFile.archive_file_id == ArchiveLoan.archive_file_id)
    return _with_place(of_file).outerjoin(Account, Account.user_name == ArchiveLoan.user_name)


def _with_place(question: Select[Any]) -> Select[Any]:
    """A question of files with their projects and units: a file is of the region of its project."""
    return question.outerjoin(Project, Project.project_id == ArchiveFile.project_id).outerjoin(
        Unit, Unit.unit_id == Project.unit_id
    )


def _kept(engine: Engine, actor: User, loan_id: int) -> Row[Any]:
    with reading(engine) as connection:
        loan = _row(connection, loan_id)
    permit(engine, actor, KEEPING, loan.archive_code)
    permit_place(engine, actor, KEEPING, (loan.of_section, loan.of_region), loan.archive_code)
    return loan


def _row(connection: Connection, loan_id: int) -> Row[Any]:
    found: Row[Any] | None = connection.execute(
        _question().where(ArchiveLoan.archive_loan_id == loan_id)
    ).first()
    if found is None:
        raise ArchiveError(_("There is no such loan."))
    return found


def _change(connection: Connection, loan_id: int, **values: Any) -> None:
    connection.execute(update(ArchiveLoan).where(ArchiveLoan.archive_loan_id == loan_id).values(**values))


def _project(connection: Connection, code: str) -> Row[Any] | None:
    if not code:
        return None
    found: Row[Any] | None = connection.execute(
        select(Project.project_id, Project.section_code, _REGION.label("region"))
        .outerjoin(Unit, Unit.unit_id == Project.unit_id)
        .where(Project.project_code == code)
    ).first()
    if found is None:
        raise ArchiveError(_("There is no such project."))
    return found
