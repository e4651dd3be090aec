"""公文与档案: documents in and out, files in the archive and their loans."""
