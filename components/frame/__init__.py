"""What stands around every page: sign-in, menu, watermark, a closed page, a failure."""
