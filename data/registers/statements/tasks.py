"""A task is known by its code; what is told of it are dated steps, each known by its kind and day."""

from datetime import date

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.schema import Task, TaskStep

_TURNS = {"completed", "cancelled", "reopened"}
_COLUMNS = {
    name: name
    for name in (
        "kind",
        "title",
        "requirement",
        "year",
        "responsible_person",
        "origin",
        "set_date",
        "due_date",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The task of a row, and how far it is."""
    code = row.values["task_code"]
    record = book.find(Task, task_code=code)
    if record is None:
        record = book.new(Task, row.values.get("title") or code, task_code=code)
    book.state(record, row, _COLUMNS)
    if region := references.region(book, row):
        book.set(record, row, "region_code", region, "region")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    _state_parent(book, row, record)
    _state_progress(book, row, record)
    _state_extension(book, row, record)
    for kind in ("completed", "cancelled"):
        if day := row.values.get(f"{kind}_date"):
            _turn(book, row, record, kind, day)
    _check_limits(book, row, record)
    _check_parts_settled(book, row, record)
    return record


def _state_parent(book: Book, row: Row, task: Record) -> None:
    code = row.values.get("parent_code")
    if not code:
        return
    parent = book.find(Task, task_code=code)
    if parent is None:
        raise NotKnownYetError("parent_code", _("no such task"))
    if parent is task:
        raise RowRefusedError("parent_code", _("a task is no part of itself"))
    if _stands_above(book, task, parent):
        words = _("task {parent} is itself part of this task: two tasks cannot be parts of each other")
        raise RowRefusedError("parent_code", words.format(parent=code))
    book.set(task, row, "parent_task_id", parent, "parent_code")


def _stands_above(book: Book, task: Record, other: Record) -> bool:
    """Whether going up from the other task one comes to the task; a circle of others is gone round once."""
    seen: set[Record] = set()
    above: Record | None = other
    while above is not None and above not in seen:
        seen.add(above)
        above = book.at(Task, above.values.get("parent_task_id"))
        if above is task:
            return True
    return False


def _state_progress(book: Book, row: Row, task: Record) -> None:
    fields = ("progress_note", "progress_percent")
    if not any(row.values.get(name) is not None for name in fields):
        return
    day = row.values.get("progress_date")
    if day is None:
        raise RowRefusedError("progress_date", _("progress needs the day it was reported"))
    percent = row.values.get("progress_percent")
    if percent is not None and percent > 100:
        raise RowRefusedError("progress_percent", _("more than 100"))
    step = _step(book, task, "reported", day)
    book.state(step, row, {"note": "progress_note", "progress_percent": "progress_percent"})


def _state_extension(book: Book, row: Row, task: Record) -> None:
    day, due = row.values.get("extended_date"), row.values.get("extended_due_date")
    if day is None and due is None:
        return
    if day is None or due is None:
        field = "extended_date" if day is None else "extended_due_date"
        raise RowRefusedError(field, _("an extension needs the day of its approval and the new limit"))
    book.set(_step(book, task, "extended", day), row, "new_due_date", due, "extended_due_date")


def _check_limits(book: Book, row: Row, task: Record) -> None:
    """Refuse what would leave a part due after its whole. A later row may bring the limit that is missing."""
    due = _limit(book, task)
    field = "due_date" if row.values.get("extended_due_date") is None else "extended_due_date"
    above = book.at(Task, task.values.get("parent_task_id"))
    whole = _limit(book, above) if above else None
    if due and whole and due > whole:
        words = _("a part cannot be due after the whole, which is due on {day}")
        raise NotKnownYetError(field, words.format(day=whole))
    for part in book.all(Task, parent_task_id=task):
        of_part = _limit(book, part)
        if due and of_part and of_part > due:
            words = _("part {part} is due later, on {day}")
            raise NotKnownYetError(field, words.format(part=part.values["task_code"], day=of_part))


def _check_parts_settled(book: Book, row: Row, task: Record) -> None:
    """Refuse what would leave an open part under a whole that is over. A later row may settle the part."""
    turns = [f"{kind}_date" for kind in ("completed", "cancelled") if row.values.get(f"{kind}_date")]
    if turns and _is_over(book, task):
        open_parts = sum(not _is_over(book, part) for part in book.all(Task, parent_task_id=task))
        if open_parts:
            words = _("{number} of its parts are still open: settle them first.")
            raise NotKnownYetError(turns[0], words.format(number=open_parts))
    above = book.at(Task, task.values.get("parent_task_id"))
    if row.values.get("parent_code") and above and _is_over(book, above) and not _is_over(book, task):
        words = _("task {parent} is over: it can have no open part")
        raise NotKnownYetError("parent_code", words.format(parent=above.values["task_code"]))


def _is_over(book: Book, task: Record) -> bool:
    """Completed or cancelled, and not taken up again."""
    turns = [step.values for step in book.all(TaskStep, task_id=task) if step.values["kind"] in _TURNS]
    newest = max(turns, key=lambda step: step["fact_date"], default=None)
    return newest is not None and newest["kind"] != "reopened"


def _limit(book: Book, task: Record) -> date | None:
    """The limit in force: that of the newest extension, else the first one."""
    steps = [step.values for step in book.all(TaskStep, task_id=task) if step.values["kind"] == "extended"]
    newest = max(steps, key=lambda step: step["fact_date"], default=None)
    limit: date | None = newest["new_due_date"] if newest else task.values.get("due_date")
    return limit


def _turn(book: Book, row: Row, task: Record, kind: str, day: date) -> None:
    """A task is over once: another day of the same turn corrects it, unless it was reopened in between."""
    steps = book.all(TaskStep, task_id=task)
    reopened = [step.values["fact_date"] for step in steps if step.values["kind"] == "reopened"]
    same = [step for step in steps if step.values["kind"] == kind]
    recorded = max(same, key=lambda step: step.values["fact_date"], default=None)
    if recorded is None or any(recorded.values["fact_date"] <= back <= day for back in reopened):
        recorded = _step(book, task, kind, day)
    book.set(recorded, row, "fact_date", day, f"{kind}_date")


def _step(book: Book, task: Record, kind: str, day: date) -> Record:
    found = book.find(TaskStep, task_id=task, kind=kind, fact_date=day)
    if found is None:
        found = book.new(TaskStep, kind, task_id=task, kind=kind, fact_date=day)
        book.note_new(found, f"{kind}_date" if kind != "reported" else "progress_date")
    return found
