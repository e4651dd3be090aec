"""From any file to staged rows: `propose` says how a file would be read, `stage` turns it into Parquet files.

A file that cannot be read is refused with an UploadRefusedError in the user's language; single lines that
cannot be read are kept beside the rows, with their place and the reason.
"""

from data.uploads.choices import Choices as Choices
from data.uploads.choices import Proposal as Proposal
from data.uploads.choices import Staged as Staged
from data.uploads.column_kind import ColumnKind as ColumnKind
from data.uploads.column_kind import conversion as conversion
from data.uploads.encoding import ENCODINGS as ENCODINGS
from data.uploads.faults import UploadCancelledError as UploadCancelledError
from data.uploads.faults import UploadRefusedError as UploadRefusedError
from data.uploads.inferring import infer as infer
from data.uploads.kinds import ENDINGS as ENDINGS
from data.uploads.kinds import KINDS as KINDS
from data.uploads.staging import propose as propose
from data.uploads.staging import stage as stage
