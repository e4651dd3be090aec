"""A party looked for in the newest runs and the datasets that the reader may read; it can be stopped."""

from collections.abc import Callable

import duckdb
from sqlalchemy import func, select

from components.session import current_user, engine
from components.worked import worked
from data.engine import reading
from data.language import _
from data.schema import ModelRun
from queries.audit_models.parties import FoundParty, PartyHits, hits_with
from queries.audit_models.party_rows import PartyRows, datasets_with, places_of

Found = tuple[tuple[PartyHits, ...], tuple[PartyRows, ...]]


def party_search(party: FoundParty) -> Found | None:
    """(hits of models, rows in datasets); None while it goes on, and where it was stopped.

    It begins anew where a run ended since, or what the reader may read has changed.
    """
    asked_of, user = engine(), current_user()
    with reading(asked_of) as connection:
        places = places_of(connection, user, party)
        newest_run = connection.scalar(select(func.max(ModelRun.model_run_id)))

    def look(duck: duckdb.DuckDBPyConnection, go_on: Callable[[], None]) -> Found:
        with reading(asked_of) as connection:
            hits = hits_with(connection, user, party, duck, go_on)
        return hits, datasets_with(places, party, duck, go_on)

    return worked(
        (user, party, places, newest_run),
        look,
        key="party_search",
        words=_("Looking through models and datasets …"),
    )
