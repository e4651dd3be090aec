"""Which earlier run a run is compared with; the choice stands in the address."""

from sqlalchemy import and_

from components.address_choice import address_choice
from components.session import engine
from data.audit_models.runs import RunFacts, runs
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.schema import ModelRun
from queries.audit_models.hits import SeenRun

_MOST = 50


def run_comparison(seen: SeenRun) -> RunFacts | None:
    """Draw the choice; without one in the address it is the run before. None where there is none.

    What is gone since is told by the rows of the earlier run, so only runs over the same datasets are
    offered: whoever may read one may read the other.
    """
    facts = seen.facts
    earlier = and_(
        ModelRun.model_code == facts.model_code,
        ModelRun.outcome == "done",
        ModelRun.model_run_id < facts.run_id,
    )
    with reading(engine()) as connection:
        found = runs(connection, earlier, limit=_MOST)
    read = {each.dataset_id for each in facts.read}
    offered = {
        str(run.run_id): _words(run) for run in found if {each.dataset_id for each in run.read} <= read
    }
    if not offered:
        return None
    chosen = address_choice(_("Compare with"), offered, "before", key="run_before", width=420)
    return next(run for run in found if str(run.run_id) == chosen)


def _words(run: RunFacts) -> str:
    return _("Run {number} · {day} · {hits} hits").format(
        number=run.run_id, day=in_china(run.started_at).date(), hits=f"{run.row_count or 0:,}"
    )
