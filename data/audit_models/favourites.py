"""Models that somebody keeps at hand: everybody's own."""

from sqlalchemy import Connection, Engine, delete, insert, select

from data.access.permission import permit
from data.access.roles import User
from data.engine import writing
from data.events import ModelFavoured, record
from data.schema import ModelFavourite

ACTION = "see-rows"


def favourites(connection: Connection, user_name: str) -> frozenset[str]:
    """The codes of that account's favourite models."""
    own = select(ModelFavourite.model_code).where(ModelFavourite.user_name == user_name)
    return frozenset(connection.scalars(own))


def set_favourite(engine: Engine, user: User, model_code: str, *, is_favourite: bool) -> None:
    """Put the model among the user's favourites, or take it out. Raises NotPermittedError (recorded)."""
    permit(engine, user, ACTION, model_code)
    own = (ModelFavourite.user_name == user.user_name, ModelFavourite.model_code == model_code)
    with writing(engine) as connection:
        was_favourite = connection.scalar(select(ModelFavourite.model_code).where(*own)) is not None
        if is_favourite == was_favourite:
            return
        if is_favourite:
            values = {"user_name": user.user_name, "model_code": model_code}
            connection.execute(insert(ModelFavourite).values(values))
        else:
            connection.execute(delete(ModelFavourite).where(*own))
        record(connection, user.user_name, ModelFavoured(model_code, is_favourite))
