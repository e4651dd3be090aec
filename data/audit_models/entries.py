"""The catalogue of published models: which version of which is in force, with what figures ask of it."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, update

from data.bureau import bureau
from data.schema import AuditModel


@dataclass(frozen=True)
class Entry:
    """A model as the catalogue has it. `title` is Chinese; the codes are those of data/codes.py."""

    model_code: str
    version: int
    title: str
    title_en: str
    sector: str
    method: str
    severity: str
    is_shipped: bool


def enter(connection: Connection, entry: Entry, text_id: int) -> None:
    """Make the text of that number the model's version in force, in the caller's transaction."""
    values = asdict(entry) | {"audit_model_text_id": text_id, "withdrawn_date": None}
    code = values.pop("model_code")
    changed = connection.execute(update(AuditModel).where(AuditModel.model_code == code).values(values))
    if not changed.rowcount:
        day = bureau(connection).as_of
        connection.execute(insert(AuditModel).values(model_code=code, published_date=day, **values))
