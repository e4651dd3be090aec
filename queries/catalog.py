"""The KPI catalogue: every file of queries/kpis/ read into a frozen specification.

A file is a TOML header in its leading comment, then the SQL of the detail: one row per counted thing, with
the columns a reader needs to check the figure. The header says how the rows become the figure. How to add
one: docs/how-to/add-a-kpi.md.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from queries.dimensions import DIMENSIONS
from queries.sql_file import CatalogueError, Words, read_sql_file

KPI_FOLDER = Path(__file__).parent / "kpis"
FORMATS = ("count", "percent", "fen", "days")
# What a reader can narrow figures by; a KPI whose rows have no such column leaves it out in its header.
FILTERS = ("year", "region", "section", "project_type", "amount_band", "in_work_report", "leader_instruction")
# What a row opens: the page of the thing whose id the row carries as <name>_id.
OPENS = (
    "finding",
    "project",
    "unit",
    "official",
    "task",
    "indicator",
    "dataset",
    "catalogue_item",
    "data_source",
    "data_request",
    "suspect",
    "audit_model",
    "investment",
    "information_system",
    "staff",
    "document",
    "major_problem",
    "escalation_letter",
    "",
)


@dataclass(frozen=True)
class Part:
    """The group of another KPI that a KPI is by itself: by which dimension, and the code of the group."""

    kpi: str
    by: str
    code: str


@dataclass(frozen=True)
class Kpi:
    """One KPI.

    `measure` is the figure over the rows of `sql`; a ratio gives `numerator` and `denominator` instead, and
    its measure is the quotient. `relation` is what the rows are drawn from: where it is empty there is no
    data. `filters` are the choices of the filter bar that narrow it. A row opens the page of what `opens`
    names, by its column `<opens>_id`; "" opens nothing. `order` is how the rows stand by themselves,
    in columns of the relation. What is to be reached stands in the plans, not here: see queries/targets.py;
    a group that is a KPI of its own (`part_of`) is judged by the target of that one.
    """

    name: str
    title: Words
    definition: Words
    relation: str
    sql: str
    measure: str
    numerator: str | None
    denominator: str | None
    additive: bool
    format: str
    better: str | None
    source: str
    group_by: tuple[str, ...]
    columns: tuple[str, ...]
    filters: tuple[str, ...] = FILTERS
    opens: str = "finding"
    order: tuple[str, ...] = ()
    part_of: Part | None = None


@cache
def kpi_of_group(name: str, by: str, code: object) -> Kpi | None:
    """The KPI that a group of another is by itself; None where it has none."""
    return next((kpi for kpi in kpis().values() if kpi.part_of == Part(name, by, str(code))), None)


@cache
def has_kpis_of_groups(name: str, by: str) -> bool:
    """Whether groups of that dimension are KPIs of their own: such groups are not compared with the whole."""
    return any(kpi.part_of and (kpi.part_of.kpi, kpi.part_of.by) == (name, by) for kpi in kpis().values())


@cache
def kpis() -> dict[str, Kpi]:
    """Every KPI by name. Raises CatalogueError for a file that does not keep to the format."""
    return {file.stem: read_kpi(file) for file in sorted(KPI_FOLDER.glob("*.sql"))}


def read_kpi(file: Path) -> Kpi:
    """One KPI file. Raises CatalogueError."""
    header, sql = read_sql_file(file)
    try:
        kpi = _specification(file.stem, header, sql)
    except (KeyError, TypeError) as error:
        raise CatalogueError(f"{file.name}: {error!r}") from error
    _check(kpi)
    return kpi


def _specification(name: str, header: dict[str, object], sql: str) -> Kpi:
    fields = dict(header)
    ratio = "denominator" in fields
    if ratio:
        # A sum over no rows is nought where there is something to divide it by.
        fields["measure"] = f"coalesce({fields['numerator']}, 0) / nullif({fields['denominator']}, 0)"
    optional = {"numerator": None, "denominator": None, "better": None}
    for key in ("title", "definition"):
        if key in fields:
            fields[key] = Words(**fields[key])  # type: ignore[arg-type]
    for key in ("group_by", "columns", "filters", "order"):
        if key in fields:
            fields[key] = tuple(fields[key])  # type: ignore[arg-type]
    if "part_of" in fields:
        fields["part_of"] = Part(**fields["part_of"])  # type: ignore[arg-type]
    return Kpi(name=name, sql=sql, **(optional | fields))  # type: ignore[arg-type]


def _check(kpi: Kpi) -> None:
    if kpi.format not in FORMATS:
        raise CatalogueError(f"{kpi.name}: format {kpi.format!r} is none of {FORMATS}")
    if unknown := set(kpi.group_by) - DIMENSIONS.keys():
        raise CatalogueError(f"{kpi.name}: unknown dimensions {sorted(unknown)}")
    if unknown := set(kpi.filters) - set(FILTERS):
        raise CatalogueError(f"{kpi.name}: unknown filters {sorted(unknown)}")
    if kpi.opens not in OPENS:
        raise CatalogueError(f"{kpi.name}: opens {kpi.opens!r} is none of {OPENS}")
    if kpi.better not in {None, "higher", "lower"}:
        raise CatalogueError(f"{kpi.name}: better is higher, lower or left out")
