"""What a file may ask of the server. Whatever asks for more is refused, with the limit in the message."""

MEGABYTE = 1024**2

MAX_COLUMNS = 2_000  # more than any register has; Parquet and the screen bear it
MAX_LINE_BYTES = (
    2 * MEGABYTE
)  # a line that is longer lacks its end, or carries what belongs in a file of its own
MAX_CELL_CHARACTERS = 1_000_000  # thirty times what a workbook's cell can hold
BLOCK_BYTES = MEGABYTE // 4  # how much of a text file is decoded at a time: what stays within a cache
PART_BYTES = 32 * MEGABYTE  # how much text becomes one Parquet file
HEAD_BYTES = MEGABYTE  # the beginning that delimiter, heading and samples are told from

MAX_ARCHIVE_MEMBERS = 5_000  # sheets, styles and drawings of a workbook are dozens
MAX_UNPACKED_BYTES = 2 * 1024 * MEGABYTE  # a workbook of a million rows unpacks to about half of it
MAX_UNPACKED_RATIO = 500  # rows of one value pack to a two-hundredth; bombs to a thousandth and less
RATIO_COUNTS_FROM = 50 * MEGABYTE  # below, a ratio does no harm

READER_MEMORY_BYTES = 3 * 1024 * MEGABYTE  # address space of the child that reads what is not text
READER_CPU_SECONDS = 900  # a GeoPackage of ten million rows takes about half

SAMPLE_ROWS = 50
REFUSED_CHARACTERS = 1_000  # of a refused line that are kept beside its reason
