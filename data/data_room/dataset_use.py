"""Who used which dataset on which day: what the catalogue says of last use, and what nobody uses."""

from sqlalchemy import Engine, text

from data.access.roles import User
from data.codes import DATASET_USE
from data.engine import reading, writing
from data.local_time import today_in_china


def record_use(engine: Engine, user: User, dataset_id: int, kind: str) -> None:
    """Note that the user used the dataset today in that way (DATASET_USE); kept once a day and way."""
    DATASET_USE[kind]
    values = {
        "dataset_id": dataset_id,
        "user_name": user.user_name,
        "kind": kind,
        "used_on": today_in_china().isoformat(),
    }
    there = text(
        "select 1 from dataset_use where dataset_id = :dataset_id and user_name = :user_name"
        " and kind = :kind and used_on = :used_on"
    )
    with reading(engine) as connection:
        if connection.scalar(there, values):
            return
    with writing(engine) as connection:
        connection.execute(
            text(
                "insert into dataset_use (dataset_id, user_name, kind, used_on, times)"
                " values (:dataset_id, :user_name, :kind, :used_on, 1) on conflict do nothing"
            ),
            values,
        )
