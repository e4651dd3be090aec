"""Asking to take the hits of a run out of the data room: the file waits until another person decides."""

import tempfile
from pathlib import Path

from components.one_of import one_of
from components.output.output_request import Said, output_request
from data.data_room.outputs import ReadDataset
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.hits_file import write_hits
from queries.exporting.hits_workbook import hits_workbook

_KINDS = (".xlsx", ".csv")


def hits_output(seen: SeenRun) -> None:
    """Draw the form; the file has the hits as the reader sees them, with the sentence of each."""
    kind = one_of(_("File"), {each: each.lstrip(".").upper() for each in _KINDS}, key="hits_output_kind")

    def content(said: Said) -> bytes:
        if kind == ".xlsx":
            return hits_workbook(seen, said)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "hits.csv"
            write_hits(seen, file)
            return file.read_bytes()

    output_request(
        _("Hits of the model {code} {title}, run {number}").format(
            code=seen.model.code, title=seen.model.title, number=seen.facts.run_id
        ),
        seen.facts.row_count or 0,
        content,
        str(kind),
        tuple(dict.fromkeys(ReadDataset(read.dataset_id, read.number) for read in seen.facts.read)),
        key=f"hits_output_{kind}",
    )
