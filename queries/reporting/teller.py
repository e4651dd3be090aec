"""The one way by which a figure comes into a report: asked of the KPI file, and noted."""

from dataclasses import replace
from datetime import date

import pandas as pd

from queries.catalog import Kpi, kpis
from queries.compose import within
from queries.filters import Filters, Scope
from queries.reporting.report import Part, Told
from queries.rows import Page, count_rows, page_of_rows
from queries.run import Figure, Group, Number, breakdown, value
from queries.source import Source


class Teller:
    """Asks figures of one source as one reader may see them, and keeps the list of all that were told."""

    def __init__(self, source: Source, filters: Filters, scope: Scope) -> None:
        """`filters` hold for every figure that is not asked otherwise."""
        self.source, self.filters, self.scope = source, filters, scope
        self._told: list[Told] = []
        self._figures: dict[tuple[str, Filters], Figure] = {}
        self._groups: dict[tuple[str, Filters, str], list[Group]] = {}

    @property
    def told(self) -> tuple[Told, ...]:
        """Every figure so far."""
        return tuple(self._told)

    def figure(self, name: str, *, part: Part = "value", filters: Filters | None = None) -> Told:
        """A KPI's figure, or its numerator or denominator."""
        asked = within(kpis()[name], filters or self.filters)
        return self._note(name, part, asked, _part(self._asked(name, asked), part))

    def change(
        self,
        name: str,
        before: Filters,
        *,
        part: Part = "value",
        filters: Filters | None = None,
        frozen: tuple[date, Number | None] | None = None,
    ) -> Told:
        """The figure less that of the question `before`, or less what a snapshot has of it."""
        kpi = kpis()[name]
        asked, earlier = within(kpi, filters or self.filters), within(kpi, before)
        now = _part(self._asked(name, asked), part)
        then = frozen[1] if frozen else _part(self._asked(name, earlier), part)
        less = None if now is None or then is None else now - then
        note = self._note(name, part, asked, less)
        self._told[-1] = replace(note, before=earlier, frozen_on=frozen[0] if frozen else None)
        return self._told[-1]

    def frozen(self, name: str, day: date, value: Number | None, filters: Filters) -> Told:
        """What a snapshot has of a KPI."""
        note = self._note(name, "value", within(kpis()[name], filters), value)
        self._told[-1] = replace(note, frozen_on=day)
        return self._told[-1]

    def groups(self, name: str, by: str) -> dict[str, str]:
        """The labels of the groups of a breakdown by their codes, in their order."""
        return {
            group.code: group.label for group in self._grouped(name, within(kpis()[name], self.filters), by)
        }

    def counts(self, name: str, by: str) -> dict[str, int]:
        """How many rows each group has, for the order of lines."""
        asked = within(kpis()[name], self.filters)
        return {group.code: group.figure.rows for group in self._grouped(name, asked, by)}

    def group(self, name: str, by: str, code: str, *, part: Part = "value") -> Told:
        """The figure of one group; nought, or no data, where the KPI has none of it."""
        asked = within(kpis()[name], self.filters)
        found = next((group for group in self._grouped(name, asked, by) if group.code == code), None)
        told = _part(found.figure, part) if found else _of_nothing(kpis()[name])
        note = self._note(name, part, asked, told)
        self._told[-1] = replace(note, by=by, code=code)
        return self._told[-1]

    def rows(self, name: str, filters: Filters, page: Page) -> pd.DataFrame:
        """A page of the rows behind a figure."""
        return page_of_rows(self.source, kpis()[name], within(kpis()[name], filters), self.scope, page)

    def row_count(self, name: str, filters: Filters) -> int:
        """How many rows there are behind a figure."""
        return count_rows(self.source, kpis()[name], within(kpis()[name], filters), self.scope)

    def _asked(self, name: str, filters: Filters) -> Figure:
        key = (name, filters)
        if key not in self._figures:
            self._figures[key] = value(self.source, kpis()[name], filters, self.scope)
        return self._figures[key]

    def _grouped(self, name: str, filters: Filters, by: str) -> list[Group]:
        key = (name, filters, by)
        if key not in self._groups:
            self._groups[key] = breakdown(self.source, kpis()[name], filters, by, self.scope)
        return self._groups[key]

    def _note(self, name: str, part: Part, filters: Filters, number: Number | None) -> Told:
        told = Told(len(self._told) + 1, name, part, filters, "", "", number, _format(kpis()[name], part))
        self._told.append(told)
        return told


def _part(figure: Figure, part: Part) -> Number | None:
    return {"value": figure.value, "numerator": figure.numerator, "denominator": figure.denominator}[part]


def _of_nothing(kpi: Kpi) -> Number | None:
    return 0 if kpi.denominator is None and (kpi.additive or kpi.format == "count") else None


def _format(kpi: Kpi, part: Part) -> str:
    if part == "value":
        return kpi.format
    sql = kpi.numerator if part == "numerator" else kpi.denominator
    return "fen" if "_fen" in (sql or "") else "count"
