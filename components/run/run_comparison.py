"""Which earlier run a run is compared with; the choice stands in the address."""

from components.address_choice import address_choice
from components.session import engine
from data.audit_models.runs import RunFacts, earlier_runs
from data.engine import reading
from data.language import _, listed
from data.local_time import in_china
from queries.audit_models.comparing import is_comparable
from queries.audit_models.hits import SeenRun

_MOST = 50


def run_comparison(seen: SeenRun) -> RunFacts | None:
    """Draw the choice; without one in the address it is the run before. None where there is none.

    What is gone since is told by the rows of the earlier run, so only runs over the same datasets are
    offered: whoever may read one may read the other. Their hits have to be there, under the same key.
    """
    with reading(engine()) as connection:
        earlier = earlier_runs(connection, seen.facts, limit=_MOST)
        found = [run for run in earlier if is_comparable(connection, seen.model, run)]
    offered = {str(run.run_id): _words(run) for run in found}
    if not offered:
        return None
    chosen = address_choice(_("Compare with"), offered, "before", key="run_before", width=480)
    return next(run for run in found if str(run.run_id) == chosen)


def _words(run: RunFacts) -> str:
    return _("Run {number} · {day} · {hits} hits · data of version {versions}").format(
        number=run.run_id,
        day=in_china(run.started_at).date(),
        versions=listed([str(read.number) for read in run.read]),
        hits=f"{run.row_count or 0:,}",
    )
