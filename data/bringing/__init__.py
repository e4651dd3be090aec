"""From the rows of a file to the rows of a version: by a dataset type, or kept as they came."""
