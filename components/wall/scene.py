"""A scene of the big screen as it is drawn: plain words and lengths, ready for JSON, nothing to compute.

Every text is shown as text, whatever it holds. Lengths are shares, 0–1. States are those of target_state:
meets, at_risk, breach, no_data, neutral. A `query` is the address of the rows behind a figure.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Tile:
    """A large figure: the number, its unit, how it stands, how it changed, and its course."""

    title: str
    number: str
    unit: str
    state: str
    standing: str
    change: str
    course: tuple[float | None, ...]
    query: str


@dataclass(frozen=True)
class Part:
    """A piece of a bar that is cut into parts; `colour` is a state or the place of a series ("0", "1" …)."""

    share: float
    colour: str


@dataclass(frozen=True)
class Line:
    """One line of a panel: a label, a figure in words, a bar or parts of one, a mark where the target is."""

    label: str
    value: str
    state: str
    share: float | None = None
    mark: float | None = None
    parts: tuple[Part, ...] = ()
    query: str = ""


@dataclass(frozen=True)
class Area:
    """One district on the map: SVG path, the place of its label, its name and figure."""

    path: str
    x: float
    y: float
    label: str
    value: str
    state: str
    query: str


@dataclass(frozen=True)
class Spot:
    """One project on the map: where, and how it stands."""

    x: float
    y: float
    state: str


@dataclass(frozen=True)
class Course:
    """One line over time: name, its last figure in words, and the points as shares of the axis."""

    name: str
    value: str
    colour: str
    points: tuple[float | None, ...]


@dataclass(frozen=True)
class Box:
    """One panel. `kind` says which of the others are filled; `note` is what stands below.

    `missing` is said in the place of the picture, where there is nothing to draw; else that there is no data.
    """

    kind: str
    title: str
    note: str = ""
    missing: str = ""
    lines: tuple[Line, ...] = ()
    areas: tuple[Area, ...] = ()
    spots: tuple[Spot, ...] = ()
    courses: tuple[Course, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    months: tuple[str, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    view: str = ""


@dataclass(frozen=True)
class Scene:
    """One scene of the wall, as of a day; it is empty where no figure of its strip has data."""

    name: str
    title: str
    bureau: str
    is_demo: bool
    as_of: str
    strip: tuple[Tile, ...]
    centre: Box
    beside: tuple[Box, ...]
    warnings: tuple[str, ...]
    is_empty: bool


# What a scene looks like: one that is kept on disk is read again only by the version that wrote it so.
FORM = tuple(
    (kind.__name__, *(field.name for field in fields(kind)))
    for kind in (Tile, Part, Line, Area, Spot, Course, Box, Scene)
)
