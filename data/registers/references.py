"""What a row refers to: regions, sections, units, projects, staff, audit objects.

Units and sections that are not known become stubs (待核), so that a list can come before the register that it
refers to. Regions, staff and indicators carry rights and figures: a row that names an unknown one is refused.
"""

from data.intake.change import Record
from data.intake.made_up import stands_for
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.schema import Project, Region, Section, Staff, Unit


class NotKnownYetError(RowRefusedError):
    """The row refers to what is neither in the database nor in the rows so far; a later row may bring it."""


def region(book: Book, row: Row, field: str = "region") -> Record | None:
    """The region that a field names by code or name; None where it names none."""
    named = row.values.get(field)
    if not named:
        return None
    record = book.find(Region, region_code=named)
    if record is not None:
        return record
    found = book.all(Region, name=named)
    found = [record for record in found if record.values.get("valid_to_date") is None] or found
    if len(found) > 1:
        raise RowRefusedError(field, _("several regions have this name; give the code"))
    if not found:
        raise NotKnownYetError(field, _("no such region; import the register of regions first"))
    return found[0]


def section(book: Book, row: Row, field: str = "section") -> Record | None:
    """The section that a field names by code or name; a stub where it is not known."""
    named = row.values.get(field)
    if not named:
        return None
    record = book.find(Section, section_code=named) or book.find(Section, name=named)
    if record is None:
        code = stands_for("section", named)
        record = book.new(Section, named, section_code=code, name=named, is_stub=True)
    return record


def unit(
    book: Book, row: Row, field: str = "unit_name", code_field: str = "unit_credit_code"
) -> Record | None:
    """The unit that a row names by credit code, else by exact name; a stub where it is not known."""
    name, code = row.values.get(field), row.values.get(code_field)
    if code and (record := book.find(Unit, credit_code=code)):
        return record
    if not name:
        if code:
            raise NotKnownYetError(code_field, _("no unit has this code; give its name too"))
        return None
    record = named_unit(book, field, code, name)
    if record is None:
        record = book.new(Unit, name, name=name, credit_code=code, is_stub=True)
    return record


def named_unit(book: Book, field: str, code: str | None, name: str) -> Record | None:
    """The unit of this name that has this credit code or none; refuses a name that several units share."""
    found = book.all(Unit, name=name)
    if code:
        found = [record for record in found if record.values.get("credit_code") in (None, code)]
    confirmed = [record for record in found if not record.values.get("is_stub")]
    if len(confirmed) > 1:
        raise RowRefusedError(field, _("several units have this name; give the credit code"))
    return next(iter(confirmed or found), None)


def project(book: Book, row: Row) -> Record | None:
    """The project that a row names by code, else by name and plan year; None where it is not known."""
    values = row.values
    if values.get("project_code"):
        return book.find(Project, project_code=values["project_code"])
    name = values.get("project_name")
    if not name:
        raise RowRefusedError("project_code", _("neither code nor name of the project is given"))
    found = book.all(Project, name=name)
    if "plan_year" in values:
        found = [record for record in found if record.values.get("plan_year") == values["plan_year"]]
    if len(found) > 1:
        raise RowRefusedError("project_name", _("several projects have this name; give the code"))
    return found[0] if found else None


def known_project(book: Book, row: Row) -> Record:
    """The project that a row names; refuses one that is not known."""
    record = project(book, row)
    if record is None:
        field = "project_code" if row.values.get("project_code") else "project_name"
        raise NotKnownYetError(field, _("no such project; import the register of projects first"))
    return record


def staff(book: Book, row: Row) -> Record:
    """The member of staff that a row names by code; refuses one who is not known."""
    record = book.find(Staff, staff_code=row.values["staff_code"])
    if record is None:
        raise NotKnownYetError("staff_code", _("no such member of staff; import the register of staff first"))
    return record


def confirm(book: Book, record: Record) -> None:
    """A record that its own register brings is no stub any more."""
    if record.values.get("is_stub"):
        book.put(record, "is_stub", False, "is_stub")
