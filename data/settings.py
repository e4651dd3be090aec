"""Settings: one list of (name, default, help), read from the environment.

`manage.py settings` prints the list with the values in force; docs/operations.md explains each.
"""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Setting:
    """One setting: the name of its environment variable, its default and what it does."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("AUDIT_VAR_DIR", "var", "Folder for the database file, figure copies and secrets."),
    Setting("AUDIT_DATABASE_URL", "", "Audit database (SQLAlchemy URL); empty: audit.db in AUDIT_VAR_DIR."),
    Setting("AUDIT_PORT", "8501", "Port that `make run` listens on."),
    Setting("AUDIT_IDLE_MINUTES", "30", "Minutes without activity after which a user is signed out."),
    Setting("AUDIT_SESSION_HOURS", "12", "Hours after which a sign-in ends whatever the activity."),
    Setting("AUDIT_MAX_FAILED_SIGN_INS", "5", "Wrong passwords in a row that lock an account."),
    Setting("AUDIT_LOCK_MINUTES", "15", "Minutes an account stays locked after too many wrong passwords."),
    Setting("AUDIT_PASSWORD_LENGTH", "10", "Smallest length of a password."),
    Setting("AUDIT_THREADS", "0", "Cores that one question of figures or data may use; 0: all of them."),
    Setting("AUDIT_EXPORT_ROWS", "200000", "Largest number of rows in one export."),
    Setting("AUDIT_WALL_SECONDS", "15", "Seconds between two refreshes of a big screen."),
    Setting("AUDIT_SQL_SECONDS", "60", "Seconds after which a query of the SQL workbench is stopped."),
    Setting("AUDIT_SQL_MEMORY_MB", "1024", "Memory that one query of the SQL workbench may use, in MB."),
    Setting("AUDIT_SQL_ROWS", "100000", "Largest number of rows that a query of the SQL workbench gives."),
    Setting("AUDIT_MODEL_SECONDS", "3600", "Seconds after which a run of an audit model is stopped."),
    Setting("AUDIT_MODEL_MEMORY_MB", "2048", "Memory that one run of an audit model may use, in MB."),
    Setting(
        "AUDIT_WAREHOUSE_URL",
        "",
        "Engine of audit models; empty or duckdb: this machine, sc://host:port: a Spark cluster.",
    ),
    Setting(
        "AUDIT_OUTPUT_DAYS",
        "30",
        "Days after its decision that a file to be taken out can be taken, then lies for checks.",
    ),
    Setting(
        "AUDIT_FILE_TEXT_SECONDS",
        "10",
        "Seconds between two looks for attached files whose text the search has not read; 0: never.",
    ),
    Setting("AUDIT_DROP_SECONDS", "60", "Seconds between two looks into the drop folder; 0: never."),
    Setting(
        "AUDIT_MAP_TILES",
        "",
        "Map servers of the intranet: addresses with {z}, {x}, {y}, separated by spaces; empty: none.",
    ),
    Setting("AUDIT_MAP_TILES_SOURCE", "", "Source and approval number of those tiles; stands under the map."),
    Setting("AUDIT_UPLOAD_MB", "200", "Largest file that the import page takes, in MB."),
    Setting(
        "AUDIT_IMMEDIATE_DAYS", "60", "Days that are proposed as the limit of an immediate rectification."
    ),
    Setting("AUDIT_ANSWER_DAYS", "60", "Days that are proposed for a unit's written answer to a notice."),
    Setting("AUDIT_REVIEW_DAYS", "7", "Days after which a step of close-out that waits counts as late."),
    Setting("AUDIT_ATTACHMENT_MB", "50", "Largest file that can be attached to a suspect or finding, in MB."),
    Setting("AUDIT_UPLOAD_MAX_GB", "100", "Largest file that the route for large files takes, in GB."),
    Setting(
        "AUDIT_TRANSFER_DAYS", "7", "Days after which a file that was sent and not brought in is removed."
    ),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def setting(name: str) -> str:
    """Value in force for a setting of SETTINGS. Raises KeyError for a name that is not in the list."""
    return os.environ.get(name) or _BY_NAME[name].default


def number(name: str) -> int:
    """A whole-number setting. Raises ValueError, naming the setting, where the value is not a number."""
    value = setting(name)
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(f"{name}={value!r} is not a whole number") from error


def var_dir() -> Path:
    """The run-time folder, made on first use and readable by its owner alone.

    Raises ValueError for a path with a "?": to DuckDB, which keeps the figures, a file's name ends there.
    """
    folder = Path(setting("AUDIT_VAR_DIR")).resolve()
    if "?" in str(folder):
        raise ValueError(f"AUDIT_VAR_DIR={str(folder)!r}: the path may not hold a question mark")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def database_url() -> str:
    """SQLAlchemy URL of the audit database."""
    url = setting("AUDIT_DATABASE_URL")
    if not url:
        from sqlalchemy import URL  # noqa: PLC0415 children that read files need settings, and no database

        # Not by joining texts: a folder's name may hold signs that mean something in a URL.
        file = URL.create("sqlite", database=str(var_dir() / "audit.db"))
        return file.render_as_string(hide_password=False)
    # A bare postgresql:// names a driver that is not installed; ours is psycopg 3.
    return (
        url.replace("postgresql://", "postgresql+psycopg://", 1) if url.startswith("postgresql://") else url
    )
