"""Suspects as those who work on them read them: the list, the card, what lies behind one."""
