"""A rectification ledger on its way in."""
