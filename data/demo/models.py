"""When the invented bureau published the models that came with the program: over some years."""

from datetime import date, timedelta

from sqlalchemy import Engine, select, update

from data.access.roles import COMMAND_LINE
from data.engine import writing
from data.events import ModelTextMoved, record
from data.schema import AuditModel

_FIRST = date(2023, 3, 15)
_DAYS = 1_250


def spread_publication(engine: Engine) -> None:
    """Give each model a day of publication in the order of the codes; the same days on every run."""
    with writing(engine) as connection:
        codes = connection.scalars(select(AuditModel.model_code).order_by(AuditModel.model_code)).all()
        for place, code in enumerate(codes):
            day = _FIRST + timedelta(days=_DAYS * place // max(len(codes), 1))
            connection.execute(
                update(AuditModel).where(AuditModel.model_code == code).values(published_date=day)
            )
        record(connection, COMMAND_LINE.user_name, ModelTextMoved("、".join(codes), 0, "published"))
