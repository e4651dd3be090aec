"""Open contracting data: what a file of it says of tenders, bids, awards and suppliers."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from data.ocds.process import Process
from data.ocds.reading import Processes
from data.ocds.rows import award_rows, bid_rows, supplier_rows, tender_row
from data.ocds.tables import tables_of
from data.uploads import UploadRefusedError

RELEASE: dict[str, Any] = {
    "ocid": "ocds-1",
    "buyer": {"id": "B", "name": "一局"},
    "parties": [
        {
            "id": "S1",
            "name": "甲公司",
            "address": {"countryName": "中国", "streetAddress": "示范路 1 号"},
            "contactPoint": {"telephone": "0571-1"},
        }
    ],
    "tender": {
        "title": "示范路\n改造",
        "status": "complete",
        "procurementMethod": "open",
        "procurementMethodDetails": "综合评分",
        "procuringEntity": {"id": "A", "name": "代理公司"},
        "value": {"amount": 1000000.005, "currency": "CNY"},
        "tenderPeriod": {"startDate": "2026-03-01T00:00:00+08:00", "endDate": "2026-03-21T01:30:00Z"},
        "numberOfTenderers": 2,
    },
    "bids": {
        "details": [
            {
                "status": "valid",
                "date": "2026-03-21T09:40:00+08:00",
                "tenderers": [{"id": "S1"}],
                "value": {"amount": 900000, "currency": "CNY"},
            },
            {"status": "disqualified", "tenderers": [{"id": "S3", "name": "丙"}, {"id": "S2", "name": "乙"}]},
        ]
    },
    "awards": [
        {
            "id": 7,
            "status": "active",
            "date": "2026-04-01T00:00:00Z",
            "value": {"amount": 900000, "currency": "CNY"},
            "suppliers": [{"id": "S1"}],
            "items": [{"classification": {"id": "A0201"}}, {"classification": {"id": "C01"}}],
        }
    ],
}


def file_of(folder: Path, *lines: Any, indent: int | None = None) -> Path:
    file = folder / "data.jsonl"
    words = (line if isinstance(line, str) else json.dumps(line, indent=indent) for line in lines)
    file.write_text("\n".join(words), "utf-8")
    return file


def test_a_tender_says_who_when_and_how() -> None:
    row = tender_row(Process(RELEASE))
    assert row["tender_name"] == "示范路 改造"
    assert (row["buyer_name"], row["agency_name"]) == ("一局", "代理公司")
    assert (row["procurement_method"], row["method_details"], row["tender_status"]) == (
        "公开招标",
        "综合评分",
        "已完成",
    )
    assert (row["document_date"], row["bid_deadline_date"]) == ("2026-03-01", "2026-03-21")
    assert (row["winner_name"], row["award_fen"], row["award_date"]) == ("甲公司", "900000.00", "2026-04-01")
    assert row["bidder_count"] == "2"


def test_bids_say_who_won_and_joint_bidders_are_one_bid() -> None:
    won, joint = bid_rows(Process(RELEASE))
    assert (won["bidder_name"], won["bidder_number"], won["status"]) == ("甲公司", "S1", "中标")
    assert won["contact_phone"] == "0571-1"
    # Both moments are told in the time of China, so that they can be compared.
    assert (won["submitted_at"], won["bid_deadline_at"]) == ("2026-03-21 09:40:00", "2026-03-21 09:30:00")
    assert (joint["bidder_number"], joint["bidder_name"]) == ("S2、S3", "乙、丙")
    assert (joint["member_count"], joint["status"], joint["bid_fen"]) == (2, "否决", None)
    assert (won["award_status"], won["award_count"], won["winner_count"]) == ("已定标", 1, 1)


def test_awards_have_a_row_for_each_item_and_suppliers_one_each() -> None:
    awards = list(award_rows(Process(RELEASE)))
    assert [(row["award_code"], row["item_code"], row["award_status"]) for row in awards] == [
        ("7", "A0201", "有效"),
        ("7", "C01", "有效"),
    ]
    suppliers = {row["supplier_number"]: row for row in supplier_rows(Process(RELEASE))}
    assert set(suppliers) == {"S1", "S2", "S3"}
    assert (suppliers["S1"]["address"], suppliers["S1"]["country"]) == ("中国 示范路 1 号", "中国")


def test_an_award_still_open_leaves_the_tender_undecided() -> None:
    awards = [*RELEASE["awards"], {"status": "pending"}]
    assert {row["award_status"] for row in bid_rows(Process({**RELEASE, "awards": awards}))} == {"未定标"}
    assert {row["award_count"] for row in bid_rows(Process({**RELEASE, "awards": []}))} == {0}


@pytest.mark.parametrize(
    "package",
    [
        {"releases": [RELEASE]},
        {"records": [{"ocid": "ocds-1", "releases": [{"url": "x"}], "compiledRelease": RELEASE}]},
        {"records": [{"ocid": "ocds-1", "releases": [RELEASE]}]},
    ],
    ids=["releases", "compiled records", "records"],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_packages_are_read_on_one_line_or_many(tmp_path: Path, package: Any, indent: int | None) -> None:
    found = list(Processes(file_of(tmp_path, package, indent=indent)))
    assert [release["ocid"] for release in found] == ["ocds-1"]
    assert found[0]["tender"]["numberOfTenderers"] == 2


def test_releases_of_one_process_are_merged_in_the_order_of_their_dates(tmp_path: Path) -> None:
    file = file_of(
        tmp_path,
        {
            "ocid": "1",
            "date": "2026-02-01",
            "tender": {"status": "complete", "title": None},
            "awards": [{"id": "a", "status": "active"}],
        },
        {"ocid": "2"},
        {
            "ocid": "1",
            "date": "2026-01-01",
            "tender": {"status": "active", "title": "旧", "numberOfTenderers": 3},
            "awards": [{"id": "a", "status": "pending", "title": "甲"}, {"id": "b"}],
        },
    )
    found = {release["ocid"]: release for release in Processes(file)}
    assert set(found) == {"1", "2"}
    assert found["1"]["tender"] == {"status": "complete", "numberOfTenderers": 3}
    assert found["1"]["awards"] == [{"id": "a", "status": "active", "title": "甲"}, {"id": "b"}]


def test_other_lines_are_told_and_a_file_of_none_is_refused(tmp_path: Path) -> None:
    file = file_of(tmp_path, RELEASE, "{broken", {"no": "ocid"})
    tables = tables_of(file, tmp_path)
    assert tables.unread == (2, 3)
    with tables.files["suppliers"].open(encoding="utf-8", newline="") as stream:
        assert [row["supplier_number"] for row in csv.DictReader(stream)] == ["S1", "S2", "S3"]
    with pytest.raises(UploadRefusedError):
        tables_of(file_of(tmp_path, {"no": "ocid"}), tmp_path)


def test_what_has_another_shape_is_left_out() -> None:
    odd = {
        "ocid": "1",
        "tender": "open",
        "bids": {"details": {"tenderers": "S1"}},
        "awards": [3],
        "parties": 1,
    }
    assert tender_row(Process(odd))["buyer_name"] == "未披露"
    assert [row["bidder_name"] for row in bid_rows(Process(odd))] == [None]
    assert list(award_rows(Process(odd))) == []
