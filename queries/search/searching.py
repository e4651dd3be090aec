"""One page of what was found: counts by kind, and each thing with its title, snippets and place."""

from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection, select

from data.language import listed
from data.schema import Region, Section
from data.search.entry import Entry
from data.search.kinds import KINDS
from data.search.regions import regions_above
from queries.filters import EVERYTHING, Scope
from queries.search.finding_by_words import MOST_RANKED, Hit, counts, ranked
from queries.search.highlighting import Piece, pieces, snippet
from queries.search.rules import rule_entries
from queries.search.wanted import Group, Narrowed, wanted

_MOST_SNIPPETS = 2


@dataclass(frozen=True)
class Found:
    """One thing on the page. `snippets` are (label, pieces), the label a message id.

    `facts` are further short texts of it by their labels: unit, project, model …
    """

    kind: str
    ref_id: str
    title: tuple[Piece, ...]
    snippets: tuple[tuple[str, tuple[Piece, ...]], ...]
    facts: dict[str, str]
    year: int | None
    region: str | None
    section: str | None
    fact_date: date | None
    part_of: str


@dataclass(frozen=True)
class Results:
    """`counts` by kind; `reached` is how many of them can be paged through."""

    groups: tuple[Group, ...]
    counts: dict[str, int] = field(default_factory=dict)
    found: tuple[Found, ...] = ()
    reached: int = 0


def search(
    connection: Connection,
    scope: Scope,
    typed: str,
    narrowed: Narrowed,
    as_of: date,
    *,
    first: int = 0,
    most: int = 10,
) -> Results:
    """What holds the words and the reader may see: `most` things from place `first` on."""
    groups = wanted(typed)
    if not groups:
        return Results(())
    hits = ranked(connection, groups, narrowed, scope, as_of)
    return Results(
        groups,
        counts(connection, groups, narrowed, scope),
        tuple(_found(connection, hits[first : first + most], groups, scope)),
        min(len(hits), MOST_RANKED),
    )


def _found(connection: Connection, hits: list[Hit], groups: tuple[Group, ...], scope: Scope) -> list[Found]:
    entries: dict[Hit, Entry] = {}
    above = regions_above(connection)
    for kind in {hit.kind for hit in hits}:
        refs = [hit.ref_id for hit in hits if hit.kind == kind]
        if kind in KINDS:
            read = KINDS[kind].texts(connection, refs, above)
        else:
            rules = rule_entries(connection)
            read = [rules[ref] for ref in refs if ref in rules]
        if kind == "office_document" and scope != EVERYTHING:  # it may be about projects of other places
            told = [tuple(text for text in entry.texts if text[0] != "Project") for entry in read]
            read = [replace(entry, texts=texts) for entry, texts in zip(read, told, strict=True)]
        entries |= {Hit(kind, entry.ref_id): entry for entry in read}
    regions = dict(connection.execute(select(Region.region_code, Region.name)).all())
    sections = dict(connection.execute(select(Section.section_code, Section.name)).all())
    # Of several regions a bound reader is told those of his own.
    names = {code: name for code, name in regions.items() if scope.region in (None, *above.get(code, ()))}
    return [_shown(entries[hit], groups, names, sections) for hit in hits if hit in entries]


def _shown(
    entry: Entry, groups: tuple[Group, ...], regions: dict[str, str], sections: dict[str, str]
) -> Found:
    told = [(label, *snippet(text, groups)) for label, text in entry.texts]
    best: list[tuple[str, tuple[Piece, ...]]] = []
    seen: set[int] = set()
    # Where most of the words stand comes first, then what holds others; where none does, the first text.
    for label, part, held in sorted(told, key=lambda each: -len(each[2])):
        if len(best) < _MOST_SNIPPETS and held - seen:
            best.append((label, part))
            seen |= held
    return Found(
        kind=entry.kind,
        ref_id=entry.ref_id,
        title=pieces(entry.title, groups),
        snippets=tuple(best or [(label, part) for label, part, __ in told[:1]]),
        facts=dict(reversed(entry.texts)),
        year=entry.year,
        region=listed([regions[code] for code in entry.places or (entry.region_code,) if code in regions])
        or None,
        section=sections.get(entry.section_code or ""),
        fact_date=entry.fact_date,
        part_of=entry.part_of,
    )
