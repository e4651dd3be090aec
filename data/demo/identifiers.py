"""Credit codes and identity numbers with valid check digits and an area code that was never assigned.

Check digits after GB 32100 (统一社会信用代码), GB 11714 (its organisation part) and GB 11643 (居民身份号码).
The area code 990100 is declared nowhere but here: no such number can belong to a real office or person.
"""

from datetime import date

UNASSIGNED_AREA = "990100"
_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(3**position % 31 for position in range(17))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_WEIGHTS = tuple(2 ** (17 - position) % 11 for position in range(17))
_REGISTRATION = {"state_enterprise": "91", "institution": "12"}


def credit_code(unit_id: int, kind: str) -> str:
    """18-character credit code of the invented unit: 11… for an office, 12… an institution, 91… a company."""
    organisation = f"{unit_id:08d}"
    remainder = sum(
        int(digit) * weight for digit, weight in zip(organisation, _ORGANISATION_WEIGHTS, strict=True)
    )
    check = 11 - remainder % 11
    organisation += {10: "X", 11: "0"}.get(check, str(check))
    body = _REGISTRATION.get(kind, "11") + UNASSIGNED_AREA + organisation
    total = sum(_DIGITS.index(sign) * weight for sign, weight in zip(body, _CREDIT_WEIGHTS, strict=True))
    return body + _DIGITS[(31 - total % 31) % 31]


def identity_number(birth_date: date, number: int) -> str:
    """18-digit identity number of an invented person; `number` 0–999 tells persons of one birthday apart."""
    body = f"{UNASSIGNED_AREA}{birth_date:%Y%m%d}{number:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _IDENTITY_WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]
