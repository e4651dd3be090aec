"""From staged rows (data/uploads) to rows with a place: the coordinates as they came, and in CGCS2000."""
