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
    models: dict[str, AuditModel] = {}
    for file in sorted(FOLDER.glob("*.sql")):
        try:
            model = read_model(file.read_text("utf-8"))
        except ModelFaultError as error:
            raise ModelFaultError(f"{file.name}: {error}") from error
        if not file.stem.startswith(f"{model.code}_"):
            raise ModelFaultError(f"{file.name}: the name does not begin with {model.code}_")
        models[model.code] = model
    return models


def file_of(code: str) -> Path:
    """The file of a shipped model. Raises KeyError."""
    found = next(iter(FOLDER.glob(f"{code}_*.sql")), None)
    if found is None:
        raise KeyError(code)
    return found


def is_own(model: AuditModel) -> bool:
    """Whether the bureau wrote the model itself."""
    return model.code not in shipped_models()


def model_title(name: str) -> str:
    """The title of a model, or what it is called by in rows, in the current language.

    Rows have the Chinese title; a bureau's own models have that one alone.
    """
    return str(_titles().get(name, name)) if language() == "en" else name


@cache
def _titles() -> dict[str, str]:
    return {model.title.zh: model.title.en for model in shipped_models().values()}
