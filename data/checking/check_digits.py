"""SQL that says what is wrong with a number that carries a check digit: a reason, or null for a sound one.

居民身份号码 after GB 11643 (ISO 7064 MOD 11-2), 统一社会信用代码 after GB 32100 (weights 3^i mod 31). DuckDB
works it out for whole columns at a time. Area codes are not looked up: they change every year, and old
numbers keep theirs.
"""

_PERSON_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))
_PERSON_CHECKS = "10X98765432"
_COMPANY_WEIGHTS = tuple(3**place % 31 for place in range(17))
_COMPANY_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_PERSON = "[1-9][0-9]{16}[0-9X]"
_OLD_PERSON = "[1-9][0-9]{14}"
_COMPANY = f"[{_COMPANY_SIGNS}]{{18}}"
FIRST_BIRTH = "1850-01-01"  # nobody born before is alive or recently dead


def first_digits(words: str) -> str:
    """The first 17 digits of `words` as one number, null where they are none.

    Taking the digits out of it is five times as fast as taking 17 pieces of the text.
    """
    return f"try_cast(left({words}, 17) as bigint)"


def identity_number_fault(words: str, digits: str | None = None) -> str:
    """Reason why `words` (capitals, without blanks) is no identity number.

    Over many rows `digits` should name a column with their `first_digits()`: they are needed 17 times.
    """
    digits = digits or first_digits(words)
    total = " + ".join(
        f"(({digits} // {10 ** (16 - place)}) % 10) * {weight}"
        for place, weight in enumerate(_PERSON_WEIGHTS)
    )
    return f"""case
        when regexp_full_match({words}, '{_PERSON}') then case
            when {_birth_date(f"substr({words}, 7, 8)")} is null then 'no_such_birth_date'
            when substr('{_PERSON_CHECKS}', ({total}) % 11 + 1, 1) <> substr({words}, 18, 1)
            then 'wrong_check_digit' end
        when length({words}) = 15 and regexp_full_match({words}, '{_OLD_PERSON}') then case
            when {_birth_date(f"'19' || substr({words}, 7, 6)")} is null then 'no_such_birth_date'
            else 'fifteen_digits' end
        when length({words}) <> 18 then 'wrong_length'
        else 'wrong_signs' end"""


def credit_code_fault(words: str, digits: str | None = None) -> str:
    """Reason why `words` (capitals, without blanks) is no credit code."""
    del digits
    total = " + ".join(
        f"(instr('{_COMPANY_SIGNS}', substr({words}, {place + 1}, 1)) - 1) * {weight}"
        for place, weight in enumerate(_COMPANY_WEIGHTS)
    )
    return f"""case
        when length({words}) <> 18 then 'wrong_length'
        when not regexp_full_match({words}, '{_COMPANY}') then 'wrong_signs'
        when substr('{_COMPANY_SIGNS}', (31 - ({total}) % 31) % 31 + 1, 1) <> substr({words}, 18, 1)
        then 'wrong_check_digit' end"""


def person_or_company_fault(words: str, digits: str | None = None) -> str:
    """Reason why `words` is neither; the fault is then that of an identity number, as most of them are."""
    person, company = identity_number_fault(words, digits), credit_code_fault(words)
    return f"case when ({person}) is not null and ({company}) is not null then ({person}) end"


FAULTS = {
    "identity_number": identity_number_fault,
    "credit_code": credit_code_fault,
    "person_or_company": person_or_company_fault,
}


def _birth_date(digits: str) -> str:
    """The day, null where there is none such or nobody living can be born on it."""
    day = f"try_strptime({digits}, '%Y%m%d')"
    return f"case when {day} between date '{FIRST_BIRTH}' and today() then {day} end"
