"""Two datasets compared by a key: which rows meet, which stand alone, and who may see that."""
