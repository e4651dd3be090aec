"""Big screens without an account."""
