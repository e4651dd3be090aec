"""What is said of a file that becomes a version: its columns, where it came from, why it was collected."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from data.codes import CLASSIFICATION, COLUMN_MASK, DELIVERY, VERSION_CHANGE
from data.language import _
from data.warehouse.failures import WarehouseError

ADHOC = "adhoc"
LONGEST_TITLE = 200  # of a dataset, in letters: the longest name of a file is one
_TYPE = re.compile(r"[A-Z][A-Z0-9_ ]*(\(\d+, ?\d+\))?")
_NAME = re.compile(r"[a-zA-Z_一-鿿][\w一-鿿]{0,62}")


@dataclass(frozen=True)
class StoredColumn:
    """A column: its name in SQL, its heading, its DuckDB type, its mask (data/codes.py: COLUMN_MASK).

    `kind` is what it holds: text, whole, decimal, money (whole fen), date, moment, flag or binary.
    """

    name: str
    title: str
    type: str
    mask: str | None = None
    kind: str = "text"


@dataclass(frozen=True)
class Arrival:
    """What is said of one arrival.

    `rows` and `refused` count the arrival's own rows. `quality_basis_points` is the share of checked values
    without fault in the version as a whole; `report` is kept as JSON. What describes the dataset as a whole
    (title, classification, owner, places) counts when the dataset is new; later it is changed by itself.
    """

    dataset: str
    columns: tuple[StoredColumn, ...]
    rows: int
    original_name: str
    sha256: str
    original_bytes: int
    delivery: str
    change: str = "append"
    refused: int = 0
    title: str = ""
    dataset_type: str = ADHOC
    classification: str = "internal"
    owner: str | None = None
    section_code: str | None = None
    region_code: str | None = None
    project_id: int | None = None
    data_source_id: int | None = None
    encoding: str | None = None
    sheet: str | None = None
    quality_basis_points: int | None = None
    report: Mapping[str, Any] = field(default_factory=dict)
    recipe_id: int | None = None
    purpose: str = ""
    approval_number: str | None = None
    counterparty: str = ""


def check_arrival(arrival: Arrival) -> None:
    """Raise WarehouseError for a name or columns that cannot be kept, KeyError for unknown codes."""
    for codes, code in (
        (CLASSIFICATION, arrival.classification),
        (DELIVERY, arrival.delivery),
        (VERSION_CHANGE, arrival.change),
    ):
        codes[code]
    if not is_dataset_name(arrival.dataset):
        raise WarehouseError(
            _("A dataset's name has 1 to 63 letters, digits or underlines and does not begin with a digit.")
        )
    if len(arrival.title) > LONGEST_TITLE:
        raise WarehouseError(title_words())
    if not arrival.columns:
        raise WarehouseError(_("A dataset needs at least one column."))
    if len({column.name.lower() for column in arrival.columns}) < len(arrival.columns):
        raise WarehouseError(_("Two columns of a dataset cannot have the same name."))
    for column in arrival.columns:
        if _TYPE.fullmatch(column.type) is None:
            raise ValueError(column.type)
        if column.mask is not None:
            COLUMN_MASK[column.mask]


def title_words() -> str:
    """What is said of a title that is no title."""
    return _("A title has 1 to {limit} characters.").format(limit=LONGEST_TITLE)


def is_dataset_name(name: str) -> bool:
    """Whether a dataset can be called so."""
    return _NAME.fullmatch(name) is not None


def as_json(columns: tuple[StoredColumn, ...]) -> str:
    """Columns as a version keeps them."""
    return json.dumps([asdict(column) for column in columns], ensure_ascii=False)


def as_columns(text: str) -> tuple[StoredColumn, ...]:
    """Columns as they were kept."""
    return tuple(StoredColumn(**entry) for entry in json.loads(text))
