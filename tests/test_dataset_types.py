"""Dataset types: every file can be used, says what the audit models need, and faults are named."""

import pytest

from data.dataset_types import ADHOC, DatasetTypeFaultError, dataset_types, parse
from data.mapping.spelling import plain, without_note

# What the models of the field read, by type; a type without one of these would leave a model without data.
NEEDED = {
    "contracts": "contract_code project_code supplier_name contract_kind procurement_method contract_fen"
    " award_date signed_date main_contract_code quality_bond_fen",
    "tenders": "tender_code approval_date document_date bid_deadline_date award_date winner_name",
    "bids": "tender_code bidder_name bidder_number member_count bid_fen currency evaluated_fen"
    " evaluated_currency status submitted_at contact_phone ip_address mac_address deposit_account"
    " award_status award_count winner_count tender_status",
    "awards": "tender_code award_code supplier_name supplier_number award_status item_code",
    "suppliers": "supplier_number supplier_name address contact_phone",
    "payments": "payment_code payee_name paid_fen paid_date invoice_code contract_code",
    "vouchers": "voucher_code counterpart_name debit_fen invoice_code voucher_date",
    "budget_items": "initial_fen spent_fen carried_over_fen first_year fiscal_year counted_date",
    "payroll": "identity_number paid_date net_fen",
    "benefits": "identity_number scheme period paid_fen region_name household_code",
    "pensions": "identity_number pay_month paid_fen paid_date",
    "persons": "identity_number person_kind unit_name sex birth_date",
    "deaths": "identity_number death_date",
    "vehicles": "owner_number plate_number",
    "properties": "owner_number property_code area_square_metres",
    "companies": "credit_code representative_number",
    "shareholders": "company_code holder_number position",
    "hospital_stays": "identity_number hospital_name diagnosis_code admitted_date discharged_date sex",
    "claims": "identity_number item_name service_date sex amount_fen person_code standard_fen stay_days",
    "construction_settlements": "project_kind submitted_fen approved_fen contract_fen",
    "investment_projects": "estimate_fen budget_fen final_fen approved_site actual_site approved_scope"
    " actual_scope change_approval_code region_code declared_length_m declared_area_m2 geometry",
    "official_expenses": "expense_kind guests escorts attendants days grade quantity amount_fen payment_way",
    "data_requests": "unit_name asked_date due_date received_date refused_date",
    "audit_findings": "unit_name problem_code plan_year rectified_date",
    "construction_progress": "funded_fen physical_percent paid_fen planned_end_date completed_date"
    " accounts_date",
    "information_systems": "functions approved_date logins_90_days authorised_users"
    " is_on_government_network update_cycle",
    "purchases": "buyer_name budget_item_code item_name fiscal_year procurement_method amount_fen",
    "land_parcels": "parcel_code land_use area_square_metres geometry",
    "public_housing": "identity_number household_code",
    "facilities": "facility_code facility_kind is_open geometry",
    "residential_areas": "area_code household_count geometry",
}

SMALL = """
order = 1
title = { zh = "样例", en = "Sample" }
description = { zh = "样例。", en = "Sample." }
domain = "other"

[columns.code]
title = { zh = "编号", en = "Number" }
type = "text"
is_key = true
aliases = ["号码"]

[columns.start_date]
title = { zh = "开始", en = "Start" }
type = "date"
most = "today"

[columns.end_date]
title = { zh = "结束", en = "End" }
type = "date"

[[checks]]
rule = "date_order"
earlier = "start_date"
later = "end_date"
"""


def test_there_is_every_type_and_each_has_what_the_models_read() -> None:
    types = dataset_types()
    assert set(types) == set(NEEDED)
    for name, columns in NEEDED.items():
        missing = set(columns.split()) - {column.name for column in types[name].columns}
        assert not missing, (name, missing)


def test_numbers_of_persons_are_masked_and_checked() -> None:
    for entry in dataset_types().values():
        for column in entry.columns:
            if column.name in {"identity_number", "owner_number", "holder_number", "representative_number"}:
                assert column.mask == "identity", (entry.name, column.name)
                assert column.format in {"identity_number", "person_or_company"}
            if column.name.endswith(("_account", "_phone")) or column.name == "phone":
                assert column.mask in {"account", "phone"}, (entry.name, column.name)


def test_types_have_titles_a_key_and_an_order_of_their_own() -> None:
    types = dataset_types().values()
    assert len({entry.order for entry in types}) == len(types)
    for entry in types:
        assert entry.key, entry.name
        titles = [column.titles["zh"] for column in entry.columns]
        assert len(set(titles)) == len(titles), entry.name


def test_a_small_type_is_read_whole() -> None:
    entry = parse("sample", SMALL)
    assert entry.key == ("code",)
    assert entry.checks[0].columns == ("start_date", "end_date")
    assert entry.column("code").headings == ("编号", "Number", "code", "号码")  # type: ignore[union-attr]
    assert entry.column("nothing") is None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('type = "text"', 'type = "words"', "columns.code.type: 'words' is none of"),
        ('type = "text"', 'type = "money"', "columns.code: the name does not fit the type 'money'"),
        ("is_key = true", "is_key = 1", "columns.code: is_key is neither true nor false"),
        ("is_key = true", "key = true", "columns.code: unknown key 'key'"),
        ("is_key = true", 'mask = "face"', "columns.code.mask: 'face' is none of"),
        ('aliases = ["号码"]', 'aliases = "号码"', "columns.code.aliases: not a list of headings"),
        (
            'aliases = ["号码"]',
            'aliases = ["开 始"]',
            "columns.start_date.aliases: '开始' is a heading of 'code'",
        ),
        ('most = "today"', 'most = "soon"', "columns.start_date.most: 'soon' bounds no column"),
        ('domain = "other"', 'domain = "else"', "domain: 'else' is none of"),
        ('domain = "other"', "", "'domain' is missing"),
        ("order = 1", "order = 1\ncolour = 2", "unknown key 'colour'"),
        ('rule = "date_order"', 'rule = "order"', "checks 1.rule: 'order' is none of"),
        ('later = "end_date"', 'later = "last_date"', "checks 1: there is no column 'last_date'"),
        ('later = "end_date"', 'later = "code"', "checks 1: 'code' is of type 'text'"),
        ('later = "end_date"', "", "'later' is missing"),
        ('{ zh = "样例", en = "Sample" }', '{ zh = "样例" }', "title: 'en' is missing"),
        ("order = 1", "order = ", "sample.toml"),
    ],
)
def test_a_fault_names_file_key_and_fault(old: str, new: str, fault: str) -> None:
    with pytest.raises(DatasetTypeFaultError) as caught:
        parse("sample", SMALL.replace(old, new, 1))
    assert str(caught.value).startswith("data/datasets/sample.toml: ")
    assert fault in str(caught.value)


def test_no_type_may_be_called_adhoc() -> None:
    with pytest.raises(DatasetTypeFaultError):
        parse(ADHOC, SMALL)


def test_spellings_of_one_heading_are_one() -> None:
    assert {plain(words) for words in ("Trans No", "trans_no", " TRANS-NO ", "Ｔｒａｎｓ．Ｎｏ")} == {
        "transno"
    }
    assert without_note("合同金额（万元）") == without_note("合同金额 [元]") == "合同金额"
    assert without_note("（元）") == "元"
