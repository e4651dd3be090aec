"""Two datasets compared by a key."""
