"""What is said of a model in short, wherever it is named: severity, version, owner, its last run."""

from components.figures import show
from components.inert import inert
from data.codes import label
from data.language import _, listed
from data.local_time import in_china
from queries.audit_models.library import Shelved
from queries.run import Figure

SEVERITY_COLOURS = {"high": "red", "medium": "orange", "low": "gray"}
_SIGNS = {"high": "keyboard_double_arrow_up", "medium": "keyboard_arrow_up", "low": "remove"}


def severity_words(severity: str) -> str:
    """Markdown: the severity with its sign and colour."""
    word = label("severity", severity)
    return f":{SEVERITY_COLOURS[severity]}[:material/{_SIGNS[severity]}: {word}]"


def data_words(each: Shelved) -> str:
    """Markdown: whether the model runs on the data that the reader may read, or what is missing."""
    if not each.missing:
        words = _("Runs on the data you have")
        return f":green[:material/check_circle: {words}]"
    return f":gray[:material/block: {inert(' '.join(each.missing))}]"


def owner_words(each: Shelved) -> str:
    """Who wrote it."""
    return each.owner or _("Came with the product")


def run_words(each: Shelved) -> str:
    """The last run and what it found; "" where there is none."""
    last = each.last_run
    if last is None:
        return ""
    return _("Last run {day}: {hits} hits").format(
        day=in_china(last.started_at).date(), hits=show(last.row_count or 0, "count")
    )


def rate_words(rate: Figure | None) -> str:
    """The confirmation rate of its suspects with what it is of; "" where nothing was fed back."""
    if rate is None or rate.value is None:
        return ""
    return _("confirmation rate {rate} ({part} of {whole})").format(
        rate=show(rate.value, "percent"),
        part=show(rate.numerator, "count"),
        whole=show(rate.denominator, "count"),
    )


def code_words(each: Shelved) -> str:
    """The code and the aliases."""
    model = each.model
    if not model.aliases:
        return model.code
    return _("{name} ({words})").format(name=model.code, words=listed(model.aliases))
