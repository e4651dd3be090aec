"""The models that come with the program: every file of queries/models."""

from functools import cache
from pathlib import Path

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
