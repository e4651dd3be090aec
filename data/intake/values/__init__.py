"""Reading one cell: text, dates, money, numbers, choices. What cannot be read raises ValueRefusedError."""
