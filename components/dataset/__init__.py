"""The page of one dataset."""
