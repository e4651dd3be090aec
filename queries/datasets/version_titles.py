"""What the columns of a version are called, and what its type demands of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import Connection, select

from data.checking.report import TotalCheck
from data.checking.words import column_demand, rule_words
from data.dataset_types import DatasetType, dataset_types
from data.language import listed
from data.schema import Dataset
from data.warehouse import Version

_FEN = Decimal(100)


@dataclass(frozen=True)
class VersionTitles:
    """`of_columns`: titles in the current language, by name. `dataset_type` is None for what is ad hoc.

    `dataset` is the name of the dataset that the version belongs to.
    """

    dataset: str
    dataset_type: DatasetType | None
    of_columns: Mapping[str, str]

    def demand(self, rule: str, column: str) -> str:
        """What the rule demands of that column, with its bounds or its form where the type states one.

        For an order of dates: the dates in it, as in 成立日期 ≤ 注销日期.
        """
        if rule == "date_order" and self.dataset_type:
            return listed(
                " ≤ ".join(self.of_columns.get(name, name) for name in check.columns)
                for check in self.dataset_type.checks
                if check.rule == rule and check.columns[-1] == column
            ) or rule_words(rule)
        found = self.dataset_type.column(column) if self.dataset_type else None
        return column_demand(rule, found) if found else rule_words(rule)

    def total(self, total: TotalCheck) -> TotalCheck:
        """A total as people read it: amounts of money in yuan."""
        found = self.dataset_type.column(total.column) if self.dataset_type else None
        if found is None or found.type != "money":
            return total
        return replace(total, stated=_yuan(total.stated), found=_yuan(total.found))


def version_titles(connection: Connection, version: Version) -> VersionTitles:
    """The titles of a version's columns."""
    wanted = select(Dataset.name, Dataset.dataset_type).where(Dataset.dataset_id == version.dataset_id)
    name, dataset_type = connection.execute(wanted).one()
    found = dataset_types().get(dataset_type)
    titles = {column.name: column.title for column in version.columns}
    if found is not None:
        titles |= {column.name: column.title for column in found.columns}
    return VersionTitles(name, found, titles)


def _yuan(fen: str) -> str:
    return f"{Decimal(fen) / _FEN:,.2f}"
