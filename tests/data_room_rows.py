"""Make small data rooms by hand: sources, catalogue, requests, datasets and movements."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from data.engine import now
from data.events import SignedIn, record
from data.local_time import from_china
from data.schema import (
    Account,
    Base,
    CatalogueItem,
    DataMovement,
    DataRequest,
    Dataset,
    DatasetUse,
    DatasetVersion,
    DataSource,
    MovementClosing,
    OutputApproval,
    RoomBooking,
    SourceArrival,
    Undertaking,
)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(2))  # ten in the morning in China


def _added(connection: Connection, table: type[Base], **values: Any) -> int:
    done = connection.execute(insert(table).values(**values))
    assert done.inserted_primary_key
    return int(done.inserted_primary_key[0])


def add_source(connection: Connection, code: str, **values: Any) -> int:
    """One source of public finance that can be connected; returns its id."""
    usual = {
        "source_code": code,
        "name": f"来源{code}",
        "unit_id": 1,
        "region_code": "990101",
        "section_code": "S1",
        "domain": "integrated_finance",
        "sector": "public_finance",
        "can_connect": True,
        "recorded_at": now(),
    }
    return _added(connection, DataSource, **usual | values)


def add_arrival(connection: Connection, source: int, day: date, *, is_failed: bool = False) -> None:
    """What a source sent on a day, or failed to send."""
    _added(
        connection,
        SourceArrival,
        data_source_id=source,
        fact_date=day,
        is_failed=is_failed,
        row_count=None if is_failed else 100,
        recorded_at=now(),
    )


def add_item(connection: Connection, code: str, **values: Any) -> int:
    """One item of the catalogue that is collected every three months from the end of March 2024 on."""
    usual = {
        "item_code": code,
        "name": f"目录{code}",
        "region_code": "990101",
        "section_code": "S1",
        "domain": "integrated_finance",
        "sector": "public_finance",
        "collection_mode": "periodic",
        "cycle_months": 3,
        "first_due_date": date(2024, 3, 31),
        "recorded_at": now(),
    }
    return _added(connection, CatalogueItem, **usual | values)


def add_dataset(connection: Connection, name: str, *loaded: date, rows: int = 1000, **values: Any) -> int:
    """One dataset with a version on each of these days, each of `rows` rows more; returns its id."""
    usual = {
        "name": name,
        "title": f"数据集{name}",
        "dataset_type": "adhoc",
        "owner": "data_room",
        "region_code": "990101",
        "section_code": "S1",
        "classification": "internal",
        "created_at": _at(date(2024, 1, 1)),
    }
    dataset = _added(connection, Dataset, **usual | values)
    for number, day in enumerate(loaded, start=1):
        _added(
            connection,
            DatasetVersion,
            dataset_id=dataset,
            number=number,
            change="append" if number > 1 else "replace",
            row_count=rows * number,
            refused_count=1,
            columns="[]",
            folder=f"{name}-{number}",
            original_name=f"{name}.csv",
            original_sha256="0" * 64,
            original_bytes=1,
            delivery="command_line",
            quality_basis_points=9_900,
            loaded_by="data_room",
            loaded_at=_at(day),
        )
    return dataset


def use_dataset(connection: Connection, dataset: int, day: date) -> None:
    """Somebody tested the dataset on a day."""
    _added(
        connection,
        DatasetUse,
        dataset_id=dataset,
        user_name="auditor",
        kind="test",
        used_on=day.isoformat(),
        times=1,
    )


def add_request(connection: Connection, code: str, asked: date, due: date, **values: Any) -> int:
    """One request to the first unit; returns its id."""
    usual = {
        "request_code": code,
        "unit_id": 1,
        "section_code": "S1",
        "requested": f"资料{code}",
        "asked_date": asked,
        "due_date": due,
        "recorded_at": now(),
    }
    return _added(connection, DataRequest, **usual | values)


def add_movement(
    connection: Connection,
    kind: str,
    day: date,
    *,
    back: date | None = None,
    closed: date | None = None,
    person: str = "data_room",
) -> int:
    """One movement, to be returned on `back` and returned on `closed`; returns its id."""
    event = record(connection, "data_room", SignedIn())
    movement = _added(
        connection,
        DataMovement,
        kind=kind,
        fact_date=day,
        moved_at=_at(day),
        described="某表",
        row_count=10,
        counterparty="单位1",
        person=person,
        section_code="S1",
        purpose="审计",
        return_due_date=back,
        event_id=event,
    )
    if closed:
        _added(
            connection,
            MovementClosing,
            data_movement_id=movement,
            kind="returned",
            fact_date=closed,
            event_id=event,
        )
    return movement


def add_booking(connection: Connection, begins: datetime, hours: float = 3, **values: Any) -> int:
    """One booking asked for the day before, `begins` in China's time; returns its id."""
    begins_at = from_china(begins)
    usual = {
        "room": "一室",
        "user_name": "auditor",
        "section_code": "S1",
        "begins_at": begins_at,
        "ends_at": begins_at + timedelta(hours=hours),
        "purpose": "核对账套",
        "asked_at": begins_at - timedelta(days=1),
    }
    return _added(connection, RoomBooking, **usual | values)


def granted(begins: datetime, **values: Any) -> dict[str, Any]:
    """What a booking that was granted the day before it begins has besides."""
    decided_at = from_china(begins) - timedelta(days=1)
    return {"is_granted": True, "decided_by": "data_room", "decided_at": decided_at} | values


def add_person(connection: Connection, user_name: str, **values: Any) -> str:
    """One account, in region 990101 and section S1; returns its name."""
    usual = {
        "user_name": user_name,
        "display_name": f"姓名{user_name}",
        "password_hash": "",
        "region_code": "990101",
        "section_code": "S1",
        "is_disabled": False,
        "must_change_password": False,
        "created_at": now(),
    }
    _added(connection, Account, **usual | values)
    return user_name


def add_undertaking(connection: Connection, user_name: str, signed: date, until: date, **values: Any) -> None:
    """One secrecy undertaking."""
    usual = {"document": "承诺书 1 号", "recorded_by": "keeper", "recorded_at": now()}
    _added(
        connection,
        Undertaking,
        user_name=user_name,
        signed_date=signed,
        valid_until=until,
        **usual | values,
    )


def add_output(connection: Connection, user_name: str, asked: date, **days: date | bool | None) -> None:
    """One request to take rows out; `decided`, `taken` and `withdrawn` are days."""
    moments = {f"{name}_at": _at(day) for name, day in days.items() if isinstance(day, date)}
    _added(
        connection,
        OutputApproval,
        user_name=user_name,
        described="查询结果",
        file="0.xlsx",
        sha256="0",
        row_count=3,
        purpose="核对",
        recipient="审计组",
        asked_at=_at(asked),
        is_granted=days.get("is_granted"),
        **moments,
    )


def add_a_varied_data_room(connection: Connection) -> None:
    """Something for every figure of the data room by the middle of 2025, in both sections."""
    first = add_source(connection, "LY1", connected_date=date(2024, 1, 1))
    add_source(connection, "LY2", region_code="990102", section_code="S2", sector="banking")
    failing = add_source(connection, "LY3", connected_date=date(2024, 6, 1), can_connect=False, sector=None)
    add_arrival(connection, first, date(2025, 6, 1))
    add_arrival(connection, failing, date(2025, 6, 2), is_failed=True)
    fresh = add_dataset(connection, "a", date(2024, 3, 1), date(2025, 6, 10), data_source_id=first)
    idle = add_dataset(connection, "b", date(2024, 3, 1), section_code="S2", classification="sensitive")
    use_dataset(connection, fresh, date(2025, 6, 20))
    add_item(connection, "ML1", dataset_id=fresh, standardised_date=date(2025, 1, 1))
    add_item(connection, "ML2", dataset_id=idle, data_source_id=first)
    add_item(connection, "ML3", first_due_date=date(2025, 7, 15), section_code="S2")
    add_item(connection, "ML4", first_due_date=None, cycle_months=None, collection_mode="individual")
    asked = date(2025, 3, 1)
    add_request(connection, "R1", asked, date(2025, 3, 15), received_date=date(2025, 3, 15))
    add_request(connection, "R2", asked, date(2025, 3, 15), received_date=date(2025, 4, 1), unit_id=2)
    add_request(connection, "R3", asked, date(2025, 3, 15), project_id=1)
    add_request(
        connection, "R4", asked, date(2025, 12, 31), refused_date=date(2025, 3, 20), section_code="S2"
    )
    for begins in (datetime(2025, 6, 2, 9), datetime(2025, 6, 9, 9)):  # noqa: DTZ001 - China's time
        add_booking(connection, begins, **granted(begins), project_id=1)
    entered_at = from_china(begins)
    visit = {"entered_at": entered_at, "left_at": entered_at + timedelta(hours=2)}
    add_booking(connection, begins, **granted(begins, **visit), project_id=1)
    add_booking(connection, datetime(2025, 6, 30, 9), room="二室", section_code="S2")  # noqa: DTZ001
    add_movement(connection, "collection", date(2025, 6, 10))
    add_movement(connection, "receipt", date(2025, 3, 1), back=date(2025, 6, 1))
    add_movement(connection, "receipt", date(2025, 3, 1), back=date(2025, 6, 1), closed=date(2025, 5, 1))
    second = {"section_code": "S2", "region_code": "990102"}
    people = add_person(connection, "auditor"), add_person(connection, "clerk", **second)
    for person, until in zip(people, (date(2025, 7, 10), date(2026, 12, 31)), strict=True):
        add_undertaking(connection, person, date(2024, 2, 1), until)
        add_output(connection, person, date(2025, 6, 20))
