"""What leaves as a workbook."""
