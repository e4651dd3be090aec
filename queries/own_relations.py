"""What a reader may see, as conditions on rows `t`; and relations of which a reader counts only that much.

A relation that counts the findings of something reads `own_finding_as_of` in place of `finding_as_of`: its
count is then that of the rows that it opens to, whoever asks. Such a relation is another one for every bound
reader, so only the one that sees everything is held (queries/held_relations.py).
"""

from collections.abc import Mapping

from queries.filters import Scope
from queries.read_from import read_from


def seen(scope: Scope, *, is_led: bool = False, has_regions: bool = False) -> str:
    """The condition that rows were found where the reader is bound to, or are led there.

    The values to bind are `scope_section` and `scope_region`, with the regions below it. `has_regions`: the
    rows lie in several regions (`region_codes`), of which one is enough.
    """
    found = ["true"]
    if scope.section is not None:
        led = " or t.lead_section_code = $scope_section" if is_led else ""
        found.append(f"(t.section_code = $scope_section{led})")
    if scope.region is not None:
        found.append(lies_in("scope_region", has_regions=has_regions))
    return " and ".join(found)


def seen_or_issued(scope: Scope) -> str:
    """The condition that suspects were found or issued where the reader is bound to."""
    issued = ["true"]
    if scope.section is not None:
        issued.append("coalesce(t.issued_section_code, t.section_code) = $scope_section")
    if scope.region is not None:
        # What is issued to a section alone stays in the region where it was found.
        issued.append("list_contains($scope_region, coalesce(t.issued_region_code, t.region_code))")
    return f"(({seen(scope)}) or ({' and '.join(issued)}))"


def lies_in(name: str, *, has_regions: bool) -> str:
    """The condition that rows lie in one of the regions bound to `name`."""
    if has_regions:
        return f"list_has_any(t.region_codes, ${name})"
    return f"list_contains(${name}, t.region_code)"


def own_relations(scope: Scope) -> dict[str, str]:
    """Name and SQL of the relations that hold what the reader may see of others."""
    return {
        "own_finding_as_of": f"select * from finding_as_of as t where {seen(scope)}",
        "own_suspect_as_of": f"select * from suspect_as_of as t where {seen_or_issued(scope)}",
        "own_project_base": f"select * from project_base as t where {seen(scope)}",
    }


def reads_own(relations: Mapping[str, str], name: str) -> bool:
    """Whether a relation counts what the reader may see, be it by way of others."""
    texts, known = [name], set[str]()
    while texts:
        at = texts.pop()
        if at.startswith("own_"):
            return True
        if at not in known and at in relations:
            known.add(at)
            texts += read_from(relations[at])
    return False
