"""Making a version visible: files into place, then its row, event and ledger line in one transaction."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import SQLAlchemyError

from data.access.permission import is_in_place, permit, refuse
from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.data_room.movements import Movement, write_movement
from data.data_room.undertakings import need_undertaking
from data.engine import now, writing
from data.events import DatasetVersionAdded, record, take_turn
from data.language import _
from data.local_time import today_in_china
from data.schema import Dataset, DatasetVersion, DataSource, Project, SourceArrival
from data.warehouse.arrival import Arrival, as_json, check_arrival
from data.warehouse.failures import WarehouseError, in_clear_words
from data.warehouse.folders import sync, sync_below, version_folder
from data.warehouse.manifest import write_manifest
from data.warehouse.staging import Staging
from data.warehouse.versions import DatasetFacts, Version, dataset, newest
from data.warehouse.wider import wider_columns

ACTION = "bring-data"
# What comes in these ways comes from the source itself and shows that its connection works.
_FROM_THE_SOURCE = {"network", "route"}


def commit_version(
    engine: Engine,
    user: User,
    staging: Staging,
    arrival: Arrival,
    *,
    day: date | None = None,
    keep_recipe: Callable[[Connection], int] | None = None,
) -> Version:
    """Make what was staged the next version of its dataset, which is made where it is not there yet.

    The staging folder holds part-*.parquet with the columns of `arrival`, and original/<sha256>. `day` is
    that of the collection ledger: today. `keep_recipe` writes the recipe that the file was read by, in the
    same transaction, and gives its number. A dataset that is there takes versions from its owner and from the
    command line. Whoever is bound to a section or a region brings data there only, and it belongs there where
    nothing is said. Raises WarehouseError, NotPermittedError and UndertakingMissingError (both recorded).
    """
    permit_bringing(engine, user, arrival.dataset)
    check_arrival(arrival)
    with in_clear_words():
        parts = write_manifest(staging.folder, arrival.sha256)
        if not parts or sum(part.rows or 0 for part in parts) != arrival.rows:
            raise WarehouseError(_("The rows that were staged are not those that were counted."))
        sync_below(staging.folder)
        try:
            with writing(engine) as connection:
                take_turn(connection)
                if keep_recipe is not None:
                    arrival = replace(arrival, recipe_id=keep_recipe(connection))
                version = _add(connection, user, staging, arrival, day or today_in_china())
        except SQLAlchemyError:
            raise  # whether it was committed is known to the database alone: the next sweep asks it
        except Exception as error:
            shutil.rmtree(version_folder(staging.key), ignore_errors=True)
            if isinstance(error, NotPermittedError):
                refuse(engine, user, ACTION, arrival.dataset)
            raise
        staging.mark.unlink(missing_ok=True)
    return version


def permit_bringing(engine: Engine, user: User, subject: str) -> None:
    """Raise unless the user may bring data now: the right, and a valid secrecy undertaking.

    The command line is no person and signs nothing; who has a shell on the server has its files as well.
    """
    if user == COMMAND_LINE:
        return
    permit(engine, user, ACTION, subject)
    need_undertaking(engine, user, ACTION, subject)


def _add(connection: Connection, user: User, staging: Staging, arrival: Arrival, day: date) -> Version:
    _check_place(connection, user, arrival)
    facts = dataset(connection, arrival.dataset) or _new_dataset(connection, user, arrival)
    if user.user_name not in {facts.owner, COMMAND_LINE.user_name}:
        raise NotPermittedError(ACTION)
    if facts.dataset_type != arrival.dataset_type:
        raise WarehouseError(
            _("The dataset {name} is of another type. Choose another name.").format(name=facts.name)
        )
    before = newest(connection, facts.dataset_id)
    kept = before if arrival.change != "replace" else None
    number = before.number + 1 if before else 1
    connection.execute(
        insert(DatasetVersion).values(
            dataset_id=facts.dataset_id,
            number=number,
            change=arrival.change,
            row_count=arrival.rows + (kept.row_count if kept else 0),
            refused_count=arrival.refused,
            columns=as_json(wider_columns(kept.columns if kept else (), arrival.columns)),
            folder=staging.key,
            original_name=arrival.original_name,
            original_sha256=arrival.sha256,
            original_bytes=arrival.original_bytes,
            encoding=arrival.encoding,
            sheet=arrival.sheet,
            delivery=arrival.delivery,
            quality_basis_points=arrival.quality_basis_points,
            report=json.dumps(dict(arrival.report), ensure_ascii=False) if arrival.report else None,
            recipe_id=arrival.recipe_id,
            loaded_by=user.user_name,
            loaded_at=now(),
        )
    )
    _tell(connection, user, arrival, facts, number=number, day=day)
    version = newest(connection, facts.dataset_id)
    assert version is not None  # written above, in this transaction
    if facts.data_source_id is not None and arrival.delivery in _FROM_THE_SOURCE:
        connection.execute(
            insert(SourceArrival).values(
                data_source_id=facts.data_source_id,
                fact_date=day,
                is_failed=False,
                row_count=arrival.rows,
                dataset_version_id=version.version_id,
                recorded_at=now(),
            )
        )
    place = version_folder(staging.key)
    staging.folder.rename(place)
    sync(place.parent)
    return version


def _check_place(connection: Connection, user: User, arrival: Arrival) -> None:
    """Raise where the section, the region or the project is none of those that the user is bound to."""
    places = [(arrival.section_code or user.section_code, arrival.region_code or user.region_code)]
    if arrival.project_id is not None:
        of_project = select(Project.section_code, Project.region_code)
        found = connection.execute(of_project.where(Project.project_id == arrival.project_id)).first()
        places.append((found.section_code, found.region_code) if found else (None, None))
    if not all(is_in_place(connection, user, place) for place in places):
        raise NotPermittedError(ACTION)


def _new_dataset(connection: Connection, user: User, arrival: Arrival) -> DatasetFacts:
    connection.execute(
        insert(Dataset).values(
            name=arrival.dataset,
            title=arrival.title or arrival.dataset,
            dataset_type=arrival.dataset_type,
            data_source_id=arrival.data_source_id,
            owner=arrival.owner or user.user_name,
            section_code=arrival.section_code or user.section_code,
            region_code=arrival.region_code or user.region_code,
            project_id=arrival.project_id,
            classification=arrival.classification,
            created_at=now(),
        )
    )
    facts = dataset(connection, arrival.dataset)
    assert facts is not None  # written above, in this transaction
    return facts


def _tell(
    connection: Connection, user: User, arrival: Arrival, facts: DatasetFacts, *, number: int, day: date
) -> None:
    """The event, and the line of the collection ledger that stands on it."""
    event_id = record(
        connection,
        user.user_name,
        DatasetVersionAdded(
            dataset=facts.name,
            number=number,
            change=arrival.change,
            rows=arrival.rows,
            refused=arrival.refused,
            sha256=arrival.sha256,
            original_name=arrival.original_name,
            delivery=arrival.delivery,
            dataset_id=facts.dataset_id,
        ),
    )
    source = select(DataSource.name).where(DataSource.data_source_id == facts.data_source_id)
    line = Movement(
        kind="collection",
        fact_date=day,
        described=f"{facts.title}（{arrival.original_name}）",
        counterparty=arrival.counterparty or connection.scalar(source) or "",
        person=user.user_name,
        purpose=arrival.purpose,
        dataset_id=facts.dataset_id,
        version_number=number,
        row_count=arrival.rows,
        sha256=arrival.sha256,
        project_id=arrival.project_id or facts.project_id,
        section_code=arrival.section_code or facts.section_code,
        approval_number=arrival.approval_number,
    )
    write_movement(connection, line, event_id)
