"""Who may see and take which data, and what became of it."""
