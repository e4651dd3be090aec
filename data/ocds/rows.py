"""The rows that a contracting process gives, by dataset type: the columns of data/datasets/*.toml as text."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from data.ocds.process import Organisation, Process, object_of, objects_of
from data.ocds.words import (
    AWARD_STATUS,
    BID_STATUS,
    METHOD,
    TENDER_STATUS,
    UNDISCLOSED,
    amount,
    code_of,
    currency,
    day,
    minute,
    text,
    word,
)

Row = dict[str, str | int | None]


def tender_row(process: Process) -> Row:
    """The process as a row of type tenders."""
    tender, awards = process.tender, process.active_awards
    buyer = _buyer(process)
    awarded = [object_of(award.get("value")) for award in awards]
    sums = [Decimal(told) for value in awarded if (told := amount(value)) is not None]
    days = sorted(told for award in awards if (told := day(award.get("date"))))
    winners = process.winners
    return {
        "tender_code": process.ocid,
        "tender_name": text(tender.get("title")) or process.ocid,
        "buyer_name": buyer.name if buyer else UNDISCLOSED,
        "buyer_code": code_of(buyer.number) if buyer else None,
        **_of_tender(process),
        "currency": currency(tender.get("value")) or next(filter(None, map(currency, awarded)), None),
        "budget_fen": amount(tender.get("value")),
        "notice_date": day(tender.get("datePublished")),
        "document_date": day(object_of(tender.get("tenderPeriod")).get("startDate")),
        "bid_deadline_date": day(_deadline(process)),
        "award_date": days[-1] if days else None,
        "winner_name": _names(winners),
        "winner_code": code_of(winners[0].number) if len(winners) == 1 else None,
        "award_fen": str(sum(sums)) if sums and len({currency(value) for value in awarded}) == 1 else None,
        "bidder_count": _whole(tender.get("numberOfTenderers")),
    }


def bid_rows(process: Process) -> Iterator[Row]:
    """The bids of the process; of a joint bid the members stand in one row."""
    buyer, deadline = _buyer(process), _deadline(process)
    winning = {one.number or one.name for one in process.winners}
    shared: Row = {
        "tender_code": process.ocid,
        "bid_deadline_date": day(deadline),
        "bid_deadline_at": minute(deadline),
        "buyer_name": buyer.name if buyer else None,
        **_of_tender(process),
        "award_status": "已定标" if process.is_decided else "未定标",
        "award_count": len(process.active_awards),
        "winner_count": len(process.winners),
    }
    for bid in objects_of(object_of(process.release.get("bids")).get("details")):
        bidders = process.organisations(bid.get("tenderers"))
        is_won = bid.get("status") == "valid" and bool(winning & {one.number or one.name for one in bidders})
        contact = object_of(object_of(process.parties.get(_number(bidders) or "")).get("contactPoint"))
        yield {
            **shared,
            "bidder_name": _names(bidders),
            "bidder_number": "、".join(one.number or one.name for one in bidders) or None,
            "bidder_code": code_of(_number(bidders)),
            "member_count": len(bidders) or None,
            "bid_fen": amount(bid.get("value")),
            "currency": currency(bid.get("value")),
            "status": "中标" if is_won else word(BID_STATUS, bid.get("status")),
            "submitted_at": minute(bid.get("date")),
            "contact_name": text(contact.get("name")),
            "contact_phone": text(contact.get("telephone")),
        }


def award_rows(process: Process) -> Iterator[Row]:
    """The awards of the process: a row for each supplier and item, at least one."""
    buyer = _buyer(process)
    for place, award in enumerate(process.awards, 1):
        suppliers: list[Organisation | None] = [*process.organisations(award.get("suppliers"))]
        for supplier in suppliers or [None]:
            for item in objects_of(award.get("items")) or [{}]:
                classification = object_of(item.get("classification"))
                code = text(classification.get("id"))
                yield {
                    "tender_code": process.ocid,
                    "award_code": text(award.get("id")) or str(place),
                    "supplier_name": supplier.name if supplier else None,
                    "supplier_code": code_of(supplier.number) if supplier else None,
                    "supplier_number": supplier.number if supplier else None,
                    "award_status": word(AWARD_STATUS, award.get("status")),
                    "award_fen": amount(award.get("value")),
                    "currency": currency(award.get("value")),
                    "award_date": day(award.get("date")),
                    "buyer_name": buyer.name if buyer else None,
                    "item_code": code,
                    "item_name": text(item.get("description")) or text(classification.get("description")),
                }


def supplier_rows(process: Process) -> Iterator[Row]:
    """Who bid in the process or won it, those with a number."""
    bids = objects_of(object_of(process.release.get("bids")).get("details"))
    told = [each for bid in bids for each in process.organisations(bid.get("tenderers"))]
    told += process.winners
    for supplier in dict.fromkeys(told):
        if supplier.number is None:
            continue
        party = object_of(process.parties.get(supplier.number))
        address, contact = object_of(party.get("address")), object_of(party.get("contactPoint"))
        parts = (address.get(name) for name in ("countryName", "region", "locality", "streetAddress"))
        yield {
            "supplier_number": supplier.number,
            "supplier_name": supplier.name,
            "supplier_code": code_of(supplier.number)
            or code_of(object_of(party.get("identifier")).get("id")),
            "country": text(address.get("countryName")),
            "address": " ".join(words for part in parts if (words := text(part))) or None,
            "contact_name": text(contact.get("name")),
            "contact_phone": text(contact.get("telephone")),
            "email": text(contact.get("email")),
        }


def _of_tender(process: Process) -> Row:
    """What stands with a tender and with each of its bids."""
    agency = process.organisation(process.tender.get("procuringEntity"))
    return {
        "agency_name": agency.name if agency else None,
        "procurement_method": word(METHOD, process.tender.get("procurementMethod")),
        "method_details": text(process.tender.get("procurementMethodDetails")),
        "tender_status": word(TENDER_STATUS, process.tender.get("status")),
    }


def _buyer(process: Process) -> Organisation | None:
    return process.organisation(process.release.get("buyer")) or process.organisation(
        process.tender.get("procuringEntity")
    )


def _deadline(process: Process) -> Any:
    return object_of(process.tender.get("tenderPeriod")).get("endDate")


def _names(organisations: list[Organisation]) -> str | None:
    return "、".join(one.name for one in organisations) or None


def _number(organisations: list[Organisation]) -> str | None:
    return organisations[0].number if len(organisations) == 1 else None


def _whole(value: Any) -> str | None:
    is_whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return str(value) if is_whole else None
