"""Asking to take the rows that differ out of the data room."""

from components.output.output_request import Said, output_request
from data.data_room.outputs import ReadDataset
from data.duck import open_duck
from data.language import _
from data.warehouse import Version
from queries.cards.dataset_card import DatasetCard
from queries.datasets.compare import Comparison, compare
from queries.exporting.comparison_workbook import MOST_ROWS, comparison_workbook


def comparison_output(
    card: DatasetCard, found: Comparison, before: Version, after: Version, key: tuple[str, ...]
) -> None:
    """Draw the form; the file has the rows as the reader sees them, a sheet for each kind of change."""
    described = _("{title}: version {before} compared with version {after}").format(
        title=card.facts.title, before=before.number, after=after.number
    )

    def content(said: Said) -> bytes:
        with open_duck() as duck:
            whole = compare(duck, before, after, key, card.access, limit=MOST_ROWS)
        return comparison_workbook(whole, before, after, key, [(_("Comparison"), described), *said])

    rows = sum(min(count, MOST_ROWS) for count in (found.added, found.gone, found.changed))
    output_request(
        described,
        rows,
        content,
        ".xlsx",
        (ReadDataset(card.facts.dataset_id, before.number), ReadDataset(card.facts.dataset_id, after.number)),
        key=f"comparison_output_{before.version_id}_{after.version_id}",
    )
