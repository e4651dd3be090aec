"""Units, projects, sections, classes, reports and officials that rows name: found, or made as stubs (待核).

A stub takes over what the ledger states about it; a record that somebody has confirmed is left as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data.intake.change import Record
from data.intake.made_up import is_made_up, stands_for
from data.language import _
from data.ledger.recorded import rows_with
from data.ledger.statement import Statement
from data.schema import (
    Base,
    Finding,
    Official,
    Post,
    ProblemClass,
    Project,
    Rectification,
    Region,
    Report,
    Section,
    Unit,
)


@dataclass(frozen=True)
class Named:
    """The shared records that a statement names; None where it names none."""

    project: Record
    unit: Record
    region_code: str | None
    section: Record | None
    problem_class: Record | None
    official: Record | None
    responsible_unit: Record | None


class Shared:
    """Everything shared that the statements of one file name, as the database has it or as it will be."""

    def __init__(self, connection: Connection, statements: Sequence[Statement], source: str) -> None:
        self.source = source
        self.regions = _regions(connection)
        self._sections = _known(connection, Section, "section_code", Section.name)
        self._section_codes = {record.record_id: record for record in self._sections.values()}
        self._classes = _known(
            connection, ProblemClass, "problem_class_code", ProblemClass.problem_class_code
        )
        self._class_names = {record.values["name"]: record for record in self._classes.values()}
        self._units_by_code: dict[str, Record] = {}
        self._units_by_name: dict[str, Record] = {}
        self._units_by_id: dict[int, Record] = {}
        self._load_units(connection, statements)
        self._projects_by_code: dict[str, Record] = {}
        self._projects_by_name: dict[tuple[str, int | None], Record] = {}
        self._projects_by_id: dict[int, Record] = {}
        self._load_projects(connection, statements)
        self._reports: dict[tuple[str, str], Record] = {}
        self._load_reports(connection, statements)
        self._officials: dict[tuple[str, Any], Record] = {}
        self._officials_by_id: dict[int, Record] = {}
        self._load_officials(connection, statements)

    def named(self, statement: Statement) -> tuple[Named, str | None]:
        """What a statement names, and why its region stays empty where it does."""
        values = statement.values
        region_code, fault = self.region_code(values.get("region"))
        unit = self.unit(values["unit_name"], values.get("unit_credit_code"), region_code)
        responsible, official = values.get("responsible_unit"), values.get("official_name")
        return (
            Named(
                project=self.project(statement),
                unit=unit,
                region_code=region_code,
                section=self.section(values.get("section")),
                problem_class=self.problem_class(
                    values.get("problem_class_code"), values.get("problem_class_name")
                ),
                official=self.official(official, unit) if official else None,
                responsible_unit=(unit if responsible == values["unit_name"] else self.unit(responsible))
                if responsible
                else None,
            ),
            fault,
        )

    def known(self) -> list[Record]:
        """The records of the database that a row may have changed."""
        return [
            *self._projects_by_id.values(),
            *self._units_by_id.values(),
            *(record for record in self._reports.values() if not record.is_new),
        ]

    def region_code(self, named: str | None) -> tuple[str | None, str | None]:
        """(code of the region that is named by name or code, reason why there is none)."""
        if not named:
            return None, None
        if named in self.regions:
            return named, None
        of_name = [code for code, region in self.regions.items() if region["name"] == named]
        valid = [code for code in of_name if self.regions[code]["valid_to_date"] is None] or of_name
        if len(valid) == 1:
            return valid[0], None
        return None, _("several regions have this name; the region stays empty") if valid else _(
            "no such region; the region stays empty"
        )

    def region_and_above(self, code: str | None) -> set[str]:
        """A region and the regions it lies in."""
        found: set[str] = set()
        while code and code not in found:
            found.add(code)
            code = self.regions.get(code, {}).get("parent_code")
        return found

    def section(self, named: str | None) -> Record | None:
        """The section by name or code; a stub where it is not known."""
        if not named:
            return None
        record = self._sections.get(named) or self._section_codes.get(named)
        if record is None:
            values = {"section_code": stands_for("section", named), "name": named, "is_stub": True}
            record = self._sections[named] = Record(Section, named, values)
        return record

    def problem_class(self, code: str | None, name: str | None) -> Record | None:
        """The problem class by code, else by name; a stub, within a group, where it is not known."""
        if code:
            return self._classes.get(code) or self._new_class(code, name or code)
        if not name:
            return None
        return self._class_names.get(name) or self._new_class(stands_for("class", name), name)

    def unit(self, name: str, credit_code: str | None = None, region_code: str | None = None) -> Record:
        """The unit by credit code, else by exact name; a stub where it is not known."""
        if credit_code and credit_code in self._units_by_code:
            return self._units_by_code[credit_code]
        record = self._units_by_name.get(name)
        if record is not None and credit_code and record.values["credit_code"] not in (None, credit_code):
            record = None  # another unit of the same name
        if record is None:
            record = Record(
                Unit,
                name,
                {
                    "name": name,
                    "credit_code": credit_code,
                    "region_code": region_code,
                    "is_stub": True,
                    "source": self.source,
                },
            )
            self._units_by_name.setdefault(name, record)
        if credit_code:
            self._units_by_code[credit_code] = record
        return record

    def shown(self, column: str, value: Any) -> Any:
        """A column's value as a person knows it: the name behind a key, other values as they are."""
        if isinstance(value, Record):
            return value.label
        known: dict[str, dict[Any, Record]] = {
            "project_id": self._projects_by_id,
            "unit_id": self._units_by_id,
            "responsible_unit_id": self._units_by_id,
            "official_id": self._officials_by_id,
            "section_code": self._section_codes,
        }
        if column == "region_code" and value in self.regions:
            return self.regions[value]["name"]
        record = known.get(column, {}).get(value)
        return record.label if record else value

    def place_of(self, project_id: int, unit_id: int) -> tuple[str | None, str | None]:
        """(region code, section code) that a recorded finding has from its project and its unit."""
        project, unit = self._projects_by_id[project_id].values, self._units_by_id[unit_id].values
        return project["region_code"] or unit["region_code"], project["section_code"]

    def project(self, statement: Statement) -> Record:
        """The project by code, else by name and plan year; a stub where it is not known."""
        values = statement.values
        code, year = values.get("project_code"), values.get("plan_year")
        name: str = values.get("project_name") or values["project_code"]
        record = self._projects_by_code.get(code) if code else self._projects_by_name.get((name, year))
        if record is None and not code and year is None:  # a ledger without years: the only one of that name
            of_name = [found for (known, __), found in self._projects_by_name.items() if known == name]
            record = of_name[0] if len(of_name) == 1 else None
        if record is None and code:  # an earlier ledger named it without its code
            stub = self._projects_by_name.get((name, year))
            record = stub if stub and is_made_up(stub.values["project_code"]) else None
        if record is None:
            record = Record(
                Project,
                name,
                {
                    "project_code": code or stands_for("project", name, year),
                    "name": name,
                    "is_independent": False,
                    "is_stub": True,
                    "source": self.source,
                },
            )
            self._index_project(record, year)
        return record

    def report(self, kind: str, number: str, project: Record | None, year: int | None) -> Record:
        """The report by kind and number; a new one where it is not known."""
        if (kind, number) not in self._reports:
            values = {
                "report_kind": kind,
                "document_number": number,
                "project_id": project,
                "year": year,
                "issued_date": None,
                "delivered_date": None,
            }
            self._reports[kind, number] = Record(Report, number, values)
        return self._reports[kind, number]

    def official(self, name: str, unit: Record) -> Record:
        """The official of that name in that unit; a new one where there is none: names are no identity."""
        key = (name, unit.record_id or unit)
        if key not in self._officials:
            self._officials[key] = Record(Official, name, {"name": name, "source": self.source})
        return self._officials[key]

    def _new_class(self, code: str, name: str) -> Record:
        """A stub, with those above it that are not known either: its group has to exist for a breakdown."""
        has_levels = code.isdigit() and len(code) % 2 == 0
        above = code[:-2] if has_levels else code[:2]
        parent = None
        if above and above != code:
            parent = self._classes.get(above) or self._new_class(above, above)
        values = {
            "problem_class_code": code,
            "name": name,
            # A new parent is named by its record, so that it is written along with its child.
            "parent_code": parent if parent is None or parent.is_new else parent.record_id,
            "is_stub": True,
        }
        label = code if name == code else f"{code} {name}"
        record = self._classes[code] = Record(ProblemClass, label, values)
        self._class_names.setdefault(name, record)
        return record

    def _load_units(self, connection: Connection, statements: Sequence[Statement]) -> None:
        names = {
            values.get(key) for values in _values(statements) for key in ("unit_name", "responsible_unit")
        }
        codes = {values.get("unit_credit_code") for values in _values(statements)}
        finding_codes = {values["finding_code"] for values in _values(statements)}
        table = Unit.__table__
        of_findings = select(table).join(Finding, Finding.unit_id == table.c.unit_id)
        responsible = (
            select(table)
            .join(Rectification, Rectification.responsible_unit_id == table.c.unit_id)
            .join(Finding, Finding.finding_id == Rectification.finding_id)
        )
        rows = [
            *rows_with(connection, select(table), table.c.name, names),
            *rows_with(connection, select(table), table.c.credit_code, codes),
            *rows_with(connection, of_findings, Finding.__table__.c.finding_code, finding_codes),
            *rows_with(connection, responsible, Finding.__table__.c.finding_code, finding_codes),
        ]
        # Of several units of one name the confirmed one comes first, then the oldest.
        for row in sorted(rows, key=lambda row: (row["is_stub"], row["unit_id"])):
            record = self._units_by_id.get(row["unit_id"])
            if record is None:
                record = _record(Unit, row, "unit_id", row["name"])
            self._units_by_id[row["unit_id"]] = record
            self._units_by_name.setdefault(row["name"], record)
            if row["credit_code"]:
                self._units_by_code[row["credit_code"]] = record

    def _load_projects(self, connection: Connection, statements: Sequence[Statement]) -> None:
        table = Project.__table__
        names = {values.get("project_name") for values in _values(statements)}
        codes = {values.get("project_code") for values in _values(statements)}
        codes |= {
            stands_for("project", values.get("project_name"), values.get("plan_year"))
            for values in _values(statements)
            if not values.get("project_code")
        }
        finding_codes = {values["finding_code"] for values in _values(statements)}
        of_findings = select(table).join(Finding, Finding.project_id == table.c.project_id)
        rows = [
            *rows_with(connection, select(table), table.c.name, names),
            *rows_with(connection, select(table), table.c.project_code, codes),
            *rows_with(connection, of_findings, Finding.__table__.c.finding_code, finding_codes),
        ]
        for row in sorted(rows, key=lambda row: (row["is_stub"], row["project_id"])):
            if row["project_id"] not in self._projects_by_id:
                record = _record(Project, row, "project_id", row["name"])
                self._projects_by_id[row["project_id"]] = record
                self._index_project(record, row["plan_year"])

    def _index_project(self, record: Record, year: int | None) -> None:
        self._projects_by_code.setdefault(record.values["project_code"], record)
        self._projects_by_name.setdefault((record.values["name"], year), record)

    def _load_reports(self, connection: Connection, statements: Sequence[Statement]) -> None:
        numbers = {number for statement in statements for number in statement.documents}
        numbers |= {work_report_number(year) for year in _years(statements)}
        table = Report.__table__
        for row in rows_with(connection, select(table), table.c.document_number, numbers):
            record = _record(Report, row, "report_id", row["document_number"])
            self._reports[row["report_kind"], row["document_number"]] = record

    def _load_officials(self, connection: Connection, statements: Sequence[Statement]) -> None:
        names = {values.get("official_name") for values in _values(statements)}
        finding_codes = {values["finding_code"] for values in _values(statements)}
        table, findings = Official.__table__, Finding.__table__
        of_posts = select(table, Post.unit_id).join(Post, Post.official_id == table.c.official_id)
        of_findings = select(table, Finding.unit_id).join(Finding, Finding.official_id == table.c.official_id)
        rows = [
            *rows_with(connection, of_posts, table.c.name, names),
            *rows_with(connection, of_findings, table.c.name, names),
            *rows_with(connection, of_findings, findings.c.finding_code, finding_codes),
        ]
        for row in rows:
            unit_id = row.pop("unit_id")
            record = self._officials_by_id.setdefault(
                row["official_id"], _record(Official, row, "official_id", row["name"])
            )
            self._officials.setdefault((row["name"], unit_id), record)


def work_report_number(year: int) -> str:
    """The number under which the yearly audit work report is kept where the ledger gives none."""
    return f"审计工作报告-{year}"


def report_kind(number: str) -> str:
    """Kind of a document by its number: 审决 and 决定 are decisions."""
    return "decision" if "审决" in number or "决定" in number else "audit_report"


def _values(statements: Iterable[Statement]) -> list[dict[str, Any]]:
    return [statement.values for statement in statements]


def _years(statements: Iterable[Statement]) -> set[int]:
    return {report_year(statement) for statement in statements}


def report_year(statement: Statement) -> int:
    """The year of the work report that cites a finding: its plan year, else the year it was found."""
    year: int | None = statement.values.get("plan_year")
    return year or statement.found_date.year


def _record(table: type[Base], row: dict[str, Any], key: str, label: str) -> Record:
    return Record(table, label, dict(row), row[key], dict(row))


def _known(connection: Connection, table: type[Base], key: str, column: Any) -> dict[str, Record]:
    rows = connection.execute(select(table.__table__)).mappings()
    return {row[column.key]: _record(table, dict(row), key, row["name"]) for row in rows}


def _regions(connection: Connection) -> dict[str, dict[str, Any]]:
    rows = connection.execute(select(Region.__table__)).mappings()
    return {row["region_code"]: dict(row) for row in rows}
