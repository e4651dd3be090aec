"""保密承诺书: who has signed one that is valid on a day; needed to bring and to take data."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Engine, insert, select, update

from data.access.permission import permit_whole
from data.access.roles import COMMAND_LINE, ROLES, User
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import ActionRefused, UndertakingRecorded, UndertakingWithdrawn, record, take_turn
from data.language import _
from data.schema import Account, Undertaking

ACTION = "keep-data-room"
WARNED_DAYS = 30  # before the end: time enough to sign and record a new one


@dataclass(frozen=True)
class UndertakingFacts:
    """One undertaking as it was recorded."""

    undertaking_id: int
    user_name: str
    document: str
    signed_date: date
    valid_until: date
    withdrawn_date: date | None
    recorded_by: str

    def holds_on(self, day: date) -> bool:
        """Whether it is valid on the day: signed, not expired, not withdrawn."""
        is_withdrawn = self.withdrawn_date is not None and self.withdrawn_date <= day
        return self.signed_date <= day <= self.valid_until and not is_withdrawn

    @property
    def ends_on(self) -> date:
        """The last day on which it holds."""
        if self.withdrawn_date is None:
            return self.valid_until
        return min(self.valid_until, self.withdrawn_date - timedelta(days=1))


class UndertakingMissingError(Exception):
    """No undertaking of the person is valid; the message says what is missing and who records it."""


class UndertakingError(ValueError):
    """An undertaking that cannot be recorded; the message says why."""


def undertakings(connection: Connection, user_name: str | None = None) -> tuple[UndertakingFacts, ...]:
    """Undertakings, newest first: all, or those of one person."""
    table = Undertaking.__table__
    columns = [table.c[name] for name in UndertakingFacts.__dataclass_fields__]
    wanted = select(*columns).order_by(Undertaking.signed_date.desc(), Undertaking.undertaking_id.desc())
    if user_name is not None:
        wanted = wanted.where(Undertaking.user_name == user_name)
    return tuple(UndertakingFacts(*row) for row in connection.execute(wanted))


def state_on(entry: UndertakingFacts, day: date) -> str:
    """How an undertaking stands on a day, of UNDERTAKING_STATE."""
    if entry.holds_on(day):
        return "expiring" if entry.ends_on <= day + timedelta(days=WARNED_DAYS) else "valid"
    if entry.signed_date > day:
        return "coming"
    return "withdrawn" if entry.withdrawn_date is not None else "expired"


def holders(entries: tuple[UndertakingFacts, ...], day: date) -> dict[str, str]:
    """How those stand on the day who ever signed, by user name: "valid", "expiring" or "ended"."""
    standing: dict[str, str] = {}
    order = ("ended", "expiring", "valid")
    for entry in entries:
        state = state_on(entry, day)
        found = state if state in order else "ended"
        standing[entry.user_name] = max(found, standing.get(entry.user_name, "ended"), key=order.index)
    return standing


def has_valid(connection: Connection, user_name: str, day: date) -> bool:
    """Whether the person has an undertaking that is valid on the day."""
    return any(entry.holds_on(day) for entry in undertakings(connection, user_name))


def holder_name(connection: Connection, user_name: str, day: date) -> str:
    """What the person of an account is called, who has a valid undertaking on the day.

    Raises UndertakingMissingError where the account is not there or has none.
    """
    name = connection.scalar(select(Account.display_name).where(Account.user_name == user_name))
    if name is None:
        raise UndertakingMissingError(_("There is no account {user_name}.").format(user_name=user_name))
    if not has_valid(connection, user_name, day):
        raise UndertakingMissingError(
            _("{name} has no secrecy undertaking that is valid on {day}.").format(name=name, day=day)
        )
    return name


def standing_of(connection: Connection, user_name: str, day: date) -> tuple[str, str]:
    """How the undertaking of a person stands on a day: "valid", "expiring" or "missing", and in words."""
    signed = undertakings(connection, user_name)
    ends = [entry.ends_on for entry in signed if entry.holds_on(day)]
    if not ends:
        return "missing", _missing(signed, day)
    until = max(ends)
    words = _("Your secrecy undertaking is valid until {day}.").format(day=until)
    return ("expiring" if until <= day + timedelta(days=WARNED_DAYS) else "valid"), words


def need_undertaking(engine: Engine, user: User, action: str, subject: str) -> None:
    """Raise UndertakingMissingError, and record the refusal, unless the user's is valid today.

    The command line is no person and needs none.
    """
    if user == COMMAND_LINE:
        return
    with reading(engine) as connection:
        day = bureau(connection).as_of
        signed = undertakings(connection, user.user_name)
    if any(entry.holds_on(day) for entry in signed):
        return
    with writing(engine) as connection:
        record(connection, user.user_name, ActionRefused(action=action, subject=subject))
    raise UndertakingMissingError(_missing(signed, day))


def _missing(signed: tuple[UndertakingFacts, ...], day: date) -> str:
    title = ROLES["data_room"][0]
    who = _(title)
    if not signed:
        return _("You have no secrecy undertaking on record. {who} records it when it is signed.").format(
            who=who
        )
    newest = signed[0]
    if newest.withdrawn_date is not None and newest.withdrawn_date <= day:
        return _("Your secrecy undertaking was withdrawn on {day}. {who} records a new one.").format(
            day=newest.withdrawn_date, who=who
        )
    if newest.signed_date > day:
        return _("Your secrecy undertaking holds only from {day} on.").format(day=newest.signed_date)
    return _("Your secrecy undertaking expired on {day}. {who} records a new one.").format(
        day=newest.valid_until, who=who
    )


def record_undertaking(
    engine: Engine, user: User, *, user_name: str, document: str, signed_date: date, valid_until: date
) -> int:
    """Record an undertaking that an account's person has signed; returns its number.

    Nobody records their own. Raises UndertakingError, and NotPermittedError (recorded).
    """
    _permit(engine, user, user_name)
    if user.user_name == user_name:
        raise UndertakingError(_("Another person records your own undertaking."))
    if not document.strip():
        raise UndertakingError(_("Say which document it is: its number or its place."))
    if valid_until < signed_date:
        raise UndertakingError(_("It cannot end before it was signed."))
    with writing(engine) as connection:
        take_turn(connection)
        if signed_date > bureau(connection).as_of:
            raise UndertakingError(_("It cannot have been signed in the future."))
        if connection.scalar(select(Account.account_id).where(Account.user_name == user_name)) is None:
            raise UndertakingError(_("There is no account {user_name}.").format(user_name=user_name))
        added = connection.execute(
            insert(Undertaking)
            .values(
                user_name=user_name,
                document=document.strip(),
                signed_date=signed_date,
                valid_until=valid_until,
                recorded_by=user.user_name,
                recorded_at=now(),
            )
            .returning(Undertaking.undertaking_id)
        )
        number: int = added.scalar_one()
        event = UndertakingRecorded(user_name, document.strip(), signed_date, valid_until)
        record(connection, user.user_name, event)
    return number


def withdraw_undertaking(engine: Engine, user: User, undertaking_id: int, day: date) -> None:
    """An undertaking ends on the day. Raises UndertakingError, and NotPermittedError (recorded)."""
    _permit(engine, user, str(undertaking_id))
    with writing(engine) as connection:
        take_turn(connection)
        found = [entry for entry in undertakings(connection) if entry.undertaking_id == undertaking_id]
        if not found or found[0].withdrawn_date is not None:
            raise UndertakingError(_("There is no such undertaking, or it was withdrawn already."))
        if day < found[0].signed_date:
            raise UndertakingError(_("It cannot end before it was signed."))
        connection.execute(
            update(Undertaking).where(Undertaking.undertaking_id == undertaking_id).values(withdrawn_date=day)
        )
        event = UndertakingWithdrawn(found[0].user_name, found[0].document, day)
        record(connection, user.user_name, event)


def _permit(engine: Engine, user: User, subject: str) -> None:
    if user != COMMAND_LINE:
        permit_whole(engine, user, ACTION, subject)
