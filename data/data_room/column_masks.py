"""Masks that a dataset's owner decides on, for all versions, in place of those that the files came with."""

from sqlalchemy import Engine, delete, insert, select

from data.access.permission import refuse
from data.access.roles import User
from data.codes import COLUMN_MASK
from data.data_room.dataset_access import KEEPING
from data.data_room.dataset_owner import is_kept_by_another, owned_or_kept
from data.engine import now, writing
from data.events import ColumnMaskChanged, record, take_turn
from data.language import _
from data.schema import ColumnMask
from data.warehouse import WarehouseError, versions

WHOLE = "whole"


def set_mask(engine: Engine, user: User, name: str, column: str, mask: str | None) -> None:
    """Mask a column in every version (COLUMN_MASK), or show it as it is (None), whatever came with the files.

    Its owner decides; who keeps the data room may only make it stricter. It holds at once, in every reading.
    Raises WarehouseError where the column is not there, KeyError for an unknown mask, and NotPermittedError
    (recorded).
    """
    if mask is not None:
        COLUMN_MASK[mask]
    facts = owned_or_kept(engine, user, name)
    with writing(engine) as connection:
        take_turn(connection)
        found = {
            known.name.lower(): known
            for version in versions(connection, facts.dataset_id)
            for known in version.columns
        }
        known = found.get(column.lower())
        if known is None:
            raise WarehouseError(_("The dataset has no column {column}.").format(column=column))
        is_allowed = not is_kept_by_another(user, facts) or is_stricter(mask, known.mask)
        if is_allowed and mask != known.mask:
            # Small letters as Python has them: SQLite knows those of English alone.
            of_dataset = ColumnMask.dataset_id == facts.dataset_id
            names = connection.scalars(select(ColumnMask.column_name).where(of_dataset)).all()
            same = [entry for entry in names if entry.lower() == known.name.lower()]
            connection.execute(delete(ColumnMask).where(of_dataset, ColumnMask.column_name.in_(same)))
            connection.execute(
                insert(ColumnMask).values(
                    dataset_id=facts.dataset_id,
                    column_name=known.name,
                    mask=mask,
                    set_by=user.user_name,
                    set_at=now(),
                )
            )
            before, after = {"column_mask": known.mask}, {"column_mask": mask}
            change = ColumnMaskChanged(name, known.name, before, after, facts.dataset_id)
            record(connection, user.user_name, change)
    if not is_allowed:
        refuse(engine, user, KEEPING, f"{name}.{column}")


def is_stricter(mask: str | None, before: str | None) -> bool:
    """Whether a mask hides more: any hides more than none, and the whole more than a part."""
    return _strictness(mask) > _strictness(before)


def _strictness(mask: str | None) -> int:
    return 0 if mask is None else 2 if mask == WHOLE else 1
