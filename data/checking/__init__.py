"""Rows checked by the rules of a dataset type: sound ones become a version, the rest goes to quarantine."""
