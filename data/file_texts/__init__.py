"""附件正文: the texts within attached files, for the search, read in the background by a program apart."""
