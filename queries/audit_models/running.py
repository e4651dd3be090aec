"""A model on its way: data chosen, values read, started on the engine in force, written when it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.audit_models.runs import Beginning, Ending, RunFacts, begin, end, previous_run, refused
from data.audit_models.texts import is_own, published_text
from data.data_room.dataset_access import masks
from data.data_room.dataset_use import record_use
from data.engine import reading, writing
from data.language import _, language, use_language
from data.settings import number
from queries.audit_models.choosing import Chosen, NotRunnableError, choose
from queries.audit_models.comparing import compared, is_comparable
from queries.audit_models.engines.engine import ModelEngine, Process, Work
from queries.audit_models.engines.in_force import engine_for, engine_name
from queries.audit_models.guarding import guard
from queries.audit_models.model import AuditModel
from queries.audit_models.values import values_of
from queries.workbench.limits import Limits
from queries.workbench.outcome_words import outcome_words
from queries.workbench.running import Outcome

if TYPE_CHECKING:
    from data.geo.layers.installing import Layer
    from queries.audit_models.spatial.given import Areas

ACTION = "run-models"
_SPILL_TIMES_MEMORY = 16  # 100 M rows are sorted and joined on disk


@dataclass(frozen=True)
class Started:
    """A run under way: its facts when it began, and the process, whose `outcome` is None until it ended."""

    facts: RunFacts
    process: Process


def model_limits() -> Limits:
    """What one run of a model may take. Raises ValueError where a setting is no number."""
    memory_mb = number("AUDIT_MODEL_MEMORY_MB")
    return Limits(
        seconds=number("AUDIT_MODEL_SECONDS"),
        rows=0,
        memory_mb=memory_mb,
        spill_mb=_SPILL_TIMES_MEMORY * memory_mb,
    )


def start_run(
    engine: Engine,
    user: User,
    model: AuditModel,
    *,
    on: Sequence[str] = (),
    given: Mapping[str, Any] | None = None,
) -> Started:
    """Start a run of a published model on the newest fitting versions, or on those that `on` names.

    Raises NotPermittedError, ValueRefusedError, NotRunnableError (the run is written with the reason), and
    BusyError where as many run as may at once.
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, model.code)
    values = values_of(model, given or {})
    with writing(engine) as connection:
        text_id = published_text(connection, model.code, model.version, model.text)
    return run_text(engine, user, model, text_id, values, on)


def run_text(  # noqa: PLR0917 all that makes a run what it is
    engine: Engine,
    user: User,
    model: AuditModel,
    text_id: int,
    values: Mapping[str, Any],
    on: Sequence[str],
    *,
    against: "Sequence[Layer] | None" = None,
) -> Started:
    """Start a run of that very text with values as they are bound; raises like `start_run`.

    `against` are the versions of map layers that it is held against; without them those installed now. The
    right to run models was asked for before.
    """
    beginning = Beginning(model.code, model.version, text_id, values, (), engine_name(model))
    try:
        runs_on = engine_for(model)
        runs_on.check()
        with reading(engine) as connection:
            chosen = choose(connection, user, model, on)
            held = _layers_of(connection, model) if against is None else tuple(against)
            areas = areas_of(connection, model, chosen, held)
            is_unreviewed = is_own(connection, text_id)
        if is_unreviewed:
            guard(model)
            _see_unmasked(chosen)
    except NotRunnableError as error:
        refused(engine, user, beginning, str(error))
        raise
    reads = tuple((relation, choice.version.version_id) for relation, choice in chosen.items())
    layers = tuple(layer.map_layer_id for layer in held)
    beginning = Beginning(model.code, model.version, text_id, values, reads, runs_on.name, layers)
    facts = begin(engine, user, beginning)
    try:
        return Started(facts, _started(engine, user, runs_on, model, chosen, facts, areas))
    except BaseException as error:
        end(engine, user, facts.run_id, Ending("failed", str(error)))
        raise


def areas_of(
    connection: Connection,
    model: AuditModel,
    chosen: Mapping[str, Chosen],
    against: "Sequence[Layer] | None" = None,
) -> "Areas | None":
    """The areas of layers that the model is held against: of those `against`, or of those installed now.

    Raises NotRunnableError where there are none.
    """
    if not model.derived:
        return None
    # What computes with shapes loads slowly, and few models need it.
    from queries.audit_models.spatial.areas import areas_for  # noqa: PLC0415

    held = _layers_of(connection, model) if against is None else against
    return areas_for(connection, model, chosen, held)


def _layers_of(connection: Connection, model: AuditModel) -> "tuple[Layer, ...]":
    if not model.derived:
        return ()
    from queries.audit_models.spatial.areas import layers_for  # noqa: PLC0415

    return layers_for(connection, model)


def _see_unmasked(chosen: Mapping[str, Chosen]) -> None:
    """A model written here may put anything into its columns: a mask by their names would be blind.

    Raises NotRunnableError where the user sees a column of the data through a mask.
    """
    for choice in chosen.values():
        if hidden := sorted(masks(choice.version, choice.access)):
            raise NotRunnableError(
                _(
                    "You see {column} of {dataset} through a mask; a model of the bureau's own is run by"
                    " whoever sees its data unmasked."
                ).format(column=hidden[0], dataset=choice.facts.name)
            )


def _started(  # noqa: PLR0917 all that makes a run what it is
    engine: Engine,
    user: User,
    runs_on: ModelEngine,
    model: AuditModel,
    chosen: Mapping[str, Chosen],
    facts: RunFacts,
    areas: "Areas | None",
) -> Process:
    bounds, spoken = model_limits(), language()

    def on_end(outcome: Outcome) -> None:
        use_language(spoken)
        try:
            ending = _ending(engine, model, facts, outcome, outcome_words(outcome, bounds))
        except Exception as error:  # whatever it is, the run must not stay under way for good
            ending = Ending("failed", f"{type(error).__name__}: {error}", seconds=outcome.seconds)
        end(engine, user, facts.run_id, ending)
        for dataset_id in {choice.facts.dataset_id for choice in chosen.values()}:
            record_use(engine, user, dataset_id, "model")

    versions = {relation: choice.version for relation, choice in chosen.items()}
    return runs_on.start(Work(model, facts.params, versions, facts.hits_file, bounds, areas), on_end)


def _ending(engine: Engine, model: AuditModel, facts: RunFacts, outcome: Outcome, words: str) -> Ending:
    if outcome.outcome != "done":
        return Ending(outcome.outcome, words, seconds=outcome.seconds)
    skipped = tuple(
        (skip.why.zh, rows) for skip, rows in zip(model.skips, outcome.counts, strict=True) if rows
    )
    with reading(engine) as connection:
        before = previous_run(connection, facts)
        is_alike = before is not None and is_comparable(connection, model, before)
    new, gone = compared(model, facts, before) if before and is_alike else (None, None)
    return Ending(
        "done",
        rows=outcome.rows,
        skipped=skipped,
        seconds=outcome.seconds,
        previous_run_id=before.run_id if before else None,
        new_count=new,
        gone_count=gone,
    )
