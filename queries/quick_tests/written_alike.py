"""Text with its punctuation, blanks, widths and cases taken away, in DuckDB's SQL."""

_WIDE = "".join(chr(code) for code in range(0xFF10, 0xFF1A)) + "".join(
    chr(code) for start in (0xFF21, 0xFF41) for code in range(start, start + 26)
)
_NARROW = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def letters_and_digits(expression: str) -> str:
    """SQL for the letters and digits of a value, upper case, full width made narrow."""
    text = f"cast({expression} as varchar)"
    # DuckDB's translate() is slow: only where there is something to translate.
    narrow = (
        f"case when regexp_matches({text}, '[{_WIDE}]') then translate({text}, '{_WIDE}', '{_NARROW}') "
        f"else {text} end"
    )
    return rf"upper(regexp_replace({narrow}, '[^\p{{L}}\p{{N}}]+', '', 'g'))"
