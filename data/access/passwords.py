"""Passwords: hashing with bcrypt, the rules a new one has to meet, and random first ones."""

import secrets
import string
from pathlib import Path

import bcrypt

from data.language import _
from data.settings import number

ROUNDS = 12  # about a quarter of a second: a person does not mind, a guessing machine does
DEMO_ROUNDS = 4  # the password of the demonstration is public, so its hash protects nothing
LONGEST_BYTES = 72  # bcrypt reads no further
_RANDOM_LENGTH = 16
# Letters and digits that look alike (l, I, O, 0, 1) are left out: first passwords are copied by hand.
_RANDOM_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_RANDOM_SYMBOLS = "-+=%"

# What remains of a common password without the digits and symbols at its ends, or with @, 0, $ … as letters.
_COMMON_CORES = frozenset(
    (Path(__file__).parent.parent / "reference/common_passwords.txt").read_text().split()
)
_READ_AS_LETTERS = str.maketrans("@4$01!3", "aasolie")

# Compared where the account is unknown, so that the answer takes as long as for a known one.
UNKNOWN_ACCOUNT_HASH = "$2b$12$6xPbN4iK0e7cQmNn3vO5yO0d9hQm4X8mJj6cXyJgqU1nKqTtV5m2e"


def hashed(password: str, rounds: int = ROUNDS) -> str:
    """The bcrypt hash of a password, with a salt of its own. Raises ValueError above LONGEST_BYTES."""
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(rounds)).decode()


def matches(password: str, password_hash: str) -> bool:
    """Whether the password belongs to the hash. A password that could not have been set does not match."""
    encoded = password.encode()
    is_possible = len(encoded) <= LONGEST_BYTES and b"\0" not in encoded
    is_right = bcrypt.checkpw(encoded if is_possible else b"-", password_hash.encode())
    return is_right and is_possible


def broken_rule(password: str, user_name: str) -> str | None:
    """Why a password may not be set, in the language of the context; None where it may."""
    shortest = number("AUDIT_PASSWORD_LENGTH")
    if len(password) < shortest:
        return _("The password needs at least {length} characters.").format(length=shortest)
    if len(password.encode()) > LONGEST_BYTES or "\0" in password:
        return _("The password is too long: at most 72 letters, or 24 Chinese characters.")
    if _classes(password) < 3:
        return _("The password needs three of these four: capital letters, small letters, digits, symbols.")
    if user_name.lower() in password.lower():
        return _("The password must not contain the user name.")
    if _is_common(password):
        return _("This password is on the list of common passwords.")
    return None


def random_password() -> str:
    """A random password that meets the rules: about 90 bits, without letters that look alike."""
    length = max(_RANDOM_LENGTH, number("AUDIT_PASSWORD_LENGTH"))
    while True:
        letters = [secrets.choice(_RANDOM_LETTERS) for _index in range(length - 1)]
        letters.insert(1 + secrets.randbelow(length - 2), secrets.choice(_RANDOM_SYMBOLS))
        password = "".join(letters)
        if _classes(password) == 4 and not _is_common(password):
            return password


def _classes(password: str) -> int:
    """How many of the four classes occur; whatever is neither a Latin letter nor a digit is a symbol."""
    return sum(
        any(character in letters for character in password)
        for letters in (string.ascii_uppercase, string.ascii_lowercase, string.digits)
    ) + any(character not in string.ascii_letters + string.digits for character in password)


def _is_common(password: str) -> bool:
    ends = string.digits + string.punctuation
    word = password.lower().strip(ends)
    spelled_out = password.lower().rstrip(ends).translate(_READ_AS_LETTERS)
    return word in _COMMON_CORES or spelled_out in _COMMON_CORES or not word
