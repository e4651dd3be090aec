"""The work on findings as those who do it read it: what waits, what can be done, who took which step."""
