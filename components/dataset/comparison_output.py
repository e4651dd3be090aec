"""Asking to take the rows that differ out of the data room."""

from components.output.output_request import Said, output_request
from data.data_room.outputs import ReadDataset
from data.language import _
from data.warehouse import Version, WarehouseError
from queries.background import LIMIT_SECONDS, BusyError, WorkStoppedError, start
from queries.cards.dataset_card import DatasetCard
from queries.datasets.compare import Comparison, compare
from queries.exporting.comparison_workbook import MOST_ROWS, comparison_workbook

_LOOKS_EVERY_SECONDS = 0.5


def comparison_output(
    card: DatasetCard, found: Comparison, before: Version, after: Version, key: tuple[str, ...]
) -> None:
    """Draw the form; the file has the rows as the reader sees them, a sheet for each kind of change."""
    described = _("{title}: version {before} compared with version {after}").format(
        title=card.facts.title, before=before.number, after=after.number
    )

    def content(said: Said) -> bytes:
        try:
            # As the comparison on the screen: with its limits of time and memory.
            work = start(lambda duck, _go_on: compare(duck, before, after, key, card.access, limit=MOST_ROWS))
            while not work.wait(_LOOKS_EVERY_SECONDS):
                pass
            whole = work.result
        except BusyError as error:
            raise WarehouseError(
                _("Other tests are running at the moment. Try again in a few seconds.")
            ) from error
        except WorkStoppedError as error:
            raise WarehouseError(
                _("Stopped after {seconds} seconds: too much for one time. Choose fewer rows.").format(
                    seconds=LIMIT_SECONDS
                )
            ) from error
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
