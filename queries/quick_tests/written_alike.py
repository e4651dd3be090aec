"""Text with its punctuation, blanks, widths and cases taken away, in DuckDB's SQL."""

_WIDE = "".join(chr(code) for code in range(0xFF10, 0xFF1A)) + "".join(
    chr(code) for start in (0xFF21, 0xFF41) for code in range(start, start + 26)
)
_NARROW = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


# Taken away before the others are looked for: a pattern costs several times as much as these.
_COMMON_SIGNS = (" ", "（", "）", "(", ")", "-", "·")
_PLAIN = r"[0-9A-Z\x{4e00}-\x{9fff}]*"


def letters_and_digits(expression: str) -> str:
    """SQL for the letters and digits of a value, upper case, full width made narrow."""
    text = f"cast({expression} as varchar)"
    # DuckDB's translate() and regexp_replace() are slow: only where there is something to do for them.
    narrow = (
        f"case when regexp_matches({text}, '[{_WIDE}]') then translate({text}, '{_WIDE}', '{_NARROW}') "
        f"else {text} end"
    )
    stripped = text
    for sign in _COMMON_SIGNS:
        stripped = f"replace({stripped}, '{sign}', '')"
    return (
        f"case when regexp_full_match({text}, '{_PLAIN}') then {text} "
        f"when regexp_full_match({stripped}, '{_PLAIN}') then {stripped} "
        rf"else upper(regexp_replace({narrow}, '[^\p{{L}}\p{{N}}]+', '', 'g')) end"
    )
