"""Which engine runs the models: the one that AUDIT_WAREHOUSE_URL names, or DuckDB for what lies in places."""

from data.language import _
from data.settings import setting
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.engines.engine import ModelEngine
from queries.audit_models.engines.on_duckdb import OnDuckdb
from queries.audit_models.model import AuditModel

_SPARK = "sc://"


def engine_name(model: AuditModel) -> str:
    """The name of the engine that would run the model, whether it can be used or not."""
    if model.derived:
        return OnDuckdb.name
    return "spark" if setting("AUDIT_WAREHOUSE_URL").strip().startswith(_SPARK) else OnDuckdb.name


def engine_for(model: AuditModel) -> ModelEngine:
    """The engine in force; what is derived from places is computed on this machine, whatever that is.

    Raises NotRunnableError.
    """
    return OnDuckdb() if model.derived else engine_in_force()


def engine_in_force() -> ModelEngine:
    """DuckDB, or Spark for an address sc://host:port. Raises NotRunnableError for any other."""
    url = setting("AUDIT_WAREHOUSE_URL").strip()
    if url in {"", OnDuckdb.name}:
        return OnDuckdb()
    if not url.startswith(_SPARK):
        raise NotRunnableError(_("AUDIT_WAREHOUSE_URL is empty, duckdb or sc://host:port."))
    # What Spark needs is installed only where a cluster is used.
    from queries.audit_models.engines.on_spark import OnSpark  # noqa: PLC0415

    return OnSpark(url)
