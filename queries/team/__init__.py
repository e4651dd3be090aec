"""What pages ask of the team beside its figures."""
