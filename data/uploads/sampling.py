"""What the columns of a proposal seem to hold: told from its first rows, before the whole file is read."""

import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.duck import open_duck
from data.uploads.choices import Proposal, Staged
from data.uploads.column_kind import ColumnKind
from data.uploads.inferring import infer


def sampled_kinds(proposal: Proposal) -> tuple[ColumnKind, ...]:
    """The types of its columns as far as its first rows tell; when it is brought in, all values decide."""
    lines = pa.array(range(1, len(proposal.sample_rows) + 1), pa.int64())
    cells = [
        pa.array([row[place] if place < len(row) else None for row in proposal.sample_rows], pa.string())
        for place in range(len(proposal.columns))
    ]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.parquet"
        pq.write_table(pa.table([lines, *cells], names=["_line", *proposal.columns]), file)
        sample = Staged(
            files=(file,),
            columns=proposal.columns,
            titles=proposal.headings,
            rows=len(proposal.sample_rows),
            refused=None,
            refused_rows=0,
            sha256="",
            bytes=0,
            choices=proposal.choices,
            kind=proposal.kind,
        )
        with open_duck() as duck:
            return infer(duck, sample)
