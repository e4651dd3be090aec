"""What a finding is found by: its texts, what is said of its rectification, project, unit, class and files.

Names of persons are left out: who has them to see finds them on the finding's page.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from data.language import mark
from data.ledger.finding_place import REGION_CODE, SECTION_CODE
from data.schema import Finding, ProblemClass, Project, Recommendation, Rectification, Unit
from data.search.attached import texts_of_files
from data.search.entry import Entry

_F, _R = Finding, Rectification
_COLUMNS = (
    _F.finding_id,
    _F.finding_code,
    _F.title,
    _F.description,
    _F.legal_basis,
    _F.handling_opinion,
    _F.found_date,
    Project.name.label("project"),
    Project.plan_year,
    Unit.name.label("unit"),
    ProblemClass.name.label("problem_class"),
    _R.standard,
    _R.measures,
    _R.account,
    _R.incomplete_reason,
    _R.next_step,
    _R.evidence_list,
    REGION_CODE.label("region"),
    SECTION_CODE.label("section"),
)
# What its card shows without being asked comes last: a snippet shows what the card does not.
_TEXTS = (
    (mark("Description"), "description"),
    (mark("Legal basis"), "legal_basis"),
    (mark("Handling opinion"), "handling_opinion"),
    (mark("Measures"), "measures"),
    (mark("Account of rectification"), "account"),
    (mark("Standard of rectification"), "standard"),
    (mark("Why not completed"), "incomplete_reason"),
    (mark("Next step"), "next_step"),
    (mark("Evidence"), "evidence_list"),
    (mark("Project"), "project"),
    (mark("Unit"), "unit"),
    (mark("Problem class"), "problem_class"),
    (mark("Finding code"), "finding_code"),
)


def finding_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """The findings of these numbers as they stand; one that is not there is left out."""
    numbers = [int(ref) for ref in refs]
    advice = _recommendations(connection, numbers)
    files = texts_of_files(connection, "finding", numbers)
    rows = connection.execute(
        select(*_COLUMNS)
        .join(Project, Project.project_id == _F.project_id)
        .join(Unit, Unit.unit_id == _F.unit_id)
        .join(_R, _R.finding_id == _F.finding_id, isouter=True)
        .join(ProblemClass, ProblemClass.problem_class_code == _F.problem_class_code, isouter=True)
        .where(_F.finding_id.in_(numbers))
    )
    return [
        Entry(
            kind="finding",
            ref_id=str(row["finding_id"]),
            title=row["title"],
            texts=(
                *((label, row[name]) for label, name in _TEXTS if row[name]),
                *((mark("Recommendation"), wording) for wording in advice.get(row["finding_id"], ())),
                *files.get(row["finding_id"], ()),
            ),
            year=row["plan_year"],
            region_code=row["region"],
            regions=above.get(row["region"], ()),
            section_code=row["section"],
            fact_date=row["found_date"],
        )
        for row in rows.mappings()
    ]


def _recommendations(connection: Connection, numbers: Sequence[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = connection.execute(
        select(Recommendation.finding_id, Recommendation.wording)
        .where(Recommendation.finding_id.in_(numbers))
        .order_by(Recommendation.recommendation_id)
    )
    for number, wording in rows:
        found[int(number or 0)].append(wording)
    return found
