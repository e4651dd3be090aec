"""Where the reader is: the library, the model, the run and the hit, each a link."""

from components.address import address
from components.inert import inert
from components.navigation import MODEL_PAGE, MODELS_PAGE, RUN_PAGE
from components.session import bureau_now
from components.trail import Above, trail
from data.language import _
from queries.audit_models.hits import SeenRun


def run_path(seen: SeenRun, here: str = "") -> None:
    """Draw it; `here` names a place below the run."""
    as_of, model, number = bureau_now().as_of, seen.model, seen.facts.run_id
    above = [
        Above(MODELS_PAGE, _("Model library"), address(None, as_of), ":material/model_training:"),
        Above(MODEL_PAGE, f"{model.code} {inert(str(model.title))}", address(None, as_of, id=model.code)),
    ]
    run = _("Run {number}").format(number=number)
    if here:
        above.append(Above(RUN_PAGE, run, address(None, as_of, id=str(number))))
    trail(above, here or run)
