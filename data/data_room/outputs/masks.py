"""What is hidden in a file that somebody asked for, and what would be hidden from its asker now."""

from sqlalchemy import Connection

from data.access.roles import User
from data.data_room.column_masks import is_stricter
from data.data_room.dataset_access import access_to, masks
from data.data_room.outputs.requests import OutputError, ReadDataset, SourceDataset
from data.language import _, listed
from data.warehouse import newest


def masks_now(connection: Connection, user: User, read: ReadDataset | SourceDataset) -> dict[str, str]:
    """The masks under which the user sees the version at this moment, by the column's name."""
    version = newest(connection, read.dataset_id, read.version_number)
    return dict(masks(version, access_to(connection, user, read.dataset_id))) if version else {}


def check_masks(connection: Connection, user: User, source: SourceDataset) -> None:
    """Raise OutputError where the file shows more than the user may see now."""
    if source.masks is None and not access_to(connection, user, source.dataset_id).is_unmasked:
        raise OutputError(
            _(
                "Nothing is masked in the file, but you see {dataset} with masks now, so it stays here. Ask"
                " again for the rows as you see them."
            ).format(dataset=source.title)
        )
    before, now = source.masks or {}, masks_now(connection, user, source)
    hidden = {column for column, mask in now.items() if is_stricter(mask, before.get(column))}
    if hidden:
        version = newest(connection, source.dataset_id, source.version_number)
        titles = [column.title for column in version.columns if column.name in hidden] if version else []
        raise OutputError(
            _(
                "Columns of {dataset} were masked after the file was asked for ({columns}), so it stays here."
                " Ask again for the rows as you see them now."
            ).format(dataset=source.title, columns=listed(titles))
        )
