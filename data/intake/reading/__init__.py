"""Reading a file into sheets of cells. What cannot be read is refused as a whole, in the user's language."""
