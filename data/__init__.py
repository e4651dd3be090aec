"""Where things are kept: the audit database, its events, and what is imported into it. Knows no KPI."""
