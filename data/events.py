"""操作日志: one frozen dataclass per kind of event, and the hash chain that holds them together.

`record()` writes an event in the transaction of the change it tells of. Its digest is SHA-256 over the id,
kind, actor, moment, detail and the digest before it; `first_broken_link()` computes them all again. Events
whose class says `changes_figures` move the data version, which is part of every cache key.

An event of datasets carries their numbers beside their names, which may change. One from before these were
kept has the names alone.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Connection, Select, String, cast, insert, select, update

from data.engine import now
from data.language import mark
from data.schema import ChainHead, Event

START_DIGEST = "0" * 64
_SECONDS = len("2026-01-01T00:00:00")


@dataclass(frozen=True)
class Happening:
    """Base of all events: `kind` is the word kept in the log, `title` its label."""

    kind: ClassVar[str]
    title: ClassVar[str]
    changes_figures: ClassVar[bool] = False


@dataclass(frozen=True)
class DatabaseInitialised(Happening):
    """The database was made, empty or with the demonstration bureau."""

    kind = "database_initialised"
    title = mark("Database initialised")
    changes_figures = True
    is_demo: bool
    findings: int


@dataclass(frozen=True)
class SignedIn(Happening):
    """Somebody signed in."""

    kind = "signed_in"
    title = mark("Signed in")


@dataclass(frozen=True)
class SignedOut(Happening):
    """Somebody signed out, or was signed out: `reason` is asked, idle or expired."""

    kind = "signed_out"
    title = mark("Signed out")
    reason: str


@dataclass(frozen=True)
class SignInRefused(Happening):
    """A sign-in failed: `reason` is password, locked, disabled or unknown."""

    kind = "sign_in_refused"
    title = mark("Sign-in refused")
    reason: str


@dataclass(frozen=True)
class ActionRefused(Happening):
    """Somebody asked for something they have no right to."""

    kind = "action_refused"
    title = mark("Action refused")
    action: str
    subject: str


@dataclass(frozen=True)
class PasswordChanged(Happening):
    """A password was changed, by its owner or reset by an administrator."""

    kind = "password_changed"
    title = mark("Password changed")
    user_name: str
    is_reset: bool


@dataclass(frozen=True)
class AccountCreated(Happening):
    """An account was made."""

    kind = "account_created"
    title = mark("Account created")
    user_name: str
    roles: tuple[str, ...]
    region_code: str | None
    section_code: str | None
    staff_code: str | None = None


@dataclass(frozen=True)
class AccountChanged(Happening):
    """Roles, binding, lock or state of an account changed; `before` and `after` hold what differs."""

    kind = "account_changed"
    title = mark("Account changed")
    user_name: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class FindingsImported(Happening):
    """One file was imported into the rectification ledger."""

    kind = "findings_imported"
    title = mark("Findings imported")
    changes_figures = True
    file_name: str
    sha256: str
    preset: str
    rows: int
    added: int
    changed: int
    unchanged: int
    refused: int


@dataclass(frozen=True)
class PlanImported(Happening):
    """A plan with its indicators and targets was written, anew or again."""

    kind = "plan_imported"
    title = mark("Plan imported")
    changes_figures = True
    plan_code: str
    name: str
    indicators: int
    targets: int


@dataclass(frozen=True)
class IndicatorValueEntered(Happening):
    """A figure of an indicator was entered with its evidence; `before` is the one it corrects, if any."""

    kind = "indicator_value_entered"
    title = mark("Indicator value entered")
    changes_figures = True
    indicator_code: str
    year: int
    fact_date: date
    before: str | None
    after: str


@dataclass(frozen=True)
class IndicatorTargetsChanged(Happening):
    """The targets of an indicator, its baseline or the section that owes it changed."""

    kind = "indicator_targets_changed"
    title = mark("Indicator targets changed")
    changes_figures = True
    indicator_code: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class RegisterImported(Happening):
    """One file was imported into a register. `field_changes` are (row, field, before, after)."""

    kind = "register_imported"
    title = mark("Register imported")
    changes_figures = True
    register: str
    file_name: str
    sha256: str
    preset: str
    rows: int
    added: int
    changed: int
    unchanged: int
    refused: int
    field_changes: tuple[tuple[str, str, str | None, str | None], ...]
    changes_left_out: int


@dataclass(frozen=True)
class TaskSet(Happening):
    """A task was set or a resolution entered, or one of them got a part (`part_of` is the whole's number)."""

    kind = "task_set"
    title = mark("Task set")
    changes_figures = True
    task_code: str
    name: str
    task_kind: str
    part_of: str | None
    section_code: str | None
    due_date: date | None


@dataclass(frozen=True)
class TaskStepRecorded(Happening):
    """Progress of a task was reported, its limit extended, or it was completed, cancelled, taken up again."""

    kind = "task_step_recorded"
    title = mark("Task step recorded")
    changes_figures = True
    task_code: str
    step: str
    fact_date: date
    new_due_date: date | None
    progress_percent: int | None


@dataclass(frozen=True)
class LibraryItemPromoted(Happening):
    """A draft plan took up an item of a project library."""

    kind = "library_item_promoted"
    title = mark("Library item taken up")
    changes_figures = True
    item_code: str | None
    name: str
    library: str
    plan_year: int
    project_code: str


@dataclass(frozen=True)
class DraftWithdrawn(Happening):
    """A project was taken out of a draft plan; an item it came from is in its library again.

    `dropped` are the rows that went with it, each as its table and its columns.
    """

    kind = "draft_withdrawn"
    title = mark("Project taken out of a draft plan")
    changes_figures = True
    project_code: str
    name: str
    plan_year: int
    item_code: str | None
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class DraftPlanApproved(Happening):
    """The draft plan of a year was approved: its projects are in the plan from that day on."""

    kind = "draft_plan_approved"
    title = mark("Draft plan approved")
    changes_figures = True
    plan_year: int
    document_number: str
    fact_date: date
    projects: tuple[str, ...]


@dataclass(frozen=True)
class RowsExported(Happening):
    """Rows left the system in a file."""

    kind = "rows_exported"
    title = mark("Rows exported")
    subject: str
    filters: dict[str, Any]
    rows: int
    file_name: str


@dataclass(frozen=True)
class WarningRuleChanged(Happening):
    """A rule of 经责预警 was set: its level, its thresholds, whether it is on. None: as its file has it."""

    kind = "warning_rule_changed"
    title = mark("Warning rule changed")
    changes_figures = True
    rule: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class CalendarImported(Happening):
    """Years of the calendar of working days were imported: days added, days of known years changed."""

    kind = "calendar_imported"
    title = mark("Calendar of working days imported")
    changes_figures = True
    file_name: str
    calendar_years: tuple[int, ...]
    added: int
    changed: int


@dataclass(frozen=True)
class CalendarDayChanged(Happening):
    """One day of the calendar was corrected by hand."""

    kind = "calendar_day_changed"
    title = mark("Day of the calendar changed")
    changes_figures = True
    day: date
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class BureauSettingChanged(Happening):
    """A setting of the bureau changed."""

    kind = "bureau_setting_changed"
    title = mark("Bureau setting changed")
    changes_figures = True
    name: str
    before: str | None
    after: str


@dataclass(frozen=True)
class DisplayTokenMade(Happening):
    """A token was made for a wall; `name` says where it hangs."""

    kind = "display_token_made"
    title = mark("Display token made")
    name: str


@dataclass(frozen=True)
class DisplayTokenRevoked(Happening):
    """The token of a wall was revoked."""

    kind = "display_token_revoked"
    title = mark("Display token revoked")
    name: str


@dataclass(frozen=True)
class DisplayRefused(Happening):
    """A wall was turned away: `reason` is revoked or unknown_token; recorded once an hour."""

    kind = "display_refused"
    title = mark("Display refused")
    reason: str
    name: str


@dataclass(frozen=True)
class DatasetVersionAdded(Happening):
    """A version of a dataset became visible: first, appended, replaced or corrected."""

    kind = "dataset_version_added"
    title = mark("Dataset brought in")
    changes_figures = True
    dataset: str
    number: int
    change: str
    rows: int
    refused: int
    sha256: str
    original_name: str
    delivery: str
    dataset_id: int | None = None


@dataclass(frozen=True)
class DatasetChanged(Happening):
    """What is said of a dataset changed, like its title or owner; `before`, `after` hold what differs."""

    kind = "dataset_changed"
    title = mark("Dataset changed")
    changes_figures = True
    dataset: str
    before: dict[str, str | None]
    after: dict[str, str | None]
    dataset_id: int | None = None


@dataclass(frozen=True)
class ColumnMaskChanged(Happening):
    """A column of a dataset got another mask, in all its versions."""

    kind = "column_mask_changed"
    title = mark("Mask of a column changed")
    dataset: str
    column: str
    before: dict[str, str | None]
    after: dict[str, str | None]
    dataset_id: int | None = None


@dataclass(frozen=True)
class DatasetRemoved(Happening):
    """A dataset was taken out of the catalogue, with the reason; its files stay until they are cleaned up."""

    kind = "dataset_removed"
    title = mark("Dataset removed")
    changes_figures = True
    dataset: str
    reason: str
    dataset_id: int | None = None


@dataclass(frozen=True)
class DatasetRestored(Happening):
    """A removed dataset whose files were still there came back into the catalogue, under that name."""

    kind = "dataset_restored"
    title = mark("Dataset restored")
    changes_figures = True
    dataset: str
    removed_name: str
    dataset_id: int | None = None


@dataclass(frozen=True)
class DatasetShared(Happening):
    """A dataset was opened to a project, a section or an account."""

    kind = "dataset_shared"
    title = mark("Dataset shared")
    dataset: str
    shared_with: str
    is_unmasked: bool
    dataset_id: int | None = None


@dataclass(frozen=True)
class DatasetShareRevoked(Happening):
    """A share was taken back."""

    kind = "dataset_share_revoked"
    title = mark("Share taken back")
    dataset: str
    shared_with: str
    dataset_id: int | None = None


@dataclass(frozen=True)
class DatasetFilesCleaned(Happening):
    """The files of a removed dataset were deleted for good: how many versions, how many bytes."""

    kind = "dataset_files_cleaned"
    title = mark("Files of a removed dataset deleted")
    dataset: str
    versions: int
    bytes: int
    dataset_id: int | None = None


@dataclass(frozen=True)
class UndertakingRecorded(Happening):
    """A secrecy undertaking that somebody signed was recorded."""

    kind = "undertaking_recorded"
    title = mark("Secrecy undertaking recorded")
    changes_figures = True
    user_name: str
    document: str
    signed_date: date
    valid_until: date


@dataclass(frozen=True)
class UndertakingWithdrawn(Happening):
    """A secrecy undertaking ended before its time."""

    kind = "undertaking_withdrawn"
    title = mark("Secrecy undertaking withdrawn")
    changes_figures = True
    user_name: str
    document: str
    fact_date: date


@dataclass(frozen=True)
class QueryRan(Happening):
    """A query ran in the SQL workbench: `outcome` is done, refused, stopped or failed."""

    kind = "query_ran"
    title = mark("Query ran")
    outcome: str
    datasets: list[str]
    rows: int
    sql: str
    dataset_ids: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class QuerySaved(Happening):
    """Somebody kept a query under a title, for themselves or for everybody who uses data."""

    kind = "query_saved"
    title = mark("Query saved")
    name: str
    sql: str
    is_shared: bool


@dataclass(frozen=True)
class SavedQueryRemoved(Happening):
    """A kept query was taken away by its owner."""

    kind = "saved_query_removed"
    title = mark("Saved query removed")
    name: str


@dataclass(frozen=True)
class OutputAsked(Happening):
    """Somebody asked to take rows out of the data room; another person decides."""

    kind = "output_asked"
    title = mark("Approval of an output asked for")
    changes_figures = True
    described: str
    rows: int
    sha256: str
    purpose: str
    recipient: str


@dataclass(frozen=True)
class RoomAsked(Happening):
    """Somebody asked for a room of the data room; `span` is from when to when in China."""

    kind = "room_asked"
    title = mark("Room asked for")
    changes_figures = True
    room: str
    span: str
    purpose: str


@dataclass(frozen=True)
class RoomDecided(Happening):
    """A booking of `user_name` was granted or not."""

    kind = "room_decided"
    title = mark("Booking of a room decided")
    changes_figures = True
    room: str
    span: str
    user_name: str
    is_granted: bool
    note: str | None


@dataclass(frozen=True)
class RoomWithdrawn(Happening):
    """Who had asked for a room withdrew the booking."""

    kind = "room_withdrawn"
    title = mark("Booking of a room withdrawn")
    changes_figures = True
    room: str
    span: str


@dataclass(frozen=True)
class RoomVisitRecorded(Happening):
    """When the room of a booking of `user_name` was entered and left, recorded or corrected."""

    kind = "room_visit_recorded"
    title = mark("Use of a room recorded")
    changes_figures = True
    room: str
    user_name: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class DataRequestMade(Happening):
    """A unit was asked to provide data."""

    kind = "data_request_made"
    title = mark("Data asked for")
    changes_figures = True
    request_code: str
    unit: str
    requested: str
    asked_date: date
    due_date: date
    project_code: str | None


@dataclass(frozen=True)
class DataRequestStepRecorded(Happening):
    """A unit was reminded, provided data, refused, or what was recorded of that was taken back."""

    kind = "data_request_step_recorded"
    title = mark("Course of a data request recorded")
    changes_figures = True
    request_code: str
    request_step: str
    fact_date: date
    dataset: str | None
    note: str | None


@dataclass(frozen=True)
class CatalogueItemChanged(Happening):
    """An item of the catalogue got or lost its dataset, or the day from which it is standardised."""

    kind = "catalogue_item_changed"
    title = mark("Catalogue item changed")
    changes_figures = True
    item_code: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class DataSourceChanged(Happening):
    """A source of data was connected to the network or disconnected."""

    kind = "data_source_changed"
    title = mark("Connection of a data source changed")
    changes_figures = True
    source_code: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class SourceArrivalRecorded(Happening):
    """A source sent data on a day, or failed to; recorded by a person or by a script that collects."""

    kind = "source_arrival_recorded"
    title = mark("Arrival from a data source recorded")
    changes_figures = True
    source_code: str
    fact_date: date
    is_failed: bool
    rows: int | None
    message: str | None


@dataclass(frozen=True)
class OutputDecided(Happening):
    """Another person let rows leave the data room, or did not; `note` is the reason of a refusal."""

    kind = "output_decided"
    title = mark("Output decided")
    changes_figures = True
    described: str
    user_name: str
    is_granted: bool
    approval_number: str
    note: str


@dataclass(frozen=True)
class OutputWithdrawn(Happening):
    """Who asked to take rows out wants them no more; the file is gone."""

    kind = "output_withdrawn"
    title = mark("Request for an output withdrawn")
    changes_figures = True
    described: str


@dataclass(frozen=True)
class OutputTaken(Happening):
    """Rows left the data room in a file whose output was granted; the receipt ledger has its line."""

    kind = "output_taken"
    title = mark("Output taken")
    changes_figures = True
    described: str
    rows: int
    sha256: str
    purpose: str
    recipient: str
    approval_number: str
    return_due_date: date | None


@dataclass(frozen=True)
class OutputFilesDeleted(Happening):
    """Files of requests that were refused, taken or let lapse were deleted; `requests` are their numbers."""

    kind = "output_files_deleted"
    title = mark("Files of outputs deleted")
    requests: list[int]


@dataclass(frozen=True)
class RowsWritten(Happening):
    """The command line wrote rows of datasets into a file; the receipt ledger has its line."""

    kind = "rows_written"
    title = mark("Rows written to a file on the server")
    changes_figures = True
    datasets: list[str]
    rows: int
    file_name: str
    sha256: str
    purpose: str
    recipient: str
    approval_number: str
    dataset_ids: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class HandOverRecorded(Happening):
    """Data was handed over, and the ledger has its line; `corrects` is the number of a mistaken line."""

    kind = "hand_over_recorded"
    title = mark("Hand-over of data recorded")
    changes_figures = True
    movement_kind: str
    described: str
    recipient: str
    taker: str
    fact_date: date
    purpose: str
    approval_number: str
    return_due_date: date | None
    corrects: int | None


@dataclass(frozen=True)
class MovementClosed(Happening):
    """What was taken came back, or was destroyed."""

    kind = "movement_closed"
    title = mark("Return or destruction recorded")
    changes_figures = True
    line: int
    described: str
    closing_kind: str
    fact_date: date
    witness: str
    note: str


@dataclass(frozen=True)
class SuspectsKept(Happening):
    """Rows of a quick test were kept as suspects."""

    kind = "suspects_kept"
    title = mark("Suspects kept")
    changes_figures = True
    dataset: str
    test: str
    suspects: int
    dataset_id: int | None = None


@dataclass(frozen=True)
class ModelRan(Happening):
    """An audit model was run: `run_outcome` is of RUN_OUTCOME, `suspects` the rows that it gave."""

    kind = "model_ran"
    title = mark("Audit model run")
    changes_figures = True
    model_code: str
    model_version: int
    model_run_id: int
    run_outcome: str
    suspects: int


@dataclass(frozen=True)
class SuspectsRegistered(Happening):
    """Hits of a run were registered as suspects; `known` of them were suspects before."""

    kind = "suspects_registered"
    title = mark("Suspects registered")
    changes_figures = True
    model_code: str
    model_run_id: int
    suspects: int
    known: int


@dataclass(frozen=True)
class RepeatDecided(Happening):
    """Somebody decided whether findings are repeats (屡审屡犯) of the ones before."""

    kind = "repeat_decided"
    title = mark("Repeat findings decided")
    changes_figures = True
    finding_ids: list[int]
    is_repeat: bool
    reason: str


@dataclass(frozen=True)
class TruthSampleDrawn(Happening):
    """Rectified findings were drawn to be checked; the seed draws the same ones again from the findings that
    there were to draw from, which `sha256` covers with their weights.
    """

    kind = "truth_sample_drawn"
    title = mark("Truth checks drawn")
    changes_figures = True
    finding_ids: list[int]
    draw_method: str
    seed: int
    population: int
    reason: str
    sha256: str


@dataclass(frozen=True)
class TruthChecked(Happening):
    """A truth check of a rectified finding has a result, `truth_answer` of TRUTH_ANSWER."""

    kind = "truth_checked"
    title = mark("Truth check answered")
    changes_figures = True
    finding_ids: list[int]
    truth_answer: str
    note: str


@dataclass(frozen=True)
class EscalationDecided(Happening):
    """Somebody decided on rungs of 督办 for findings; what was approved has its letters, `letters`."""

    kind = "escalation_decided"
    title = mark("Escalation decided")
    changes_figures = True
    finding_ids: list[int]
    escalation_step: str
    escalation_decision: str
    reason: str = ""
    until_date: date | None = None
    letters: list[int] = field(default_factory=list)
    addressee: str = ""
    answer_due_date: date | None = None


@dataclass(frozen=True)
class EscalationLetterSent(Happening):
    """A letter of 督办 has its number and went out: its findings have reached that rung."""

    kind = "escalation_letter_sent"
    title = mark("Letter of supervision sent")
    changes_figures = True
    finding_ids: list[int]
    escalation_step: str
    letter: int
    document_number: str
    sent_date: date
    sha256: str


@dataclass(frozen=True)
class EscalationLetterCancelled(Happening):
    """A letter of 督办 that had not gone out was cancelled."""

    kind = "escalation_letter_cancelled"
    title = mark("Letter of supervision cancelled")
    changes_figures = True
    finding_ids: list[int]
    escalation_step: str
    letter: int
    reason: str


@dataclass(frozen=True)
class EscalationReplyRegistered(Happening):
    """What an addressee answered to a letter of 督办 was registered."""

    kind = "escalation_reply_registered"
    title = mark("Reply to a letter of supervision registered")
    changes_figures = True
    finding_ids: list[int]
    letter: int
    received_date: date
    content: str


@dataclass(frozen=True)
class LetterTaken(Happening):
    """The file of a letter of 督办 was downloaded, with the findings that it lists."""

    kind = "letter_taken"
    title = mark("Letter of supervision downloaded")
    letter: int
    file_name: str
    sha256: str


@dataclass(frozen=True)
class LetterTemplateChanged(Happening):
    """The bureau put its own template for the letters of a rung, or took it back (no digest)."""

    kind = "letter_template_changed"
    title = mark("Template of letters changed")
    escalation_step: str
    file_name: str
    sha256: str


@dataclass(frozen=True)
class TransferKept(Happening):
    """What is known of a matter that was transferred was completed: its letter, its answer."""

    kind = "transfer_kept"
    title = mark("Transfer registered")
    changes_figures = True
    finding_ids: list[int]
    transfer_id: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class SuspectsMoved(Happening):
    """Suspects took a step: `suspect_state` is the state they are in since."""

    kind = "suspects_moved"
    title = mark("Step of suspects")
    changes_figures = True
    suspect_ids: list[int]
    suspect_state: str
    note: str = ""
    to_section: str | None = None
    to_region: str | None = None
    due_date: str | None = None
    finding_code: str | None = None


@dataclass(frozen=True)
class FindingStepTaken(Happening):
    """A finding took a step of its close-out; the figures are those after it, `money` what it added."""

    kind = "finding_step_taken"
    title = mark("Step of a finding")
    changes_figures = True
    finding_code: str
    milestone: str
    fact_date: date
    stage_before: str
    work_stage: str
    note: str = ""
    document_number: str = ""
    receiving_body: str = ""
    rectification_type: str | None = None
    new_due_date: date | None = None
    answer_due_date: date | None = None
    money: dict[str, int] = field(default_factory=dict)
    rectified_fen: int = 0
    open_fen: int | None = None
    due_date: date | None = None
    revision: int = 0


@dataclass(frozen=True)
class MajorProblemStepTaken(Happening):
    """A problem took a step of the list of major problems; `revision` is that after it."""

    kind = "major_problem_step_taken"
    title = mark("Step on the list of major problems")
    changes_figures = True
    finding_code: str
    major_step: str
    fact_date: date
    major_stage_before: str
    major_stage: str
    criterion: str | None
    lead_section_code: str | None
    tracker: str
    document_number: str
    note: str
    revision: int


@dataclass(frozen=True)
class MajorWeekTold(Happening):
    """How a problem of the list stood in a week; `week_colour` None: as the rule has it."""

    kind = "major_week_told"
    title = mark("State of the week of a major problem")
    changes_figures = True
    finding_code: str
    week_date: date
    note: str
    progress_percent: int
    next_step: str
    week_colour: str | None
    reason: str
    revision: int


@dataclass(frozen=True)
class FindingStepsBroughtIn(Happening):
    """A file of steps or of a unit's answers came in: `findings` took a step, `left_out` lines did not."""

    kind = "finding_steps_brought_in"
    title = mark("File of finding steps brought in")
    changes_figures = True
    file_name: str
    sha256: str
    findings: int
    left_out: int


@dataclass(frozen=True)
class FeedbackBroughtIn(Happening):
    """A feedback sheet came back: `suspects` took a step each, `left_out` lines did not and say why."""

    kind = "feedback_brought_in"
    title = mark("Feedback sheet brought in")
    changes_figures = True
    file_name: str
    sha256: str
    suspects: int
    left_out: int


@dataclass(frozen=True)
class ModelTextMoved(Happening):
    """A text of an audit model was written, submitted, sent back, published or withdrawn."""

    kind = "model_text_moved"
    title = mark("Version of an audit model")
    changes_figures = True
    model_code: str
    model_version: int
    model_state: str
    note: str = ""


@dataclass(frozen=True)
class ModelFavoured(Happening):
    """Somebody put a model among the favourites, or took it out again."""

    kind = "model_favoured"
    title = mark("Favourite audit model")
    model_code: str
    is_favourite: bool


@dataclass(frozen=True)
class ModelNoteWritten(Happening):
    """A false alarm or a case story was written down with a model."""

    kind = "model_note_written"
    title = mark("Note on an audit model")
    model_code: str
    model_note: str
    name: str


@dataclass(frozen=True)
class KnowledgeCardWritten(Happening):
    """A version of a knowledge card was written, or the card withdrawn."""

    kind = "knowledge_card_written"
    title = mark("Knowledge card written")
    card_code: str
    version: int
    name: str
    is_withdrawn: bool


@dataclass(frozen=True)
class KnowledgeCardsTaken(Happening):
    """Knowledge cards left the system as a document."""

    kind = "knowledge_cards_taken"
    title = mark("Knowledge cards printed")
    card_codes: tuple[str, ...]


@dataclass(frozen=True)
class AttachmentAdded(Happening):
    """A file was attached."""

    kind = "attachment_added"
    title = mark("Attachment added")
    subject: str
    subject_id: int
    file_name: str
    sha256: str


@dataclass(frozen=True)
class AttachmentTaken(Happening):
    """An attached file was downloaded."""

    kind = "attachment_taken"
    title = mark("Attachment downloaded")
    subject: str
    subject_id: int
    file_name: str
    sha256: str


@dataclass(frozen=True)
class MapLayerAdded(Happening):
    """A layer of the map was installed, with the source and the approval number of its shapes."""

    kind = "map_layer_added"
    title = mark("Map layer added")
    name: str
    map_layer_kind: str
    file_name: str
    sha256: str
    features: int
    map_source: str
    map_approval_number: str | None


@dataclass(frozen=True)
class MapLayerReplaced(Happening):
    """A newer version of a layer of the map was installed; the one before is kept."""

    kind = "map_layer_replaced"
    title = mark("Map layer replaced")
    name: str
    map_layer_kind: str
    file_name: str
    sha256: str
    features: int
    map_source: str
    map_approval_number: str | None
    version: int


@dataclass(frozen=True)
class MapLayerRemoved(Happening):
    """A layer of the map was removed with its file."""

    kind = "map_layer_removed"
    title = mark("Map layer removed")
    name: str
    map_layer_kind: str


@dataclass(frozen=True)
class BackupMade(Happening):
    """A backup of everything was written."""

    kind = "backup_made"
    title = mark("Backup made")
    file_name: str
    files: int
    bytes: int


@dataclass(frozen=True)
class BackupRestored(Happening):
    """The database is that of a backup: made when (UTC), and after how many events."""

    kind = "backup_restored"
    title = mark("Backup restored")
    changes_figures = True
    file_name: str
    made_at: str
    events: int


@dataclass(frozen=True)
class StaffChangeProposed(Happening):
    """Somebody proposed a change of the own data; what is proposed stays where the staff are guarded."""

    kind = "staff_change_proposed"
    title = mark("Change of own data proposed")
    staff_code: str
    staff_field: str


@dataclass(frozen=True)
class StaffChangeDecided(Happening):
    """A proposed change of a person's data was accepted, or not."""

    kind = "staff_change_decided"
    title = mark("Change of own data decided")
    changes_figures = True
    staff_code: str
    staff_field: str
    is_granted: bool
    note: str | None


@dataclass(frozen=True)
class PromotionYearsSet(Happening):
    """The years in a rank were set after which the bureau is reminded; None: no reminder."""

    kind = "promotion_years_set"
    title = mark("Years in rank set")
    changes_figures = True
    staff_rank: str
    years_before: int | None
    years_in_rank: int | None


@dataclass(frozen=True)
class OfferPutUp(Happening):
    """A task was put up for whoever takes it up."""

    kind = "offer_put_up"
    title = mark("Task put up")
    changes_figures = True
    offer_code: str
    name: str
    due_date: date


@dataclass(frozen=True)
class OfferStepTaken(Happening):
    """An offer was claimed, given to somebody, delivered, accepted, sent back or withdrawn."""

    kind = "offer_step_taken"
    title = mark("Step of an offer taken")
    changes_figures = True
    offer_code: str
    offer_step: str
    fact_date: date
    note: str | None


@dataclass(frozen=True)
class DiaryEntryWritten(Happening):
    """An entry of the work diary was written, corrected or (no half hours) taken back by its owner."""

    kind = "diary_entry_written"
    title = mark("Work diary written")
    changes_figures = True
    staff_code: str
    work_date: date
    half_hours: int
    is_correction: bool


@dataclass(frozen=True)
class DocumentRegistered(Happening):
    """A document that came in or went out was registered."""

    kind = "document_registered"
    title = mark("Official document registered")
    changes_figures = True
    register_code: str
    name: str
    due_date: date | None


@dataclass(frozen=True)
class DocumentStepRecorded(Happening):
    """A document was assigned, handled, extended, finished or taken up again."""

    kind = "document_step_recorded"
    title = mark("Step of an official document recorded")
    changes_figures = True
    register_code: str
    document_step: str
    fact_date: date
    new_due_date: date | None


@dataclass(frozen=True)
class DocumentLinked(Happening):
    """It was said what a document is about: a project or a finding, by its number."""

    kind = "document_linked"
    title = mark("Official document linked")
    changes_figures = True
    register_code: str
    linked_code: str


@dataclass(frozen=True)
class ArchiveFiled(Happening):
    """A file was taken into the archive."""

    kind = "archive_filed"
    title = mark("File taken into the archive")
    changes_figures = True
    archive_code: str
    fact_date: date


@dataclass(frozen=True)
class LoanAsked(Happening):
    """Somebody asked to read a file of the archive."""

    kind = "loan_asked"
    title = mark("Loan from the archive asked for")
    changes_figures = True
    archive_code: str
    purpose: str
    due_date: date


@dataclass(frozen=True)
class LoanDecided(Happening):
    """A file was lent or not; who asked may also have withdrawn the wish."""

    kind = "loan_decided"
    title = mark("Loan from the archive decided")
    changes_figures = True
    archive_code: str
    user_name: str
    is_granted: bool


@dataclass(frozen=True)
class LoanGivenBack(Happening):
    """A file came back to the archive."""

    kind = "loan_given_back"
    title = mark("File given back to the archive")
    changes_figures = True
    archive_code: str
    user_name: str


@dataclass(frozen=True)
class FiguresFrozen(Happening):
    """The figures of a day were frozen; `sha256` covers every one of them and the findings behind."""

    kind = "figures_frozen"
    title = mark("Figures frozen")
    as_of: date
    data_version: int
    figures: int
    findings: int
    note: str | None
    sha256: str


KINDS: dict[str, type[Happening]] = {cls.kind: cls for cls in Happening.__subclasses__()}


def record(connection: Connection, actor: str, happening: Happening, *, at: datetime | None = None) -> int:
    """Append an event in the caller's transaction; returns its id.

    The head of the chain stays locked until the transaction ends, so a long piece of work records last.
    """
    head = connection.execute(select(ChainHead).with_for_update()).one()
    event_id: int = head.event_id + 1
    row = {
        "event_id": event_id,
        "kind": happening.kind,
        "actor": actor,
        "happened_at": at or now(),
        "detail": json.dumps(asdict(happening), ensure_ascii=False, sort_keys=True, default=_plain),
        "changes_figures": happening.changes_figures,
        "previous_digest": head.digest,
    }
    row["digest"] = _digest(row)
    connection.execute(insert(Event).values(row))
    data_version = event_id if happening.changes_figures else head.data_version
    connection.execute(
        update(ChainHead).values(event_id=event_id, digest=row["digest"], data_version=data_version)
    )
    return event_id


def take_turn(connection: Connection) -> None:
    """Wait for whoever writes now: what is read from here on holds still until this transaction ends."""
    connection.execute(select(ChainHead).with_for_update())


def start_chain(connection: Connection) -> None:
    """Write the empty head of the chain into a new database."""
    connection.execute(
        insert(ChainHead).values(chain_head_id=1, event_id=0, digest=START_DIGEST, data_version=0)
    )


def first_broken_link(connection: Connection) -> tuple[int | None, int]:
    """(id of the first event that does not fit the chain, or None; number of events checked).

    A missing event, a changed one, a changed digest and a cut-off end are all broken links.
    """
    expected_id, digest = 0, START_DIGEST
    figures_changed_at = 0
    for row in connection.execute(_as_kept().order_by(Event.event_id)).mappings():
        expected_id += 1
        sound = row["event_id"] == expected_id and row["previous_digest"] == digest
        if not sound or row["digest"] != _digest(dict(row)):
            return expected_id, expected_id
        digest = row["digest"]
        figures_changed_at = expected_id if row["changes_figures"] else figures_changed_at
    head = connection.execute(select(ChainHead)).one_or_none()
    end = (expected_id, digest, figures_changed_at)
    if head is None or (head.event_id, head.digest, head.data_version) != end:
        return expected_id + 1, expected_id
    return None, expected_id


def whole_detail(connection: Connection, event_id: int, kind: str) -> dict[str, Any] | None:
    """What an event of that kind says, where its own link is whole; None where it is not, or not there.

    Its digest is that of what it says, and stands in the event after it, or in the head of the chain.
    """
    row = connection.execute(_as_kept().where(Event.event_id == event_id)).mappings().one_or_none()
    if row is None or row["kind"] != kind or row["digest"] != _digest(dict(row)):
        return None
    before = connection.scalar(select(Event.digest).where(Event.event_id == event_id - 1))
    after = connection.scalar(select(Event.previous_digest).where(Event.event_id == event_id + 1))
    if after is None:
        after = connection.scalar(select(ChainHead.digest).where(ChainHead.event_id == event_id))
    if row["previous_digest"] != (before or START_DIGEST) or row["digest"] != after:
        return None
    detail: dict[str, Any] = json.loads(row["detail"])
    return detail


def _as_kept() -> Select[Any]:
    """Events with their moment as text: what was tampered with may be no moment at all."""
    columns = [column for column in Event.__table__.columns if column.name != "happened_at"]
    return select(*columns, cast(Event.happened_at, String).label("happened_at"))


def _digest(row: dict[str, Any]) -> str:
    covered = (
        str(row["event_id"]),
        row["kind"],
        row["actor"],
        str(row["happened_at"])[:_SECONDS].replace(" ", "T"),
        row["detail"],
        str(int(row["changes_figures"])),
        row["previous_digest"],
    )
    return hashlib.sha256("\x1f".join(covered).encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"an event cannot keep {type(value).__name__}")
