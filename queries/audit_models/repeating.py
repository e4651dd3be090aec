"""A run once more, exactly: the same text, the same values, the same versions of data and map layers."""

from sqlalchemy import Engine, select

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.audit_models.runs import RunFacts
from data.audit_models.texts import PUBLISHED, SUPERSEDED
from data.engine import reading
from data.geo.layers.installing import layers_of_run
from data.language import _
from data.schema import AuditModel, AuditModelText
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.hits import seen_run
from queries.audit_models.running import ACTION, Started, run_text


def repeat_run(engine: Engine, user: User, facts: RunFacts) -> Started:
    """Start it, whatever was published or brought in since.

    Raises NotPermittedError also where a dataset of the run may not be read any more, NotRunnableError where
    a version is gone, the text never was in force or the model was withdrawn, and BusyError.
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, facts.model_code)
    with reading(engine) as connection:
        seen = seen_run(connection, user, facts)
        held = layers_of_run(connection, facts.run_id) or None  # None: what is older kept no layers
        state = connection.scalar(
            select(AuditModelText.state).where(AuditModelText.audit_model_text_id == facts.text_id)
        )
        withdrawn = connection.scalar(
            select(AuditModel.withdrawn_date).where(AuditModel.model_code == facts.model_code)
        )
    if withdrawn is not None:
        raise NotRunnableError(
            _("The model {code} was taken out of force on {day}.").format(
                code=facts.model_code, day=withdrawn.isoformat()
            )
        )
    if state not in {PUBLISHED, SUPERSEDED}:
        raise NotRunnableError(_("This text of the model was never in force."))
    on = [f"{read.relation}={read.dataset_name}@{read.number}" for read in facts.read]
    return run_text(engine, user, seen.model, facts.text_id, facts.params, on, against=held)
