"""Make small task boards and suspects by hand: a test states what matters, the rest is filled in."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from data.engine import now
from data.schema import Suspect, SuspectStep, Task, TaskStep

SET = date(2025, 1, 6)


def add_task(
    connection: Connection,
    *steps: tuple[str, date] | tuple[str, date, dict[str, Any]],
    due: date | None = date(2025, 6, 30),
    **values: Any,
) -> int:
    """One task with its steps (kind, day[, more columns]); returns its id."""
    number = len(connection.execute(select(Task.task_id)).all()) + 1
    task_id = connection.execute(
        insert(Task).values(
            {
                "task_code": f"T{number:02d}",
                "kind": "task",
                "title": f"任务{number}",
                "year": 2025,
                "section_code": "S1",
                "region_code": "990101",
                "set_date": SET,
                "due_date": due,
                "recorded_at": now(),
            }
            | values
        )
    ).inserted_primary_key[0]
    for kind, day, *more in steps:
        details = more[0] if more else {}
        connection.execute(
            insert(TaskStep).values(
                {"task_id": task_id, "kind": kind, "fact_date": day, "recorded_at": now()} | details
            )
        )
    return int(task_id)


def add_suspect(connection: Connection, *steps: tuple[Any, ...], found: date = SET, **values: Any) -> int:
    """One suspect with its steps (state, day[, what else the step says]); returns its id."""
    suspect_id = connection.execute(
        insert(Suspect).values(
            {
                "model_code": "M01",
                "entity_reference": "对象",
                "summary": "疑点说明",
                "section_code": "S1",
                "region_code": "990101",
                "found_date": found,
                "recorded_at": now(),
            }
            | values
        )
    ).inserted_primary_key[0]
    for state, day, *said in steps:
        step = {"suspect_id": suspect_id, "state": state, "fact_date": day, "recorded_at": now()}
        connection.execute(insert(SuspectStep).values(step | (said[0] if said else {})))
    return int(suspect_id)


def add_a_varied_board(connection: Connection) -> None:
    """Tasks in every state on 2025-06-30, resolutions, a breakdown, and suspects of every state."""
    day = date(2025, 6, 26)
    add_task(connection, ("completed", day))
    add_task(connection, ("reported", day, {"progress_percent": 40, "note": "推进中"}), due=date(2025, 7, 4))
    add_task(connection, due=date(2025, 6, 20), section_code="S2", region_code="990102")
    add_task(connection, ("cancelled", day), section_code="S2")
    add_task(connection, due=date(2025, 7, 31), section_code=None, region_code=None)
    above = add_task(connection, due=date(2025, 12, 31), section_code=None)
    add_task(connection, ("completed", date(2025, 6, 3)), parent_task_id=above)
    add_task(connection, ("reported", day), due=None, parent_task_id=above, section_code="S2")
    add_task(connection, ("completed", day), kind="committee", origin="第一次会议", due=date(2025, 7, 1))
    add_task(connection, kind="committee", origin="第一次会议", due=date(2025, 7, 2))
    add_suspect(connection)
    add_suspect(connection, ("issued", SET))
    add_suspect(connection, ("issued", SET), ("confirmed", day), amount_fen=100)
    add_suspect(connection, ("issued", SET), ("not_confirmed", day), model_code="M02", section_code=None)
