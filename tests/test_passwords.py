"""Rules of a new password, hashing, and random first passwords."""

import pytest

from data.access.passwords import (
    DEMO_ROUNDS,
    UNKNOWN_ACCOUNT_HASH,
    broken_rule,
    hashed,
    matches,
    random_password,
)

ALLOWED = [
    "Tiger-valley-42",
    "correct horse 7 Battery",
    "Ou9xq_mmbb",
    "审计Cockpit2026",  # Chinese characters count as symbols
]
REFUSED = {
    "Ou9xq_mmb": "shorter than ten",
    "abcdefghijk": "one class",
    "abcdefgh12345": "two classes",
    "12345678!!!!": "two classes",
    "zhangsan-Q7x9w": "the user name inside",
    "xx-ZhangSan-42": "the user name inside, in capitals",
    "Password123!": "a common word with digits behind it",
    "P@ssw0rd2026": "a common word in disguise",
    "Admin@20262026": "a common word",
    "1234567890!A": "nothing but digits and one letter",
    "A1-" + "x" * 70: "longer than bcrypt reads",
    "A1-" + "审" * 24: "longer than bcrypt reads, in bytes",
    "Tiger-valley\0-42": "a zero byte",
}


@pytest.mark.parametrize("password", ALLOWED)
def test_a_good_password_breaks_no_rule(password):
    assert broken_rule(password, "zhangsan") is None


@pytest.mark.parametrize("password", REFUSED, ids=REFUSED.values())
def test_a_bad_password_breaks_a_rule(password):
    assert broken_rule(password, "zhangsan")


def test_the_shortest_length_is_a_setting(monkeypatch):
    monkeypatch.setenv("AUDIT_PASSWORD_LENGTH", "16")
    assert broken_rule("Tiger-valley-42", "zhangsan")
    assert broken_rule("Tiger-valley-4242", "zhangsan") is None


def test_a_hash_fits_its_password_alone():
    one, other = hashed("Tiger-valley-42", DEMO_ROUNDS), hashed("Tiger-valley-42", DEMO_ROUNDS)
    assert one != other, "each hash has a salt of its own"
    assert matches("Tiger-valley-42", one)
    assert not matches("tiger-valley-42", one)
    assert not matches("", one)


def test_a_password_longer_than_bcrypt_reads_never_matches():
    longest = "A1-" + "x" * 69
    password_hash = hashed(longest, DEMO_ROUNDS)
    assert matches(longest, password_hash)
    assert not matches(longest + "y", password_hash)


def test_the_hash_for_unknown_accounts_costs_as_much_as_a_real_one(dear_hashes):
    assert UNKNOWN_ACCOUNT_HASH[:7] == hashed("x")[:7]
    assert not matches("x", UNKNOWN_ACCOUNT_HASH)


def test_random_passwords_meet_the_rules_and_differ(monkeypatch):
    passwords = {random_password() for _index in range(200)}
    assert len(passwords) == 200
    assert all(broken_rule(password, "sysadmin") is None for password in passwords)
    monkeypatch.setenv("AUDIT_PASSWORD_LENGTH", "20")
    assert len(random_password()) == 20
