"""财政运行: debt of the regions and direct funds."""
