"""Runs of a few models on the invented warehouse, so that the demonstration has suspects with evidence."""

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.audit_models.runs import run
from data.engine import reading
from queries.audit_models.hits import seen_run
from queries.audit_models.registered import register_hits
from queries.audit_models.running import start_run
from queries.audit_models.shipped import shipped_model

# One of each kind of picture and of the sectors that auditors look at first.
CODES = ("M01", "M04", "M07", "M24", "M26B", "M30", "M52")
# Run and not registered: what they found lies on the map, for whoever looks there.
ON_THE_MAP = ("M12", "M18", "M19", "M35")


def run_demo_models(engine: Engine) -> int:
    """Run them and register the hits of CODES; how many suspects there are since."""
    registered = 0
    for code in CODES:
        started = start_run(engine, COMMAND_LINE, shipped_model(code))
        started.process.wait()
        with reading(engine) as connection:
            facts = run(connection, started.facts.run_id)
            seen = seen_run(connection, COMMAND_LINE, facts)
        registered += len(register_hits(engine, COMMAND_LINE, seen).suspect_ids)
    for code in ON_THE_MAP:
        start_run(engine, COMMAND_LINE, shipped_model(code)).process.wait()
    return registered
