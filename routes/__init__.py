"""HTTP routes beside the pages, for what does not fit through a page: large files in, and out."""
