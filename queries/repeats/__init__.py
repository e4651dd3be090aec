"""屡审屡犯: the findings that look like repeats, and all findings of one problem of one unit."""
