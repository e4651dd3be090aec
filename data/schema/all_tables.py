"""All tables of the audit database at once, for what goes over the whole of it."""

from collections.abc import Iterable

from data import schema
from data.schema.base import Base

# Each class enters its table, once somebody names it.
ALL_CLASSES: Iterable[type[Base]] = [
    each for each in (getattr(schema, name) for name in schema.__all__) if each is not Base
]
ALL_TABLES = Base.metadata
