"""The models that come with the program: every file of queries/models."""

from functools import cache
from pathlib import Path

from data.language import language
from queries.audit_models.model import AuditModel
from queries.audit_models.reading import ModelFaultError, read_model

FOLDER = Path(__file__).resolve().parent.parent / "models"


@cache
def shipped_models() -> dict[str, AuditModel]:
    """Every shipped model by its code, in the order of the codes. Raises ModelFaultError, naming the file."""
    return {code: shipped_model(code) for code in shipped_codes()}


@cache
def shipped_codes() -> tuple[str, ...]:
    """The codes of the shipped models, in order: what the names of their files begin with."""
    return tuple(file.stem.partition("_")[0] for file in sorted(FOLDER.glob("*.sql")))


@cache
def shipped_model(code: str) -> AuditModel:
    """One shipped model; the others are not read. Raises KeyError, and ModelFaultError, naming the file."""
    file = file_of(code)
    try:
        model = read_model(file.read_text("utf-8"))
    except ModelFaultError as error:
        raise ModelFaultError(f"{file.name}: {error}") from error
    if model.code != code:
        raise ModelFaultError(f"{file.name}: the name does not begin with {model.code}_")
    return model


def file_of(code: str) -> Path:
    """The file of a shipped model. Raises KeyError."""
    found = next(iter(FOLDER.glob(f"{code}_*.sql")), None)
    if found is None:
        raise KeyError(code)
    return found


def is_shipped(model: AuditModel) -> bool:
    """Whether the program brings a model of that code."""
    return model.code in shipped_codes()


def model_title(name: str) -> str:
    """The title of a model, or what it is called by in rows, in the current language.

    Rows have the Chinese title; a bureau's own models have that one alone.
    """
    return str(_titles().get(name, name)) if language() == "en" else name


@cache
def _titles() -> dict[str, str]:
    return {model.title.zh: model.title.en for model in shipped_models().values()}
