"""From the headings of a file to the columns of a dataset: proposed, confirmed, remembered as a recipe."""
