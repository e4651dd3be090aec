"""Open contracting data (OCDS): releases and records of a file as tenders, bids, awards and suppliers."""
