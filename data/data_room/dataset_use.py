"""Who used which dataset on which day: what the catalogue says of last use, and what nobody uses."""

from sqlalchemy import Engine, text

from data.access.roles import User
from data.codes import DATASET_USE
from data.engine import writing
from data.local_time import today_in_china


def record_use(engine: Engine, user: User, dataset_id: int, kind: str) -> None:
    """Count that the user used the dataset today in that way (DATASET_USE): one row a day and way."""
    DATASET_USE[kind]
    values = {
        "dataset_id": dataset_id,
        "user_name": user.user_name,
        "kind": kind,
        "used_on": today_in_china().isoformat(),
    }
    with writing(engine) as connection:
        connection.execute(
            text(
                "insert into dataset_use (dataset_id, user_name, kind, used_on, times)"
                " values (:dataset_id, :user_name, :kind, :used_on, 1)"
                " on conflict (dataset_id, user_name, kind, used_on)"
                " do update set times = dataset_use.times + 1"
            ),
            values,
        )
