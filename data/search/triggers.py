"""Triggers that note, in `search_stale`, what a statement changed and the search has to read again.

They belong to the tables that are searched, and a migration that makes such a table anew on SQLite takes its
triggers away: so they are set after every upgrade, and `manage.py search verify` looks for them.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, text

from data.search.attached import SEARCHED

PREFIX = "search_"


@dataclass(frozen=True)
class Watched:
    """A table whose rows are texts of something. `own` is (kind, column) of the thing a row belongs to.

    `columns` are those whose change matters. `others` are further things that tell a changed row's words, and
    `entering` those of which a row that comes or goes says something, as SELECT of kind and number, with
    {row} for the row.
    """

    columns: tuple[str, ...]
    own: tuple[str, str] | None = None
    others: tuple[str, ...] = ()
    entering: tuple[str, ...] = ()


_REPORTS_OF_UNIT = """select 'document', report_id from report
    where project_id in (select project_id from project where unit_id = {row}.unit_id)"""
_DOCUMENTS_OF_UNIT = """select 'office_document', document_id from document_link
    where project_id in (select project_id from project where unit_id = {row}.unit_id)
    or finding_id in (select f.finding_id from finding as f join project as p on p.project_id = f.project_id
        where f.unit_id = {row}.unit_id or p.unit_id = {row}.unit_id)"""
_DOCUMENTS_OF_PROJECT = """select 'office_document', document_id from document_link
    where project_id = {row}.project_id
    or finding_id in (select finding_id from finding where project_id = {row}.project_id)"""
# All that lies in a region or below it.
_IN_REGION = """select kind, ref_id from search_text where region_code in (
    with recursive below (code) as (
        select {row}.region_code
        union select r.region_code from region as r join below on r.parent_code = below.code
    ) select code from below)"""
WATCHED = {
    "finding": Watched(
        (
            *("finding_code", "project_id", "unit_id", "region_code", "section_code", "title"),
            *("description", "problem_class_code", "legal_basis", "handling_opinion", "found_date"),
        ),
        ("finding", "finding_id"),
        ("select 'office_document', document_id from document_link where finding_id = {row}.finding_id",),
    ),
    "rectification": Watched(
        ("standard", "measures", "account", "incomplete_reason", "next_step", "evidence_list"),
        ("finding", "finding_id"),
    ),
    "recommendation": Watched(("wording", "finding_id"), ("finding", "finding_id")),
    "project": Watched(
        ("project_code", "name", "plan_year", "project_type", "section_code", "region_code", "unit_id"),
        ("project", "project_id"),
        (
            "select 'finding', finding_id from finding where project_id = {row}.project_id",
            "select 'document', report_id from report where project_id = {row}.project_id",
            _DOCUMENTS_OF_PROJECT,
            "select 'diary_entry', diary_entry_id from diary_entry where project_id = {row}.project_id",
        ),
    ),
    "report": Watched(
        ("report_kind", "document_number", "project_id", "year", "issued_date", "source"),
        ("document", "report_id"),
    ),
    "unit": Watched(
        ("name", "region_code"),
        others=(
            "select 'finding', finding_id from finding where unit_id = {row}.unit_id",
            "select 'project', project_id from project where unit_id = {row}.unit_id",
            _REPORTS_OF_UNIT,
            _DOCUMENTS_OF_UNIT,
        ),
    ),
    "problem_class": Watched(
        ("name",),
        others=(
            "select 'finding', finding_id from finding where problem_class_code = {row}.problem_class_code",
        ),
    ),
    # What lies in a region bears the marks of all regions above it.
    "region": Watched(
        # Documents may lie in several regions.
        ("parent_code",),
        others=(_IN_REGION, "select 'office_document', document_id from document_link"),
    ),
    "document": Watched(
        (
            *("register_code", "document_type", "document_number", "title", "counterparty"),
            *("registered_date", "section_code"),
        ),
        ("office_document", "document_id"),
    ),
    "document_step": Watched(
        ("kind", "section_code", "fact_date", "note"), ("office_document", "document_id")
    ),
    "document_link": Watched(("project_id", "finding_id"), ("office_document", "document_id")),
    # A correction takes the place of the entry before.
    "diary_entry": Watched(
        ("done", "project_id", "work_date", "mode", "half_hours"),
        ("diary_entry", "diary_entry_id"),
        entering=(
            "select 'diary_entry', diary_entry_id from diary_entry where diary_entry_id = {row}.replaces_id",
        ),
    ),
    "staff": Watched(
        ("name", "section_code"),
        others=("select 'diary_entry', diary_entry_id from diary_entry where staff_id = {row}.staff_id",),
    ),
    "attachment": Watched(
        ("file_name",),
        entering=tuple(
            f"select '{kind}', {subject}_id from {subject} where {{row}}.subject = '{subject}'"
            f" and {subject}_id = {{row}}.subject_id"
            for subject, kind in SEARCHED.items()
        ),
    ),
    # Read in the background, after the file was attached.
    "attachment_text": Watched(
        ("words",),
        entering=tuple(
            f"select '{kind}', {subject}_id from attachment"
            f" join {subject} on {subject}_id = attachment.subject_id"
            f" where attachment.sha256 = {{row}}.sha256 and attachment.subject = '{subject}'"
            for subject, kind in SEARCHED.items()
        ),
    ),
    "audit_model": Watched(
        ("audit_model_text_id", "title", "sector", "withdrawn_date", "published_date"),
        ("model", "model_code"),
        ("select 'case', model_note_id from model_note where model_code = {row}.model_code",),
    ),
    "model_note": Watched(("kind", "title", "words", "model_code"), ("case", "model_note_id")),
    "knowledge_card_version": Watched(("is_withdrawn",), ("card", "card_code")),
}


def set_triggers(connection: Connection) -> None:
    """Set every trigger anew, in the caller's transaction."""
    drop_triggers(connection)
    is_sqlite = connection.dialect.name == "sqlite"
    for table, watched in WATCHED.items():
        for statement in _on_sqlite(table, watched) if is_sqlite else _on_postgresql(table, watched):
            connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Take every one of them away, whichever version set it."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(
            text("select name from sqlite_master where type = 'trigger' and name like :names escape '\\'"),
            {"names": "search\\_%\\_changed%"},
        )
        for name in found.scalars().all():
            connection.exec_driver_sql(f"drop trigger {name}")
        return
    found = connection.execute(
        text(
            "select proname from pg_proc where pronamespace = current_schema()::regnamespace"
            " and proname like :names"
        ),
        {"names": "search\\_%\\_changed"},
    )
    for name in found.scalars().all():
        connection.exec_driver_sql(f"drop function {name} cascade")


def triggers_there(connection: Connection) -> bool:
    """Whether every watched table has its triggers."""
    if connection.dialect.name == "sqlite":
        sql = "select distinct tbl_name from sqlite_master where type = 'trigger' and name like 'search%'"
    else:
        sql = "select distinct tgrelid::regclass::text from pg_trigger where tgname like 'search%'"
    return {*WATCHED} <= {*connection.execute(text(sql)).scalars()}


def _on_sqlite(table: str, watched: Watched) -> list[str]:
    name = f"{PREFIX}{table}_changed"
    own = replace(watched, others=())
    made = [_trigger(f"{name}_update", f"update of {', '.join(watched.columns)}", table, watched, "new")]
    if watched.own or watched.entering:
        made += [
            _trigger(f"{name}_insert", "insert", table, own, "new"),
            _trigger(f"{name}_delete", "delete", table, own, "old"),
        ]
    if watched.own:  # a text may go from one thing to another
        made.append(_trigger(f"{name}_moved", f"update of {watched.own[1]}", table, own, "old"))
    return made


def _trigger(name: str, event: str, table: str, watched: Watched, row: str) -> str:
    return f"create trigger {name} after {event} on {table} begin {_body(watched, row)} end"


def _on_postgresql(table: str, watched: Watched) -> list[str]:
    name = f"{PREFIX}{table}_changed"
    own, others = replace(watched, others=()), replace(watched, own=None, entering=())
    body = "".join(
        f"if tg_op {when} then {notes} end if; "
        for when, notes in (
            ("<> 'DELETE'", _body(own, "new")),
            ("<> 'INSERT'", _body(own, "old")),
            ("= 'UPDATE'", _body(others, "new")),
        )
        if notes
    )
    columns = {*watched.columns, *((watched.own[1],) if watched.own else ())}
    events = f"update of {', '.join(columns)}"
    if watched.own or watched.entering:
        events = f"insert or delete or {events}"
    return [
        f"create function {name}() returns trigger language plpgsql as $$ begin {body} return null; end $$",
        f"create trigger {name} after {events} on {table} for each row execute function {name}()",
    ]


def _body(watched: Watched, row: str) -> str:
    return " ".join(f"{note};" for note in _notes(watched, row))


def _notes(watched: Watched, row: str) -> list[str]:
    enter = "insert into search_stale (kind, ref_id) select"
    notes = []
    if watched.own:
        kind, column = watched.own
        # A recommendation may belong to a project alone.
        notes.append(f"{enter} '{kind}', cast({row}.{column} as text) where {row}.{column} is not null")
    for select in (*watched.others, *watched.entering):
        changed = _named(select.format(row=row))
        notes.append(f"{enter} kind, cast(ref_id as text) from ({changed}) as changed")
    return notes


def _named(select: str) -> str:
    """The columns of a SELECT called kind and ref_id."""
    first, rest = select.removeprefix("select ").split("from ", 1)
    kind, number = first.split(", ")
    return f"select {kind} as kind, {number} as ref_id from {rest}"
