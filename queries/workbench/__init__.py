"""SQL that users write: what may be asked (reading_only.py), where it runs (running.py), and what was run."""
