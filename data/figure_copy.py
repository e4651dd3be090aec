"""A columnar copy of the audit database for figures: the tables of one data version in DuckDB.

The row store keeps the facts; figures scan them. The copy is made in one read transaction, so it shows one
state of the database.

A SQLite file is first copied as a whole, and the fast driver reads that. The driver has a SQLite of its own:
were it to open the database beside Python's, closing it would drop every lock this process has on the file
(locks belong to the process), another process could then throw the write-ahead log away as if nobody used
it, and what the server commits from there on would be lost at its end. See
docs/adr/0002-figures-from-a-columnar-copy.md.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import duckdb
from adbc_driver_manager.dbapi import Connection, Cursor, Error
from psycopg.conninfo import make_conninfo
from psycopg.pq import Conninfo
from sqlalchemy import Boolean, Column, Date, DateTime, Engine, Float, LargeBinary, Table, Text
from sqlalchemy.types import TypeEngine

from data import schema
from data.codes import STATE_MILESTONES, WORK_MILESTONES

# What figures are made from. Of accounts it is what people are called and where they belong; their rest,
# and events, stay where they are guarded.
_MAPPED = (
    schema.BureauSetting,
    schema.Region,
    schema.Section,
    schema.Unit,
    schema.Project,
    schema.Report,
    schema.ProblemClass,
    schema.Finding,
    schema.FindingReport,
    schema.Rectification,
    schema.Milestone,
    schema.RepeatDecision,
    schema.TruthSample,
    schema.TruthCheck,
    schema.TruthResult,
    schema.MajorProblemStep,
    schema.MajorProblemWeek,
    schema.RectifiedMoney,
    schema.EstablishedRule,
    schema.Recommendation,
    schema.Transfer,
    schema.SupervisionStep,
    schema.EscalationLetter,
    schema.EscalationLetterFinding,
    schema.EscalationDecision,
    schema.EscalationReply,
    schema.CalendarDay,
    schema.ProjectStage,
    schema.ProjectPause,
    schema.ProjectMember,
    schema.Staff,
    schema.WorkRecord,
    schema.StaffRecord,
    schema.PromotionRule,
    schema.Training,
    schema.TrainingRecord,
    schema.Offer,
    schema.OfferStep,
    schema.DiaryEntry,
    schema.Document,
    schema.DocumentStep,
    schema.DocumentLink,
    schema.ArchiveFile,
    schema.ArchiveLoan,
    schema.AuditObject,
    schema.CoverageRule,
    schema.ObjectDuty,
    schema.ProjectObject,
    schema.LibraryItem,
    schema.Official,
    schema.Post,
    schema.PostAudit,
    schema.WarningRule,
    schema.WarningThreshold,
    schema.IndicatorPlan,
    schema.Indicator,
    schema.IndicatorTarget,
    schema.IndicatorValue,
    schema.Task,
    schema.TaskStep,
    schema.Suspect,
    schema.SuspectStep,
    schema.SuspectEvidence,
    schema.ModelRun,
    schema.ModelRunDataset,
    schema.AuditModel,
    schema.DataSource,
    schema.SourceArrival,
    schema.CatalogueItem,
    schema.DataRequest,
    schema.DataRequestStep,
    schema.RoomBooking,
    schema.Account,
    schema.Undertaking,
    schema.OutputApproval,
    schema.Dataset,
    schema.DatasetVersion,
    schema.DatasetUse,
    schema.DataMovement,
    schema.MovementClosing,
    schema.InvestmentProject,
    schema.InvestmentPlace,
    schema.InvestmentFact,
    schema.InvestmentAudit,
    schema.InvestmentFinding,
    schema.InvestmentReference,
    schema.Rollout,
    schema.NetworkAsset,
    schema.SecurityActivity,
    schema.SecurityIssue,
    schema.QualityReview,
    schema.QualityDefect,
    schema.ExposedProblem,
    schema.ResearchTopic,
    schema.InternalAuditYear,
    schema.SocialAuditCheck,
    schema.DutyReport,
    schema.ResponsibilityItem,
    schema.EvaluationMark,
    schema.DebtPosition,
    schema.DirectFund,
    schema.DirectFundReport,
    schema.SettlementReview,
    schema.ContractVariation,
    schema.UnitCost,
    schema.ItFacility,
    schema.FacilityUse,
    schema.InformationSystem,
    schema.SystemUse,
    schema.SystemSecurity,
    schema.SystemMoney,
    schema.InformationResource,
    schema.ResourceFact,
    schema.SystemAudit,
    schema.SystemAuditUnit,
    schema.SystemRotation,
    schema.SystemFinding,
)
TABLES = tuple(mapped.__tablename__ for mapped in _MAPPED)
# Long texts stay in the row store, where the finding's page reads them; these few are read in tables.
_TEXTS_KEPT = {
    ("bureau_setting", "value"),
    ("finding", "title"),
    ("rectification", "incomplete_reason"),
    ("rectification", "next_step"),
    ("recommendation", "wording"),
    ("indicator", "formula"),
    ("indicator_value", "evidence"),
    ("task_step", "note"),
    ("suspect", "summary"),
    ("major_problem_week", "state"),
    ("major_problem_week", "next_step"),
    ("data_movement", "purpose"),
    ("room_booking", "purpose"),
    ("output_approval", "purpose"),
    ("source_arrival", "message"),
    ("diary_entry", "done"),
    ("archive_loan", "purpose"),
    ("investment_place", "declared_system"),
    ("investment_reference", "location"),
    ("investment_fact", "note"),
    ("security_activity", "conclusion"),
    ("responsibility_item", "basis"),
}
# Notes on the work and what identifies a person: no figure looks at them, they would be half of the copy.
_LEFT_OUT = {
    "finding": {"suspect_reference", "recorded_at"},
    "rectification": {
        "supervising_unit",
        "responsible_leader",
        "responsible_person",
        "committed_date",
        "tracking_count",
        "last_tracking_date",
        "archive_number",
    },
    "milestone": {
        "person",
        "document_number",
        "is_fact_date_assumed",
        "recorded_at",
        "event_id",
        "user_name",
        "revision",
        "answer_due_date",
        "due_date",
        "rectified_fen",
        "open_fen",
    },
    "official": {"identity_number", "source"},
    "staff": {"source"},
    "staff_record": {"document_number", "source", "recorded_at"},
    "offer": {"offered_by", "recorded_at"},
    "offer_step": {"recorded_at", "event_id"},
    "diary_entry": {"user_name", "recorded_at", "event_id"},
    "document_step": {"recorded_at", "event_id"},
    "archive_loan": {"decided_by"},
    "account": {
        "password_hash",
        "is_disabled",
        "must_change_password",
        "failed_sign_ins",
        "locked_until",
        "last_active_at",
        "created_at",
    },
    "undertaking": {"recorded_by", "recorded_at"},
    "output_approval": {"file", "sha256", "decided_by"},
    "dataset": {"name", "owner"},
    "dataset_use": {"user_name"},
    "dataset_version": {"folder", "original_name", "original_sha256", "original_bytes", "encoding", "sheet"},
    "data_movement": {"moved_at", "taker", "event_id"},
    "model_run": {
        "audit_model_text_id",
        "params",
        "reason",
        "skipped",
        "seconds",
        "engine",
        "folder",
        "previous_run_id",
        "new_count",
        "gone_count",
    },
    "suspect": {"hit_key", "last_run_id", "revision", "recorded_at"},
    "transfer": {"persons", "recorded_at"},
    "supervision_step": {"document_number", "recorded_at"},
    "escalation_letter": {"sha256", "recorded_at"},
    "escalation_letter_finding": {"due_date", "amount_fen", "transfer_id"},
    "escalation_decision": {"user_name", "recorded_at", "event_id"},
    "escalation_reply": {"user_name", "recorded_at", "event_id"},
    "truth_sample": {"seed", "user_name", "recorded_at", "event_id"},
    "truth_result": {"user_name", "recorded_at", "event_id"},
    "major_problem_step": {"document_number", "user_name", "person", "recorded_at", "event_id"},
    "major_problem_week": {"user_name", "person", "recorded_at", "event_id"},
    "repeat_decision": {"user_name", "recorded_at", "event_id"},
    "suspect_step": {"user_name", "recorded_at", "event_id"},
    "rectified_money": {"is_fact_date_assumed", "recorded_at", "event_id"},
    "investment_place": {"geometry_as_brought"},
    "investment_fact": {"is_fact_date_assumed", "recorded_at"},
}
# What leads from a suspect to a works project; the number of a person stays where it is guarded.
_KEPT_WHERE = {("suspect", "entity_id"): "entity_kind = 'project'"}
# What no figure looks at: reports of measures and progress, and what was found when one looked back.
_KINDS = ", ".join(f"'{kind}'" for kind in (*STATE_MILESTONES, *WORK_MILESTONES))
_CONDITIONS = {"milestone": f"kind in ({_KINDS})"}
# The same state's data version, and the digest of the event that made it.
_HEAD = """
    select chain_head.data_version, event.digest
    from chain_head left join event on event.event_id = chain_head.data_version
"""
# The tables that have rows, in their order.
_FILLED = " union all ".join(f"select '{name}' where exists (select 1 from \"{name}\")" for name in TABLES)
_BATCH_ROWS = 65_536
_STATE = "state.db"


class DatabaseUnreachableError(RuntimeError):
    """The database could not be opened for copying. Says why, and never with which password."""


@dataclass(frozen=True)
class Copied:
    """A state that was copied: its data version, the digest of its event (None before the first), and the
    names of the tables that have rows."""

    number: int
    digest: str | None
    filled: frozenset[str]


def copy_tables(engine: Engine, target: duckdb.DuckDBPyConnection, folder: Path) -> Copied:
    """Fill the TABLES that `declare_tables` has made in `target`, all from one state.

    `folder` has room for a copy of a SQLite file meanwhile. Raises DatabaseUnreachableError.
    """
    is_sqlite = engine.dialect.name == "sqlite"
    with _source(engine, folder) as source, source.cursor() as cursor:
        cursor.execute(_HEAD)
        number, digest = next(iter(cursor.fetchall()), (0, None))
        if is_sqlite:
            cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(_BATCH_ROWS)})
        # Most tables of a small bureau are empty, and to ask each for its rows is most of the work.
        cursor.execute(_FILLED)
        filled = [row[0] for row in cursor.fetchall()]
        for name in filled:
            _copy_table(cursor, target, schema.Base.metadata.tables[name], is_sqlite=is_sqlite)
    return Copied(number, digest, frozenset(filled))


def declare_tables(target: duckdb.DuckDBPyConnection) -> None:
    """Make TABLES in `target`, without rows."""
    target.execute(
        ";".join(
            'create table "{}" ({})'.format(
                table.name,
                ", ".join(f'"{column.name}" {_duck_type(column.type)}' for column in _kept(table)),
            )
            for table in _tables()
        )
    )


@contextmanager
def _source(engine: Engine, folder: Path) -> Iterator[Connection]:
    if engine.dialect.name != "sqlite":
        with _of_postgresql(engine) as source:
            yield source
        return
    state = folder / _STATE
    try:
        _keep_state(engine, state)
        # Nobody writes to it, so no file of a log is made beside it.
        address = f"file:{quote(str(state.absolute()))}?mode=ro&immutable=1"
        with adbc_driver_sqlite.dbapi.connect(address) as source:
            yield source
    finally:
        state.unlink(missing_ok=True)


def _keep_state(engine: Engine, state: Path) -> None:
    """One state of the whole SQLite file, copied by the library that holds the locks."""
    with engine.connect() as connection, closing(sqlite3.connect(state)) as target:
        target.execute("pragma synchronous = off")  # it is gone again in a moment
        database = connection.connection.driver_connection
        assert isinstance(database, sqlite3.Connection)  # the only driver of that dialect here
        database.backup(target)


def _of_postgresql(engine: Engine) -> Connection:
    source: Connection
    try:
        source = adbc_driver_postgresql.dbapi.connect(_conninfo(engine))
    except Error as error:
        raise DatabaseUnreachableError(str(error)) from None
    with source.cursor() as cursor:
        cursor.execute("set session characteristics as transaction isolation level repeatable read")
    source.commit()
    return source


def _conninfo(engine: Engine) -> str:
    # SQLAlchemy and libpq read one URL differently: blanks, "+", several hosts. Keywords they read alike.
    keywords = {option.keyword.decode() for option in Conninfo.get_defaults()}
    arguments = engine.dialect.create_connect_args(engine.url)[1]
    return make_conninfo(**{name: value for name, value in arguments.items() if name in keywords})


def _copy_table(cursor: Cursor, target: duckdb.DuckDBPyConnection, table: Table, *, is_sqlite: bool) -> None:
    columns = _kept(table)
    wanted = ", ".join(_selected(column, is_sqlite=is_sqlite) for column in columns)
    condition = _CONDITIONS.get(table.name, "true")
    cursor.execute(f'select {wanted} from "{table.name}" where {condition}')
    rows = cursor.fetch_record_batch()  # noqa: F841 - DuckDB finds it by its name in the statement below
    values = ", ".join(_value(column, is_sqlite=is_sqlite) for column in columns)
    target.execute(f'insert into "{table.name}" select {values} from rows')


@cache
def copied_columns() -> tuple[str, ...]:
    """What a copy holds, as "table.column": a copy made before this changed is another copy."""
    return tuple(f"{table.name}.{column.name}" for table in _tables() for column in _kept(table))


def _tables() -> list[Table]:
    return [schema.Base.metadata.tables[name] for name in TABLES]


def _kept(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if _is_kept(table, column)]


def _is_kept(table: Table, column: Column[Any]) -> bool:
    if column.name in _LEFT_OUT.get(table.name, ()):
        return False
    return not isinstance(column.type, Text) or (table.name, column.name) in _TEXTS_KEPT


def _selected(column: Column[Any], *, is_sqlite: bool) -> str:
    value = f'"{column.name}"'
    condition = _KEPT_WHERE.get((column.table.name, column.name))
    if condition:
        value = f"case when {condition} then {value} end"
    # The SQLite driver guesses a column's type from its first rows and takes an empty one for a number.
    if is_sqlite and (nothing := _nothing_in_sqlite(column.type)):
        value = f"ifnull({value}, {nothing})"
    return f'{value} as "{column.name}"'


def _nothing_in_sqlite(kind: TypeEngine[Any]) -> str | None:
    """What stands for an empty value on the way; None for numbers."""
    if isinstance(kind, LargeBinary):
        return "x''"
    return "''" if issubclass(kind.python_type, str) or isinstance(kind, (Date, DateTime)) else None


def _value(column: Column[Any], *, is_sqlite: bool) -> str:
    value = f'"{column.name}"'
    if is_sqlite and _nothing_in_sqlite(column.type):
        value = f"nullif({value}, '')"
    return f"cast({value} as {_duck_type(column.type)})"


def _duck_type(kind: TypeEngine[Any]) -> str:
    if isinstance(kind, DateTime):
        return "timestamp"
    if isinstance(kind, Date):
        return "date"
    if isinstance(kind, Boolean):
        return "boolean"
    if isinstance(kind, LargeBinary):
        return "blob"
    if isinstance(kind, Float):
        return "double"
    return "varchar" if issubclass(kind.python_type, str) else "bigint"
