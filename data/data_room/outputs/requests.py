"""Requests to take rows out: what was asked for, from which datasets, how it stands, and who may decide."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from data.access.permission import is_in_place
from data.access.roles import User, can
from data.data_room.dataset_access import SECRET, may_read
from data.data_room.return_limits import strictest
from data.language import _
from data.schema import Account, Dataset, OutputApproval, OutputDataset
from data.settings import number

DECIDING = "approve-output"


class OutputError(ValueError):
    """An output that cannot be asked for, decided or taken; the message says why, in the current language."""


@dataclass(frozen=True)
class ReadDataset:
    """A dataset that the rows come from, at the version that was read."""

    dataset_id: int
    version_number: int


@dataclass(frozen=True)
class WantedOutput:
    """What is wanted: how a person knows it, how many rows, what for, for whom, and from which datasets.

    `is_original`: a file as it came, in which nothing is masked; other files have the masks of their asker.
    """

    described: str
    rows: int
    purpose: str
    recipient: str
    datasets: tuple[ReadDataset, ...] = ()
    is_original: bool = False


@dataclass(frozen=True)
class SourceDataset:
    """A dataset behind a request as it is now; `classification` is that of today, not of the asking.

    `masks` are those in the file, by column; None: nothing is hidden in it, or it is not known what.
    """

    dataset_id: int
    version_number: int
    name: str
    title: str
    classification: str
    section_code: str | None
    project_id: int | None
    masks: Mapping[str, str] | None


@dataclass(frozen=True)
class OutputRequest:
    """A request with its decision, if there is one. Moments are UTC; names of persons None: no account."""

    output_id: int
    user_name: str
    asker: str | None
    section_code: str | None
    region_code: str | None
    described: str
    file: str
    sha256: str
    rows: int
    purpose: str
    recipient: str
    asked_at: datetime
    decided_by: str | None
    decider: str | None
    decided_at: datetime | None
    is_granted: bool | None
    approval_number: str | None
    note: str | None
    taken_at: datetime | None
    withdrawn_at: datetime | None
    datasets: tuple[SourceDataset, ...]

    @property
    def classification(self) -> str:
        """The strictest of its datasets."""
        return strictest(entry.classification for entry in self.datasets)

    @property
    def lapses_at(self) -> datetime | None:
        """When a file that was granted and not taken is gone; None where nothing was granted."""
        if not self.is_granted or self.decided_at is None:
            return None
        return self.decided_at + timedelta(days=number("AUDIT_OUTPUT_DAYS"))

    def state(self, moment: datetime) -> str:
        """How it stands at the moment, of OUTPUT_STATE."""
        if self.withdrawn_at is not None:
            return "withdrawn"
        if self.is_granted is None:
            return "waiting"
        if not self.is_granted:
            return "refused"
        if self.taken_at is not None:
            return "taken"
        return "lapsed" if self.lapses_at is not None and self.lapses_at <= moment else "granted"


def own_requests(connection: Connection, user: User) -> tuple[OutputRequest, ...]:
    """The user's own requests, newest first."""
    return _requests(connection, OutputApproval.user_name == user.user_name)


def requests_to_decide(connection: Connection, user: User) -> tuple[OutputRequest, ...]:
    """Requests of other people that the user may decide or has to know of, newest first; () for others.

    Who is bound to a section or a region sees those of accounts bound to the same place.
    """
    if not can(user, DECIDING):
        return ()
    found = _requests(connection, OutputApproval.user_name != user.user_name)
    return tuple(entry for entry in found if is_in_place(connection, user, place_of(entry)))


def place_of(request: OutputRequest) -> tuple[str | None, str | None]:
    """Section and region of whoever asked."""
    return request.section_code, request.region_code


def existing_request(connection: Connection, output_id: int) -> OutputRequest:
    """The request of that number. Raises OutputError where there is none."""
    found = _requests(connection, OutputApproval.output_approval_id == output_id)
    if not found:
        raise OutputError(_("There is no such request."))
    return found[0]


def may_preview(connection: Connection, user: User, request: OutputRequest) -> bool:
    """Whether the user may see rows of the file: only who may read every dataset that they come from."""
    return bool(request.datasets) and all(
        may_read(connection, user, entry.dataset_id) for entry in request.datasets
    )


def check_no_secret(classifications: set[str]) -> None:
    """Raise OutputError for rows of a state secret: they never leave as a file of this system."""
    if SECRET in classifications:
        raise OutputError(
            _(
                "Rows of a state secret do not leave as a file. They are handed over on a registered carrier"
                " under the secrecy rules; data-room staff enter the hand-over in the data ledgers."
            )
        )


def _requests(connection: Connection, condition: Any) -> tuple[OutputRequest, ...]:
    asked = (
        select(OutputApproval.__table__, Account.display_name, Account.section_code, Account.region_code)
        .outerjoin(Account, Account.user_name == OutputApproval.user_name)
        .where(condition)
        .order_by(OutputApproval.output_approval_id.desc())
    )
    rows = connection.execute(asked).all()
    sources = _sources(connection, condition)
    people = dict(connection.execute(select(Account.user_name, Account.display_name)).all())
    return tuple(_request(row, sources.get(row.output_approval_id, ()), people) for row in rows)


def _request(row: Row[Any], datasets: tuple[SourceDataset, ...], people: dict[str, str]) -> OutputRequest:
    return OutputRequest(
        output_id=row.output_approval_id,
        user_name=row.user_name,
        asker=row.display_name,
        section_code=row.section_code,
        region_code=row.region_code,
        described=row.described,
        file=row.file,
        sha256=row.sha256,
        rows=row.row_count,
        purpose=row.purpose,
        recipient=row.recipient,
        asked_at=row.asked_at,
        decided_by=row.decided_by,
        decider=people.get(row.decided_by or ""),
        decided_at=row.decided_at,
        is_granted=row.is_granted,
        approval_number=row.approval_number,
        note=row.note,
        taken_at=row.taken_at,
        withdrawn_at=row.withdrawn_at,
        datasets=datasets,
    )


def _sources(connection: Connection, condition: Any) -> dict[int, tuple[SourceDataset, ...]]:
    found: dict[int, tuple[SourceDataset, ...]] = {}
    read = (
        select(
            OutputDataset.output_approval_id,
            Dataset.dataset_id,
            OutputDataset.version_number,
            Dataset.name,
            Dataset.title,
            Dataset.classification,
            Dataset.section_code,
            Dataset.project_id,
            OutputDataset.masks,
        )
        .join(Dataset, Dataset.dataset_id == OutputDataset.dataset_id)
        .join(OutputApproval, OutputApproval.output_approval_id == OutputDataset.output_approval_id)
        .where(condition)
        .order_by(Dataset.name, OutputDataset.version_number)
    )
    for row in connection.execute(read):
        hidden = json.loads(row.masks) if row.masks is not None else None
        found[row[0]] = (*found.get(row[0], ()), SourceDataset(*row[1:-1], hidden))
    return found
