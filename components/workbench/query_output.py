"""Asking to take the rows of a query out of the data room: the file waits until another person decides."""

from components.output.output_request import output_request
from data.data_room.outputs import ReadDataset
from data.language import _
from queries.workbench.result_files import as_xlsx
from queries.workbench.running import Outcome, Run

_DESCRIBED_LETTERS = 120


def query_output(run: Run, outcome: Outcome) -> None:
    """Draw the form; asking puts the rows aside as XLSX, with the query on a second sheet."""
    file = outcome.file
    if file is None:
        return
    output_request(
        _("Result of a query: {sql}").format(sql=" ".join(run.sql.split())[:_DESCRIBED_LETTERS]),
        outcome.rows,
        lambda said: as_xlsx(file, [(_("Query"), run.sql), *said]),
        ".xlsx",
        tuple(ReadDataset(entry.dataset_id, entry.version_number) for entry in run.readables),
        key="query_output",
    )
