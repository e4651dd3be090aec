"""Models on their way: written, tried, reviewed, and brought from other bureaus."""
