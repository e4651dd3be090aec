"""A member of a project is known by project, member of staff and part."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import ProjectMember


def state(book: Book, row: Row) -> Record:
    """Who is on which project, in which part."""
    project, person = references.known_project(book, row), references.staff(book, row)
    keys = {"project_id": project, "staff_id": person, "part": row.values["part"]}
    label = f"{project.label} · {person.label}"
    record = book.find(ProjectMember, **keys) or book.new(ProjectMember, label, **keys)
    book.state(record, row, {"from_date": "from_date", "to_date": "to_date"})
    return record
