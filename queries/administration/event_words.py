"""An event in the words of the reader: its title, and each of its fields with label and value."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from data.access.roles import ACTIONS, COMMAND_LINE, ROLES
from data.codes import label
from data.events import KINDS
from data.language import _, mark
from data.local_time import in_china
from data.registers.register import registers
from queries.catalog import kpis
from queries.cell_words import cell_words
from queries.dimensions import DIMENSIONS, group_label
from queries.exporting.official_export import DOCUMENTS
from queries.exporting.quarantine_export import SUBJECT as QUARANTINE
from queries.reporting.titles import SUBJECTS as REPORTS

NOTHING = "—"
_LEAVES = DOCUMENTS | REPORTS
# What an event is about comes first.
_SUBJECTS = {
    "dataset",
    "file_name",
    "finding_code",
    "name",
    "request_code",
    "room",
    "rule",
    "source_code",
    "subject",
    "task_code",
    "user_name",
}
FIELDS = {
    "addressee": mark("Addressee"),
    "content": mark("What was answered"),
    "escalation_decision": mark("Decision on the rung"),
    "escalation_step": mark("Rung of supervision"),
    "letter": mark("Number of the letter"),
    "letters": mark("Numbers of the letters"),
    "received_date": mark("Reply received on"),
    "until_date": mark("Put off until"),
    "action": mark("Action asked for"),
    "added": mark("Rows added"),
    "after": mark("After"),
    "amount_band": mark("Amount band"),
    "as_of": mark("As of"),
    "baseline": mark("Baseline"),
    "before": mark("Before"),
    "calendar_years": mark("Years of the calendar"),
    "changed": mark("Rows changed"),
    "changes_left_out": mark("Changes not listed"),
    "day": mark("Day"),
    "days": mark("Threshold (days)"),
    "drill": mark("Drill path"),
    "dropped": mark("What went with it"),
    "due_date": mark("Due date"),
    "fact_date": mark("Date of the fact"),
    "failed_sign_ins": mark("Wrong passwords in a row"),
    "features": mark("Shapes"),
    "file_name": mark("File"),
    "finding_code": mark("Finding number"),
    "field_changes": mark("What was changed"),
    "filters": mark("Filters"),
    "findings": mark("Findings"),
    "in_work_report": mark("In the audit work report"),
    "map_approval_number": mark("Approval number of the map"),
    "map_layer_kind": mark("Kind of map layer"),
    "map_source": mark("Source of the map data"),
    "indicator_code": mark("Indicator number"),
    "indicators": mark("Indicators"),
    "holiday_name": mark("Holiday"),
    "is_demo": mark("Demonstration data"),
    "is_disabled": mark("Disabled"),
    "is_working_day": mark("Working day"),
    "is_reset": mark("Reset by an administrator"),
    "leader_instruction": mark("Leader's instruction"),
    "locked_until": mark("Locked until"),
    "name": mark("Name"),
    "new_due_date": mark("New limit"),
    "official_id": mark("Number of the official"),
    "part_of": mark("Part of"),
    "plan_code": mark("Plan number"),
    "preset": mark("Preset"),
    "progress_percent": mark("Progress (%)"),
    "project_type": mark("Project type"),
    "reason": mark("Reason"),
    "refused": mark("Rows refused"),
    "region": mark("Region"),
    "region_code": mark("Region"),
    "roles": mark("Roles"),
    "register": mark("Register"),
    "rows": mark("Number of rows"),
    "rule": mark("Warning rule"),
    "search": mark("Search"),
    "section": mark("Section"),
    "section_code": mark("Section"),
    "sha256": mark("Digest of the file"),
    "step": mark("Step"),
    "subject": mark("Subject"),
    "targets": mark("Targets"),
    "task_code": mark("Task number"),
    "task_kind": mark("Kind of task"),
    "unchanged": mark("Rows unchanged"),
    "user_name": mark("User name"),
    "warning_level": mark("Level"),
    "year": mark("Plan year"),
    "years": mark("Threshold (years)"),
    "red_percent": mark("Debt rate: red (%)"),
    "orange_percent": mark("Debt rate: orange (%)"),
    "yellow_percent": mark("Debt rate: yellow (%)"),
    "break_down_days": mark("Time to break funds down (days)"),
    "paid_margin_percent": mark("How far payment may lag (%)"),
    "years_a": mark("Cycle of class A (years)"),
    "years_b": mark("Cycle of class B (years)"),
    "years_c": mark("Cycle of class C (years)"),
    "years_d": mark("Cycle of class D (years)"),
    "document_number": mark("Document number"),
    "item_code": mark("Item number"),
    "library": mark("Library"),
    "plan_year": mark("Plan year"),
    "project_code": mark("Project number"),
    "projects": mark("Audit projects"),
    "change": mark("Kind of change"),
    "dataset": mark("Dataset"),
    "dataset_id": mark("Number of the dataset"),
    "dataset_ids": mark("Numbers of the datasets"),
    "datasets": mark("Datasets"),
    "delivery": mark("Way in"),
    "classification": mark("Classification"),
    "column": mark("Column"),
    "column_mask": mark("Mask"),
    "owner": mark("Owner"),
    "removed_name": mark("Name before its removal"),
    "title": mark("Title"),
    "is_unmasked": mark("Seen without masks"),
    "staff_code": mark("Staff number"),
    "number": mark("Version"),
    "original_name": mark("Original file"),
    "outcome": mark("Outcome"),
    "described": mark("What is taken"),
    "is_shared": mark("Shared with everybody who uses data"),
    "purpose": mark("Purpose"),
    "approval_number": mark("Approval number"),
    "closing_kind": mark("How it ended"),
    "corrects": mark("Corrects line"),
    "is_granted": mark("Granted"),
    "line": mark("Line of the ledger"),
    "movement_kind": mark("Ledger"),
    "requests": mark("Numbers of requests"),
    "return_due_date": mark("Return or destroy by"),
    "taker": mark("Account that took it"),
    "witness": mark("Witness"),
    "recipient": mark("Recipient"),
    "shared_with": mark("Shared with"),
    "sql": mark("Query"),
    "suspects": mark("Suspects"),
    "test": mark("Test"),
    "bytes": mark("Size (bytes)"),
    "document": mark("Document of the undertaking"),
    "signed_date": mark("Signed on"),
    "valid_until": mark("Valid until"),
    "versions": mark("Versions"),
    "asked_date": mark("Asked on"),
    "connected_date": mark("Connected on"),
    "disconnected_date": mark("Disconnected on"),
    "entered_at": mark("Entered"),
    "is_failed": mark("Failed"),
    "is_favourite": mark("Favourite"),
    "left_at": mark("Left"),
    "message": mark("Message"),
    "note": mark("Note"),
    "request_code": mark("Request code"),
    "request_step": mark("What happened"),
    "requested": mark("What was asked for"),
    "room": mark("Room"),
    "source_code": mark("Source code"),
    "span": mark("From – to"),
    "standardised_date": mark("Standardised since"),
    "unit": mark("Audited unit"),
    "known": mark("Known before"),
    "left_out": mark("Lines left out"),
    "model_code": mark("Audit model"),
    "card_code": mark("Knowledge card"),
    "card_codes": mark("Knowledge cards"),
    "is_withdrawn": mark("Withdrawn"),
    "version": mark("Version"),
    "model_note": mark("Kind of note"),
    "model_run_id": mark("Run"),
    "model_state": mark("State of the model"),
    "model_version": mark("Version of the model"),
    "run_outcome": mark("Outcome"),
    "subject_id": mark("Number"),
    "events": mark("Events up to then"),
    "data_version": mark("Data version"),
    "figures": mark("Figures"),
    "files": mark("Files"),
    "made_at": mark("Made at (UTC)"),
    "finding_ids": mark("Numbers of findings"),
    "is_repeat": mark("Repeat finding"),
    "transfer_id": mark("Number of the transfer"),
    "matter": mark("Matter"),
    "person_count": mark("Persons"),
    "sent_date": mark("Date sent"),
    "result": mark("Result"),
    "result_date": mark("Answered on"),
    "population": mark("Findings to draw from"),
    "seed": mark("Seed"),
    "draw_method": mark("How it was drawn"),
    "truth_answer": mark("Result of the truth check"),
    "suspect_ids": mark("Numbers of suspects"),
    "suspect_state": mark("State of the suspect"),
    "to_region": mark("Region"),
    "to_section": mark("Section"),
    "answer_due_date": mark("Answer due by"),
    "criterion": mark("Criterion of a major problem"),
    "lead_section_code": mark("Section that leads"),
    "major_stage": mark("Stage on the list"),
    "major_stage_before": mark("Stage on the list before"),
    "major_step": mark("Step"),
    "milestone": mark("Step"),
    "next_step": mark("What comes next"),
    "tracker": mark("Who tracks it"),
    "week_colour": mark("Colour of the week"),
    "week_date": mark("Week from"),
    "money": mark("Money of the step (yuan)"),
    "open_fen": mark("Amount still open (yuan)"),
    "receiving_body": mark("Receiving body"),
    "rectification_type": mark("Rectification type"),
    "rectified_fen": mark("Amount rectified (yuan)"),
    "revision": mark("Revision"),
    "stage_before": mark("Stage before"),
    "work_stage": mark("Stage"),
    "staff_field": mark("What is changed"),
    "staff_rank": mark("Rank"),
    "years_before": mark("Years before"),
    "years_in_rank": mark("Years set for the rank"),
    "offer_code": mark("Number of the offer"),
    "offer_step": mark("Step of the offer"),
    "work_date": mark("Day of work"),
    "half_hours": mark("Work (half hours)"),
    "is_correction": mark("Correction"),
    "register_code": mark("Register number"),
    "document_step": mark("Step of the document"),
    "linked_code": mark("What it is about"),
    "archive_code": mark("Archive reference"),
}
# Fields that hold a code, and the list of data/codes.py that it is of.
_CODE_LISTS = {
    "escalation_decision": "escalation_decision",
    "escalation_step": "escalation_step",
    "amount_band": "amount_band",
    "change": "version_change",
    "closing_kind": "movement_closing",
    "classification": "classification",
    "column_mask": "column_mask",
    "delivery": "delivery",
    "draw_method": "draw_method",
    "truth_answer": "truth_answer",
    "library": "library",
    "map_layer_kind": "map_layer_kind",
    "model_note": "model_note",
    "model_state": "model_state",
    "run_outcome": "run_outcome",
    "suspect_state": "suspect_state",
    "criterion": "major_criterion",
    "major_stage": "major_stage",
    "major_stage_before": "major_stage",
    "major_step": "major_step",
    "week_colour": "week_colour",
    "milestone": "milestone",
    "rectification_type": "rectification_type",
    "stage_before": "work_stage",
    "work_stage": "work_stage",
    "staff_field": "staff_field",
    "staff_rank": "staff_rank",
    "offer_step": "offer_step",
    "document_step": "document_step",
    "movement_kind": "movement_kind",
    "project_type": "project_type",
    "request_step": "request_step",
    "step": "task_step",
    "task_kind": "task_kind",
    "warning_level": "warning_level",
}
# Fields that name an account.
_PERSONS = {"owner", "shared_with", "taker", "user_name"}
REASONS = {
    "asked": mark("asked for it"),
    "cookie": mark("cookie of a sign-in that is over"),
    "disabled": mark("account disabled"),
    "elsewhere": mark("ended from another computer"),
    "expired": mark("longest time reached"),
    "idle": mark("no activity"),
    "locked": mark("account locked"),
    "password": mark("wrong password"),
    "revoked": mark("display token revoked"),
    "unknown": mark("no such account"),
    "unknown_token": mark("no such display token"),
}
# Settings of the bureau (data/bureau.py) that change by an event.
SETTINGS = {
    "coverage_rules": mark("Coverage rules"),
    "data_rooms": mark("Data rooms"),
    "idle_days": mark("Days after which a dataset is idle"),
}


def event_title(kind: str) -> str:
    """The title of a kind of event; the kind itself where it is not known (any more)."""
    return _(KINDS[kind].title) if kind in KINDS else kind


def event_actor(actor: str, display_name: str | None) -> str:
    """Who did it: the person's name with the user name, or the command line."""
    if actor == COMMAND_LINE.user_name:
        return _("Command line")
    return _("{name} ({words})").format(name=display_name, words=actor) if display_name else actor


def person_names(people: Mapping[str, str]) -> dict[str, str]:
    """Display names by user name as event_words() takes them, apart from codes of regions and sections."""
    return {_person_key(user_name): called for user_name, called in people.items()}


def _person_key(user_name: str) -> str:
    return f"account {user_name}"  # no code has a space


def event_words(detail: str, names: Mapping[str, str] = MappingProxyType({})) -> list[tuple[str, str]]:
    """(label, value) of each field of an event's detail; a change is one row, before → after.

    `names` says what region and section codes are called, and people (person_names). What was tampered with
    may be no JSON at all: it is shown as it stands.
    """
    try:
        values = json.loads(detail)
    except ValueError:
        return [(_("Detail"), detail)]
    if not isinstance(values, dict):
        return [(_("Detail"), detail)]
    _label_fields(values)
    if values.keys() == {"name", "before", "after"}:  # of a bureau setting, and of nothing else
        values["name"] = _(SETTINGS.get(str(values["name"]), str(values["name"])))
    before, after = values.get("before"), values.get("after")
    words = []
    if isinstance(before, dict) and isinstance(after, dict):
        values = {name: value for name, value in values.items() if name not in {"before", "after"}}
        for name in sorted(before.keys() | after.keys()):
            old, new = (_word(name, side.get(name), names) for side in (before, after))
            words.append((_label(name), f"{old} → {new}"))
    whom_first = sorted(values.items(), key=lambda item: item[0] not in _SUBJECTS)
    return [(_label(name), _word(name, value, names)) for name, value in whom_first] + words


def _label_fields(values: dict[str, Any]) -> None:
    """Call the changed fields of a register by their labels."""
    register, changes = registers().get(str(values.get("register"))), values.get("field_changes")
    if register is None or not isinstance(changes, list):
        return
    fields = register.fields
    values["field_changes"] = [
        [row, fields[name].label if name in fields else _("To be verified"), *sides]
        for row, name, *sides in (
            change for change in changes if isinstance(change, list) and len(change) == 4
        )
    ]


def _label(name: str) -> str:
    return _(FIELDS[name]) if name in FIELDS else name


def _word(name: str, value: Any, names: Mapping[str, str]) -> str:
    if value in (None, [], {}, ""):
        return NOTHING
    if name in _STEPS:
        between, said = _STEPS[name]
        return between.join(said(step, names) for step in value)
    if name.endswith("_fen") or name == "money":
        return _money_words(value)
    return _plain_word(name, value, names)


def _plain_word(name: str, value: Any, names: Mapping[str, str]) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case list():
            return "、".join(_word(name, item, names) for item in value)
        case dict():
            return " · ".join(f"{_label(inner)} {_word(inner, held, names)}" for inner, held in value.items())
    return _named(name, str(value), names)


def _money_words(value: Any) -> str:
    """An amount, or amounts by kind, as kept in 分."""
    match value:
        case int():
            return _yuan(value)
        case dict():
            return "、".join(f"{label('money_kind', kind)} {_yuan(fen)}" for kind, fen in value.items())
    return str(value)


def _yuan(fen: int) -> str:
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{rest:02d}"


def _field_change(change: Any, names: Mapping[str, str]) -> str:
    """One change of a register's row: (row, label of the field, before, after)."""
    del names
    match change:
        case [str(row), str(label), before, after]:
            sides = " → ".join(str(side) if side is not None else NOTHING for side in (before, after))
            return f"{row} · {label} {sides}"
    return str(change)


def _drill_step(step: Any, names: Mapping[str, str]) -> str:
    match step:
        case [str(dimension), str(code)] if dimension in DIMENSIONS:
            return f"{_(DIMENSIONS[dimension].title)} {group_label(dimension, code, names.get(code))}"
    return str(step)


# Lists with words of their own for each entry: what stands between them, and how one is said.
_STEPS: dict[str, tuple[str, Callable[[Any, Mapping[str, str]], str]]] = {
    "drill": (" › ", _drill_step),
    "field_changes": ("；", _field_change),
}


def _named(name: str, value: str, names: Mapping[str, str]) -> str:
    if name in _PERSONS and (called := names.get(_person_key(value))):
        return event_actor(value, called)
    match name:
        case (
            "region"
            | "section"
            | "region_code"
            | "section_code"
            | "lead_section_code"
            | "to_region"
            | "to_section"
            | "shared_with"
        ):
            value = names.get(value, value)
        case "subject" if value in kpis():
            value = str(kpis()[value].title)
        case "subject" if value in _LEAVES:
            value = _(_LEAVES[value])
        case "subject" if value == QUARANTINE:
            value = _("Quarantine")
        case "rule":
            value = cell_words("warning_rule", value)
        case _ if name in _CODE_LISTS:
            value = label(_CODE_LISTS[name], value)
        case "register" if value in registers():
            value = registers()[value].title
        case "reason":
            value = _(REASONS.get(value, value))
        case "action":
            value = _(ACTIONS.get(value, value))
        case "roles" if value in ROLES:
            value = _(ROLES[value][0])
        case "locked_until":
            value = in_china(datetime.fromisoformat(value)).strftime("%Y-%m-%d %H:%M")
    return value
