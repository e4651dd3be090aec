"""保密承诺书: who has signed, and how one's own stands."""
