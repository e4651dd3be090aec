"""Files that nobody here wrote load without a hand."""

from pathlib import Path

import duckdb
import pytest

from data.uploads import Choices, Staged, propose, stage

DATA = Path(__file__).resolve().parents[2] / "shared/data"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the real files are not on this machine")


def staged(name: str, folder: Path) -> Staged:
    (found,) = DATA.glob(name)
    return stage(found, Choices(), folder)


def query(staged: Staged, sql: str) -> list[tuple]:
    files = [str(file) for file in staged.files]
    with duckdb.connect() as connection:  # the shared one may be in the hands of another test
        return connection.sql(f"select {sql} from read_parquet({files})").fetchall()


def test_nine_files_of_payments(tmp_path: Path) -> None:
    rows, total = 0, 0
    for file in sorted((DATA / "oxford_spend").glob("*.csv")):
        folder = tmp_path / file.stem
        folder.mkdir()
        found = stage(file, Choices(), folder)
        amount = next(name for name in found.columns if name.casefold() == "amount")
        (first, last, pence) = query(
            found, f'min(_line), max(_line), sum(cast(cast("{amount}" as decimal(18, 2)) * 100 as bigint))'
        )[0]
        assert (first, last) == (2, found.rows + 1)
        assert found.refused is None
        rows, total = rows + found.rows, total + pence
    assert (rows, total) == (32_044, 12_446_603_547)


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        ("worldbank_bids/bids.csv", 16_942, 14),
        ("worldbank_bids/contracts.csv", 9_535, 8),
        ("bpjs_claims/*.csv", 360, 14),
        ("corporate_payments/*.parquet", 189_470, 4),
    ],
)
def test_rows_and_columns(name: str, rows: int, columns: int, tmp_path: Path) -> None:
    found = staged(name, tmp_path)
    assert (found.rows, len(found.columns), found.refused) == (rows, columns, None)
    assert query(found, "count(*), count(distinct _line)") == [(rows, rows)]


def test_a_line_is_the_line_of_the_file_behind_cells_of_several_lines(tmp_path: Path) -> None:
    found = staged("worldbank_bids/contracts.csv", tmp_path)
    assert query(found, "max(_line)") == [(9_567,)]  # 9,536 records, 31 line ends inside cells


@pytest.mark.parametrize(
    ("name", "encoding"), [("UTF-8", "utf-8"), ("GBK", "gb18030"), ("GBK_no_cpg", "gb18030")]
)
def test_counties_have_their_names_in_any_encoding(name: str, encoding: str, tmp_path: Path) -> None:
    file = DATA / f"cn_boundaries/derived_changzhou_shp_{name}.zip"
    proposal = propose(file)
    assert proposal.choices.encoding == encoding
    assert proposal.sample_rows[0][1] == "天宁区"
    found = stage(file, Choices(), tmp_path)
    names = {row[0] for row in query(found, '"名称"')}
    assert names == {"天宁区", "钟楼区", "新北区", "武进区", "金坛区", "溧阳市"}
    assert found.crs == "EPSG:4326"
    assert query(found, "typeof(any_value(geometry)), count(geometry)") == [("BLOB", 6)]
    assert sorted(left.name for left in tmp_path.iterdir()) == [found.files[0].name]
