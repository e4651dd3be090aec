"""The work diary."""
